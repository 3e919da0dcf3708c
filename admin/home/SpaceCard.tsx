import EmojiEventsOutlined from '@mui/icons-material/EmojiEventsOutlined';
import PictureAsPdfOutlined from '@mui/icons-material/PictureAsPdfOutlined';
import { Box, Button, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Chip } from '../kernel/chips.tsx';
import { useFormat } from '../kernel/format.ts';
import { Section } from '../kernel/record/Section.tsx';
import type { Space } from './space.graphql.ts';

/** One edition of one structure: what is there to read and take away; before publication, what is under way. */
export const SpaceCard = ({ space }: { readonly space: Space }) => {
  const translate = useTranslate();
  const format = useFormat();
  const { enrolment, result } = space;
  const { edition, structure, category } = enrolment;
  return (
    <Section
      title={translate('space.title', {
        ...{ name: structure.name, year: edition.year },
        ordinal: format.ordinal(edition.ordinal),
      })}
      aside={<Chip of="EditionPhase" value={edition.phase} />}
    >
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {category.label}
      </Typography>
      {result ? <Published space={space} result={result} /> : <UnderWay edition={edition} />}
      <Box sx={{ mt: 3 }}>
        <Link to={`/${edition.year}/enrolment/${enrolment.id}/show`}>
          {translate(result ? 'space.detail' : 'space.enrolment')}
        </Link>
      </Box>
    </Section>
  );
};

const UnderWay = ({ edition }: { readonly edition: Space['enrolment']['edition'] }) => {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Box sx={{ mt: 3, maxWidth: 720 }}>
      <Typography>{translate(`space.phase.${edition.phase}`)}</Typography>
      <Typography variant="body2" sx={{ mt: 1, color: 'text.secondary' }}>
        {edition.ceremonyOn
          ? translate('space.comesOn', { day: format.day(edition.ceremonyOn) })
          : translate('space.comes')}
      </Typography>
    </Box>
  );
};

const Published = ({ space, result }: { readonly space: Space; readonly result: NonNullable<Space['result']> }) => {
  const translate = useTranslate();
  const format = useFormat();
  const { report, certificate, awards } = space;
  return (
    <>
      <Box sx={{ mt: 3, display: 'flex', flexWrap: 'wrap', columnGap: 8, rowGap: 3 }}>
        <Figure value={format.score(result.score)} words={translate('space.score')} />
        {result.rank !== null && (
          <Figure
            value={format.ordinal(result.rank)}
            words={translate('space.rank', { smart_count: result.field, count: format.number(result.field) })}
          />
        )}
      </Box>
      {awards.map(({ laureateId, label }) => (
        <Box key={laureateId} sx={{ mt: 3, display: 'flex', gap: 2, alignItems: 'center', color: 'tokens.gold' }}>
          <EmojiEventsOutlined aria-hidden />
          <Typography sx={{ fontWeight: 600 }}>{translate('space.laureate', { award: label })}</Typography>
        </Box>
      ))}
      <Box sx={{ mt: 4, '&:empty': { display: 'none' }, display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        {report && (
          <Button
            variant="outlined"
            startIcon={<PictureAsPdfOutlined />}
            href={`/admin/reports/individual/${report.id}`}
            download
          >
            {translate('space.report', { size: format.bytes(report.size) })}
          </Button>
        )}
        {awards
          .filter(({ diploma }) => diploma)
          .map(({ laureateId, label }) => (
            <Button
              key={laureateId}
              variant="outlined"
              startIcon={<EmojiEventsOutlined />}
              href={`/admin/reports/diploma/${laureateId}`}
              download
            >
              {translate(awards.length > 1 ? 'space.diplomaOf' : 'space.diploma', { award: label })}
            </Button>
          ))}
      </Box>
      <Typography variant="body2" sx={{ mt: 3, color: 'text.secondary' }}>
        {translate(report ? (certificate ? 'space.certificate' : 'space.noCertificate') : 'space.noReport')}
      </Typography>
    </>
  );
};

const Figure = ({ value, words }: { readonly value: string; readonly words: string }) => (
  <div>
    <Typography sx={{ fontSize: '1.75rem', fontWeight: 600, lineHeight: 1.2, fontVariantNumeric: 'tabular-nums' }}>
      {value}
    </Typography>
    <Typography variant="body2" sx={{ color: 'text.secondary' }}>
      {words}
    </Typography>
  </div>
);
