import { Button, Card } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useBasename, useTranslate } from 'react-admin';
import { Link, useSearchParams } from 'react-router-dom';
import { run } from '../kernel/api.ts';
import type { EditionInForce } from '../kernel/edition.tsx';
import { EditionPage } from '../kernel/layout/EditionPage.tsx';
import { PageActions } from '../kernel/layout/PageHead.tsx';
import { Empty, Loading, RefusedBy } from '../kernel/states.tsx';
import { CloseAnswers } from './CloseAnswers.tsx';
import { DelayOf } from './DelayOf.tsx';
import { type By, Delays } from './delay.graphql.ts';
import { Pickers } from './Pickers.tsx';
import { timedIn } from './timed.ts';

/** How requests are answered over time, one criterion at a time. */
export const DelayPage = () => (
  <EditionPage resource="delay" title="room.delay.title" tabs={false}>
    {(edition) => <Timeds key={edition.id} edition={edition} />}
  </EditionPage>
);

const Timeds = ({ edition }: { readonly edition: EditionInForce }) => {
  const translate = useTranslate();
  const basename = useBasename();
  const [search, setSearch] = useSearchParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['delay', edition.id],
    queryFn: ({ signal }) => run(Delays, { editionId: edition.id }, signal),
  });
  if (error) return <RefusedBy error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const [grid] = data.grids.items;
  const timed = grid ? timedIn(grid) : [];
  const current = timed.find(({ code }) => code === search.get('criterion')) ?? timed[0];
  if (!current)
    return (
      <Card>
        <Empty
          title={translate(grid ? 'room.delay.none' : 'room.delay.noGrid')}
          more={translate(grid ? 'room.delay.noneMore' : 'room.grid.emptyMore')}
        >
          <Button variant="outlined" component={Link} to={`${basename}/grid`}>
            {translate('room.delay.toGrid')}
          </Button>
        </Empty>
      </Card>
    );
  const by = search.get('by') as By | null;
  const show = (criterion: string, by: By | null) => setSearch({ criterion, ...(by ? { by } : {}) }, { replace: true });
  return (
    <>
      {edition.rights.includes('CONTROL') && (
        <PageActions>
          <CloseAnswers edition={edition} closing={data.edition} />
        </PageActions>
      )}
      <Pickers timed={timed} current={current} by={by} onChange={show} />
      <DelayOf key={`${current.code} ${by}`} edition={edition} closing={data.edition} timed={current} by={by} />
    </>
  );
};
