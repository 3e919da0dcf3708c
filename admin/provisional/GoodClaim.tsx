import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Section } from '../kernel/record/Section.tsx';

/** What lets a claim be examined, said before anything is written. */
export const GoodClaim = () => {
  const translate = useTranslate();
  return (
    <Section title={translate('provisional.goodTitle')}>
      <Box component="ul" sx={{ m: 0, pl: 5, lineHeight: 1.6 }}>
        {['good1', 'good2', 'good3', 'good4'].map((each) => (
          <Typography component="li" key={each}>
            {translate(`provisional.${each}`)}
          </Typography>
        ))}
      </Box>
    </Section>
  );
};
