import ExpandMore from '@mui/icons-material/ExpandMore';
import { Accordion, AccordionDetails, AccordionSummary, Box, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useTranslate } from 'react-admin';

interface PartTitle {
  readonly title: string;
  /** What is set, in one line: read without opening it. */
  readonly set: string;
  readonly more?: string;
  /** Whether something in it was refused: it is then shown. */
  readonly faulty: boolean;
  readonly children: ReactNode;
}

/** One part of the rules, folded: its name and what is set; opened, its fields. */
export const Part = ({ title, set, more, faulty, children }: PartTitle) => {
  const translate = useTranslate();
  const [opened, setOpened] = useState(false);
  return (
    <Accordion
      disableGutters
      square
      elevation={0}
      expanded={opened || faulty}
      onChange={(_, open) => setOpened(open)}
      sx={{ borderTop: 1, borderColor: 'divider', '&::before': { display: 'none' }, bgcolor: 'transparent' }}
    >
      <AccordionSummary expandIcon={<ExpandMore />} sx={{ px: 0, minHeight: 56 }}>
        <Box sx={{ minWidth: 0 }}>
          <Typography component="span" variant="h4" sx={{ display: 'block' }}>
            {translate(`room.planning.${title}`)}
          </Typography>
          <Typography component="span" variant="body2" sx={{ color: 'text.secondary' }}>
            {set}
          </Typography>
        </Box>
      </AccordionSummary>
      <AccordionDetails sx={{ px: 0, pt: 1, pb: 5 }}>
        {more && (
          <Typography variant="body2" sx={{ mb: 4, maxWidth: 720, color: 'text.secondary' }}>
            {translate(`room.planning.${more}`)}
          </Typography>
        )}
        {children}
      </AccordionDetails>
    </Accordion>
  );
};
