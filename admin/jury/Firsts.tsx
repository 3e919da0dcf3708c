import { Box, Typography } from '@mui/material';
import { useBasename, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useFormat } from '../kernel/format.ts';
import { type Case, firstsOf } from './cases.ts';

interface FirstsProps {
  readonly of: Case;
  /** Whether the name stands in the second place, once a laureate is named above. */
  readonly quiet: boolean;
}

/** Who the ranking puts first, with what score, and how far ahead of the next. */
export const Firsts = ({ of, quiet }: FirstsProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const basename = useBasename();
  const firsts = firstsOf(of);
  if (firsts.length === 0)
    return (
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {translate('room.ranking.headlineNone')}
      </Typography>
    );
  return (
    <Box>
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary', fontWeight: 600 }}>
        {translate('room.award.first', { smart_count: firsts.length })}
      </Typography>
      {firsts.map(({ enrolment, score }) => (
        <Box
          key={enrolment.id}
          sx={{ display: 'flex', gap: 3, alignItems: 'baseline', justifyContent: 'space-between' }}
        >
          <Typography sx={quiet ? { fontSize: '0.875rem' } : { fontSize: '1.25rem', fontWeight: 650, lineHeight: 1.3 }}>
            <Link to={`${basename}/enrolment/${enrolment.id}/show`}>{enrolment.structure.name}</Link>
            {enrolment.categoryMotive && (
              <Typography component="span" variant="body2" sx={{ display: 'block', color: 'text.secondary' }}>
                {translate('room.award.placedByHand', { motive: enrolment.categoryMotive })}
              </Typography>
            )}
          </Typography>
          <Typography
            sx={{
              fontVariantNumeric: 'tabular-nums',
              fontWeight: 650,
              fontSize: quiet ? '0.875rem' : '1.25rem',
            }}
          >
            {format.number(score, 2)}
          </Typography>
        </Box>
      ))}
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        <Margin of={of} />
      </Typography>
    </Box>
  );
};

const Margin = ({ of }: { readonly of: Case }) => {
  const translate = useTranslate();
  const format = useFormat();
  const firsts = firstsOf(of);
  const [first] = firsts;
  const next = of.standings.find((one) => !firsts.includes(one) && one.eligible);
  if (!first) return null;
  if (!next) return firsts.length === 1 ? translate('room.award.marginNone') : null;
  const points = Math.round((Number(first.score) - Number(next.score)) * 100) / 100;
  const name = next.enrolment.structure.name;
  if (points === 0) return translate('room.award.marginExact', { next: name });
  return translate('room.award.margin', { smart_count: points, points: format.number(points, 2), next: name });
};
