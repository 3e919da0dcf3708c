import { Alert, LinearProgress } from '@mui/material';
import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { codeIn } from '../kernel/api.ts';
import { GuestFrame } from '../kernel/layout/GuestFrame.tsx';
import { visitLink } from '../kernel/visit.ts';
import { Doorstep } from './Doorstep.tsx';
import { asSpeaker, type Door, ProvisionalDoorOf, type Reading } from './provisional.graphql.ts';
import { Results } from './Results.tsx';

const HERE = 'barometre.provisional';

/** Where the link to provisional results leads: a doorstep, then the results once one asks for them. */
export const ProvisionalPage = () => {
  const translate = useTranslate();
  const [search, setSearch] = useSearchParams();
  const [token] = useState(() => visitLink(search, HERE));
  const [door, setDoor] = useState<Door | null>(null);
  const [reading, setReading] = useState<Reading | null>(null);
  const [refusal, setRefusal] = useState<string | null>(token ? null : 'INVITATION_UNKNOWN');
  useEffect(() => {
    document.title = `${translate('provisional.title')} · ${translate('app.name')}`;
    if (search.has('token')) setSearch({}, { replace: true });
  }, [translate, search, setSearch]);
  useEffect(() => {
    if (!token) return;
    asSpeaker({ token, enrolmentId: null }, ProvisionalDoorOf, {}).then(
      ({ provisionalDoor }) => setDoor(provisionalDoor),
      (error: unknown) => setRefusal(codeIn(error)),
    );
  }, [token]);

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
