import { Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { FormDialog } from '../kernel/record/FormDialog.tsx';
import { useSave } from '../kernel/record/useSave.ts';
import { JurorInputs, NEW_JUROR } from './JurorInputs.tsx';
import { InviteJuror, type JurorInput, type PanelSheet } from './panel.graphql.ts';

/** Invites someone to the panel: a personal link is mailed, which opens nothing before they accept. */
export const InviteButton = ({ panel }: { readonly panel: PanelSheet }) => {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  const save = useSave(
    ({ name, email, quality, office = 'MEMBER' }: JurorInput) =>
      run(InviteJuror, { panelId: panel.id, input: { name, email, quality: quality || null, office } }),
    'room.panel.invited',
    () => setOpen(false),
  );
  return (
    <>
      <Button variant="contained" disabled={panel.deliberating} onClick={() => setOpen(true)}>
        {translate('room.panel.invite')}
      </Button>
      {open && (
        <FormDialog<JurorInput>
          open
          noun="juror"
          title={translate('room.panel.inviteTitle', { panel: panel.label })}
          action={translate('room.panel.inviteAction')}
          values={NEW_JUROR}
          {...save}
          onCancel={() => setOpen(false)}
        >
          <JurorInputs withOffice />
        </FormDialog>
      )}
    </>
  );
};
