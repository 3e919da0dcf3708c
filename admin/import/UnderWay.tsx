import { Alert, Box, Button, LinearProgress, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { ConfirmDialog } from '../kernel/record/ConfirmDialog.tsx';
import { Section } from '../kernel/record/Section.tsx';
import type { Run } from './import.graphql.ts';
import { useRunActs } from './useRun.ts';

/** How far the server is with a file, in figures; and the way to stop it. */
export const UnderWay = ({ run }: { readonly run: Run }) => {
  const translate = useTranslate();
  const format = useFormat();
  const { cancel, refusal } = useRunActs(run);
  const [asking, setAsking] = useState(false);
  const importing = run.state === 'IMPORTING';
  const { name } = run.upload;
  const words = translate(importing ? 'room.import.importing' : 'room.import.examining', { name });
  const good = run.created + run.changed;
  const known = importing && run.done !== null && good > 0;
  const figures =
    run.done === null
      ? ''
      : known
        ? translate('room.import.doneOf', { done: format.number(run.done), rows: format.number(good) })
        : translate('room.import.doneSoFar', { smart_count: run.done, count: format.number(run.done) });
  return (
    <Section title={name}>
      {refusal && (
        <Alert severity="error" role="alert" sx={{ mb: 4 }}>
          {translate(refusal)}
        </Alert>
      )}
      <Box sx={{ py: 4 }}>
        <Typography role="status">{words}</Typography>
        <Typography sx={{ mb: 3, color: 'text.secondary', fontVariantNumeric: 'tabular-nums', minHeight: 24 }}>
          {figures}
        </Typography>
        <LinearProgress
          aria-label={words}
          {...(known ? { variant: 'determinate', value: Math.min(100, ((run.done ?? 0) / good) * 100) } : {})}
          sx={{ height: 6, borderRadius: 1 }}
        />
        <Typography variant="body2" sx={{ my: 3, color: 'text.secondary' }}>
          {translate('room.import.leave')}
        </Typography>
        <Button color="inherit" variant="outlined" disabled={cancel.isPending} onClick={() => setAsking(true)}>
          {translate('room.import.cancel')}
        </Button>
      </Box>
      <ConfirmDialog
        open={asking}
        destructive
        title={translate('room.import.cancelAsk')}
        action={translate('room.import.cancel')}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          cancel.mutate();
        }}
      >
        {translate('room.import.cancelMore')}
      </ConfirmDialog>
    </Section>
  );
};
