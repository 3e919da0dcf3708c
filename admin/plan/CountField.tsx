import { TextField } from '@mui/material';

interface CountFieldProps {
  readonly label: string;
  readonly help?: string;
  readonly value: number | null;
  readonly most?: number;
  /** What stands there while nothing is typed. */
  readonly hint?: string;
  /** Whether its name is only for those who do not see the row and the column it stands in. */
  readonly bare?: boolean;
  readonly disabled: boolean;
  /** Null when it was emptied. */
  readonly onSay: (value: number | null) => void;
}

/** A whole number from 0, or nothing. */
export const CountField = ({ label, help, value, most, hint, bare, disabled, onSay }: CountFieldProps) => (
  <TextField
    type="number"
    size="small"
    {...(bare ? {} : { label })}
    {...(help ? { helperText: help } : {})}
    {...(hint ? { placeholder: hint } : {})}
    value={value ?? ''}
    disabled={disabled}
    onChange={({ target }) => onSay(target.value === '' ? null : Math.max(0, Math.trunc(Number(target.value))))}
    slotProps={{
      htmlInput: { min: 0, ...(most ? { max: most } : {}), ...(bare ? { 'aria-label': label } : {}) },
      ...(hint ? { inputLabel: { shrink: true } } : {}),
    }}
    sx={bare ? { width: 76 } : {}}
  />
);
