import { Box, Button, Card } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useBasename, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { codeIn, run } from '../kernel/api.ts';
import type { EditionInForce } from '../kernel/edition.tsx';
import { EditionPage } from '../kernel/layout/EditionPage.tsx';
import { Empty, Loading, RefusedBy } from '../kernel/states.tsx';
import { PolicySection } from './PolicySection.tsx';
import { Simulation } from './Simulation.tsx';
import { UnderPolicies } from './UnderPolicies.tsx';
import { WorkshopOf } from './workshop.graphql.ts';

/** Weights and policies are tried out, and nothing of it is kept; then a policy is chosen, on purpose. */
export const WorkshopPage = () => (
  <EditionPage resource="workshop" title="room.workshop.title" tabs={false}>
    {(edition) => <Tried key={edition.id} edition={edition} />}
  </EditionPage>
);

const Tried = ({ edition }: { readonly edition: EditionInForce }) => {
  const translate = useTranslate();
  const reported = edition.provenance === 'REPORTED';
  const { data, error, refetch } = useQuery({
    queryKey: ['workshop', edition.id],
    queryFn: ({ signal }) => run(WorkshopOf, { editionId: edition.id }, signal),
    enabled: !reported,
    refetchOnWindowFocus: false,
  });
  if (reported)
    return (
      <Card>
        <Empty title={translate('room.ranking.reported')} more={translate('room.ranking.reportedMore')} />
      </Card>
    );
  const unscored = error !== null && codeIn(error) === 'NO_SCORES';
  if (error && !unscored) return <RefusedBy error={error} retry={() => void refetch()} />;
  if (!data && !unscored) return <Loading />;
  return (
    <Box sx={{ display: 'grid', gap: 5, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      {data ? <Simulation workshop={data.workshop} /> : <NoScores />}
      {data && <UnderPolicies edition={edition} />}
      <PolicySection edition={edition} />
    </Box>
  );
};

const NoScores = () => {
  const translate = useTranslate();
  const basename = useBasename();
  return (
    <Card>
      <Empty title={translate('room.workshop.noScores')} more={translate('room.workshop.noScoresMore')}>
        <Button variant="outlined" component={Link} to={`${basename}/ranking`}>
          {translate('room.workshop.toRanking')}
        </Button>
      </Empty>
    </Card>
  );
};
