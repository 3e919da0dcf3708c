import { Box, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { CountField } from './CountField.tsx';
import { GRID, type PartProps } from './RulesForm.tsx';

/** The limits that are a number. */
export const LIMITS = [
  ...(['weekMost', 'structureShare', 'structureGap', 'auditorLockOut', 'scenarioLockOut'] as const),
  ...(['personaLockOut', 'weekExcess'] as const),
];

/** The limits a plan keeps within, and the days on which nothing is tested. */
export const LimitsFields = ({ said, open, say }: PartProps) => {
  const translate = useTranslate();
  const [closed, setClosed] = useState(said.closedDays.join(', '));
  return (
    <>
      <Box sx={GRID}>
        {LIMITS.map((field) => (
          <CountField
            key={field}
            label={translate(`room.planning.field.${field}`)}
            help={translate(`room.planning.help.${field}`)}
            value={said[field]}
            disabled={!open}
            onSay={(value) => say({ [field]: value ?? (field === 'weekExcess' ? null : 0) })}
          />
        ))}
      </Box>
      <TextField
        fullWidth
        size="small"
        label={translate('room.planning.field.closedDays')}
        helperText={translate('room.planning.help.closedDays')}
        value={closed}
        disabled={!open}
        onChange={({ target }) => {
          setClosed(target.value);
          say({ closedDays: target.value.split(/[\s,;]+/).filter(Boolean) });
        }}
        sx={{ mt: 4 }}
      />
    </>
  );
};
