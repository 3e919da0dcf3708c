import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { AudienceChange } from './publication.graphql.ts';

/** The messages partners are sent at the instant of release. */
export const Announcements = ({ announcements }: Pick<AudienceChange, 'announcements'>) => {
  const translate = useTranslate();
  if (announcements.length === 0) return null;
  return (
    <>
      <Typography component="h4" sx={{ mt: 4, mb: 1, fontWeight: 600 }}>
        {translate('room.publication.announced', { smart_count: announcements.length })}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1, fontSize: '0.8125rem' }}>
        {announcements.map(({ kind, subject }) => (
          <Box component="li" key={`${kind}${subject}`} sx={{ overflowWrap: 'anywhere' }}>
            <code>{kind}</code> {subject}
          </Box>
        ))}
      </Box>
    </>
  );
};
