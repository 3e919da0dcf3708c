import { Alert, Box, Button, Card, Checkbox, FormControlLabel, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { codeIn } from '../kernel/api.ts';
import { useFormat } from '../kernel/format.ts';
import { DeclineDialog } from '../kernel/record/DeclineDialog.tsx';
import { type Accepted, AcceptSeat, asInvited, DeclineSeat, type Door } from './seat.graphql.ts';

interface WelcomeProps {
  readonly token: string;
  readonly door: Door;
  readonly onAccepted: (accepted: Accepted) => void;
  /** The seat is no longer as it was read. */
  readonly onChanged: () => void;
}

/** An invitation that waits for its answer. */
export const Welcome = ({ token, door, onAccepted, onChanged }: WelcomeProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const [agreed, setAgreed] = useState(false);
  const [declining, setDeclining] = useState(false);
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const accept = async () => {
    setPending(true);
    try {
      onAccepted((await asInvited(token, AcceptSeat, { terms: true })).acceptSeat);
    } catch (error) {
      if (codeIn(error) === 'SEAT_CLOSED') onChanged();
      setRefusal(codeIn(error));
      setPending(false);
    }
  };
  const decline = async (motive: string | null) => {
    await asInvited(token, DeclineSeat, { motive });
    onChanged();
  };
  return (
    <Card sx={{ p: { xs: 5, sm: 8 } }}>
      <Typography sx={{ fontSize: '1.25rem', mb: 3 }}>
        {translate('seat.welcome', { name: door.name, office: translate(`seat.office.${door.office}`) })}
      </Typography>
      <Box component="ul" sx={{ m: 0, mb: 5, pl: 5, lineHeight: 1.7 }}>
        <li>{translate('seat.what1')}</li>
        <li>{translate('seat.what2')}</li>
        <li>{translate('seat.until', { when: format.instant(door.expiresAt) })}</li>
      </Box>
      <Typography component="h2" variant="h2" sx={{ mb: 2 }}>
        {translate('seat.terms')}
      </Typography>
      <Box
        sx={{
          p: 4,
          mb: 3,
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
          whiteSpace: 'pre-line',
          fontSize: '1rem',
        }}
      >
        {door.terms}
      </Box>
      <FormControlLabel
        sx={{ mb: 4, minHeight: 48 }}
        control={<Checkbox checked={agreed} onChange={() => setAgreed(!agreed)} />}
        label={translate('seat.agree')}
      />
      {refusal && (
        <Alert severity="error" role="alert" sx={{ mb: 4 }}>
          {translate(`refusal.${refusal}`, { _: translate('refusal.INTERNAL') })}
        </Alert>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3 }}>
        <Button
          variant="contained"
          size="large"
          sx={{ minHeight: 48 }}
          onClick={() => void accept()}
          disabled={!agreed || pending}
        >
          {translate('seat.accept')}
        </Button>
        <Button variant="outlined" size="large" sx={{ minHeight: 48 }} onClick={() => setDeclining(true)}>
          {translate('seat.decline')}
        </Button>
      </Box>
      <DeclineDialog of="seat" open={declining} onClose={() => setDeclining(false)} onDecline={decline} />
    </Card>
  );
};
