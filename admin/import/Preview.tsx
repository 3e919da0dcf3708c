import { Alert, Box, Button, LinearProgress } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { ConfirmDialog } from '../kernel/record/ConfirmDialog.tsx';
import { Counts } from './Counts.tsx';
import { Faults } from './Faults.tsx';
import type { Report } from './import.graphql.ts';
import type { Kind } from './kinds.ts';
import { Sample } from './Sample.tsx';

interface PreviewProps {
  readonly kind: Kind;
  readonly name: string;
  readonly report: Report;
  /** A key of the dictionary: why the server refused to import what it had just looked at. */
  readonly refusal: string | null;
  readonly applying: boolean;
  readonly onApply: () => void;
}

/** What a file would do, or what is wrong with it. A file with one fault is not imported at all. */
export const Preview = ({ kind, name, report, refusal, applying, onApply }: PreviewProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const { created, changed, faultCount } = report;
  if (faultCount > 0)
    return (
      <>
        <Faults report={report} name={name} />
        <Sample report={report} />
      </>
    );
  const count = created + changed;
  const action = translate(`room.import.apply.${kind}`, { smart_count: count });
  return (
    <>
      {refusal && (
        <Alert severity="error" role="alert" sx={{ mb: 4 }}>
          {translate('room.import.refusedNow')} {translate(refusal)}
        </Alert>
      )}
      <Counts report={report} />
      {count === 0 ? (
        <Alert severity="info" sx={{ mb: 4 }}>
          {translate('room.import.nothingToDo')}
        </Alert>
      ) : (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, alignItems: 'center', mb: 5 }}>
          <Button variant="contained" size="large" disabled={applying} onClick={() => setAsking(true)}>
            {action}
          </Button>
          <span>{translate('room.import.allOrNothing')}</span>
        </Box>
      )}
      {applying && <LinearProgress aria-label={translate('room.import.reading', { name })} sx={{ mb: 4, height: 6 }} />}
      <Sample report={report} />
      <ConfirmDialog
        open={asking}
        title={translate('room.import.ask', { name })}
        action={action}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          onApply();
        }}
      >
        {translate(`room.import.consequence.${kind}`, {
          created: format.number(created),
          changed: format.number(changed),
        })}{' '}
        {translate('room.import.allOrNothing')}
      </ConfirmDialog>
    </>
  );
};
