import { Alert, LinearProgress } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { GuestFrame } from '../kernel/layout/GuestFrame.tsx';
import { useVisit } from '../kernel/useVisit.ts';
import { Doorstep } from './Doorstep.tsx';
import { asSpeaker, ProvisionalDoorOf, type Reading } from './provisional.graphql.ts';
import { Results } from './Results.tsx';

const knock = async (token: string) =>
  (await asSpeaker({ token, enrolmentId: null }, ProvisionalDoorOf, {})).provisionalDoor;

/** Where the link to provisional results leads: a doorstep, then the results once one asks for them. */
export const ProvisionalPage = () => {
  const translate = useTranslate();
  const { token, door, refusal } = useVisit('barometre.provisional', 'provisional.title', knock);
  const [reading, setReading] = useState<Reading | null>(null);
  if (!door && !refusal) return <LinearProgress aria-label={translate('state.loading')} />;
  return (
    <GuestFrame
      title={door ? translate('provisional.of', { name: door.structure }) : translate('provisional.title')}
      {...(door ? { over: door.edition } : {})}
      foot={translate('provisional.privacy')}
    >
      {refusal && (
        <Alert severity="error" role="alert">
          {translate(`refusal.${refusal}`, { _: translate('refusal.INTERNAL') })}
        </Alert>
      )}
      {door && token && !reading && <Doorstep token={token} door={door} onRead={setReading} />}
      {reading && token && <Results speaker={{ token, enrolmentId: null }} reading={reading} />}
    </GuestFrame>
  );
};
