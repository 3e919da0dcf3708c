import Science from '@mui/icons-material/Science';
import { Box, Typography } from '@mui/material';
import { type ReactNode, useId } from 'react';

interface StripedProps {
  readonly title: string;
  readonly more: string;
  readonly children: ReactNode;
}

/** A frame of stripes around what is not real: wherever one looks at it, one sees that it is not. */
export const Striped = ({ title, more, children }: StripedProps) => {
  const id = useId();
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={({ palette: { tokens } }) => ({
        p: { xs: '6px', md: '10px' },
        borderRadius: 1,
        backgroundColor: tokens.paper,
        backgroundImage: `repeating-linear-gradient(135deg, ${tokens.warning} 0 8px, ${tokens.paper} 8px 18px)`,
      })}
    >
      <Box sx={{ bgcolor: 'background.paper', borderRadius: '3px', px: { xs: 3, md: 5 }, py: 4 }}>
        <Box
          sx={{
            mb: 2,
            display: 'flex',
            flexWrap: 'wrap',
            alignItems: 'center',
            columnGap: 3,
            color: 'warning.main',
          }}
        >
          <Science aria-hidden />
          <Typography
            id={id}
            component="h2"
            sx={{ fontSize: '1.25rem', fontWeight: 700, letterSpacing: '0.06em', textTransform: 'uppercase' }}
          >
            {title}
          </Typography>
          <Typography sx={{ fontSize: '0.875rem', fontWeight: 600 }}>{more}</Typography>
        </Box>
        {children}
      </Box>
    </Box>
  );
};
