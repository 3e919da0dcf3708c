import { Box, MenuItem, Tab, Tabs, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { By } from './delay.graphql.ts';
import type { Timed } from './timed.ts';

const groups: readonly By[] = ['CATEGORY', 'KIND', 'REGION'];

interface PickersProps {
  readonly timed: readonly Timed[];
  readonly current: Timed;
  readonly by: By | null;
  readonly onChange: (criterion: string, by: By | null) => void;
}

/** The channels that are timed, as tabs; the criterion within one, when it has several; and what to tell apart. */
export const Pickers = ({ timed, current, by, onChange }: PickersProps) => {
  const translate = useTranslate();
  const channels = [...new Set(timed.map(({ channel }) => channel))];
  const within = timed.filter(({ channel }) => channel === current.channel);
  return (
    <>
      <Tabs
        value={channels.indexOf(current.channel)}
        onChange={(_, at: number) =>
          onChange(timed.find(({ channel }) => channel === channels[at])?.code ?? current.code, by)
        }
        aria-label={translate('room.delay.channels')}
        variant="scrollable"
        allowScrollButtonsMobile
        sx={{ mb: 4, minHeight: 40, '& .MuiTab-root': { minHeight: 40, px: 3, minWidth: 0 } }}
      >
        {channels.map((channel) => (
          <Tab key={channel} label={translate(`enum.ChannelCode.${channel}`)} />
        ))}
      </Tabs>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 4, mb: 4 }}>
        {within.length > 1 && (
          <TextField
            select
            label={translate('room.delay.criterion')}
            value={current.code}
            onChange={({ target }) => onChange(target.value, by)}
            sx={{ width: { xs: '100%', sm: 240 } }}
          >
            {within.map(({ code, label }) => (
              <MenuItem key={code} value={code}>
                {label}
              </MenuItem>
            ))}
          </TextField>
        )}
        <TextField
          select
          label={translate('room.delay.by')}
          value={by ?? ''}
          onChange={({ target }) => onChange(current.code, (target.value || null) as By | null)}
          sx={{ width: { xs: '100%', sm: 240 } }}
          slotProps={{ select: { displayEmpty: true } }}
        >
          <MenuItem value="">{translate('room.delay.all')}</MenuItem>
          {groups.map((group) => (
            <MenuItem key={group} value={group}>
              {translate(`enum.CurveGroup.${group}`)}
            </MenuItem>
          ))}
        </TextField>
      </Box>
    </>
  );
};
