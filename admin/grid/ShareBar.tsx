import { Box } from '@mui/material';

/** A share of the whole, drawn against the largest of its level: the figure stands beside it. */
export const ShareBar = ({
  share,
  most,
  strong = false,
  apart = false,
}: {
  /** Both in the same unit. */
  readonly share: number;
  readonly most: number;
  readonly strong?: boolean;
  /** Whether it stays out of the whole, which stripes tell. */
  readonly apart?: boolean;
}) => (
  <Box
    aria-hidden
    sx={{ bgcolor: 'background.default', borderRadius: '3px', height: strong ? 10 : 6, overflow: 'hidden' }}
  >
    <Box
      sx={({ palette: { tokens } }) => ({
        width: most === 0 ? 0 : `${Math.min(100, (share / most) * 100)}%`,
        minWidth: share > 0 ? 2 : 0,
        height: '100%',
        borderRadius: '3px',
        background: apart
          ? `repeating-linear-gradient(135deg, ${tokens.muted} 0 3px, transparent 3px 6px)`
          : strong
            ? tokens.primary
            : `${tokens.primary}B0`,
      })}
    />
  </Box>
);
