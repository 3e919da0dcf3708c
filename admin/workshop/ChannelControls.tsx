import { Box, FormControlLabel, Slider, Switch } from '@mui/material';
import { memo } from 'react';
import { useTranslate } from 'react-admin';
import { NumberField } from './NumberField.tsx';
import { PolicySelect } from './PolicySelect.tsx';
import { MOST_WEIGHT, type Settings } from './settings.ts';
import type { Policy, Setting } from './simulate.ts';

export interface ControlsProps {
  readonly optional: boolean;
  readonly setting: Settings[number];
  readonly own: Settings[number];
  readonly onChange: (code: string, more: Partial<Setting>) => void;
}

/**
 * The weight of a channel, by hand or in figures, and what a structure without a score on it counts. Drawn again only
 * when this channel changes: the others must not slow down the slider that is dragged.
 */
export const ChannelControls = memo(({ optional, setting, own, onChange }: ControlsProps) => {
  const translate = useTranslate();
  const { code, weight, compared, whenAbsent, floor } = setting;
  const channel = translate(`enum.ChannelCode.${code}`);
  const most = Math.max(MOST_WEIGHT, own.weight);
  const weightOf = translate('room.workshop.weightOf', { channel });
  const change = (more: Partial<Setting>) => onChange(code, more);
  return (
    <>
      {optional && (
        <FormControlLabel
          sx={{ ml: 0, mt: 1, gap: 1, '& .MuiFormControlLabel-label': { fontSize: '0.8125rem' } }}
          control={
            <Switch
              size="small"
              checked={compared}
              onChange={(_, on) => change({ compared: on })}
              slotProps={{ input: { 'aria-label': translate('room.workshop.comparedOf', { channel }) } }}
            />
          }
          label={translate('room.workshop.compared')}
        />
      )}
      <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 72px', gap: 4, alignItems: 'center' }}>
        <Slider
          size="small"
          disabled={!compared}
          aria-label={weightOf}
          value={weight}
          max={most}
          marks={[{ value: own.weight }]}
          onChange={(_, value) => change({ weight: Number(value) })}
          sx={{ ml: 2, width: 'auto' }}
        />
        <NumberField
          label={weightOf}
          value={weight}
          most={most}
          disabled={!compared}
          onChange={(value) => change({ weight: value })}
        />
      </Box>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', mt: 1 }}>
        <Box aria-hidden sx={{ fontSize: '0.8125rem', color: 'text.secondary', whiteSpace: 'nowrap' }}>
          {translate('room.workshop.whenAbsent')}
        </Box>
        <PolicySelect
          label={translate('room.workshop.whenAbsentOf', { channel })}
          value={whenAbsent}
          disabled={!compared}
          onChange={(policy) => change({ whenAbsent: policy as Policy })}
        />
        {whenAbsent === 'FLOOR' && (
          <Box sx={{ width: 72, flexShrink: 0 }}>
            <NumberField
              label={translate('room.workshop.floorOf', { channel })}
              value={floor}
              most={100}
              disabled={!compared}
              onChange={(value) => change({ floor: value })}
            />
          </Box>
        )}
      </Box>
    </>
  );
});
