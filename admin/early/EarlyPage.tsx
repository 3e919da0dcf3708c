import { Alert, LinearProgress } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { GuestFrame } from '../kernel/layout/GuestFrame.tsx';
import { useVisit } from '../kernel/useVisit.ts';
import { Doorstep } from './Doorstep.tsx';
import { asInvited, EarlyDoorOf, type Reading } from './early.graphql.ts';
import { Unveiled } from './Unveiled.tsx';

const knock = async (token: string) => (await asInvited(token, EarlyDoorOf, {})).earlyDoor;

/** Where a personal link under embargo leads: a doorstep, then the version once one asks for it. Opening it changes nothing. */
export const EarlyPage = () => {
  const translate = useTranslate();
  const { token, door, refusal } = useVisit('barometre.early', 'early.title', knock);
  const [reading, setReading] = useState<Reading | null>(null);
  if (!door && !refusal) return <LinearProgress aria-label={translate('state.loading')} />;
  return (
    <GuestFrame
      title={translate('early.title')}
      {...(door ? { over: door.edition } : {})}
      foot={translate('early.privacy')}
    >
      {refusal && (
        <Alert severity="error" role="alert">
          {translate(`refusal.${refusal}`, { _: translate('refusal.INTERNAL') })}
        </Alert>
      )}
      {door && token && !reading && <Doorstep token={token} door={door} onRead={setReading} />}
      {reading && token && <Unveiled token={token} reading={reading} />}
    </GuestFrame>
  );
};
