import { Alert, Link as Anchor, Box, Button, Checkbox, FormControlLabel, TextField, Typography } from '@mui/material';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { codeIn } from '../kernel/api.ts';
import { GuestFrame } from '../kernel/layout/GuestFrame.tsx';
import { tell } from './tell.ts';

/** Where anyone asks for an access to the published API: who, for which body, and what for. */
export const RequestPage = () => {
  const translate = useTranslate();
  const [sent, setSent] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const [press, setPress] = useState(false);
  useEffect(() => {
    document.title = `${translate('partner.request.title')} · ${translate('app.name')}`;
  }, [translate]);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setPending(true);
    setRefusal(null);
    const form = new FormData(event.currentTarget);
    const said = (name: string) => String(form.get(name) ?? '').trim();
    const years = said('embargo').match(/\b20\d\d\b/g) ?? [];
    const wish = {
      ...{ name: said('name'), organisation: said('organisation'), email: said('email'), purpose: said('purpose') },
      wanted: { embargo: press ? years.map(Number) : [] },
    };
    await tell('/partner/requests', wish).then(
      () => setSent(wish.email),
      (error: unknown) => setRefusal(codeIn(error)),
    );
    setPending(false);
  };
  const text = (name: string, more: object = {}) => (
    <TextField
      id={name}
      name={name}
      label={translate(`field.${name}`)}
      helperText={translate(`partner.request.${name}Help`)}
      required
      {...more}
    />
  );
  return (
    <GuestFrame title={translate('partner.request.title')} foot={translate('partner.request.privacy')}>
      {sent !== null && (
        <Alert severity="success" role="status">
          {translate('partner.request.sent', { email: sent })}
        </Alert>
      )}
      {sent === null && (
        <>
          <Typography sx={{ mb: 5 }}>
            {translate('partner.request.more')}{' '}
            <Anchor underline="always" href="/guide">
              {translate('partner.toGuide')}
            </Anchor>
          </Typography>
          <Box
            component="form"
            onSubmit={send}
            sx={{ display: 'flex', flexDirection: 'column', gap: 5, maxWidth: 560 }}
          >
            {refusal && (
              <Alert severity="error" role="alert">
                {translate(`refusal.${refusal}`, { _: translate('refusal.INTERNAL') })}
              </Alert>
            )}
            {text('organisation', { autoComplete: 'organization' })}
            {text('name', { autoComplete: 'name' })}
            {text('email', { type: 'email', autoComplete: 'email' })}
            {text('purpose', { multiline: true, minRows: 4 })}
            <Box>
              <FormControlLabel
                control={<Checkbox checked={press} onChange={(_, checked) => setPress(checked)} />}
                label={translate('partner.request.press')}
              />
              {press && text('embargo', { label: translate('partner.request.embargo'), sx: { mt: 3, width: '100%' } })}
            </Box>
            <Button type="submit" variant="contained" size="large" disabled={pending} sx={{ alignSelf: 'flex-start' }}>
              {translate('partner.request.send')}
            </Button>
          </Box>
        </>
      )}
    </GuestFrame>
  );
};
