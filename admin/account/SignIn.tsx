import { Link, Typography } from '@mui/material';
import { useState } from 'react';
import { useBasename, useLogin, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { codeIn } from '../kernel/api.ts';
import { AuthField, AuthForm } from './AuthForm.tsx';
import { AuthFrame } from './AuthFrame.tsx';
import { useWindowTitle } from './useWindowTitle.ts';

/** Address and password, then the code of those who asked for one. */
export const SignIn = () => {
  const translate = useTranslate();
  const basename = useBasename();
  const login = useLogin();
  const [coded, setCoded] = useState(false);
  useWindowTitle('signIn.title');
  if (coded)
    return (
      <AuthFrame title={translate('signIn.codeTitle')} help={translate('signIn.codeHelp')}>
        <AuthForm
          key="code"
          submit="signIn.codeSubmit"
          onSubmit={async (values) => void (await login({ code: String(values.get('code')).replace(/\s/g, '') }))}
        >
          <AuthField name="code" label="signIn.code" autoComplete="one-time-code" inputMode="numeric" autoFocus />
        </AuthForm>
        <Typography variant="body2" sx={{ mt: 6 }}>
          <Link component="button" type="button" onClick={() => setCoded(false)}>
            {translate('signIn.back')}
          </Link>
        </Typography>
      </AuthFrame>
    );
  const signIn = async (values: FormData) => {
    try {
      await login({ email: String(values.get('email')).trim(), password: String(values.get('password')) });
    } catch (error) {
      if (codeIn(error) !== 'CODE_NEEDED') throw error;
      setCoded(true);
    }
  };
  return (
    <AuthFrame title={translate('signIn.title')} help={translate('signIn.subtitle')}>
      <AuthForm key="password" submit="signIn.submit" onSubmit={signIn}>
        <AuthField name="email" label="signIn.email" type="email" autoComplete="username" inputMode="email" autoFocus />
        <AuthField name="password" label="signIn.password" type="password" autoComplete="current-password" />
      </AuthForm>
      <Typography variant="body2" sx={{ mt: 6 }}>
        <Link component={RouterLink} to={`${basename}/forgotten`}>
          {translate('signIn.forgotten')}
        </Link>
      </Typography>
    </AuthFrame>
  );
};
