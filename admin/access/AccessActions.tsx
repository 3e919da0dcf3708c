import { Button } from '@mui/material';
import { useState } from 'react';
import { useRecordContext, useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { ActDialog } from '../kernel/record/ActDialog.tsx';
import { FormDialog } from '../kernel/record/FormDialog.tsx';
import { useSave } from '../kernel/record/useSave.ts';
import { type Access, Close, Grant, type Granted, grantInput, grantOf, ResendLink } from './access.graphql.ts';
import { GrantInputs } from './GrantInputs.tsx';

type Deed = 'grant' | 'close' | 'resend';

/** What staff do with an access: grant it or correct it, refuse it or end it, mail its link anew. */
export const AccessActions = () => {
  const translate = useTranslate();
  const access = useRecordContext<Access>();
  const [deed, setDeed] = useState<Deed | null>(null);
  if (!access || access.state === 'REVOKED') return null;
  const { state } = access;
  const close = () => setDeed(null);
  return (
    <>
      {state === 'GRANTED' && (
        <Button color="inherit" onClick={() => setDeed('resend')}>
          {translate('room.access.act.resend')}
        </Button>
      )}
      {state !== 'REFUSED' && (
        <Button variant="outlined" color="error" onClick={() => setDeed('close')}>
          {translate(`room.access.act.${state === 'GRANTED' ? 'end' : 'refuse'}`)}
        </Button>
      )}
      <Button variant="contained" onClick={() => setDeed('grant')}>
        {translate(`room.access.act.${state === 'GRANTED' ? 'correct' : 'grant'}`)}
      </Button>
      {deed === 'grant' && <GrantDialog access={access} onClose={close} />}
      {deed === 'close' && <CloseDialog access={access} onClose={close} />}
      {deed === 'resend' && <ResendDialog access={access} onClose={close} />}
    </>
  );
};

interface DialogProps {
  readonly access: Access;
  readonly onClose: () => void;
}

const GrantDialog = ({ access, onClose }: DialogProps) => {
  const translate = useTranslate();
  const corrects = access.state === 'GRANTED';
  const save = useSave(
    (values: Granted) => run(Grant, { id: access.id, version: access.version, input: grantInput(values) }),
    `room.access.done.${corrects ? 'correct' : 'grant'}`,
    onClose,
  );
  return (
    <FormDialog<Granted>
      open
      noun="partner_access"
      title={translate(`room.access.ask.${corrects ? 'correct' : 'grant'}`, { organisation: access.organisation })}
      action={translate(`room.access.act.${corrects ? 'correct' : 'grant'}`)}
      values={grantOf(access)}
      {...save}
      onCancel={onClose}
    >
      <GrantInputs />
    </FormDialog>
  );
};

const CloseDialog = ({ access: { id, organisation, state, email }, onClose }: DialogProps) => {
  const translate = useTranslate();
  const verb = state === 'GRANTED' ? 'end' : 'refuse';
  return (
    <ActDialog
      title={translate(`room.access.ask.${verb}`, { organisation })}
      action={translate(`room.access.act.${verb}`)}
      done={`room.access.done.${verb}`}
      destructive
      motive={{ label: translate('field.motive'), help: translate('room.access.motiveHelp') }}
      act={(motive) => run(Close, { id, motive })}
      onClose={onClose}
    >
      {translate(`room.access.consequence.${verb}`, { email })}
    </ActDialog>
  );
};

const ResendDialog = ({ access: { id, email }, onClose }: DialogProps) => {
  const translate = useTranslate();
  return (
    <ActDialog
      title={translate('room.access.ask.resend')}
      action={translate('room.access.act.resend')}
      done="room.access.done.resend"
      act={() => run(ResendLink, { id })}
      onClose={onClose}
    >
      {translate('room.access.consequence.resend', { email })}
    </ActDialog>
  );
};
