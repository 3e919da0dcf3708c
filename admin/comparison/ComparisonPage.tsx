import { Card, MenuItem, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { run } from '../kernel/api.ts';
import { type EditionInForce, useEditions } from '../kernel/edition.tsx';
import { EditionPage } from '../kernel/layout/EditionPage.tsx';
import { Empty, Loading, RefusedBy } from '../kernel/states.tsx';
import { BreakTable } from './BreakTable.tsx';
import { Comparison } from './comparison.graphql.ts';
import { EvolutionOf } from './EvolutionOf.tsx';
import { MeanTable } from './MeanTable.tsx';
import { Parts } from './Parts.tsx';

/** What moved since another edition, and what of it is only the way of measuring; then the means of every edition. */
export const ComparisonPage = () => (
  <EditionPage resource="comparison" title="room.comparison.title" tabs={false}>
    {(edition) => (
      <>
        <Compared key={edition.id} edition={edition} />
        <EvolutionOf year={edition.year} />
      </>
    )}
  </EditionPage>
);

const Compared = ({ edition }: { readonly edition: EditionInForce }) => {
  const translate = useTranslate();
  const { editions } = useEditions();
  const [search, setSearch] = useSearchParams();
  const reported = edition.provenance === 'REPORTED';
  const others = editions.filter(({ id, provenance }) => id !== edition.id && provenance !== 'REPORTED');
  const wanted = others.find(({ year }) => String(year) === search.get('with'));
  const other = wanted ?? others.find(({ year }) => year < edition.year) ?? others[0];
  if (reported || !other) {
    const said = reported ? 'reported' : 'none';
    return (
      <Card sx={{ mb: 4 }}>
        <Empty title={translate(`room.comparison.${said}`)} more={translate(`room.comparison.${said}More`)} />
      </Card>
    );
  }
  return (
    <>
      <TextField
        select
        label={translate('room.comparison.with')}
        value={String(other.year)}
        onChange={({ target }) => setSearch({ with: target.value }, { replace: true })}
        sx={{ width: { xs: '100%', sm: 240 }, mb: 4 }}
      >
        {others.map(({ id, year }) => (
          <MenuItem key={id} value={String(year)}>
            {year}
          </MenuItem>
        ))}
      </TextField>
      <Between edition={edition} other={other} />
    </>
  );
};

const Between = ({ edition, other }: { readonly edition: EditionInForce; readonly other: EditionInForce }) => {
  const translate = useTranslate();
  const { data, error, refetch } = useQuery({
    queryKey: ['comparison', edition.id, other.id],
    queryFn: ({ signal }) => run(Comparison, { editionId: edition.id, withEditionId: other.id }, signal),
  });
  if (error) return <RefusedBy error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { comparison } = data;
  const file = `barometre-${comparison.after.year}-comparaison-${comparison.before.year}`;
  return (
    <>
      <Parts comparison={comparison} />
      <MeanTable
        title={translate('room.comparison.categories')}
        means={[comparison.global, ...comparison.categories]}
        file={`${file}-categories.csv`}
      />
      <MeanTable
        title={translate('room.comparison.channels')}
        means={comparison.channels}
        channels
        file={`${file}-canaux.csv`}
      />
      <BreakTable breaks={comparison.breaks} file={`${file}-grille.csv`} />
    </>
  );
};
