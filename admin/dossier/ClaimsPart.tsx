import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Chip } from '../kernel/chips.tsx';
import { Section } from '../kernel/record/Section.tsx';
import type { File } from './dossier.graphql.ts';

/** What the structure contested of its results, and what it was answered: an open claim says so. */
export const ClaimsPart = ({ file: { claims } }: { readonly file: File }) => {
  const translate = useTranslate();
  if (claims.length === 0) return null;
  return (
    <Section title={translate('dossier.claims')}>
      {claims.map(({ subject, statement, observations, verdict, reason, reply }) => (
        <Box key={`${subject}${statement}`} sx={{ borderTop: 1, borderColor: 'divider', py: 3 }}>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', mb: 2 }}>
            <Typography sx={{ flex: 1, minWidth: 200, fontWeight: 600 }}>{subject}</Typography>
            {verdict ? <Chip of="ClaimVerdict" value={verdict} /> : <Chip of="ClaimState" value="SUBMITTED" />}
          </Box>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {translate('provisional.observed')} :{' '}
            {observations.map(({ said, count }) => (count === 1 ? said : `${said} × ${count}`)).join(' · ')}
          </Typography>
          <Typography sx={{ mt: 1, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{statement}</Typography>
          {reason && <Typography sx={{ mt: 2 }}>{translate('provisional.why', { reason })}</Typography>}
          {reply && <Typography sx={{ mt: 1, whiteSpace: 'pre-wrap' }}>{reply}</Typography>}
        </Box>
      ))}
    </Section>
  );
};
