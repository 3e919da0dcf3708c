import { Alert, LinearProgress } from '@mui/material';
import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { codeIn } from '../kernel/api.ts';
import { GuestFrame } from '../kernel/layout/GuestFrame.tsx';
import { visitLink } from '../kernel/visit.ts';
import { NextSteps } from './NextSteps.tsx';
import { Shut } from './Shut.tsx';
import { type Accepted, asInvited, type Door, SeatDoorOf } from './seat.graphql.ts';
import { Welcome } from './Welcome.tsx';

const HERE = 'barometre.seat';

/** Where the personal link to a seat leads: what it is, its terms, and two buttons. Opening it changes nothing. */
export const SeatPage = () => {
  const translate = useTranslate();
  const [search, setSearch] = useSearchParams();
  const [token] = useState(() => visitLink(search, HERE));
  const [door, setDoor] = useState<Door | null>(null);
  const [accepted, setAccepted] = useState<Accepted | null>(null);
  const [refusal, setRefusal] = useState<string | null>(token ? null : 'INVITATION_UNKNOWN');
  const [round, setRound] = useState(0);
  useEffect(() => {
    document.title = `${translate('seat.title')} · ${translate('app.name')}`;
    if (search.has('token')) setSearch({}, { replace: true });
  }, [translate, search, setSearch]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` asks again after an answer was given.
  useEffect(() => {
    if (!token) return;
    asInvited(token, SeatDoorOf, {}).then(
      ({ seatDoor }) => setDoor(seatDoor),
      (error: unknown) => setRefusal(codeIn(error)),
    );
  }, [token, round]);

  const again = () => setRound(round + 1);
  const foot = translate('seat.privacy');
  if (!door && !refusal) return <LinearProgress aria-label={translate('state.loading')} />;
  return (
    <GuestFrame
      title={door ? translate('seat.titleOf', { panel: door.panel }) : translate('seat.title')}
      {...(door ? { over: door.edition } : {})}
      foot={foot}
    >
      {accepted && <NextSteps accepted={accepted} />}
      {!accepted && door?.state === 'INVITED' && token && (
        <Welcome token={token} door={door} onAccepted={setAccepted} onChanged={again} />
      )}
      {!accepted && door && door.state !== 'INVITED' && <Shut state={door.state} />}
      {refusal === 'INVITATION_UNKNOWN' && <Shut state="UNKNOWN" />}
      {refusal && refusal !== 'INVITATION_UNKNOWN' && (
        <Alert severity="error" role="alert">
          {translate(`refusal.${refusal}`, { _: translate('refusal.INTERNAL') })}
        </Alert>
      )}
    </GuestFrame>
  );
};
