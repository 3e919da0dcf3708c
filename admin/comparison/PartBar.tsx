import { Box } from '@mui/material';
import type { Step } from './parts.ts';

interface PartBarProps {
  readonly step: Step;
  readonly axis: { readonly low: number; readonly high: number };
}

/** A mean is an upright line; a gain is full and a loss hatched, so that colour is not alone. The number stands beside. */
export const PartBar = ({ step: { name, from, to }, axis }: PartBarProps) => {
  const at = (value: number) => (100 * (value - axis.low)) / (axis.high - axis.low);
  const mean = name === 'before' || name === 'after';
  const [start, end] = [at(Math.min(from, to)), at(Math.max(from, to))];
  return (
    <Box aria-hidden sx={{ position: 'relative', height: 18, minWidth: 120 }}>
      <Box sx={{ position: 'absolute', inset: '50% 0 auto', borderTop: 1, borderColor: 'divider' }} />
      <Box
        sx={({ palette: { tokens } }) => ({
          ...{ position: 'absolute', top: mean ? 0 : 3, bottom: mean ? 0 : 3, borderRadius: '2px' },
          ...{ left: `${start}%`, width: `${end - start}%`, minWidth: '2px' },
          ...(mean
            ? { width: '3px', ml: '-1.5px', bgcolor: tokens.ink }
            : to >= from
              ? { bgcolor: tokens.series[0] }
              : {
                  border: `1px solid ${tokens.series[1]}`,
                  background: `repeating-linear-gradient(45deg, ${tokens.series[1]} 0 2px, transparent 2px 5px)`,
                }),
        })}
      />
    </Box>
  );
};
