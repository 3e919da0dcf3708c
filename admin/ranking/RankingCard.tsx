import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { Hidden } from '../kernel/Hidden.tsx';
import { IntervalInWords } from '../kernel/IntervalInWords.tsx';
import { type Robustness, spansOf } from '../kernel/robustness.graphql.ts';
import { Whisker } from '../kernel/Whisker.tsx';
import { ChannelBar } from './ChannelBar.tsx';
import { Place } from './Place.tsx';
import { Name, type RowProps } from './RankingRow.tsx';
import { figuresOf } from './SureCell.tsx';
import { Verdict } from './Verdict.tsx';

/** One structure on a phone: the same bars under its name, and its uncertainty in words. */
export const RankingCard = ({ line, tie, figures, axes }: RowProps) => {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Box component="li" sx={{ px: 4, py: 3, borderTop: 1, borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', gap: 3, alignItems: 'baseline' }}>
        <Box sx={{ minWidth: 32, flexShrink: 0 }}>
          <Place rank={line.rank} tie={tie} />
        </Box>
        <Box sx={{ flex: 1, fontWeight: 600, fontSize: '0.875rem' }}>
          <Name line={line} />
          <Verdict line={line} />
        </Box>
        <Box sx={{ textAlign: 'right', fontVariantNumeric: 'tabular-nums' }}>
          <Box sx={{ fontWeight: 650 }}>{format.number(line.score, 2)}</Box>
          {axes && line.robustness && <ScoreRange robustness={line.robustness} />}
        </Box>
      </Box>
      {axes && line.robustness && (
        <Box sx={{ mt: 1, fontSize: '0.75rem', color: 'text.secondary' }}>
          <Whisker {...spansOf(line.robustness, 'rank')} value={line.rank} axis={axes.rank} />
          <Box sx={{ '&::first-letter': { textTransform: 'uppercase' } }}>
            <IntervalInWords of="rank" robustness={line.robustness} />.
          </Box>
        </Box>
      )}
      <Box
        sx={{
          ...{ mt: 2, display: 'grid', gap: 2, gridTemplateColumns: 'repeat(6, minmax(0, 1fr))' },
          ...(figures ? {} : { '& .figure': { display: 'none' } }),
          '&:hover .figure, &:focus-within .figure': { display: 'block' },
        }}
      >
        {line.channels.map((cell) => (
          <Box key={cell.channel.code} sx={{ minWidth: 0 }}>
            <Box aria-hidden sx={{ fontSize: '0.6875rem', mb: 0.5, color: 'text.secondary', overflow: 'hidden' }}>
              {translate(`room.ranking.short.${cell.channel.code}`)}
            </Box>
            <ChannelBar cell={cell} />
          </Box>
        ))}
      </Box>
    </Box>
  );
};

/** Where the score would lie had the tests fallen otherwise: the ends for the eye, the sentence for the ear. */
const ScoreRange = ({ robustness }: { readonly robustness: Robustness }) => {
  const translate = useTranslate();
  const format = useFormat();
  const { tests } = spansOf(robustness, 'score');
  return (
    <Box sx={{ fontSize: '0.75rem', color: 'text.secondary' }}>
      <Hidden>
        <IntervalInWords of="score" robustness={robustness} />
      </Hidden>
      {tests && <span aria-hidden>{figuresOf(translate, format, tests)}</span>}
    </Box>
  );
};
