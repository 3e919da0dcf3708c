import { Alert, LinearProgress } from '@mui/material';
import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { codeIn } from '../kernel/api.ts';
import { GuestFrame } from '../kernel/layout/GuestFrame.tsx';
import { visitLink } from '../kernel/visit.ts';
import { Doorstep } from './Doorstep.tsx';
import { asInvited, type Door, EarlyDoorOf, type Reading } from './early.graphql.ts';
import { Unveiled } from './Unveiled.tsx';

const HERE = 'barometre.early';

/** Where a personal link under embargo leads: a doorstep, then the version once one asks for it. Opening it changes nothing. */
export const EarlyPage = () => {
  const translate = useTranslate();
  const [search, setSearch] = useSearchParams();
  const [token] = useState(() => visitLink(search, HERE));
  const [door, setDoor] = useState<Door | null>(null);
  const [reading, setReading] = useState<Reading | null>(null);
  const [refusal, setRefusal] = useState<string | null>(token ? null : 'INVITATION_UNKNOWN');
  useEffect(() => {
    document.title = `${translate('early.title')} · ${translate('app.name')}`;
    if (search.has('token')) setSearch({}, { replace: true });
  }, [translate, search, setSearch]);
  useEffect(() => {
    if (!token) return;
    asInvited(token, EarlyDoorOf, {}).then(
      ({ earlyDoor }) => setDoor(earlyDoor),
      (error: unknown) => setRefusal(codeIn(error)),
    );
  }, [token]);

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
