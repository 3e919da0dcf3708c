import { Box, FormControlLabel, Switch } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Group } from '../kernel/record/Group.tsx';
import { useRulesInWords } from '../kernel/rulesInWords.ts';
import type { ChannelDraft, Draft } from './draft.ts';
import { PolicySelect } from './PolicySelect.tsx';
import { TypedNumber } from './TypedNumber.tsx';
import type { GridRules } from './workshop.graphql.ts';

interface ChannelPoliciesProps {
  readonly grid: GridRules;
  readonly draft: Draft;
  readonly onChange: (more: Partial<Draft>) => void;
}

/** For each channel, what a structure without a score on it counts; and whether an option is compared. */
export const ChannelPolicies = ({ grid, draft, onChange }: ChannelPoliciesProps) => {
  const translate = useTranslate();
  const change = (code: string, before: ChannelDraft, more: Partial<ChannelDraft>) =>
    onChange({ channels: { ...draft.channels, [code]: { ...before, ...more } } });
  return (
    <Group title={translate('room.policy.channels')}>
      {grid.channels.map((channel) => {
        const own = draft.channels[channel.code];
        return (
          own && (
            <ChannelPolicy
              key={channel.code}
              channel={channel}
              own={own}
              onChange={(more) => change(channel.code, own, more)}
            />
          )
        );
      })}
    </Group>
  );
};

interface ChannelPolicyProps {
  readonly channel: GridRules['channels'][number];
  readonly own: ChannelDraft;
  readonly onChange: (more: Partial<ChannelDraft>) => void;
}

const ChannelPolicy = ({ channel: { code, optional, whenAbsent, floor }, own, onChange }: ChannelPolicyProps) => {
  const translate = useTranslate();
  const words = useRulesInWords();
  const name = translate(`enum.ChannelCode.${code}`);
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr) 84px', sm: '180px minmax(0, 1fr) 84px 180px' },
        gap: 2,
        alignItems: 'center',
        py: 2,
        borderTop: 1,
        borderColor: 'divider',
        fontSize: '0.875rem',
      }}
    >
      <Box sx={{ gridColumn: { xs: '1 / -1', sm: 'auto' }, fontWeight: 600 }}>{name}</Box>
      <Box sx={own.whenAbsent === 'FLOOR' ? {} : { gridColumn: { xs: '1 / -1', sm: 'span 2' } }}>
        <PolicySelect
          label={translate('room.workshop.whenAbsentOf', { channel: name })}
          value={own.whenAbsent}
          disabled={!own.compared}
          asGrid={translate('room.policy.asGridSaid', { policy: words.policy(whenAbsent, floor) })}
          onChange={(policy) => onChange({ whenAbsent: policy })}
        />
      </Box>
      {own.whenAbsent === 'FLOOR' && (
        <TypedNumber
          name={translate('room.policy.floorOf', { channel: name })}
          value={own.floor}
          disabled={!own.compared}
          onChange={(typed) => onChange({ floor: typed })}
        />
      )}
      {optional && (
        <FormControlLabel
          sx={{ ml: 0, gap: 1, gridColumn: { xs: '1 / -1', sm: 'auto' } }}
          slotProps={{ typography: { sx: { fontSize: '0.8125rem' } } }}
          control={
            <Switch
              size="small"
              checked={own.compared}
              onChange={(_, on) => onChange({ compared: on })}
              slotProps={{ input: { 'aria-label': translate('room.policy.comparedOf', { channel: name }) } }}
            />
          }
          label={translate('room.policy.compared')}
        />
      )}
    </Box>
  );
};
