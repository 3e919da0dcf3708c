import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { Hidden } from '../kernel/Hidden.tsx';
import type { Cell } from './ranking.graphql.ts';

/** A score from 0 to 100 as a small bar, a tick at the mean of the category. A channel that was not tested is a gap. */
export const ChannelBar = ({ cell }: { readonly cell: Cell }) => {
  const translate = useTranslate();
  const format = useFormat();
  const channel = translate(`enum.ChannelCode.${cell.channel.code}`);
  const { score, mean } = cell;
  if (score === null)
    return (
      <Box sx={{ minWidth: 0 }}>
        <Hidden>{translate('room.ranking.notTested', { channel })}</Hidden>
        <Box aria-hidden sx={{ height: 10, borderBottom: 1, borderBottomStyle: 'dashed', borderColor: 'divider' }} />
        <Box aria-hidden className="figure" sx={{ fontSize: '0.6875rem', lineHeight: 1.3, color: 'text.secondary' }}>
          —
        </Box>
      </Box>
    );
  const above = Number(score) >= Number(mean ?? 0);
  return (
    <Box sx={{ minWidth: 0 }}>
      <Hidden>
        {translate('room.ranking.cell', { channel, score: format.number(score, 1), mean: format.number(mean, 1) })}
      </Hidden>
      <Box aria-hidden sx={{ position: 'relative', height: 10, bgcolor: 'action.hover', borderRadius: '2px' }}>
        <Box
          sx={({ palette }) => ({
            width: `${score}%`,
            height: '100%',
            borderRadius: '2px',
            bgcolor: above ? palette.primary.main : palette.tokens.series[5],
          })}
        />
        {mean !== null && (
          <Box
            sx={{
              position: 'absolute',
              left: `calc(${mean}% - 1px)`,
              top: -2,
              bottom: -2,
              width: 2,
              bgcolor: 'text.primary',
              outline: '1px solid',
              outlineColor: ({ palette }) => palette.background.paper,
            }}
          />
        )}
      </Box>
      <Box
        aria-hidden
        className="figure"
        sx={{ fontSize: '0.6875rem', lineHeight: 1.3, whiteSpace: 'nowrap', color: 'text.secondary' }}
      >
        <Box component="span" sx={{ color: 'text.primary', fontWeight: 600 }}>
          {format.number(score, 1)}
        </Box>{' '}
        <Box component="span" sx={{ display: { xs: 'none', md: 'inline' } }}>
          / {format.number(mean, 1)}
        </Box>
      </Box>
    </Box>
  );
};
