import { Alert, Button, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import type { EditionInForce } from '../kernel/edition.tsx';
import { EditionPage } from '../kernel/layout/EditionPage.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { Loading, RefusedBy } from '../kernel/states.tsx';
import { useAct } from '../kernel/useAct.ts';
import { MakeReports, ReportRuns } from './individual.graphql.ts';
import { RunCard } from './RunCard.tsx';

const POLL_MS = 1000;

/** The individual reports of the edition: begun, watched, stopped, gone on with, taken away. */
export const ReportsPage = () => (
  <EditionPage resource="individual" title="room.individual.title" tabs={false}>
    {(edition) => <Reports key={edition.id} edition={edition} />}
  </EditionPage>
);

const Reports = ({ edition }: { readonly edition: EditionInForce }) => {
  const translate = useTranslate();
  const { act, pending, refusal } = useAct(['individual']);
  const { data, error, refetch } = useQuery({
    queryKey: ['individual', edition.id],
    queryFn: ({ signal }) => run(ReportRuns, { editionId: edition.id }, signal),
    refetchInterval: ({ state }) => (state.data?.reportRuns.some((each) => each.state === 'MAKING') ? POLL_MS : false),
    staleTime: 0,
  });
  if (error) return <RefusedBy error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const runs = data.reportRuns;
  const make = () => void act(MakeReports, { editionId: edition.id });
  return (
    <>
      {refusal && (
        <Alert severity="error" role="alert" sx={{ mb: 4 }}>
          {refusal}
        </Alert>
      )}
      {!runs.some(({ current }) => current) && (
        <Section title={translate('room.individual.none')}>
          <Typography sx={{ maxWidth: 720 }}>{translate('room.individual.noneMore')}</Typography>
          <Typography variant="body2" sx={{ maxWidth: 720, my: 3, color: 'text.secondary' }}>
            {translate('room.individual.tiers')}
          </Typography>
          <Button variant="contained" disabled={pending} onClick={make}>
            {translate('room.individual.make')}
          </Button>
        </Section>
      )}
      {runs.map((each) => (
        <RunCard key={each.id} run={each} published={isPublished(edition)} onGoOn={make} />
      ))}
    </>
  );
};

const isPublished = ({ phase }: EditionInForce): boolean => phase === 'PUBLISHED' || phase === 'ARCHIVED';
