import { Box, Button, TextField } from '@mui/material';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { graphql } from './graphql.ts';
import { ConfirmDialog } from './record/ConfirmDialog.tsx';
import { useAct } from './useAct.ts';
import { useKept } from './useKept.ts';

const StepAside = graphql(`
  mutation StepAside($id: ID!, $motive: Prose!) { stepAside(mandateId: $id, motive: $motive) }
`);

interface StepAsideButtonProps {
  readonly mandateId: string;
  /** The award, as it is printed. */
  readonly award: string;
  /** Where one goes once it is said. */
  readonly onDone?: () => void;
}

/** Steps aside from an award: said once, with a motive, and not taken back. */
export const StepAsideButton = ({ mandateId, award, onDone }: StepAsideButtonProps) => {
  const translate = useTranslate();
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
    setOpen(false);
    onDone?.();
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
