import Add from '@mui/icons-material/Add';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import { Box, Button, IconButton, MenuItem, TextField, ToggleButton, ToggleButtonGroup } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Hidden } from '../kernel/Hidden.tsx';
import { CHANNELS, type Channel } from './channels.ts';
import { HourField } from './HourField.tsx';
import type { Rules } from './plan.graphql.ts';
import type { PartProps } from './RulesForm.tsx';

const DAYS = [1, 2, 3, 4, 5, 6, 7];
type Band = Rules['bands'][number];

/** When tests may be done: hours and days of the week, channel by channel, on the clock of the structure. */
export const BandsTable = ({ said, open, say }: PartProps) => {
  const translate = useTranslate();
  const { bands } = said;
  const put = (at: number, change: Partial<Band>) =>
    say({ bands: bands.map((band, i) => (i === at ? { ...band, ...change } : band)) });
  const add = () =>
    say({ bands: [...bands, { channel: 'PHONE', weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '12:00' }] });
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      {bands.map((band, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name of its own, and none moves.
        <Box key={at} role="group" aria-label={nameOf(translate, band)} sx={LINE}>
          <TextField
            select
            size="small"
            fullWidth={false}
            label={translate('field.channel')}
            value={band.channel}
            disabled={!open}
            onChange={({ target }) => put(at, { channel: target.value as Channel })}
            sx={{ width: 190 }}
          >
            {CHANNELS.map((channel) => (
              <MenuItem key={channel} value={channel}>
                {translate(`enum.ChannelCode.${channel}`)}
              </MenuItem>
            ))}
          </TextField>
          {(['from', 'to'] as const).map((end) => (
            <HourField
              key={end}
              label={translate(`room.planning.hour.${end}`)}
              value={band[end]}
              disabled={!open}
              onSay={(hour) => put(at, { [end]: hour })}
            />
          ))}
          <ToggleButtonGroup
            size="small"
            value={band.weekdays}
            disabled={!open}
            aria-label={translate('room.planning.weekdaysOf')}
            onChange={(_, weekdays: number[]) => put(at, { weekdays: weekdays.toSorted((a, b) => a - b) })}
          >
            {DAYS.map((day) => (
              <ToggleButton key={day} value={day} sx={{ width: 40 }}>
                {translate(`room.planning.day.${day}`).slice(0, 2)}
                <Hidden>{translate(`room.planning.day.${day}`).slice(2)}</Hidden>
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
          {open && (
            <IconButton
              aria-label={translate('room.planning.removeBand', { band: nameOf(translate, band) })}
              onClick={() => say({ bands: bands.filter((_, i) => i !== at) })}
            >
              <DeleteOutlined />
            </IconButton>
          )}
        </Box>
      ))}
      {open && (
        <Button startIcon={<Add />} onClick={add} sx={{ justifySelf: 'start' }}>
          {translate('room.planning.addBand')}
        </Button>
      )}
    </Box>
  );
};

const nameOf = (translate: ReturnType<typeof useTranslate>, { channel, from, to }: Band): string =>
  `${translate(`enum.ChannelCode.${channel}`)} ${translate('room.assignment.hours', { from, to })}`;

const LINE = { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: 3, rowGap: 3 } as const;
