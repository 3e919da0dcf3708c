import { Box, Button, Card } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useBasename, useTranslate } from 'react-admin';
import { Link, useSearchParams } from 'react-router-dom';
import { run } from '../kernel/api.ts';
import type { EditionInForce } from '../kernel/edition.tsx';
import { EditionPage } from '../kernel/layout/EditionPage.tsx';
import { Empty, Loading, RefusedBy } from '../kernel/states.tsx';
import { CategoryPicker } from './CategoryPicker.tsx';
import { Podium } from './Podium.tsx';
import { RankingOf } from './RankingOf.tsx';
import { RunLine } from './RunLine.tsx';
import { Rankings } from './ranking.graphql.ts';

/** The ranking of each category: the table is the chart. */
export const RankingPage = () => (
  <EditionPage resource="ranking" title="room.ranking.title">
    {(edition) => <Rankeds key={edition.id} edition={edition} />}
  </EditionPage>
);

const Rankeds = ({ edition }: { readonly edition: EditionInForce }) => {
  const translate = useTranslate();
  const basename = useBasename();
  const [search, setSearch] = useSearchParams();
  const reported = edition.provenance === 'REPORTED';
  const { data, error, refetch } = useQuery({
    queryKey: ['ranking', edition.id],
    queryFn: ({ signal }) => run(Rankings, { editionId: edition.id }, signal),
    enabled: !reported,
  });
  if (reported)
    return (
      <Card>
        <Empty title={translate('room.ranking.reported')} more={translate('room.ranking.reportedMore')}>
          <Button variant="outlined" component={Link} to={`${basename}/edition/${edition.id}/show`}>
            {translate('room.overview.one')}
          </Button>
        </Empty>
      </Card>
    );
  if (error) return <RefusedBy error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const [latest] = data.scoreRuns.items;
  const certified = latest?.current || (latest && !edition.rights.includes('SCORE'));
  const current = data.ranking.find(({ category }) => category.code === search.get('category')) ?? data.ranking[0];
  return (
    <>
      <RunLine edition={edition} run={latest ?? null} />
      {!current && (
        <Card>
          <Empty title={translate('room.ranking.empty')} more={translate('room.ranking.emptyMore')}>
            <Button variant="outlined" component={Link} to={`${basename}/audit`}>
              {translate('room.ranking.toAudits')}
            </Button>
          </Empty>
        </Card>
      )}
      {current && (
        <Box
          sx={{
            display: 'grid',
            gap: 5,
            alignItems: 'start',
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', xl: '260px minmax(0, 1fr)' },
          }}
        >
          <CategoryPicker
            rankings={data.ranking}
            value={current.category.code}
            onChange={(category) => setSearch({ category }, { replace: true })}
          />
          <div>
            <RankingOf
              key={current.category.id}
              ranking={current}
              year={edition.year}
              certificates={certified ? `/admin/certificates/${latest?.id}.ndjson` : null}
            />
            {current.structureCount > 1 && <Podium categoryId={current.category.id} />}
          </div>
        </Box>
      )}
    </>
  );
};
