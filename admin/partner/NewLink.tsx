import { Alert, Link as Anchor, Box, Button, TextField, Typography } from '@mui/material';
import { type FormEvent, useState } from 'react';
import { useTranslate } from 'react-admin';
import { codeIn } from '../kernel/api.ts';
import { tell } from './tell.ts';

/** What stands where a link leads nowhere: another is mailed to whoever types the address it went to. */
export const NewLink = () => {
  const translate = useTranslate();
  const [sent, setSent] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setPending(true);
    setRefusal(null);
    const email = String(new FormData(event.currentTarget).get('email')).trim();
    await tell('/partner/links', { email }).then(
      () => setSent(true),
      (error: unknown) => setRefusal(codeIn(error)),
    );
    setPending(false);
  };
  if (sent)
    return (
      <Alert severity="success" role="status">
        {translate('partner.link.sent')}
      </Alert>
    );
  return (
    <>
      <Typography sx={{ mb: 4 }}>{translate('partner.link.more')}</Typography>
      <Box component="form" onSubmit={send} sx={{ display: 'flex', flexDirection: 'column', gap: 4, maxWidth: 420 }}>
        {refusal && (
          <Alert severity="error" role="alert">
            {translate(`refusal.${refusal}`, { _: translate('refusal.INTERNAL') })}
          </Alert>
        )}
        <TextField
          id="email"
          name="email"
          type="email"
          autoComplete="email"
          label={translate('field.email')}
          required
        />
        <Button type="submit" variant="contained" size="large" disabled={pending} sx={{ alignSelf: 'flex-start' }}>
          {translate('partner.link.send')}
        </Button>
      </Box>
      <Typography sx={{ mt: 6 }}>
        <Anchor underline="always" href="/api-access">
          {translate('partner.link.toRequest')}
        </Anchor>
      </Typography>
    </>
  );
};
