import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { Section } from '../kernel/record/Section.tsx';
import type { Sheet } from './enrolment.graphql.ts';

type Gap = Sheet['strengths'][number];

/** The criteria where a structure stands farthest from its category, on either side. */
export const ApartOf = ({ sheet }: { readonly sheet: Sheet }) => {
  const translate = useTranslate();
  const { strengths, weaknesses } = sheet;
  if (strengths.length + weaknesses.length === 0) return null;
  return (
    <Section title={translate('room.explanation.apart')}>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 4 }}>
        {translate('room.explanation.apartMore')}
      </Typography>
      <Box
        sx={{ display: 'grid', gap: 6, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' } }}
      >
        <Gaps gaps={strengths} title="room.explanation.strengths" none="room.explanation.noStrength" />
        <Gaps gaps={weaknesses} title="room.explanation.weaknesses" none="room.explanation.noWeakness" />
      </Box>
    </Section>
  );
};

const Gaps = ({
  gaps,
  title,
  none,
}: {
  readonly gaps: readonly Gap[];
  readonly title: string;
  readonly none: string;
}) => {
  const translate = useTranslate();
  return (
    <div>
      <Typography component="h3" sx={{ fontWeight: 650, fontSize: '0.875rem', mb: 2 }}>
        {translate(title)}
      </Typography>
      {gaps.length === 0 && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {translate(none)}
        </Typography>
      )}
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {gaps.map((gap) => (
          <GapLine key={gap.criterion.id} gap={gap} />
        ))}
      </Box>
    </div>
  );
};

/** One of them: how far from the mean, and the mean with what it rests on. */
const GapLine = ({ gap: { criterion, score, mean, gap, structureCount } }: { readonly gap: Gap }) => {
  const translate = useTranslate();
  const format = useFormat();
  const points = Number(gap);
  return (
    <Box
      component="li"
      sx={{ display: 'flex', gap: 3, py: 2, borderTop: 1, borderColor: 'divider', fontSize: '0.875rem' }}
    >
      <Box sx={{ flex: 1 }}>
        {criterion.label}
        <Box sx={{ fontSize: '0.75rem', color: 'text.secondary' }}>
          {translate(`enum.ChannelCode.${criterion.channel.code}`)} · {format.number(score, 1)} ·{' '}
          {translate('room.explanation.mean')} {format.number(mean, 1)}{' '}
          {translate('room.explanation.of', { smart_count: structureCount })}
        </Box>
      </Box>
      <Box
        sx={{
          ...{ fontWeight: 650, whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
          color: points > 0 ? 'success.main' : 'error.main',
        }}
      >
        {points > 0 ? '+' : '−'}
        {format.number(Math.abs(points), 1)}
      </Box>
    </Box>
  );
};
