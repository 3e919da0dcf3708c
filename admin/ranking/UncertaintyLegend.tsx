import { Box, Typography, useMediaQuery } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { Whisker } from '../kernel/Whisker.tsx';
import type { Line } from './ranking.graphql.ts';

/** Where rows become cards, which say in words what the rule shows. */
export const CARDS = '(max-width: 760px)';

const AXIS = { low: 0, high: 1 };

/** What the three marks of uncertainty mean, one sentence each; and on which channels it is overstated. */
export const UncertaintyLegend = ({ lines }: { readonly lines: readonly Line[] }) => {
  const translate = useTranslate();
  const format = useFormat();
  const small = useMediaQuery(CARDS);
  const bounded = new Set(lines.flatMap(({ robustness }) => robustness?.bounded ?? []));
  const channels = (lines[0]?.channels ?? []).map(({ channel }) => channel.code).filter((code) => bounded.has(code));
  return (
    <Box component="aside" aria-label={translate('room.robustness.legend')} sx={{ mt: 4, color: 'text.secondary' }}>
      <Box
        component="ul"
        sx={{ display: 'grid', gap: 3, m: 0, p: 0, gridTemplateColumns: { md: 'repeat(3, minmax(0, 1fr))' } }}
      >
        <Mark say="legendTests" mark={<Whisker tests={{ low: 0.1, high: 0.9 }} value={0.5} axis={AXIS} />} />
        <Mark say="legendWeights" mark={<Whisker weights={{ low: 0.3, high: 0.7 }} value={0.5} axis={AXIS} />} />
        {!small && <Mark say="legendTies" mark={<Box sx={{ mx: 'auto', width: 3, height: 32, ...RULE }} />} />}
      </Box>
      <Typography variant="caption" component="p" sx={{ mt: 2 }}>
        {channels.length > 0 &&
          translate('room.robustness.bounded', {
            smart_count: channels.length,
            channels: format.list(channels.map((code) => translate(`enum.ChannelCode.${code}`))),
          })}{' '}
        {translate('room.robustness.official')}
      </Typography>
    </Box>
  );
};

/** The light rule that joins those who cannot be told apart. */
export const RULE = { bgcolor: 'info.main', opacity: 0.6 } as const;

const Mark = ({ say, mark }: { readonly say: string; readonly mark: ReactNode }) => {
  const translate = useTranslate();
  return (
    <Box component="li" sx={{ display: 'flex', gap: 3, alignItems: 'center' }}>
      <Box aria-hidden sx={{ flex: '0 0 56px' }}>
        {mark}
      </Box>
      <Typography variant="caption">{translate(`room.robustness.${say}`)}</Typography>
    </Box>
  );
};
