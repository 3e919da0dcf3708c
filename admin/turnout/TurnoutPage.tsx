import { Button, Card, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useBasename, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { run } from '../kernel/api.ts';
import type { EditionInForce } from '../kernel/edition.tsx';
import { useFormat } from '../kernel/format.ts';
import { EditionPage } from '../kernel/layout/EditionPage.tsx';
import { Empty, Loading, RefusedBy } from '../kernel/states.tsx';
import { CategoryTable } from './CategoryTable.tsx';
import { Territories } from './Territories.tsx';
import { Turnout } from './turnout.graphql.ts';

const Days = lazy(() => import('./Days.tsx'));

/** How far registration has come: in all, day by day, by category, and on the map. */
export const TurnoutPage = () => (
  <EditionPage resource="turnout" title="room.turnout.title" tabs={false}>
    {(edition) => <TurnoutOf key={edition.id} edition={edition} />}
  </EditionPage>
);

const TurnoutOf = ({ edition }: { readonly edition: EditionInForce }) => {
  const translate = useTranslate();
  const basename = useBasename();
  const { data, error, refetch } = useQuery({
    queryKey: ['turnout', edition.id],
    queryFn: ({ signal }) => run(Turnout, { editionId: edition.id }, signal),
  });
  if (error) return <RefusedBy error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { turnout } = data;
  if (turnout.enrolled === 0 && !turnout.before)
    return (
      <Card>
        <Empty title={translate('room.turnout.none')} more={translate('room.turnout.noneMore')}>
          <Button variant="outlined" component={Link} to={`${basename}/enrolment`}>
            {translate('room.turnout.toEnrolments')}
          </Button>
        </Empty>
      </Card>
    );
  return (
    <>
      <Headline turnout={turnout} />
      <Suspense fallback={<Loading />}>
        <Days edition={edition} turnout={turnout} />
      </Suspense>
      <CategoryTable edition={edition} turnout={turnout} />
      <Territories edition={edition} turnout={turnout} />
    </>
  );
};

/** The state of things in one or two sentences. */
const Headline = ({ turnout }: { readonly turnout: Turnout }) => {
  const translate = useTranslate();
  const format = useFormat();
  const { enrolled, selected, before, yearBefore } = turnout;
  return (
    <Typography component="p" variant="h3" sx={{ mb: 4, fontWeight: 400 }}>
      {translate('room.turnout.enrolled', { smart_count: enrolled, count: format.number(enrolled) })}
      {selected > 0 && translate('room.turnout.selected', { smart_count: selected, count: format.number(selected) })}
      {before !== null && translate('room.turnout.before', { count: format.number(before), year: yearBefore ?? '' })}.
    </Typography>
  );
};
