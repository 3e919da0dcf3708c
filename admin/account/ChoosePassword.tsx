import { Alert, Link, Typography } from '@mui/material';
import { useState } from 'react';
import { HttpError, useBasename, useTranslate } from 'react-admin';
import { Link as RouterLink, useSearchParams } from 'react-router-dom';
import { askAuth } from '../kernel/auth.ts';
import { AuthField, AuthForm } from './AuthForm.tsx';
import { AuthFrame } from './AuthFrame.tsx';
import { useWindowTitle } from './useWindowTitle.ts';

const SHORTEST = 12;

/** Where a mailed link leads: a first password for someone invited, a new one for someone who forgot theirs. */
export const ChoosePassword = ({ welcome = false }: { readonly welcome?: boolean }) => {
  const translate = useTranslate();
  const basename = useBasename();
  const [search] = useSearchParams();
  const [done, setDone] = useState(false);
  const token = search.get('token');
  const title = welcome ? 'password.invitationTitle' : 'password.resetTitle';
  useWindowTitle(title);
  const save = async (values: FormData) => {
    const newPassword = String(values.get('password'));
    if (newPassword !== values.get('again')) throw new HttpError('', 422, { code: 'PASSWORD_DIFFERENT', details: {} });
    await askAuth('reset-password', { newPassword, token });
    setDone(true);
  };
  return (
    <AuthFrame title={translate(title)} {...(welcome ? { help: translate('password.invitationHelp') } : {})}>
      <div style={{ height: welcome ? 0 : 24 }} />
      {done ? (
        <Alert severity="success" role="status">
          {translate('password.saved')}
        </Alert>
      ) : token ? (
        <AuthForm submit="password.save" onSubmit={save}>
          <AuthField
            name="password"
            label="password.first"
            type="password"
            autoComplete="new-password"
            help="password.rule"
            minLength={SHORTEST}
            autoFocus
          />
          <AuthField
            name="again"
            label="password.second"
            type="password"
            autoComplete="new-password"
            minLength={SHORTEST}
          />
        </AuthForm>
      ) : (
        <Alert severity="error">{translate('password.noToken')}</Alert>
      )}
      <Typography variant="body2" sx={{ mt: 6 }}>
        <Link component={RouterLink} to={`${basename}/login`}>
          {translate('signIn.back')}
        </Link>
      </Typography>
    </AuthFrame>
  );
};
