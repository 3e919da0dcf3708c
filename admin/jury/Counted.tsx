import { Box, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';

/** The most a Prose of the contract takes. */
const MOST = 5000;

interface CountedProps {
  readonly label: string;
  readonly help: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly required?: boolean;
}

/** A text of a few sentences that counts its characters. */
export const Counted = ({ label, help, value, onChange, required = false }: CountedProps) => {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <TextField
      label={label}
      required={required}
      multiline
      minRows={3}
      maxRows={10}
      value={value}
      onChange={({ target }) => onChange(target.value)}
      slotProps={{ htmlInput: { maxLength: MOST }, formHelperText: { component: 'div' } }}
      helperText={
        <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 3 }}>
          <span>{help}</span>
          <Box component="span" sx={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}>
            {translate('room.award.counter', { count: format.number(value.length), most: format.number(MOST) })}
          </Box>
        </Box>
      }
    />
  );
};
