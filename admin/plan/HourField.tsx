import { TextField } from '@mui/material';
import { useState } from 'react';

interface HourFieldProps {
  readonly label: string;
  /** "09:00". */
  readonly value: string;
  readonly disabled: boolean;
  readonly onSay: (hour: string) => void;
}

/** An hour, typed as one says it: 9, 9 h, 9h30, 09:30. The browser's own field speaks its own language, not ours. */
export const HourField = ({ label, value, disabled, onSay }: HourFieldProps) => {
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = typed !== null && hourIn(typed) === null;
  return (
    <TextField
      size="small"
      fullWidth={false}
      label={label}
      value={typed ?? value}
      error={wrong}
      disabled={disabled}
      onChange={({ target }) => {
        setTyped(target.value);
        const hour = hourIn(target.value);
        if (hour) onSay(hour);
      }}
      onBlur={() => wrong || setTyped(null)}
      slotProps={{ htmlInput: { maxLength: 7, autoComplete: 'off' } }}
      sx={{ width: 96 }}
    />
  );
};

const TYPED = /^\s*([01]?\d|2[0-3])\s*(?:[h:]\s*([0-5]\d)?)?\s*$/i;

/** "09:30", from what was typed; null when it is no hour. */
export function hourIn(typed: string): string | null {
  const [whole, hour = '', minute = '00'] = TYPED.exec(typed) ?? [];
  return whole === undefined ? null : `${hour.padStart(2, '0')}:${minute}`;
}
