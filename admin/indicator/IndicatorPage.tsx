import { Button, Card } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useBasename, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { run } from '../kernel/api.ts';
import type { EditionInForce } from '../kernel/edition.tsx';
import { EditionPage } from '../kernel/layout/EditionPage.tsx';
import { Empty, Loading, RefusedBy } from '../kernel/states.tsx';
import { IndicatorTable } from './IndicatorTable.tsx';
import { Indicators } from './indicator.graphql.ts';
import { MeansOf } from './MeansOf.tsx';

/** The figures of an edition, each with its base and how silence is treated; then its means by one dimension. */
export const IndicatorPage = () => (
  <EditionPage resource="indicator" title="room.indicator.title" tabs={false}>
    {(edition) => <Figures key={edition.id} edition={edition} />}
  </EditionPage>
);

const Figures = ({ edition }: { readonly edition: EditionInForce }) => {
  const translate = useTranslate();
  const basename = useBasename();
  const { data, error, refetch } = useQuery({
    queryKey: ['indicator', edition.id],
    queryFn: ({ signal }) => run(Indicators, { editionId: edition.id }, signal),
  });
  if (error) return <RefusedBy error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const [latest] = data.scoreRuns.items;
  if (!latest)
    return (
      <Card>
        <Empty title={translate('room.indicator.empty')} more={translate('room.indicator.emptyMore')}>
          <Button variant="outlined" component={Link} to={`${basename}/ranking`}>
            {translate('room.indicator.toRanking')}
          </Button>
        </Empty>
      </Card>
    );
  const rules = new Map((data.grids.items[0]?.indicators ?? []).map(({ code, rule }) => [code, rule]));
  return (
    <>
      <IndicatorTable indicators={latest.indicators} rules={rules} year={edition.year} />
      <MeansOf edition={edition} />
    </>
  );
};
