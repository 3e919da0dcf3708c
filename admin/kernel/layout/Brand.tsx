import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';

/** The mark: six channels on a dial, and the name. */
export const Brand = () => {
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 2.5, px: 2, minHeight: 40 }}>
      <Mark />
      <Box>
        <Typography sx={{ fontSize: '1rem', fontWeight: 700, lineHeight: 1.15 }}>{translate('app.name')}</Typography>
        <Typography variant="caption" sx={{ color: 'text.secondary', lineHeight: 1.2, display: 'block' }}>
          {translate('app.tagline')}
        </Typography>
      </Box>
    </Box>
  );
};

/** Six strokes of a dial from low to high, the needle towards the best. */
export const Mark = ({ size = 32 }: { readonly size?: number }) => (
  <Box component="svg" viewBox="0 0 32 32" aria-hidden sx={{ width: size, height: size, flexShrink: 0 }}>
    <Box component="rect" width="32" height="32" rx="6" sx={{ fill: (theme) => theme.palette.primary.main }} />
    {[-75, -45, -15, 15, 45, 75].map((angle, i) => (
      <Box
        key={angle}
        component="rect"
        x="15"
        y="6"
        width="2"
        height="5"
        rx="1"
        transform={`rotate(${angle} 16 21)`}
        sx={{ fill: (theme) => theme.palette.primary.contrastText, opacity: 0.45 + i * 0.11 }}
      />
    ))}
    <Box
      component="path"
      d="M16 23 L24 13"
      sx={{ stroke: (theme) => theme.palette.primary.contrastText, strokeWidth: 2.4, strokeLinecap: 'round' }}
    />
    <Box component="circle" cx="16" cy="23" r="2.4" sx={{ fill: (theme) => theme.palette.primary.contrastText }} />
  </Box>
);
