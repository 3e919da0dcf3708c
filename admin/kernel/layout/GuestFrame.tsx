import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Brand } from './Brand.tsx';
import { LocaleSwitch, ThemeSwitch } from './Preferences.tsx';

/** The frame of what someone sees without an account: the mark, one title, one column. */
export const GuestFrame = ({
  title,
  over,
  foot,
  children,
}: {
  readonly title: ReactNode;
  /** What the page is about, above its title. */
  readonly over?: string;
  /** What becomes of what is typed, below everything. */
  readonly foot: string;
  readonly children: ReactNode;
}) => (
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
        {foot}
      </Typography>
    </Box>
  </Box>
);
