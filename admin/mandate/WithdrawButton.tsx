import { Button } from '@mui/material';
import { useState } from 'react';
import { useRedirect, useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { ActDialog } from '../kernel/record/ActDialog.tsx';
import { type Mandate, WithdrawAward } from './mandate.graphql.ts';

/** Takes the award back from the panel, which has not voted on it. */
export const WithdrawButton = ({ mandate }: { readonly mandate: Mandate }) => {
  const translate = useTranslate();
  const redirect = useRedirect();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button color="error" onClick={() => setOpen(true)}>
        {translate('room.mandate.withdraw')}
      </Button>
      {open && (
        <ActDialog
          title={translate('room.mandate.withdrawAsk', { panel: mandate.panel.label })}
          action={translate('room.mandate.withdrawAction')}
          done="room.mandate.withdrawn"
          destructive
          act={async () => {
            await run(WithdrawAward, { id: mandate.id });
            redirect('show', 'panel', mandate.panel.id);
          }}
          onClose={() => setOpen(false)}
        >
          {translate('room.mandate.withdrawMore')}
        </ActDialog>
      )}
    </>
  );
};
