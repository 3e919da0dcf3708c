import { Alert, Button } from '@mui/material';
import { useState } from 'react';
import { useRecordContext, useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { useFormat } from '../kernel/format.ts';
import { ActDialog } from '../kernel/record/ActDialog.tsx';
import { useAct } from '../kernel/useAct.ts';
import { type Auditor, LeaveAuditor, ReadmitAuditor } from './auditor.graphql.ts';

/** Since when and why someone no longer tests, with the way back. */
export const Left = () => {
  const translate = useTranslate();
  const format = useFormat();
  const auditor = useRecordContext<Auditor>();
  const { act, pending } = useAct();
  if (!auditor?.leftAt) return null;
  const { id, leftAt, leftMotive } = auditor;
  return (
    <Alert
      severity="info"
      sx={{ mb: 4 }}
      action={
        <Button color="inherit" disabled={pending} onClick={() => void act(ReadmitAuditor, { id })}>
          {translate('room.auditor.readmit')}
        </Button>
      }
    >
      {translate('room.auditor.leftSince', { at: format.instant(leftAt), motive: leftMotive ?? '' })}
    </Alert>
  );
};

/** Says that an auditor no longer tests, and why. */
export const LeaveButton = () => {
  const translate = useTranslate();
  const auditor = useRecordContext<Auditor>();
  const [asking, setAsking] = useState(false);
  if (!auditor || auditor.leftAt) return null;
  const { id, name } = auditor;
  return (
    <>
      <Button color="error" onClick={() => setAsking(true)}>
        {translate('room.auditor.leave')}
      </Button>
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
    </>
  );
};
