import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { type Format, useFormat } from '../kernel/format.ts';
import { Hidden } from '../kernel/Hidden.tsx';
import { IntervalInWords } from '../kernel/IntervalInWords.tsx';
import { type Span, spansOf } from '../kernel/robustness.graphql.ts';
import { Whisker } from '../kernel/Whisker.tsx';
import type { Axes } from './axes.ts';
import type { Line } from './ranking.graphql.ts';

interface SureCellProps {
  readonly line: Line;
  readonly of: 'rank' | 'score';
  readonly axes: Axes;
}

/** How sure the rank or the score of a line is: its whisker, the same in words, and its figures on demand. */
export const SureCell = ({ line, of, axes }: SureCellProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const { robustness } = line;
  if (!robustness) return null;
  const spans = spansOf(robustness, of);
  return (
    <Box sx={{ minWidth: 104 }}>
      <Hidden>
        <IntervalInWords of={of} robustness={robustness} />
        {of === 'rank' && <TiedInWords line={line} />}
      </Hidden>
      <Whisker {...spans} value={Number(line[of])} axis={axes[of]} />
      <Box
        aria-hidden
        className={spans.tests ? 'figure' : ''}
        sx={{
          ...{ display: 'flex', justifyContent: 'space-between', gap: 1, whiteSpace: 'nowrap' },
          ...{ fontSize: '0.6875rem', lineHeight: 1.3, color: 'text.secondary' },
        }}
      >
        <span>
          {spans.tests
            ? figuresOf(translate, format, spans.tests)
            : translate(`room.robustness.reasonShort.${robustness.reason}`)}
        </span>
        {spans.tests && spans.weights && (
          <Box component="span" sx={{ color: 'primary.main' }}>
            {figuresOf(translate, format, spans.weights)}
          </Box>
        )}
      </Box>
    </Box>
  );
};

/** Between which ranks a structure cannot be told apart from the others. */
const TiedInWords = ({ line: { robustness } }: Pick<SureCellProps, 'line'>) => {
  const translate = useTranslate();
  const format = useFormat();
  if (robustness?.tiedFrom == null || robustness.tiedTo === null) return null;
  const alone = robustness.tiedFrom === robustness.tiedTo;
  return (
    <>
      {translate('room.robustness.and')}
      {translate(`room.robustness.${alone ? 'tiedNone' : 'tied'}`, {
        from: format.ordinal(robustness.tiedFrom),
        to: format.ordinal(robustness.tiedTo),
      })}
    </>
  );
};

/** The two ends to the unit, or the one where they meet: with decimals the column would be all digits. */
export function figuresOf(translate: (key: string, ends: object) => string, format: Format, span: Span): string {
  const [low, high] = [format.number(span.low, 0), format.number(span.high, 0)];
  return low === high ? low : translate('room.robustness.by', { low, high });
}
