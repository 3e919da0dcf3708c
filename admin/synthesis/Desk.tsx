import { Alert, Box } from '@mui/material';
import { useRef } from 'react';
import { Editor, type EditorHandle } from './Editor.tsx';
import { Faults } from './Faults.tsx';
import { Preview } from './Preview.tsx';
import { Printings } from './Printings.tsx';
import { Standing } from './Standing.tsx';
import { States } from './States.tsx';
import type { Sayable, Text, TextKind } from './synthesis.graphql.ts';
import { useDraft } from './useText.ts';

interface DeskProps {
  readonly editionId: string;
  readonly kind: TextKind;
  readonly text: Text;
  readonly sayables: readonly Sayable[];
}

/** One text on the desk: what it says on the left, what it comes to on the right, what keeps it from being built above, what the public reads below. */
export const Desk = ({ editionId, kind, text, sayables }: DeskProps) => {
  const editor = useRef<EditorHandle>(null);
  const draft = useDraft(editionId, kind, { body: text.body, number: text.current?.number ?? 0 });
  const build = draft.build ?? text.build;
  return (
    <>
      <Standing text={text} draft={draft} build={build} />
      {draft.refusal && (
        <Alert severity="error" role="alert" sx={{ mb: 4 }}>
          {draft.refusal}
        </Alert>
      )}
      <Faults build={build} waiting={draft.waiting} editor={editor} />
      <Box sx={{ display: 'grid', gap: 4, gridTemplateColumns: { xs: '1fr', lg: '1fr 1fr' }, alignItems: 'start' }}>
        <Editor ref={editor} body={draft.body} onChange={draft.set} sayables={sayables} />
        <Preview build={build} />
      </Box>
      <Printings text={text} build={build} saved={!draft.dirty} />
      <States text={text} current={draft.body} onTake={draft.set} />
    </>
  );
};
