import { Box } from '@mui/material';
import type { Span, Spans } from './robustness.graphql.ts';

interface WhiskerProps extends Partial<Spans> {
  /** Where the dot stands; none when null. */
  readonly value?: number | null;
  /** What the ends of the axis stand for; the same for all whiskers that one compares. */
  readonly axis: Span;
}

/**
 * A figure on its axis with how sure it is: a dot, a thin line for the tests, a thick one for the weights. It is drawn
 * for the eye alone: `IntervalInWords`, or a figure in a table, always stands beside it.
 */
export const Whisker = ({ value = null, tests = null, weights = null, axis }: WhiskerProps) => {
  const at = (figure: number) => Math.min(100, Math.max(0, (100 * (figure - axis.low)) / (axis.high - axis.low || 1)));
  const from = ({ low, high }: Span) => ({ left: `${at(low)}%`, width: `${at(high) - at(low)}%` });
  return (
    <Box aria-hidden sx={{ position: 'relative', height: 12, mx: '4px' }}>
      <Box sx={{ ...MIDDLE, left: 0, right: 0, borderTop: 1, borderColor: 'divider' }} />
      {tests && (
        <Box
          sx={{
            ...{ ...MIDDLE, ...from(tests), height: 7, color: 'text.secondary' },
            ...{ borderLeft: 1, borderRight: 1, minWidth: 2 },
            '&::before': { content: '""', ...MIDDLE, left: 0, right: 0, borderTop: '1.5px solid' },
          }}
        />
      )}
      {weights && (
        <Box sx={{ ...MIDDLE, ...from(weights) }}>
          <Box
            sx={{
              ...{ mx: '-2px', height: 6, borderRadius: '3px', bgcolor: 'primary.main' },
              opacity: ({ palette }) => (palette.mode === 'dark' ? 0.55 : 0.45),
            }}
          />
        </Box>
      )}
      {value !== null && (
        <Box
          sx={{
            ...{ ...MIDDLE, left: `calc(${at(value)}% - 4px)`, width: 8, height: 8, borderRadius: '50%' },
            ...{ bgcolor: 'primary.main', outline: '1.5px solid', outlineColor: 'background.paper' },
          }}
        />
      )}
    </Box>
  );
};

const MIDDLE = { position: 'absolute', top: '50%', transform: 'translateY(-50%)' } as const;
