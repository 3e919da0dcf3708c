import { Box, Card, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import type { Sheet } from './enrolment.graphql.ts';

/** The three figures one comes for: the score, the place in the category, the mean it is compared with. */
export const ScoreHead = ({ sheet, category }: { readonly sheet: Sheet; readonly category: string }) => {
  const translate = useTranslate();
  const format = useFormat();
  const { score, rank, field, mean, runNumber, share } = sheet;
  const rests = share && translate('room.explanation.share', { share: format.percent(share, 0) });
  return (
    <Card
      component="dl"
      sx={{
        m: 0,
        mb: 4,
        p: 5,
        display: 'grid',
        gap: 5,
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(3, minmax(0, 1fr))' },
      }}
    >
      <Figure
        name={translate('room.sheet.score')}
        more={[translate('room.sheet.run', { number: runNumber }), rests].filter(Boolean).join(' · ')}
      >
        {format.number(score, 2)} <Small>{translate('room.sheet.outOf')}</Small>
      </Figure>
      <Figure name={translate('room.sheet.placeTitle')} more={category}>
        {rank === null
          ? translate('room.sheet.unranked')
          : translate('room.sheet.place', { place: format.ordinal(rank), field: format.number(field) })}
      </Figure>
      <Figure name={translate('room.sheet.mean')} more={<Gap score={score} mean={mean} />}>
        {mean === null ? <Small>{translate('room.sheet.meanWithheld')}</Small> : format.number(mean, 2)}
      </Figure>
    </Card>
  );
};

const Figure = ({
  name,
  more,
  children,
}: {
  readonly name: string;
  readonly more: ReactNode;
  readonly children: ReactNode;
}) => (
  <div>
    <Typography component="dt" variant="caption" sx={{ color: 'text.secondary', fontWeight: 600 }}>
      {name}
    </Typography>
    <Box
      component="dd"
      sx={{ m: 0, fontSize: '1.75rem', fontWeight: 650, lineHeight: 1.25, fontVariantNumeric: 'tabular-nums' }}
    >
      {children}
      <Typography variant="body2" component="div" sx={{ color: 'text.secondary' }}>
        {more}
      </Typography>
    </Box>
  </div>
);

const Small = ({ children }: { readonly children: ReactNode }) => (
  <Box component="span" sx={{ fontSize: '0.875rem', fontWeight: 400, color: 'text.secondary' }}>
    {children}
  </Box>
);

const Gap = ({ score, mean }: { readonly score: string | null; readonly mean: string | null }) => {
  const translate = useTranslate();
  const format = useFormat();
  if (score === null || mean === null) return null;
  const gap = Number(score) - Number(mean);
  if (Math.abs(gap) < 0.005) return translate('room.sheet.equal');
  return translate(gap > 0 ? 'room.sheet.above' : 'room.sheet.below', { points: format.number(Math.abs(gap), 1) });
};
