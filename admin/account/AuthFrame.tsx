import { Box, Card, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Brand } from '../kernel/layout/Brand.tsx';
import { LocaleSwitch, ThemeSwitch } from '../kernel/layout/Preferences.tsx';
import { SERIF } from '../kernel/theme.ts';

/** The frame of every page before sign-in: what the product is on one side, the form on the other. */
export const AuthFrame = ({
  title,
  help,
  children,
}: {
  readonly title: string;
  readonly help?: string;
  readonly children: ReactNode;
}) => (
  <Box sx={{ minHeight: '100vh', display: 'grid', gridTemplateColumns: { xs: '1fr', md: '5fr 6fr' } }}>
    <Pledge />
    <Box sx={{ display: 'flex', flexDirection: 'column', bgcolor: 'background.default', minWidth: 0 }}>
      <Box component="header" sx={{ display: 'flex', gap: 1, p: 3, alignItems: 'center' }}>
        <Box sx={{ flex: 1, '& > *': { display: { md: 'none' } } }}>
          <Brand />
        </Box>
        <LocaleSwitch />
        <ThemeSwitch />
      </Box>
      <Box component="main" sx={{ flex: 1, display: 'grid', placeItems: 'center', p: { xs: 4, md: 6 }, pb: 16 }}>
        <Card sx={{ width: '100%', maxWidth: 420, p: { xs: 5, sm: 8 } }}>
          <Typography component="h1" variant="h1">
            {title}
          </Typography>
          {help && <Typography sx={{ mt: 2, mb: 6, color: 'text.secondary', fontSize: '0.875rem' }}>{help}</Typography>}
          {children}
        </Card>
      </Box>
    </Box>
  </Box>
);

/** Six channels as six rising strokes, and one sentence. Decoration only: hidden on a phone. */
const Pledge = () => {
  const translate = useTranslate();
  return (
    <Box
      component="aside"
      sx={{
        display: { xs: 'none', md: 'flex' },
        flexDirection: 'column',
        justifyContent: 'space-between',
        p: 10,
        bgcolor: 'background.paper',
        borderRight: 1,
        borderColor: 'divider',
      }}
    >
      <Box sx={{ ml: -2 }}>
        <Brand />
      </Box>
      <Box sx={{ maxWidth: 440 }}>
        <Box aria-hidden sx={{ display: 'flex', alignItems: 'flex-end', gap: 2, height: 96, mb: 8 }}>
          {[44, 58, 71, 62, 80, 96].map((height, i) => (
            <Box
              key={height}
              sx={({ palette }) => ({
                width: 28,
                height,
                borderRadius: '6px 6px 0 0',
                bgcolor: i === 5 ? palette.gold.main : palette.primary.main,
                opacity: i === 5 ? 1 : 0.35 + i * 0.12,
              })}
            />
          ))}
        </Box>
        <Typography sx={{ fontFamily: SERIF, fontSize: '1.75rem', lineHeight: 1.25, letterSpacing: '-0.01em' }}>
          {translate('signIn.promise')}
        </Typography>
        <Typography sx={{ mt: 4, color: 'text.secondary', fontSize: '1rem' }}>
          {translate('signIn.promiseMore')}
        </Typography>
      </Box>
      <Box />
    </Box>
  );
};
