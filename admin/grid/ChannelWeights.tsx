import { Box, Link } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { Section } from '../kernel/record/Section.tsx';
import type { Channel } from './grid.graphql.ts';
import { shareOf, totalOf } from './weights.ts';

/** What each channel counts for in the overall score: one bar cut in six, and the same in figures. */
export const ChannelWeights = ({ channels }: { readonly channels: readonly Channel[] }) => {
  const translate = useTranslate();
  const format = useFormat();
  const counted = channels.filter(isCounted);
  const total = totalOf(counted);
  return (
    <Section title={translate('room.grid.weights')}>
      <Box aria-hidden sx={{ display: 'flex', gap: '2px', height: 12, borderRadius: 1, overflow: 'hidden', mb: 4 }}>
        {counted.map(({ id, weight }, i) => (
          <Box
            key={id}
            sx={({ palette }) => ({ flexGrow: shareOf(weight, total), bgcolor: palette.tokens.series[i % 6] })}
          />
        ))}
      </Box>
      <Box
        component="ul"
        sx={{
          listStyle: 'none',
          m: 0,
          p: 0,
          display: 'grid',
          gap: 3,
          gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))',
        }}
      >
        {channels.map((channel) => {
          const { id, label, weight, criteria } = channel;
          const rank = counted.findIndex((one) => one.id === id);
          return (
            <Box component="li" key={id} sx={{ display: 'flex', gap: 2 }}>
              <Box
                aria-hidden
                sx={({ palette }) => ({
                  mt: '5px',
                  width: 10,
                  height: 10,
                  flexShrink: 0,
                  borderRadius: '2px',
                  ...(isCounted(channel)
                    ? { bgcolor: palette.tokens.series[rank % 6] }
                    : { border: `2px solid ${palette.tokens.muted}` }),
                })}
              />
              <Box>
                <Link href={`#channel-${id}`} sx={{ fontWeight: 600 }}>
                  {label}
                </Link>
                <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem', fontVariantNumeric: 'tabular-nums' }}>
                  {isCounted(channel) ? format.percent(shareOf(weight, total), 1) : translate('room.grid.apart')}
                  {' · '}
                  {translate('room.grid.criteria', { smart_count: criteria.length })}
                </Box>
              </Box>
            </Box>
          );
        })}
      </Box>
    </Section>
  );
};

const isCounted = ({ optional, compared }: Channel): boolean => !optional || compared;
