import { Box, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import type { EditionInForce } from '../kernel/edition.tsx';
import { parisInstant } from '../kernel/paris.ts';
import { ConfirmDialog } from '../kernel/record/ConfirmDialog.tsx';
import { useAct } from '../kernel/useAct.ts';
import { GrantEarlyAccess } from './embargo.graphql.ts';

interface GrantDialogProps {
  readonly edition: EditionInForce;
  readonly onClose: () => void;
}

/** Names someone who may read before all others. Their link is mailed at once, and opens from the instant given. */
export const GrantDialog = ({ edition, onClose }: GrantDialogProps) => {
  const translate = useTranslate();
  const notify = useNotify();
  const { act, pending, refusal } = useAct(['embargo']);
  const [said, setSaid] = useState({ name: '', body: '', email: '', from: '' });
  const fromAt = parisInstant(said.from);
  const field = (name: keyof typeof said, more: object = {}) => (
    <TextField
      label={translate(`room.embargo.field.${name}`)}
      required
      value={said[name]}
      onChange={({ target }) => setSaid({ ...said, [name]: target.value })}
      {...more}
    />
  );
  const grant = async () => {
    if (!fromAt) return;
    const { name, body, email } = said;
    const input = { name: name.trim(), body: body.trim(), email: email.trim(), fromAt };
    if (!(await act(GrantEarlyAccess, { editionId: edition.id, input }))) return;
    notify('room.embargo.granted', { type: 'success', messageArgs: { email: input.email } });
    onClose();
  };
  const incomplete = !fromAt || [said.name, said.body, said.email].some((each) => each.trim() === '');
  return (
    <ConfirmDialog
      open
      title={translate('room.embargo.grantAsk')}
      action={translate('room.embargo.grantSend')}
      pending={pending}
      disabled={incomplete}
      refusal={refusal}
      onCancel={onClose}
      onConfirm={() => void grant()}
    >
      <Typography sx={{ mb: 5 }}>{translate('room.embargo.grantMore')}</Typography>
      <Box sx={{ display: 'grid', gap: 4 }}>
        {field('name', { autoComplete: 'off' })}
        {field('body', { helperText: translate('room.embargo.bodyHelp') })}
        {field('email', { type: 'email', autoComplete: 'off' })}
        {field('from', {
          type: 'datetime-local',
          helperText: translate('room.embargo.fromHelp'),
          slotProps: { inputLabel: { shrink: true } },
        })}
      </Box>
    </ConfirmDialog>
  );
};
