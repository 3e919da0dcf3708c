import { Button } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useBasename, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { run } from '../kernel/api.ts';
import { Section } from '../kernel/record/Section.tsx';
import { Loading, RefusedBy } from '../kernel/states.tsx';
import { EditionOutcome, type EditionSheet } from './edition.graphql.ts';
import { LaureatesOf } from './LaureatesOf.tsx';
import { ResultsOf } from './ResultsOf.tsx';
import { VersionsOf } from './VersionsOf.tsx';

/** What came out of the edition, for staff: results, palmarès, publication. Each part leads to its own page. */
export const OutcomeOf = ({ edition }: { readonly edition: EditionSheet }) => {
  const translate = useTranslate();
  const { data, error, refetch } = useQuery({
    queryKey: ['edition', 'outcome', edition.id],
    queryFn: ({ signal }) => run(EditionOutcome, { id: edition.id }, signal),
  });
  if (error) return <RefusedBy error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const awarding = edition.rights.includes('AWARD');
  return (
    <>
      {edition.provenance !== 'REPORTED' && (
        <Section
          flush
          title={translate('room.overview.results')}
          aside={<More to="/ranking" label="room.overview.resultsMore" />}
        >
          <ResultsOf rankings={data.ranking} />
        </Section>
      )}
      <Section
        title={translate('room.award.one')}
        aside={<More to="/award" label={awarding ? 'room.overview.awardMore' : 'room.overview.awardRead'} />}
      >
        <LaureatesOf trophies={data.trophies.items} awarded={edition.categories.filter((one) => one.awarded).length} />
      </Section>
      <Section
        title={translate('room.overview.publication')}
        aside={<More to="/publication" label="room.overview.publicationMore" />}
      >
        <VersionsOf datasets={data.datasets.items} />
      </Section>
      <Section
        title={translate('room.overview.preparation')}
        aside={
          <>
            <More to="/category" label="room.overview.categories" count={edition.categories.length} />
            <More to="/grid" label="room.grid.one" />
          </>
        }
      >
        {translate('room.overview.preparationMore')}
      </Section>
    </>
  );
};

const More = ({ to, label, count = 1 }: { readonly to: string; readonly label: string; readonly count?: number }) => {
  const translate = useTranslate();
  const basename = useBasename();
  return (
    <Button component={Link} to={`${basename}${to}`}>
      {translate(label, { smart_count: count })}
    </Button>
  );
};
