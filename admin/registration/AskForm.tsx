import { Alert, Box, Button, TextField } from '@mui/material';
import { type FormEvent, useState } from 'react';
import { useTranslate } from 'react-admin';
import { codeIn } from '../kernel/api.ts';

interface AskFormProps {
  readonly label: string;
  readonly help?: string;
  readonly action: string;
  readonly type: 'email' | 'code';
  readonly onSubmit: (value: string) => Promise<void>;
}

/** One question with one answer; says why it was refused, and cannot be sent twice. */
export const AskForm = ({ label, help, action, type, onSubmit }: AskFormProps) => {
  const translate = useTranslate();
  const [refusal, setRefusal] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setPending(true);
    setRefusal(null);
    const value = String(new FormData(event.currentTarget).get('value')).trim();
    await onSubmit(value).catch((error: unknown) => setRefusal(codeIn(error)));
    setPending(false);
  };
  const shape = type === 'code' ? { inputMode: 'numeric' as const, maxLength: 7 } : { inputMode: 'email' as const };
  return (
    <Box component="form" onSubmit={send} sx={{ display: 'flex', flexDirection: 'column', gap: 4, maxWidth: 420 }}>
      {refusal && (
        <Alert severity="error" role="alert">
          {translate(`refusal.${refusal}`, { _: translate('refusal.INTERNAL') })}
        </Alert>
      )}
      <TextField
        name="value"
        id={`ask-${type}`}
        type={type === 'email' ? 'email' : 'text'}
        autoComplete={type === 'email' ? 'email' : 'one-time-code'}
        label={translate(label)}
        {...(help ? { helperText: translate(help) } : {})}
        required
        slotProps={{ htmlInput: { ...shape, spellCheck: false } }}
      />
      <Button type="submit" variant="contained" size="large" disabled={pending} sx={{ alignSelf: 'flex-start' }}>
        {translate(action)}
      </Button>
    </Box>
  );
};
