import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { IntervalInWords } from '../kernel/IntervalInWords.tsx';
import { Section } from '../kernel/record/Section.tsx';
import { spansOf } from '../kernel/robustness.graphql.ts';
import { Whisker } from '../kernel/Whisker.tsx';
import type { Sheet } from './enrolment.graphql.ts';

/** How sure the score and the rank are, each on its axis with its sentence. */
export const SureOf = ({ sheet }: { readonly sheet: Sheet }) => {
  const translate = useTranslate();
  const format = useFormat();
  const { robustness, score, rank, field } = sheet;
  if (!robustness || score === null || rank === null) return null;
  return (
    <Section title={translate('room.sure.title')}>
      <Typography variant="body2" sx={{ color: 'text.secondary', maxWidth: 720, mb: 3 }}>
        {translate('room.sure.more')}
      </Typography>
      <Box
        component="dl"
        sx={{
          m: 0,
          display: 'grid',
          gap: 4,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' },
        }}
      >
        <div>
          <Typography component="dt" variant="body2" sx={{ fontWeight: 600, mb: 1 }}>
            {format.number(score, 2)} {translate('room.sheet.outOf')}
          </Typography>
          <Box component="dd" sx={{ m: 0 }}>
            <Whisker value={Number(score)} axis={{ low: 0, high: 100 }} {...spansOf(robustness, 'score')} />
            <Ends low={format.number(0)} high={format.number(100)} />
            <Typography variant="body2">
              <IntervalInWords of="score" robustness={robustness} />
            </Typography>
          </Box>
        </div>
        <div>
          <Typography component="dt" variant="body2" sx={{ fontWeight: 600, mb: 1 }}>
            {translate('room.sheet.place', { place: format.ordinal(rank), field: format.number(field) })}
          </Typography>
          <Box component="dd" sx={{ m: 0 }}>
            <Whisker value={rank} axis={{ low: 1, high: Math.max(2, field) }} {...spansOf(robustness, 'rank')} />
            <Ends low={format.ordinal(1)} high={format.ordinal(field)} />
            <Typography variant="body2">
              <IntervalInWords of="rank" robustness={robustness} />
            </Typography>
          </Box>
        </div>
      </Box>
    </Section>
  );
};

const Ends = ({ low, high }: { readonly low: string; readonly high: string }) => (
  <Box
    aria-hidden
    sx={{ display: 'flex', justifyContent: 'space-between', color: 'text.secondary', fontSize: '0.75rem', mb: 1 }}
  >
    <span>{low}</span>
    <span>{high}</span>
  </Box>
);
