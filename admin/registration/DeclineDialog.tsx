import { TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { codeIn } from '../kernel/api.ts';
import { ConfirmDialog } from '../kernel/record/ConfirmDialog.tsx';
import { asGuest, Decline } from './guest.graphql.ts';
import type { Link } from './link.ts';

/** The structure says that it will not take part. */
export const DeclineDialog = ({
  link,
  open,
  year,
  onClose,
  onDone,
}: {
  readonly link: Link;
  readonly open: boolean;
  readonly year: number;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) => {
  const translate = useTranslate();
  const [motive, setMotive] = useState('');
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const decline = async () => {
    setPending(true);
    try {
      await asGuest(link, Decline, { motive: motive.trim() || null });
      onClose();
      onDone();
    } catch (error) {
      setRefusal(codeIn(error));
    }
    setPending(false);
  };
  return (
    <ConfirmDialog
      open={open}
      title={translate('registration.declineAsk', { year })}
      action={translate('registration.decline')}
      destructive
      pending={pending}
      refusal={refusal && translate(`refusal.${refusal}`)}
      onCancel={onClose}
      onConfirm={decline}
    >
      <p style={{ margin: '0 0 16px' }}>{translate('registration.declineMore')}</p>
      <TextField
        label={translate('registration.declineMotive')}
        multiline
        minRows={2}
        value={motive}
        onChange={({ target }) => setMotive(target.value)}
      />
    </ConfirmDialog>
  );
};
