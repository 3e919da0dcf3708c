import { Alert } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { askAuth } from '../kernel/auth.ts';
import { AuthField, AuthForm } from './AuthForm.tsx';

/** Replaces one's own password; every other session is signed out. */
export const ChangePassword = () => {
  const translate = useTranslate();
  const [done, setDone] = useState(false);
  const change = async (values: FormData) => {
    await askAuth('change-password', {
      currentPassword: String(values.get('current')),
      newPassword: String(values.get('next')),
      revokeOtherSessions: true,
    });
    setDone(true);
  };
  if (done)
    return (
      <Alert severity="success" role="status">
        {translate('room.profile.passwordDone')}
      </Alert>
    );
  return (
    <AuthForm submit="password.save" onSubmit={change}>
      <AuthField name="current" label="room.profile.current" type="password" autoComplete="current-password" />
      <AuthField
        name="next"
        label="password.first"
        type="password"
        autoComplete="new-password"
        help="password.rule"
        minLength={12}
      />
    </AuthForm>
  );
};
