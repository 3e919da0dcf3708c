import { MenuItem, TextField, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { type EditionInForce, useEditions } from '../kernel/edition.tsx';

/**
 * The editions one may copy from, those before this one first, the latest of them at the head: that is the one copied most
 * years. What public sources alone tell has nothing to give.
 */
export const useSources = ({ id: own, year }: EditionInForce): readonly EditionInForce[] =>
  useEditions()
    .editions.filter(({ id, provenance }) => id !== own && provenance !== 'REPORTED')
    .toSorted((a, b) => Number(a.year > year) - Number(b.year > year) || b.year - a.year);

interface SourcePickerProps {
  readonly sources: readonly EditionInForce[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}

export const SourcePicker = ({ sources, value, onChange }: SourcePickerProps) => {
  const translate = useTranslate();
  if (sources.length === 0)
    return (
      <Typography variant="body2" sx={{ mt: 3, color: 'text.secondary' }}>
        {translate('room.configuration.noOther')}
      </Typography>
    );
  return (
    <TextField
      select
      fullWidth
      label={translate('room.configuration.source')}
      value={value}
      onChange={({ target }) => onChange(target.value)}
      sx={{ mt: 3, maxWidth: 480, display: 'flex' }}
    >
      {sources.map(({ id, year, label }) => (
        <MenuItem key={id} value={id}>
          {year} · {label}
        </MenuItem>
      ))}
    </TextField>
  );
};
