import { Box } from '@mui/material';

/** Who reads and when, across all that is read: it passes into whatever is copied from the screen. */
export const Watermark = ({ words }: { readonly words: string }) => (
  <Box
    data-watermark={words}
    sx={{
      position: 'absolute',
      inset: 0,
      overflow: 'hidden',
      pointerEvents: 'none',
      display: 'flex',
      flexDirection: 'column',
      gap: '140px',
      pt: '60px',
    }}
  >
    {Array.from({ length: 30 }, (_, line) => (
      <Box
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike.
        key={line}
        aria-hidden={line > 0}
        component="span"
        sx={{
          whiteSpace: 'nowrap',
          transform: 'rotate(-18deg)',
          fontSize: '1.125rem',
          fontWeight: 600,
          color: 'text.primary',
          opacity: 0.1,
        }}
      >
        {words}
        <span aria-hidden>{` · ${words} · ${words}`}</span>
      </Box>
    ))}
  </Box>
);
