import { Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { Fact, Facts } from '../kernel/record/Facts.tsx';
import { Section } from '../kernel/record/Section.tsx';
import type { EditionSheet } from './edition.graphql.ts';
import { SourceLinks } from './SourceLinks.tsx';

/** The dates of an edition, and what a reader must know of it. */
export const Calendar = ({ edition }: { readonly edition: EditionSheet }) => {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Section title={translate('room.edition.dates')}>
      <Facts>
        <Fact source="registration">{format.period(edition.registrationFrom, edition.registrationTo)}</Fact>
        <Fact source="fieldwork">{format.period(edition.fieldworkFrom, edition.fieldworkTo)}</Fact>
        <Fact source="answersUntil">{format.day(edition.answersUntil ?? edition.fieldworkTo)}</Fact>
        <Fact source="ceremonyOn">{format.day(edition.ceremonyOn)}</Fact>
        <Fact source="ceremonyPlace">{edition.ceremonyPlace}</Fact>
        <Fact source="provenance">{translate(`enum.Provenance.${edition.provenance}`)}</Fact>
        {edition.publishedAt && <Fact source="publishedAt">{format.instant(edition.publishedAt)}</Fact>}
        {edition.sources.length > 0 && (
          <Fact source="sources" wide>
            <SourceLinks sources={edition.sources} />
          </Fact>
        )}
      </Facts>
      {edition.note && (
        <Typography variant="body2" sx={{ mt: 4, maxWidth: '75ch', color: 'text.secondary' }}>
          {edition.note}
        </Typography>
      )}
    </Section>
  );
};
