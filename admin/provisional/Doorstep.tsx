import { Alert, Box, Button, Card, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { codeIn } from '../kernel/api.ts';
import { useFormat } from '../kernel/format.ts';
import { lastMinuteOf, PARIS } from '../kernel/paris.ts';
import { asSpeaker, type Door, type Reading, ReadProvisional } from './provisional.graphql.ts';

interface DoorstepProps {
  readonly token: string;
  readonly door: Door;
  readonly onRead: (reading: Reading) => void;
}

/** What the results are, until when they can be contested, and one button: a program that opens the link reads nothing. */
export const Doorstep = ({ token, door, onRead }: DoorstepProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const read = async () => {
    setPending(true);
    try {
      onRead((await asSpeaker({ token, enrolmentId: null }, ReadProvisional, {})).readProvisional);
    } catch (error) {
      setRefusal(codeIn(error));
      setPending(false);
    }
  };
  if (door.state !== 'OPEN')
    return (
      <Card sx={{ p: { xs: 5, sm: 8 } }}>
        <Typography role="status" sx={{ fontSize: '1.125rem' }}>
          {translate('provisional.shut')}
        </Typography>
      </Card>
    );
  return (
    <Card sx={{ p: { xs: 5, sm: 8 } }}>
      <Typography sx={{ fontSize: '1.25rem', mb: 4 }}>
        {translate('provisional.welcome', { name: door.structure })}
      </Typography>
      <Box component="ul" sx={{ m: 0, mb: 6, pl: 5, lineHeight: 1.7 }}>
        <li>{translate('provisional.before')}</li>
        {door.until && (
          <li>
            <strong>{translate('provisional.until', { at: format.instantIn(lastMinuteOf(door.until), PARIS) })}</strong>
          </li>
        )}
        <li>{translate('provisional.personal')}</li>
        <li>{translate('provisional.logged')}</li>
      </Box>
      {refusal && (
        <Alert severity="error" role="alert" sx={{ mb: 4 }}>
          {translate(`refusal.${refusal}`, { _: translate('refusal.INTERNAL') })}
        </Alert>
      )}
      <Button variant="contained" size="large" sx={{ minHeight: 48 }} disabled={pending} onClick={() => void read()}>
        {translate('provisional.read')}
      </Button>
    </Card>
  );
};
