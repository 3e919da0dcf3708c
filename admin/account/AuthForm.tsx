import { Alert, Button, TextField } from '@mui/material';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslate } from 'react-admin';
import { codeIn } from '../kernel/api.ts';

interface AuthFieldProps {
  readonly name: string;
  readonly label: string;
  readonly type?: string;
  readonly autoComplete: string;
  readonly help?: string;
  readonly inputMode?: 'numeric' | 'email';
  readonly autoFocus?: boolean;
  readonly minLength?: number;
}

/** One field of a form before sign-in, named so that password managers know it. */
export const AuthField = ({ name, label, help, inputMode, minLength, ...rest }: AuthFieldProps) => {
  const translate = useTranslate();
  return (
    <TextField
      {...rest}
      id={name}
      name={name}
      label={translate(label)}
      required
      {...(help ? { helperText: translate(help) } : {})}
      slotProps={{ htmlInput: { inputMode, minLength, spellCheck: false } }}
    />
  );
};

/** A form that asks the server one thing, shows why it was refused, and cannot be sent twice. */
export const AuthForm = ({
  submit,
  onSubmit,
  children,
}: {
  readonly submit: string;
  readonly onSubmit: (values: FormData) => Promise<void>;
  readonly children: ReactNode;
}) => {
  const translate = useTranslate();
  const [refusal, setRefusal] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setPending(true);
    setRefusal(null);
    await onSubmit(new FormData(event.currentTarget)).catch((error: unknown) => setRefusal(codeIn(error)));
    setPending(false);
  };
  return (
    <form onSubmit={send} style={{ display: 'flex', flexDirection: 'column', gap: 20, maxWidth: 420 }}>
      {refusal && (
        <Alert severity="error" role="alert">
          {translate(`refusal.${refusal}`, { _: translate('refusal.INTERNAL') })}
        </Alert>
      )}
      {children}
      <Button type="submit" variant="contained" size="large" disabled={pending}>
        {translate(submit)}
      </Button>
    </form>
  );
};
