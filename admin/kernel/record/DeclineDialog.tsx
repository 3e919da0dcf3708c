import { TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useRefusalInWords } from '../useAct.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';

interface DeclineDialogProps {
  /** What is declined: where its words stand in the dictionary. */
  readonly of: 'registration' | 'seat';
  /** What its title names. */
  readonly about?: Readonly<Record<string, unknown>>;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onDecline: (motive: string | null) => Promise<void>;
}

/** Someone who was invited says no, and why if they wish. */
export const DeclineDialog = ({ of, about = {}, open, onClose, onDecline }: DeclineDialogProps) => {
  const translate = useTranslate();
  const words = useRefusalInWords();
  const [motive, setMotive] = useState('');
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const decline = async () => {
    setPending(true);
    try {
      await onDecline(motive.trim() || null);
      onClose();
    } catch (error) {
      setRefusal(words(error));
    }
    setPending(false);
  };
  return (
    <ConfirmDialog
      open={open}
      title={translate(`${of}.declineAsk`, about)}
      action={translate(`${of}.decline`)}
      destructive
      pending={pending}
      refusal={refusal}
      onCancel={onClose}
      onConfirm={() => void decline()}
    >
      <Typography sx={{ mb: 4 }}>{translate(`${of}.declineMore`)}</Typography>
      <TextField
        label={translate(`${of}.declineMotive`)}
        fullWidth
        multiline
        minRows={2}
        value={motive}
        onChange={({ target }) => setMotive(target.value)}
      />
    </ConfirmDialog>
  );
};
