import { TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ConfirmDialog } from '../kernel/record/ConfirmDialog.tsx';
import { useDecide } from './useDecide.ts';

export type Verdict = 'VALIDATED' | 'REJECTED';

interface DecideDialogProps {
  /** What is decided; none while no one is asked. */
  readonly verdict: Verdict | null;
  /** The tests; null for all those of the edition still to decide. */
  readonly ids: readonly string[] | null;
  readonly count: number;
  readonly onClose: () => void;
  readonly onDone?: () => void;
}

/** Says what a verdict changes, asks why when a test is rejected, then tells the server. */
export const DecideDialog = ({ verdict, ids, count, onClose, onDone }: DecideDialogProps) => {
  const translate = useTranslate();
  const [reason, setReason] = useState('');
  const close = () => {
    reset();
    setReason('');
    onClose();
  };
  const { decide, isPending, refusal, reset } = useDecide(() => {
    close();
    onDone?.();
  });
  const rejecting = verdict === 'REJECTED';
  return (
    <ConfirmDialog
      open={verdict !== null}
      title={translate(`room.audit.ask.${verdict}`, { smart_count: count })}
      action={translate(`room.audit.do.${verdict}`, { smart_count: count })}
      destructive={rejecting}
      pending={isPending}
      disabled={rejecting && reason.trim() === ''}
      refusal={refusal ? translate(`refusal.${refusal}`) : null}
      onCancel={close}
      onConfirm={() =>
        verdict && decide({ ids: ids ? [...ids] : null, state: verdict, reason: rejecting ? reason.trim() : null })
      }
    >
      <p style={{ margin: '0 0 16px' }}>{translate(`room.audit.consequence.${verdict}`)}</p>
      {rejecting && (
        <TextField
          label={translate('field.reason')}
          required
          multiline
          minRows={2}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
          helperText={translate('room.audit.reasonHelp')}
        />
      )}
    </ConfirmDialog>
  );
};
