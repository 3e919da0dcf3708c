import { Box, ButtonBase, Card, Typography } from '@mui/material';
import { useBasename, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useFormat } from '../kernel/format.ts';
import type { Fieldwork } from './cockpit.graphql.ts';
import { addressOf, behind } from './lists.ts';

interface Figure {
  readonly name: keyof typeof behind;
  readonly count: number;
  /** Said under it; nothing when it says enough. */
  readonly more?: string;
  /** Whether it wants something done. */
  readonly due: boolean;
}

/** What waits, each figure the way to the list behind it. */
export const Figures = ({ fieldwork }: { readonly fieldwork: Fieldwork }) => {
  const translate = useTranslate();
  const format = useFormat();
  const { late, unassigned, toControl, rejected, recorded, openQuestions, openClaims } = fieldwork;
  const share = recorded === 0 ? '' : format.percent(rejected / recorded, 1);
  const figures: Figure[] = [
    { name: 'late', count: late, due: late > 0 },
    { name: 'unassigned', count: unassigned, due: unassigned > 0 },
    { name: 'toControl', count: toControl, due: toControl > 0 },
    { name: 'questions', count: openQuestions, due: openQuestions > 0 },
    { name: 'claims', count: openClaims, due: openClaims > 0 },
    {
      ...{ name: 'rejected', count: rejected, due: false },
      more: share && translate('room.cockpit.share', { share, recorded: format.number(recorded) }),
    },
  ];
  return (
    <Box
      component="ul"
      aria-label={translate('room.cockpit.figures')}
      sx={{
        ...{ listStyle: 'none', p: 0, m: 0, mb: 4, display: 'grid', gap: 3 },
        gridTemplateColumns: { xs: 'repeat(2, 1fr)', md: 'repeat(6, 1fr)' },
      }}
    >
      {figures.map((figure) => (
        <Card component="li" key={figure.name} sx={{ display: 'flex' }}>
          <Tile figure={figure} />
        </Card>
      ))}
    </Box>
  );
};

const Tile = ({ figure: { name, count, more, due } }: { readonly figure: Figure }) => {
  const translate = useTranslate();
  const basename = useBasename();
  const format = useFormat();
  return (
    <ButtonBase
      component={Link}
      to={`${basename}${addressOf(behind[name])}`}
      sx={{
        ...{ flex: 1, p: 4, flexDirection: 'column', alignItems: 'flex-start', justifyContent: 'flex-start' },
        ...{ textAlign: 'left', '&:hover': { bgcolor: 'background.default' } },
      }}
    >
      <Typography
        component="span"
        sx={{
          ...{ fontSize: '1.75rem', fontWeight: 650, lineHeight: 1.2, fontVariantNumeric: 'tabular-nums' },
          color: due ? 'text.primary' : 'text.secondary',
        }}
      >
        {format.number(count)}
      </Typography>
      <Typography component="span" variant="body2">
        {translate(`room.cockpit.of.${name}`, { smart_count: count })}
      </Typography>
      {more && (
        <Typography component="span" variant="caption" sx={{ color: 'text.secondary' }}>
          {more}
        </Typography>
      )}
    </ButtonBase>
  );
};
