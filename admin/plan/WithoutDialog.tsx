import { MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { EditionInForce } from '../kernel/edition.tsx';
import { ConfirmDialog } from '../kernel/record/ConfirmDialog.tsx';
import { useAct } from '../kernel/useAct.ts';
import { DrawPlan } from './plan.graphql.ts';

interface WithoutDialogProps {
  readonly edition: EditionInForce;
  readonly auditors: readonly { readonly id: string; readonly name: string }[];
  readonly onClose: () => void;
}

/** Draws what the plan would become without an auditor: nothing changes before it is read, then applied. */
export const WithoutDialog = ({ edition, auditors, onClose }: WithoutDialogProps) => {
  const translate = useTranslate();
  const [without, setWithout] = useState('');
  const { act, pending, refusal } = useAct(['plan']);
  const confirm = async () => {
    if (await act(DrawPlan, { editionId: edition.id, mend: true, without })) onClose();
  };
  return (
    <ConfirmDialog
      open
      title={translate('room.planning.withoutTitle')}
      action={translate('room.planning.withoutAction')}
      pending={pending}
      disabled={without === ''}
      refusal={refusal}
      onCancel={onClose}
      onConfirm={() => void confirm()}
    >
      {translate('room.planning.withoutMore')}
      <TextField
        select
        fullWidth
        label={translate('room.planning.auditor')}
        value={without}
        onChange={({ target }) => setWithout(target.value)}
        sx={{ mt: 4 }}
      >
        {auditors.map(({ id, name }) => (
          <MenuItem key={id} value={id}>
            {name}
          </MenuItem>
        ))}
      </TextField>
    </ConfirmDialog>
  );
};
