import { Box, FormControlLabel, FormHelperText, MenuItem, Switch, TextField } from '@mui/material';
import { useInput, useTranslate } from 'react-admin';
import type { DelayRule } from '../../server/delay/delay.rules.ts';
import { enums } from '../kernel/i18n/fr.enums.ts';
import { Group } from '../kernel/record/Group.tsx';

const usual: DelayRule = { from: 'SENT', to: 'ANSWERED', count: 'WORKING_DAYS' };
const parts = [
  ['from', 'start', 'EventKind'],
  ['to', 'end', 'EventKind'],
  ['count', 'unit', 'DelayCount'],
] as const;

/** Whether a delay is worked out from events, and how: from which to which, counted in what. */
export const DelayInput = () => {
  const translate = useTranslate();
  const { field, fieldState } = useInput<DelayRule | null>({ source: 'delay' });
  const rule: DelayRule | null = field.value || null;
  const set = (part: string, value: string) => field.onChange({ ...usual, ...rule, [part]: value });
  return (
    <Group title={translate('field.delay')}>
      <FormControlLabel
        control={<Switch checked={rule !== null} onChange={(_, derived) => field.onChange(derived ? usual : null)} />}
        label={translate('room.settings.derived')}
      />
      {rule && (
        <>
          <FormHelperText>{translate('room.settings.derivedMore')}</FormHelperText>
          <Box sx={{ mt: 3, display: 'grid', gap: 4, gridTemplateColumns: { sm: 'repeat(3, minmax(0, 1fr))' } }}>
            {parts.map(([part, label, of]) => (
              <TextField
                key={part}
                select
                label={translate(`room.settings.${label}`)}
                value={rule[part]}
                error={fieldState.invalid}
                onChange={({ target }) => set(part, target.value)}
              >
                {Object.keys(enums[of]).map((word) => (
                  <MenuItem key={word} value={word}>
                    {translate(`enum.${of}.${word}`)}
                  </MenuItem>
                ))}
              </TextField>
            ))}
          </Box>
        </>
      )}
    </Group>
  );
};
