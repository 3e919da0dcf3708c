import { Alert, Box, Button, Card, Typography } from '@mui/material';
import type { RefObject } from 'react';
import { useTranslate } from 'react-admin';
import { typeset } from '../kernel/i18n/typeset.ts';
import type { EditorHandle } from './Editor.tsx';
import type { Build, Fault } from './synthesis.graphql.ts';

interface FaultsProps {
  readonly build: Build;
  /** Whether what is typed was not looked at yet. */
  readonly waiting: boolean;
  readonly editor: RefObject<EditorHandle | null>;
}

/** What keeps a text from being built, line by line, each with what to put instead. */
export const Faults = ({ build: { faults }, waiting, editor }: FaultsProps) => {
  const translate = useTranslate();
  return (
    <Box role="status" sx={{ mb: 4, opacity: waiting ? 0.6 : 1 }}>
      {faults.length === 0 ? (
        <Alert severity="success">{translate('room.synthesis.built')}</Alert>
      ) : (
        <Alert severity="warning">{translate('room.synthesis.faulty', { smart_count: faults.length })}</Alert>
      )}
      {faults.length > 0 && (
        <Card component="ol" sx={{ listStyle: 'none', m: 0, mt: 2, p: 0 }}>
          {faults.map((fault, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same fault may stand twice in a line.
            <FaultLine key={i} fault={fault} editor={editor} />
          ))}
        </Card>
      )}
    </Box>
  );
};

/** What may be written in place of what is at fault; null where a person must decide. */
const insteadOf = ({ code, remedy }: Fault): string | null =>
  remedy === null ? null : code === 'TYPED' ? `{{ ${remedy} }}` : remedy;

const FaultLine = ({ fault, editor }: { readonly fault: Fault; readonly editor: FaultsProps['editor'] }) => {
  const translate = useTranslate();
  const { code, line, sentence, subject, old, now } = fault;
  const instead = insteadOf(fault);
  const words = { subject, old: typeset(old ?? ''), now: typeset(now ?? ''), _: code };
  return (
    <Box component="li" sx={{ px: 5, py: 3, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'baseline' }}>
        <Typography sx={{ fontWeight: 600, flex: '1 1 280px' }}>
          {translate('room.synthesis.line', { line })} {translate(`room.synthesis.fault.${code}`, words)}
        </Typography>
        <Button size="small" color="inherit" onClick={() => editor.current?.goTo(line, subject)}>
          {translate('room.synthesis.goTo', { line })}
        </Button>
        {instead && (
          <Button size="small" variant="outlined" onClick={() => editor.current?.replace(line, subject, instead)}>
            {translate('room.synthesis.replace', { instead })}
          </Button>
        )}
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
        {sentence}
      </Typography>
    </Box>
  );
};
