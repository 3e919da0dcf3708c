import LockOutlined from '@mui/icons-material/LockOutlined';
import { Alert, Box, Button, Card, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { codeIn } from '../kernel/api.ts';
import { useFormat } from '../kernel/format.ts';
import { PARIS } from '../kernel/paris.ts';
import { asInvited, type Door, ReadEarly, type Reading } from './early.graphql.ts';

interface DoorstepProps {
  readonly token: string;
  readonly door: Door;
  readonly onRead: (reading: Reading) => void;
}

/** What the embargo asks, before anything is read; or why the link opens nothing now. */
export const Doorstep = ({ token, door, onRead }: DoorstepProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { state, name, body, fromAt, dueAt } = door;
  const read = async () => {
    setPending(true);
    try {
      onRead((await asInvited(token, ReadEarly, {})).readEarly);
    } catch (error) {
      setRefusal(codeIn(error));
      setPending(false);
    }
  };
  const at = (instant: string | null) => (instant ? format.instantIn(instant, PARIS) : '');
  return (
    <Card sx={{ p: { xs: 5, sm: 8 } }}>
      <Typography sx={{ fontSize: '1.25rem', mb: 4 }}>{translate('early.welcome', { name, body })}</Typography>
      {state === 'OPEN' ? (
        <>
          <Box component="ul" sx={{ m: 0, mb: 6, pl: 5, lineHeight: 1.7 }}>
            <li>
              <strong>{translate('early.until', { at: at(dueAt) })}</strong>
            </li>
            <li>{translate('early.personal')}</li>
            <li>{translate('early.logged')}</li>
          </Box>
          {refusal && (
            <Alert severity="error" role="alert" sx={{ mb: 4 }}>
              {translate(`refusal.${refusal}`, { _: translate('refusal.INTERNAL') })}
            </Alert>
          )}
          <Button
            variant="contained"
            size="large"
            startIcon={<LockOutlined />}
            sx={{ minHeight: 48 }}
            disabled={pending}
            onClick={() => void read()}
          >
            {translate('early.read')}
          </Button>
        </>
      ) : (
        <Typography role="status" sx={{ fontSize: '1.125rem' }}>
          {translate(`early.shut.${state}`, { at: at(fromAt) })}
        </Typography>
      )}
    </Card>
  );
};
