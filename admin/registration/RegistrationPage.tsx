import { Alert, LinearProgress } from '@mui/material';
import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { codeIn } from '../kernel/api.ts';
import { GuestFrame } from '../kernel/layout/GuestFrame.tsx';
import { Elsewhere, Expired, Shut, Welcome } from './Doors.tsx';
import { FormPage } from './FormPage.tsx';
import { asGuest, type Doorstep, DoorstepOf, FormOf, type GuestForm } from './guest.graphql.ts';
import { type Link, linkOf } from './link.ts';

/** What the link leads to; null while one does not know. */
interface Found {
  readonly doorstep: Doorstep;
  readonly form: GuestForm | null;
}

/** Where a personal link leads: to the form of a structure, or to why not and what to do about it. */
export const RegistrationPage = () => {
  const translate = useTranslate();
  const [search, setSearch] = useSearchParams();
  const [link, setLink] = useState<Link | null>(() => linkOf(search));
  const [found, setFound] = useState<Found | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    document.title = `${translate('registration.title')} · ${translate('app.name')}`;
    if (search.has('token')) setSearch({}, { replace: true });
  }, [translate, search, setSearch]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` asks again after something was sent.
  useEffect(() => {
    if (link) look(link).then(setFound, (error: unknown) => setRefusal(codeIn(error)));
  }, [link, round]);

  const foot = translate('registration.privacy');
  if (!link || refusal === 'INVITATION_UNKNOWN')
    return (
      <GuestFrame foot={foot} title={translate('registration.title')}>
        <Shut status="UNKNOWN" replyTo={null} />
      </GuestFrame>
    );
  if (refusal)
    return (
      <GuestFrame foot={foot} title={translate('registration.title')}>
        <Alert severity="error" role="alert">
          {translate(`refusal.${refusal}`, { _: translate('refusal.INTERNAL') })}
        </Alert>
      </GuestFrame>
    );
  if (!found) return <LinearProgress aria-label={translate('state.loading')} />;
  const over = `${found.doorstep.label} · ${found.doorstep.year}`;
  const name = found.form?.structure.name ?? found.doorstep.structure;
  const title = name ? translate('registration.titleOf', { name }) : translate('registration.title');
  return (
    <GuestFrame foot={foot} title={title} over={over}>
      <Behind link={link} found={found} onOpened={setLink} onDone={() => setRound(round + 1)} />
    </GuestFrame>
  );
};

/** What stands behind the door, as it is today. */
const Behind = ({
  link,
  found: { doorstep, form },
  onOpened,
  onDone,
}: {
  readonly link: Link;
  readonly found: Found;
  readonly onOpened: (link: Link) => void;
  readonly onDone: () => void;
}) => {
  const { status, mine, begun, replyTo, registrationFrom } = doorstep;
  if (form) return <FormPage key={form.version} link={link} form={form} doorstep={doorstep} onDone={onDone} />;
  const door = { link, doorstep, onOpened };
  if (status === 'OPEN') return begun && !mine ? <Elsewhere {...door} /> : <Welcome {...door} />;
  if (status === 'SUBMITTED') return <Elsewhere {...door} />;
  if (status === 'EXPIRED') return <Expired link={link} />;
  return <Shut status={status} replyTo={replyTo} on={registrationFrom} />;
};

async function look(link: Link): Promise<Found> {
  const { doorstep } = await asGuest(link, DoorstepOf, {});
  const readable = doorstep.mine && ['OPEN', 'SUBMITTED', 'CONFIRMED'].includes(doorstep.status);
  return { doorstep, form: readable ? (await asGuest(link, FormOf, {})).guestForm : null };
}
