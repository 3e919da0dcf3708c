import { Box, Typography } from '@mui/material';
import { useId } from 'react';
import { useTranslate } from 'react-admin';
import { ChannelSetting } from './ChannelSetting.tsx';
import { type Settings, sharesOf } from './settings.ts';
import type { Setting } from './simulate.ts';
import type { WorkshopChannel } from './workshop.graphql.ts';

interface ChannelSettingsProps {
  readonly channels: readonly WorkshopChannel[];
  readonly settings: Settings;
  readonly official: Settings;
  readonly onChange: (code: string, more: Partial<Setting>) => void;
}

/** What each channel weighs: one bar cut in as many parts, then each with its slider and its policy. */
export const ChannelSettings = ({ channels, settings, official, onChange }: ChannelSettingsProps) => {
  const translate = useTranslate();
  const id = useId();
  const shares = sharesOf(settings);
  return (
    <Box role="group" aria-labelledby={id}>
      <Typography id={id} component="h3" variant="h3" sx={{ mb: 3 }}>
        {translate('room.workshop.settings')}
      </Typography>
      <Box aria-hidden sx={{ display: 'flex', gap: '2px', height: 10, borderRadius: 1, overflow: 'hidden', mb: 2 }}>
        {shares.map((share, i) => (
          <Box
            key={channels[i]?.code}
            sx={({ palette }) => ({ flexGrow: share ?? 0, bgcolor: palette.tokens.series[i % 6] })}
          />
        ))}
      </Box>
      {channels.map(({ code, optional }, i) => {
        const [setting, own] = [settings[i], official[i]];
        return (
          setting &&
          own && (
            <ChannelSetting
              key={code}
              place={i}
              optional={optional}
              setting={setting}
              own={own}
              share={shares[i] ?? null}
              onChange={onChange}
            />
          )
        );
      })}
    </Box>
  );
};
