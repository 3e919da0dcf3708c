import { Alert, Box, Link, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslate } from 'react-admin';
import { askAuth } from '../kernel/auth.ts';
import { forgetWhoIAm } from '../kernel/authProvider.ts';
import { AuthField, AuthForm } from './AuthForm.tsx';

interface Secret {
  readonly totpURI: string;
  readonly backupCodes: readonly string[];
}

/** Sets up, or takes off, the code asked for at sign-in: the password first, then a code that proves it works. */
export const SecondStep = ({ enabled }: { readonly enabled: boolean }) => {
  const translate = useTranslate();
  const client = useQueryClient();
  const [secret, setSecret] = useState<Secret | null>(null);
  const passwordOf = (values: FormData) => ({ password: String(values.get('password')) });
  const refresh = async () => {
    forgetWhoIAm();
    await client.invalidateQueries({ queryKey: ['auth'] });
    setSecret(null);
  };
  const prepare = async (values: FormData) => setSecret(await askAuth<Secret>('two-factor/enable', passwordOf(values)));
  const takeOff = async (values: FormData) => {
    await askAuth('two-factor/disable', passwordOf(values));
    await refresh();
  };
  const confirm = async (values: FormData) => {
    await askAuth('two-factor/verify-totp', { code: String(values.get('code')).replace(/\s/g, '') });
    await refresh();
  };
  if (secret)
    return (
      <>
        <SecretInWords {...secret} />
        <AuthForm submit="room.profile.confirmCode" onSubmit={confirm}>
          <AuthField name="code" label="signIn.code" autoComplete="one-time-code" inputMode="numeric" />
        </AuthForm>
      </>
    );
  return (
    <>
      <Alert severity={enabled ? 'success' : 'info'} sx={{ mb: 5 }}>
        {translate(enabled ? 'room.profile.secondOn' : 'room.profile.secondOff')}
      </Alert>
      <AuthForm
        key={String(enabled)}
        submit={enabled ? 'room.profile.takeOff' : 'room.profile.setUp'}
        onSubmit={enabled ? takeOff : prepare}
      >
        <AuthField name="password" label="signIn.password" type="password" autoComplete="current-password" />
      </AuthForm>
    </>
  );
};

/** The code is drawn when it is asked for: whoever opens their account otherwise does not load what draws it. */
const QrCode = lazy(() => import('../kernel/QrCode.tsx'));

/** The secret as a code to photograph, as text, and as a link that opens an application; codes to keep for a bad day. */
const SecretInWords = ({ totpURI, backupCodes }: Secret) => {
  const translate = useTranslate();
  const code = new URL(totpURI).searchParams.get('secret') ?? '';
  return (
    <Box sx={{ mb: 5, '& code': { fontSize: '1rem', overflowWrap: 'anywhere' } }}>
      <Typography variant="body2">{translate('room.profile.scan')}</Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 5, mt: 3 }}>
        <Box sx={{ width: 220, height: 220 }}>
          <Suspense>
            <QrCode text={totpURI} label={translate('room.profile.code')} />
          </Suspense>
        </Box>
        <Box sx={{ flex: 1, minWidth: 220 }}>
          <Typography variant="body2">{translate('room.profile.secret')}</Typography>
          <Typography sx={{ my: 2 }}>
            <code>{code.replace(/(.{4})/g, '$1 ').trim()}</code>
          </Typography>
          <Link href={totpURI}>{translate('room.profile.openApp')}</Link>
        </Box>
      </Box>
      <Typography variant="body2" sx={{ mt: 5 }}>
        {translate('room.profile.backup')}
      </Typography>
      <Box
        component="ul"
        sx={{ columns: { xs: 1, sm: 2 }, listStyle: 'none', p: 0, my: 2, fontVariantNumeric: 'tabular-nums' }}
      >
        {backupCodes.map((backup) => (
          <li key={backup}>
            <code>{backup}</code>
          </li>
        ))}
      </Box>
    </Box>
  );
};
