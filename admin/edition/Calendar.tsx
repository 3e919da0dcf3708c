import { Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { Fact, Facts } from '../kernel/record/Facts.tsx';
import { Section } from '../kernel/record/Section.tsx';
import type { EditionSheet } from './edition.graphql.ts';
import { PutOff } from './PutOff.tsx';
import { SourceLinks } from './SourceLinks.tsx';
import { useLife } from './useLife.ts';

/** The dates of an edition, and what a reader must know of it. */
export const Calendar = ({ edition, staff }: { readonly edition: EditionSheet; readonly staff: boolean }) => {
  const translate = useTranslate();
  const format = useFormat();
  const life = useLife(edition, staff);
  const off = life?.deadlines.filter(({ original, extensions }) => original !== null || extensions.length > 0) ?? [];
  return (
    <Section title={translate('room.edition.dates')}>
      <Facts>
        <Fact source="registration">{format.period(edition.registrationFrom, edition.registrationTo)}</Fact>
        <Fact source="fieldwork">{format.period(edition.fieldworkFrom, edition.fieldworkTo)}</Fact>
        <Fact source="answersUntil">{format.day(edition.answersUntil ?? edition.fieldworkTo)}</Fact>
        <Fact source="contradictory">{format.period(edition.contradictoryFrom, edition.contradictoryTo)}</Fact>
        <Fact source="ceremonyOn">{format.day(edition.ceremonyOn)}</Fact>
        <Fact source="ceremonyPlace">{edition.ceremonyPlace}</Fact>
        <Fact source="provenance">{translate(`enum.Provenance.${edition.provenance}`)}</Fact>
        {edition.provenance !== 'REPORTED' && (
          <Fact source="disclosure">
            {translate('room.edition.threshold', {
              smart_count: edition.fewestContributors,
              share: format.percent(edition.largestShare),
            })}
          </Fact>
        )}
        {edition.publishedAt && <Fact source="publishedAt">{format.instant(edition.publishedAt)}</Fact>}
        {edition.sources.length > 0 && (
          <Fact source="sources" wide>
            <SourceLinks sources={edition.sources} />
          </Fact>
        )}
      </Facts>
      {off.map((state) => (
        <PutOff key={state.deadline} state={state} />
      ))}
      {staff && !edition.publishedAt && (
        <Typography variant="body2" sx={{ mt: 4, color: 'text.secondary' }}>
          {translate(edition.datesDrive ? 'room.passage.driven' : 'room.passage.byHand')}
        </Typography>
      )}
      {edition.note && (
        <Typography variant="body2" sx={{ mt: 4, maxWidth: '75ch', color: 'text.secondary' }}>
          {edition.note}
        </Typography>
      )}
    </Section>
  );
};
