import { Alert, Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useRecordContext, useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { useFormat } from '../kernel/format.ts';
import { ActDialog } from '../kernel/record/ActDialog.tsx';
import { useAct } from '../kernel/useAct.ts';
import { type Auditor, LeaveAuditor, ReadmitAuditor } from './auditor.graphql.ts';

/** Whether an auditor still tests, the structures they are tied to, and how they leave or come back. */
export const Leaving = () => {
  const translate = useTranslate();
  const format = useFormat();
  const auditor = useRecordContext<Auditor>();
  const [asking, setAsking] = useState(false);
  const { act, pending } = useAct();
  if (!auditor) return null;
  const { id, name, leftAt, leftMotive, conflicts } = auditor;
  return (
    <Box sx={{ mb: 4 }}>
      {leftAt ? (
        <Alert
          severity="info"
          action={
            <Button color="inherit" disabled={pending} onClick={() => void act(ReadmitAuditor, { id })}>
              {translate('room.auditor.readmit')}
            </Button>
          }
        >
          {translate('room.auditor.leftSince', { at: format.instant(leftAt), motive: leftMotive ?? '' })}
        </Alert>
      ) : (
        <Button variant="outlined" color="inherit" onClick={() => setAsking(true)}>
          {translate('room.auditor.leave')}
        </Button>
      )}
      {conflicts.map((tie) => (
        <Typography key={tie.id} variant="body2" sx={{ mt: 3 }}>
          {translate('room.auditor.tie', { structure: tie.structure.name, reason: tie.reason, by: tie.declaredBy })}
        </Typography>
      ))}
      {asking && (
        <ActDialog
          title={translate('room.auditor.leaveTitle', { name })}
          action={translate('room.auditor.leave')}
          done="room.auditor.leaveDone"
          destructive
          motive={{ label: translate('field.reason'), help: translate('room.auditor.leaveHelp') }}
          act={(motive) => run(LeaveAuditor, { id, motive })}
          onClose={() => setAsking(false)}
        >
          {translate('room.auditor.leaveMore')}
        </ActDialog>
      )}
    </Box>
  );
};
