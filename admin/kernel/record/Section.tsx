import { Box, Card, Typography } from '@mui/material';
import { type ReactNode, useId } from 'react';
import { Wide } from './Wide.tsx';

/** A titled part of a page. `aside` stands at the right of the title: a count, a link, a small action. */
export const Section = ({
  title,
  aside,
  flush = false,
  children,
}: {
  readonly title: string;
  readonly aside?: ReactNode;
  /** Whether what is inside touches the edges, as a table does. */
  readonly flush?: boolean;
  readonly children: ReactNode;
}) => {
  const id = useId();
  return (
    <Card component="section" aria-labelledby={id} sx={{ mb: 4 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, px: 5, pt: 4, pb: flush ? 3 : 2 }}>
        <Typography id={id} component="h2" variant="h3" sx={{ flex: 1 }}>
          {title}
        </Typography>
        {aside}
      </Box>
      {flush ? (
        <Wide
          label={id}
          sx={{
            borderTop: 1,
            borderColor: 'divider',
            '& td:first-of-type, & th:first-of-type': { pl: 5 },
            '& td:last-of-type, & th:last-of-type': { pr: 5 },
          }}
        >
          {children}
        </Wide>
      ) : (
        <Box sx={{ px: 5, pb: 5 }}>{children}</Box>
      )}
    </Card>
  );
};
