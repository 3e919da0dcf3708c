import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Brand } from '../kernel/layout/Brand.tsx';
import { LocaleSwitch, ThemeSwitch } from '../kernel/layout/Preferences.tsx';

/** The frame of what a structure sees without an account: the mark, one title, one column. */
export const Frame = ({
  title,
  over,
  children,
}: {
  readonly title: string;
  /** What the page is about, above its title. */
  readonly over?: string;
  readonly children: ReactNode;
}) => {
  const translate = useTranslate();
  return (
    <Box sx={{ minHeight: '100vh', bgcolor: 'background.default' }}>
      <Box component="header" sx={{ display: 'flex', gap: 1, p: 3, alignItems: 'center' }}>
        <Box sx={{ flex: 1 }}>
          <Brand />
        </Box>
        <LocaleSwitch />
        <ThemeSwitch />
      </Box>
      <Box component="main" sx={{ maxWidth: 760, mx: 'auto', px: { xs: 4, sm: 6 }, pb: 16 }}>
        {over && <Typography sx={{ color: 'text.secondary', mt: 4 }}>{over}</Typography>}
        <Typography component="h1" variant="h1" sx={{ mb: 5, overflowWrap: 'anywhere' }}>
          {title}
        </Typography>
        {children}
        <Typography variant="body2" sx={{ mt: 10, color: 'text.secondary' }}>
          {translate('registration.privacy')}
        </Typography>
      </Box>
    </Box>
  );
};
