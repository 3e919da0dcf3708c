import { Box, Button, TextField } from '@mui/material';
import { useState } from 'react';
import { useBasename, useNotify, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { ConfirmDialog } from '../kernel/record/ConfirmDialog.tsx';
import { useAct } from '../kernel/useAct.ts';
import { useKept } from '../kernel/useKept.ts';
import { StepAside } from './dossier.graphql.ts';

/** Steps aside from an award: said once, with a motive, and not taken back. */
export const StepAsideButton = ({ mandateId, award }: { readonly mandateId: string; readonly award: string }) => {
  const translate = useTranslate();
  const basename = useBasename();
  const navigate = useNavigate();
  const notify = useNotify();
  const [open, setOpen] = useState(false);
  const motive = useKept(`aside.${mandateId}`, '');
  const { act, pending, refusal, forgive } = useAct(['seats', 'meeting']);
  const close = () => {
    setOpen(false);
    forgive();
  };
  const leave = async () => {
    if (!(await act(StepAside, { id: mandateId, motive: motive.value.trim() }))) return;
    motive.forget();
    notify('dossier.aside.done', { type: 'success', messageArgs: { award } });
    navigate(`${basename}/dossier`);
  };
  return (
    <>
      <Button variant="outlined" sx={{ minHeight: 44 }} onClick={() => setOpen(true)}>
        {translate('dossier.aside.action')}
      </Button>
      <ConfirmDialog
        open={open}
        title={translate('dossier.aside.title', { award })}
        action={translate('dossier.aside.action')}
        destructive
        pending={pending}
        disabled={motive.value.trim() === ''}
        refusal={refusal}
        onCancel={close}
        onConfirm={() => void leave()}
      >
        <Box component="ul" sx={{ m: 0, mb: 4, pl: 5, display: 'grid', gap: 1 }}>
          {['more1', 'more2', 'more3'].map((key) => (
            <li key={key}>{translate(`dossier.aside.${key}`)}</li>
          ))}
        </Box>
        <TextField
          label={translate('dossier.aside.motive')}
          helperText={translate('dossier.aside.motiveHelp')}
          required
          multiline
          minRows={2}
          value={motive.value}
          onChange={({ target }) => motive.set(target.value)}
        />
      </ConfirmDialog>
    </>
  );
};
