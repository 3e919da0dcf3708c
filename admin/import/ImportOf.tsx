import { Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { EditionInForce } from '../kernel/edition.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { Done } from './Done.tsx';
import { DropZone } from './DropZone.tsx';
import type { Kind } from './kinds.ts';
import { Preview } from './Preview.tsx';
import { useImport } from './useImport.ts';

/** One import in three steps: the file, what it would do, the result. */
export const ImportOf = ({ kind, edition }: { readonly kind: Kind; readonly edition: EditionInForce }) => {
  const translate = useTranslate();
  const { stage, choose, apply, cancel, again } = useImport(kind, edition.id);
  if (stage.at === 'choose' || stage.at === 'sending' || stage.at === 'reading')
    return (
      <Section title={translate('room.import.step.file')}>
        <DropZone stage={stage} onFile={(file) => void choose(file)} onCancel={cancel} />
      </Section>
    );
  const restart = (
    <Button color="inherit" onClick={again}>
      {translate('room.import.again')}
    </Button>
  );
  if (stage.at === 'done')
    return (
      <Section title={translate('room.import.step.done')} aside={restart}>
        <Done kind={kind} name={stage.sent.name} report={stage.report} />
      </Section>
    );
  return (
    <Section title={`${translate('room.import.step.preview')} · ${stage.sent.name}`} aside={restart}>
      <Preview
        kind={kind}
        name={stage.sent.name}
        report={stage.report}
        refusal={stage.refusal ?? null}
        applying={stage.at === 'applying'}
        onApply={() => void apply()}
      />
    </Section>
  );
};
