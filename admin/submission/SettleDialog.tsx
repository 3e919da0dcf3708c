import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, MenuItem, TextField } from '@mui/material';
import { useId, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { useAct } from '../kernel/useAct.ts';
import { SentContent } from './SentContent.tsx';
import { SettleSubmission, type Submission } from './submission.graphql.ts';

const ways = ['RECORD', 'CARRY', 'REFUSE'] as const;
type Way = (typeof ways)[number];

interface SettleDialogProps {
  readonly submission: Submission;
  readonly onClose: () => void;
}

/** All that was sent, why it waits, and what becomes of it; the motive is told to the auditor. */
export const SettleDialog = ({ submission, onClose }: SettleDialogProps) => {
  const translate = useTranslate();
  const notify = useNotify();
  const id = useId();
  const { act, pending, refusal } = useAct();
  const [way, setWay] = useState<Way>('RECORD');
  const [motive, setMotive] = useState('');
  const { outcome, reason, settledBy, settledMotive } = submission;
  const held = outcome === 'HELD';
  const offered = ways.filter((each) => each !== 'CARRY' || reason === 'GRID_CHANGED');
  const settle = async () => {
    const done = await act(SettleSubmission, { id: submission.id, how: way, motive: motive.trim() });
    if (!done) return;
    notify(`room.submission.done.${way}`, { type: 'success' });
    onClose();
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} fullWidth maxWidth="md">
      <DialogTitle id={id}>
        {submission.assignment?.enrolment.structure.name ?? translate('room.submission.unplanned')}
      </DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 4 }}>
        {reason && (
          <Alert severity={held ? 'warning' : 'info'}>
            {translate(`room.submission.why.${reason}`)}
            {settledBy && ` ${settledBy} : ${settledMotive}`}
          </Alert>
        )}
        <SentContent submission={submission} />
        {held && (
          <>
            <TextField
              select
              label={translate('room.submission.way')}
              value={way}
              onChange={({ target }) => setWay(target.value as Way)}
              helperText={translate(`room.submission.consequence.${way}`)}
            >
              {offered.map((each) => (
                <MenuItem key={each} value={each}>
                  {translate(`enum.Settlement.${each}`)}
                </MenuItem>
              ))}
            </TextField>
            <TextField
              label={translate('field.motive')}
              required
              multiline
              minRows={2}
              value={motive}
              onChange={({ target }) => setMotive(target.value)}
              helperText={translate('room.submission.motiveHelp')}
            />
          </>
        )}
        {refusal && <Alert severity="error">{refusal}</Alert>}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('ra.action.close')}</Button>
        {held && (
          <Button variant="contained" disabled={pending || motive.trim() === ''} onClick={() => void settle()}>
            {translate(`enum.Settlement.${way}`)}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
};
