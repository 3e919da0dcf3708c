import { TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { numberIn } from './number.ts';

interface TypedNumberProps {
  /** What it is, for those who do not see where it stands. */
  readonly name: string;
  /** What it is, shown above it. */
  readonly label?: string;
  readonly help?: string;
  /** As typed, from 0 to 100. */
  readonly value: string;
  /** Whether nothing may stand there. */
  readonly empty?: boolean;
  readonly disabled?: boolean;
  readonly onChange: (typed: string) => void;
}

/** A number from 0 to 100 kept as it is typed, and judged. */
export const TypedNumber = (props: TypedNumberProps) => {
  const translate = useTranslate();
  const { name, label, help, value, empty = false, disabled = false, onChange } = props;
  const wrong = !(empty && value.trim() === '') && numberIn(value, 100) === null;
  const said = wrong ? translate('room.policy.badNumber') : help;
  return (
    <TextField
      value={value.replace('.', ',')}
      disabled={disabled}
      error={wrong}
      onChange={({ target }) => onChange(target.value)}
      slotProps={{
        htmlInput: {
          ...{ inputMode: 'decimal', autoComplete: 'off', style: { textAlign: 'right' } },
          ...(label === undefined ? { 'aria-label': name } : {}),
        },
      }}
      {...(label === undefined ? {} : { label })}
      {...(said === undefined ? {} : { helperText: said })}
    />
  );
};
