import { Box, TextField, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Column } from './import.graphql.ts';

interface ConstantsProps {
  readonly columns: readonly Column[];
  readonly values: Readonly<Record<string, string>>;
  readonly onChange: (values: Readonly<Record<string, string>>) => void;
}

/** One value for all rows, for each required column that a file lacks. */
export const Constants = ({ columns, values, onChange }: ConstantsProps) => {
  const translate = useTranslate();
  return (
    <Box sx={{ mt: 4 }}>
      <Typography component="h3" variant="h4">
        {translate('room.import.columns.missing')}
      </Typography>
      <Typography variant="body2" sx={{ mb: 3, color: 'text.secondary' }}>
        {translate('room.import.columns.missingMore')}
      </Typography>
      <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'repeat(auto-fill, minmax(240px, 1fr))' }}>
        {columns.map(({ name, values: few }) => (
          <TextField
            key={name}
            size="small"
            label={translate('room.import.columns.constant', { column: name })}
            value={values[name] ?? ''}
            onChange={({ target }) => onChange({ ...values, [name]: target.value })}
            select={few.length > 0}
            slotProps={{ htmlInput: { maxLength: 200 }, select: { native: true }, inputLabel: { shrink: true } }}
          >
            {few.length > 0 && [
              <option key="" value="">
                {translate('room.import.columns.noConstant')}
              </option>,
              ...few.map((one) => (
                <option key={one} value={one}>
                  {one}
                </option>
              )),
            ]}
          </TextField>
        ))}
      </Box>
    </Box>
  );
};
