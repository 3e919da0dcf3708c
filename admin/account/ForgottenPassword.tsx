import { Alert, Link, Typography } from '@mui/material';
import { useState } from 'react';
import { useBasename, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { askAuth } from '../kernel/auth.ts';
import { AuthField, AuthForm } from './AuthForm.tsx';
import { AuthFrame } from './AuthFrame.tsx';
import { useWindowTitle } from './useWindowTitle.ts';

/** Asks for a link to choose a new password. The answer is the same whether the address is known or not. */
export const ForgottenPassword = () => {
  const translate = useTranslate();
  const basename = useBasename();
  const [sent, setSent] = useState(false);
  useWindowTitle('password.forgottenTitle');
  const ask = async (values: FormData) => {
    await askAuth('request-password-reset', { email: String(values.get('email')).trim() });
    setSent(true);
  };
  return (
    <AuthFrame title={translate('password.forgottenTitle')} help={translate('password.forgottenHelp')}>
      {sent ? (
        <Alert severity="success" role="status">
          {translate('password.sent')}
        </Alert>
      ) : (
        <AuthForm submit="password.send" onSubmit={ask}>
          <AuthField
            name="email"
            label="signIn.email"
            type="email"
            autoComplete="username"
            inputMode="email"
            autoFocus
          />
        </AuthForm>
      )}
      <Typography variant="body2" sx={{ mt: 6 }}>
        <Link component={RouterLink} to={`${basename}/login`}>
          {translate('signIn.back')}
        </Link>
      </Typography>
    </AuthFrame>
  );
};
