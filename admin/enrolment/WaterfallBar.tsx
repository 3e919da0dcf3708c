import { Box } from '@mui/material';
import type { Part, PartKind } from './parts.ts';

interface BarProps {
  readonly part: Pick<Part, 'from' | 'points' | 'most' | 'kind'>;
  /** Whether nothing of it enters the score. */
  readonly absent?: boolean;
}

const colour: Readonly<Record<PartKind, string>> = {
  ...{ channel: 'primary.main', step: 'primary.main', criterion: 'primary.main' },
  ...{ bonus: 'success.main', cap: 'warning.main', floor: 'primary.main' },
};

/** A bar that starts where the one above ended; its pale end is what it could still bring. The numbers stand beside. */
export const WaterfallBar = ({ part, absent = false }: BarProps) => {
  const { from, points, most, kind } = part;
  const place = (left: number, width: number) => ({
    ...{ position: 'absolute', height: '100%', borderRadius: '2px' },
    ...{ left: `${left}%`, width: `${width}%`, minWidth: '1px' },
  });
  if (absent)
    return (
      <Box aria-hidden sx={{ position: 'relative', height: 14 }}>
        <Box
          sx={{
            ...{ position: 'absolute', left: `min(${from}%, 100% - 24px)`, width: 24, top: 7 },
            ...{ borderTop: 1, borderTopStyle: 'dashed', borderColor: 'text.secondary' },
          }}
        />
      </Box>
    );
  const hatched = 'repeating-linear-gradient(135deg, transparent 0 3px, rgba(255,255,255,.45) 3px 5px)';
  return (
    <Box aria-hidden sx={{ position: 'relative', height: kind === 'channel' ? 16 : 10 }}>
      <Box sx={{ ...place(from, most), bgcolor: 'action.selected' }} />
      <Box
        sx={{
          ...place(Math.min(from, from + points), Math.abs(points)),
          bgcolor: colour[kind],
          ...(kind === 'cap' || kind === 'bonus' ? { backgroundImage: hatched } : {}),
          ...(kind === 'criterion' ? { opacity: 0.75 } : {}),
        }}
      />
    </Box>
  );
};
