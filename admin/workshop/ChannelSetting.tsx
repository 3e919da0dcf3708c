import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { ChannelControls, type ControlsProps } from './ChannelControls.tsx';

interface ChannelSettingProps extends ControlsProps {
  /** Its place in the grid, which gives it its colour. */
  readonly place: number;
  /** Its share of the overall score; null when it is left aside. */
  readonly share: number | null;
}

/** One channel: its share of the score, which moves with every other, and its own controls. */
export const ChannelSetting = ({ place, share, ...controls }: ChannelSettingProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const { setting, own } = controls;
  return (
    <Box sx={{ py: 2.5, borderTop: 1, borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, fontSize: '0.875rem' }}>
        <Box
          aria-hidden
          sx={({ palette: { tokens } }) => ({
            ...{ width: 10, height: 10, borderRadius: '2px', flexShrink: 0 },
            ...(setting.compared ? { bgcolor: tokens.series[place % 6] } : { border: `2px solid ${tokens.muted}` }),
          })}
        />
        <Box sx={{ flex: 1, fontWeight: 600 }}>{translate(`enum.ChannelCode.${setting.code}`)}</Box>
        <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem', fontVariantNumeric: 'tabular-nums' }}>
          {share === null
            ? translate('room.workshop.apart')
            : translate('room.workshop.shareOf', { share: format.percent(share, 1) })}
          {setting.weight !== own.weight &&
            ` · ${translate('room.workshop.was', { weight: format.number(own.weight) })}`}
        </Box>
      </Box>
      <ChannelControls {...controls} />
    </Box>
  );
};
