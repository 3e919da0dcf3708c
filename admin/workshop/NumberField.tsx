import { TextField } from '@mui/material';
import { useState } from 'react';
import { useFormat } from '../kernel/format.ts';
import { numberIn } from './number.ts';

interface NumberFieldProps {
  /** What it is, for those who do not see where it stands. */
  readonly label: string;
  readonly value: number;
  /** From 0 to this. */
  readonly most: number;
  readonly disabled?: boolean;
  readonly onChange: (value: number) => void;
}

/** A number from 0, typed with the comma of the language; it says what it is only once it is one. */
export const NumberField = ({ label, value, most, disabled = false, onChange }: NumberFieldProps) => {
  const format = useFormat();
  const [typed, setTyped] = useState<string | null>(null);
  const read = typed === null ? value : numberIn(typed, most);
  return (
    <TextField
      value={typed ?? format.number(value)}
      disabled={disabled}
      error={read === null}
      onChange={({ target }) => {
        setTyped(target.value);
        const number = numberIn(target.value, most);
        if (number !== null) onChange(number);
      }}
      onBlur={() => setTyped(null)}
      slotProps={{
        htmlInput: { 'aria-label': label, inputMode: 'decimal', style: { textAlign: 'right' }, autoComplete: 'off' },
      }}
    />
  );
};
