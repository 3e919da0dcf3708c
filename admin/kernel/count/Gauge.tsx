import { Box } from '@mui/material';

/**
 * The grades of one candidate side by side, the best first, with a line where half of the jurors are on each side: the
 * grade under it is the majority grade. What it shows stands in figures beside it.
 */
export const Gauge = ({ profile }: { readonly profile: readonly number[] }) => {
  const all = profile.reduce((sum, count) => sum + count, 0);
  return (
    <Box aria-hidden sx={{ position: 'relative', width: 140, height: 18 }}>
      <Box sx={{ display: 'flex', height: '100%', borderRadius: 1, overflow: 'hidden', bgcolor: 'divider' }}>
        {profile.map((count, i) => (
          <Box
            // biome-ignore lint/suspicious/noArrayIndexKey: grades are in the order of the scale.
            key={i}
            sx={{
              width: `${all === 0 ? 0 : (count / all) * 100}%`,
              bgcolor: 'primary.main',
              opacity: 1 - (i / profile.length) * 0.85,
            }}
          />
        ))}
      </Box>
      <Box
        sx={{ position: 'absolute', left: '50%', top: -3, bottom: -3, width: 2, ml: '-1px', bgcolor: 'text.primary' }}
      />
    </Box>
  );
};
