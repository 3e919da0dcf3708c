import { Box } from '@mui/material';
import type { ReactNode } from 'react';

/** Inputs that go together, under a name. */
export const Group = ({
  title,
  more,
  children,
}: {
  readonly title: string;
  /** What people must know of them together. */
  readonly more?: string;
  readonly children: ReactNode;
}) => (
  <Box component="fieldset" sx={{ border: 0, m: 0, p: 0, minWidth: 0 }}>
    <Box component="legend" sx={{ p: 0, mb: 3, fontSize: '1rem', fontWeight: 650 }}>
      {title}
    </Box>
    {more && <Box sx={{ mt: -2, mb: 3, color: 'text.secondary', fontSize: '0.875rem' }}>{more}</Box>}
    {children}
  </Box>
);

/** Inputs in two columns, or one where there is no room. */
export const Fields = ({ children }: { readonly children: ReactNode }) => (
  <Box
    sx={{
      display: 'grid',
      gap: 4,
      alignItems: 'start',
      gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' },
    }}
  >
    {children}
  </Box>
);
