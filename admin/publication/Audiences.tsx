import { Box, Card, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import type { EditionInForce } from '../kernel/edition.tsx';
import { Loading, RefusedBy } from '../kernel/states.tsx';
import { Announcements } from './Announcements.tsx';
import { Counts } from './Counts.tsx';
import { type AudienceChange, ReadAudiences, type Rehearsal } from './publication.graphql.ts';
import { Rights } from './Rights.tsx';
import { Structures } from './Structures.tsx';
import { Unsaid } from './Unsaid.tsx';

interface AudiencesProps {
  readonly edition: EditionInForce;
  readonly rehearsal: Rehearsal;
}

/** What a release changes for each who reads: a column each, what comes with a plus, what goes with a minus. */
export const Audiences = ({ edition, rehearsal }: AudiencesProps) => {
  const translate = useTranslate();
  const { data, error, refetch } = useQuery({
    queryKey: ['publication', edition.id, 'audiences', rehearsal.hash],
    queryFn: ({ signal }) => run(ReadAudiences, { editionId: edition.id }, signal),
  });
  if (error) return <RefusedBy error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { changes, shifts } = data.audiences;
  return (
    <>
      <Typography component="h2" variant="h2" sx={{ mt: 6, mb: 3 }}>
        {translate('room.publication.audiences')}
      </Typography>
      <Box
        sx={{
          display: 'grid',
          gap: 4,
          mb: 4,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: '1fr 1fr', lg: 'repeat(4, minmax(0, 1fr))' },
        }}
      >
        {changes.map((change) => (
          <Column key={change.readership} change={change} editionId={edition.id}>
            {change.readership === 'PUBLIC' && (
              <Unsaid rehearsal={rehearsal} reported={edition.provenance === 'REPORTED'} />
            )}
            {change.readership === 'PARTNER' && <Announcements announcements={change.announcements} />}
            {change.readership === 'STRUCTURE' && <Structures editionId={edition.id} some={change.tables.length > 0} />}
          </Column>
        ))}
      </Box>
      <Rights shifts={shifts} />
    </>
  );
};

interface ColumnProps {
  readonly change: AudienceChange;
  readonly editionId: string;
  readonly children: ReactNode;
}

const Column = ({ change, editionId, children }: ColumnProps) => {
  const translate = useTranslate();
  const { readership } = change;
  return (
    <Card component="section" aria-labelledby={`audience-${readership}`} sx={{ p: 4 }}>
      <Typography id={`audience-${readership}`} component="h3" variant="h3">
        {translate(`enum.Readership.${readership}`)}
      </Typography>
      <Typography sx={{ color: 'text.secondary', mb: 3, fontSize: '0.75rem' }}>
        {translate(`room.publication.sees.${readership}`)}
      </Typography>
      <Counts change={change} editionId={editionId} />
      {children}
    </Card>
  );
};
