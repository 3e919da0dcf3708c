import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { Section } from '../kernel/record/Section.tsx';
import type { File } from './dossier.graphql.ts';

/** The score in large, where it stands, and how sure both are, in words. */
export const ScorePart = ({ file }: { readonly file: File }) => {
  const translate = useTranslate();
  const format = useFormat();
  const { score, mean, rank, field, equals, category } = file;
  return (
    <Section title={translate('dossier.overall')}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 8, rowGap: 3, alignItems: 'baseline' }}>
        <Box>
          <Box component="span" sx={{ fontSize: '2.5rem', fontWeight: 700, fontVariantNumeric: 'tabular-nums' }}>
            {format.score(score)}
          </Box>
          <Box component="span" sx={{ color: 'text.secondary', fontSize: '1.25rem' }}>
            {' / 100'}
          </Box>
        </Box>
        <Box sx={{ fontSize: '1rem' }}>
          <div>
            {rank === null
              ? translate('dossier.unranked')
              : translate(equals > 1 ? 'dossier.rankedEqual' : 'dossier.ranked', {
                  rank: format.ordinal(rank),
                  field,
                  others: equals - 1,
                  smart_count: equals - 1,
                })}
          </div>
          <Box sx={{ color: 'text.secondary' }}>
            {translate('dossier.mean', { mean: format.score(mean), category })}
          </Box>
        </Box>
      </Box>
      <Certainty file={file} />
    </Section>
  );
};

const Certainty = ({ file: { certainty, rank } }: { readonly file: File }) => {
  const translate = useTranslate();
  const format = useFormat();
  if (!certainty) return null;
  const { scoreLow, scoreHigh, tiedFrom, tiedTo } = certainty;
  const parts = [
    scoreLow !== null && scoreHigh !== null
      ? translate('dossier.interval', { low: format.number(scoreLow, 1), high: format.number(scoreHigh, 1) })
      : translate('dossier.noInterval'),
    tiedFrom !== null && tiedTo !== null
      ? tiedFrom === tiedTo
        ? translate('dossier.apart')
        : translate('dossier.notApart', { from: format.ordinal(tiedFrom), to: format.ordinal(tiedTo) })
      : null,
  ];
  return (
    <Typography sx={{ mt: 4, maxWidth: 640 }}>
      {parts.filter(Boolean).join(' ')} {rank !== null && translate('dossier.neverOfficial')}
    </Typography>
  );
};
