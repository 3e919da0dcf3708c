import { Alert, Button, Card, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { codeIn } from '../kernel/api.ts';
import { useFormat } from '../kernel/format.ts';
import { AskForm } from './AskForm.tsx';
import { AskCode, AskNewLink, asGuest, Begin, type Doorstep, EnterCode } from './guest.graphql.ts';
import { keepKey, type Link } from './link.ts';

interface DoorProps {
  readonly link: Link;
  readonly doorstep: Doorstep;
  readonly onOpened: (link: Link) => void;
}

/** The first time: what awaits, and one button. Nothing happens before it is pressed. */
export const Welcome = ({ link, doorstep, onOpened }: DoorProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const begin = async () => {
    setPending(true);
    try {
      onOpened(keepKey(link, (await asGuest(link, Begin, {})).beginRegistration));
    } catch (error) {
      setRefusal(codeIn(error));
      setPending(false);
    }
  };
  return (
    <Card sx={{ p: { xs: 5, sm: 8 } }}>
      <Typography sx={{ mb: 3 }}>{translate('registration.welcome', { year: doorstep.year })}</Typography>
      <ul style={{ margin: '0 0 24px', paddingLeft: 20, lineHeight: 1.7 }}>
        <li>{translate('registration.welcomeTime')}</li>
        <li>{translate('registration.welcomeSaved')}</li>
        {doorstep.registrationTo && (
          <li>{translate('registration.welcomeUntil', { date: format.day(doorstep.registrationTo) })}</li>
        )}
      </ul>
      {refusal && (
        <Alert severity="error" role="alert" sx={{ mb: 4 }}>
          {translate(`refusal.${refusal}`, { _: translate('refusal.INTERNAL') })}
        </Alert>
      )}
      <Button variant="contained" size="large" onClick={begin} disabled={pending}>
        {translate('registration.begin')}
      </Button>
    </Card>
  );
};

/** In another browser: the address the link was sent to, then the code mailed there. */
export const Elsewhere = ({ link, onOpened }: DoorProps) => {
  const translate = useTranslate();
  const [asked, setAsked] = useState(false);
  const ask = async (email: string) => {
    await asGuest(link, AskCode, { email });
    setAsked(true);
  };
  const enter = async (code: string) =>
    onOpened(keepKey(link, (await asGuest(link, EnterCode, { code })).enterRegistrationCode));
  return (
    <Card sx={{ p: { xs: 5, sm: 8 } }}>
      <Typography sx={{ mb: 5 }}>{translate('registration.elsewhere')}</Typography>
      {asked ? (
        <>
          <Alert severity="info" role="status" sx={{ mb: 5 }}>
            {translate('registration.codeSent')}
          </Alert>
          <AskForm key="code" type="code" label="registration.code" action="registration.enter" onSubmit={enter} />
          <Button color="inherit" sx={{ mt: 3 }} onClick={() => setAsked(false)}>
            {translate('registration.otherAddress')}
          </Button>
        </>
      ) : (
        <AskForm
          key="email"
          type="email"
          label="registration.address"
          help="registration.addressHelp"
          action="registration.sendCode"
          onSubmit={ask}
        />
      )}
    </Card>
  );
};

/** A link whose last day is past: a new one goes to the same address. */
export const Expired = ({ link }: Pick<DoorProps, 'link'>) => {
  const translate = useTranslate();
  const [asked, setAsked] = useState(false);
  const ask = async (email: string) => {
    await asGuest(link, AskNewLink, { email });
    setAsked(true);
  };
  return (
    <Card sx={{ p: { xs: 5, sm: 8 } }}>
      <Typography sx={{ mb: 5 }}>{translate('registration.expiredMore')}</Typography>
      {asked ? (
        <Alert severity="info" role="status">
          {translate('registration.linkSent')}
        </Alert>
      ) : (
        <AskForm
          type="email"
          label="registration.address"
          help="registration.addressHelp"
          action="registration.sendLink"
          onSubmit={ask}
        />
      )}
    </Card>
  );
};

/** A link that leads nowhere today: why, and whom to ask. */
export const Shut = ({
  status,
  replyTo,
  on = null,
}: {
  readonly status: string;
  readonly replyTo: string | null;
  /** The day it will lead somewhere, when there is one. */
  readonly on?: string | null;
}) => {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Card sx={{ p: { xs: 5, sm: 8 } }}>
      <Typography>{translate(`registration.shut.${status}`)}</Typography>
      {status === 'NOT_YET' && on && (
        <Typography sx={{ mt: 3 }}>{translate('registration.opensOn', { date: format.day(on) })}</Typography>
      )}
      <Typography sx={{ mt: 4 }}>
        {replyTo ? (
          <>
            {translate('registration.askUs')} <a href={`mailto:${replyTo}`}>{replyTo}</a>
          </>
        ) : (
          translate('registration.answerMail')
        )}
      </Typography>
    </Card>
  );
};
