import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { useFormat } from '../kernel/format.ts';
import { Section } from '../kernel/record/Section.tsx';
import { Evolution, type EvolutionPoint } from './enrolment.graphql.ts';

/** The scores of a structure from one edition to the next: a series that breaks is drawn and said apart. */
export const EvolutionOf = ({ id }: { readonly id: string }) => {
  const translate = useTranslate();
  const { data } = useQuery({
    queryKey: ['evolution', id],
    queryFn: ({ signal }) => run(Evolution, { id }, signal),
  });
  const points = data?.evolution.filter(({ score }) => score !== null) ?? [];
  if (points.length === 0) return null;
  return (
    <Section title={translate('room.ownEvolution.title')} flush={points.length > 1}>
      {points.length === 1 ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {translate('room.ownEvolution.one')}
        </Typography>
      ) : (
        <>
          <Typography variant="body2" sx={{ color: 'text.secondary', px: 5, pt: 3 }}>
            {translate('room.ownEvolution.more')}
          </Typography>
          <Line points={points} />
          <Points points={points} />
        </>
      )}
    </Section>
  );
};

/** Drawn for the eye alone, from 0 to 100: the table below says the same. */
const Line = ({ points }: { readonly points: readonly EvolutionPoint[] }) => {
  const format = useFormat();
  const height = 132;
  const x = (at: number) => `${8 + (at * 84) / (points.length - 1)}%`;
  const y = (score: string | null) => 112 - (Number(score) * 84) / 100;
  return (
    <Box sx={{ px: 5, pb: 2, color: 'primary.main' }}>
      <Box
        component="svg"
        aria-hidden
        height={height}
        sx={{ display: 'block', width: '100%', maxWidth: 720, '& text': { fill: 'currentColor', fontSize: 12 } }}
      >
        <Box
          component="line"
          x1="0"
          x2="100%"
          y1={y('0')}
          y2={y('0')}
          sx={{ stroke: 'currentColor', color: 'divider' }}
        />
        {points.slice(1).map(({ edition, score, broken }, i) => (
          <line
            key={edition.year}
            {...{ x1: x(i), y1: y(points[i]?.score ?? null), x2: x(i + 1), y2: y(score) }}
            stroke="currentColor"
            strokeWidth={broken ? 1.5 : 3}
            {...(broken && { strokeDasharray: '3 5' })}
          />
        ))}
        {points.map(({ edition, score }, i) => (
          <g key={edition.year} textAnchor="middle">
            <circle cx={x(i)} cy={y(score)} r={4} fill="currentColor" />
            <text x={x(i)} y={y(score) - 10} fontWeight={650}>
              {format.number(score, 1)}
            </text>
            <Box component="text" x={x(i)} y={height - 4} sx={{ color: 'text.secondary' }}>
              {edition.year}
            </Box>
          </g>
        ))}
      </Box>
    </Box>
  );
};

const Points = ({ points }: { readonly points: readonly EvolutionPoint[] }) => {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Table size="small" aria-label={translate('room.ownEvolution.title')}>
      <TableHead>
        <TableRow>
          <TableCell>{translate('room.ownEvolution.edition')}</TableCell>
          <TableCell align="right">{translate('room.ownEvolution.score')}</TableCell>
          <TableCell align="right">{translate('room.ownEvolution.place')}</TableCell>
          <TableCell sx={besides}>{translate('room.ownEvolution.category')}</TableCell>
          <TableCell>{translate('room.ownEvolution.series')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {points.map(({ edition, score, rank, field, categoryLabel, broken }, i) => (
          <TableRow key={edition.year}>
            <TableCell>{edition.year}</TableCell>
            <TableCell align="right">{format.number(score, 2)}</TableCell>
            <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
              {rank === null
                ? translate('room.sheet.unranked')
                : translate('room.sheet.place', { place: format.ordinal(rank), field: format.number(field) })}
            </TableCell>
            <TableCell sx={besides}>{categoryLabel}</TableCell>
            <TableCell>{translate(`room.ownEvolution.${i === 0 ? 'start' : broken ? 'broken' : 'same'}`)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
};

/** A phone has no room for the category, which seldom changes and stands at the head of the page. */
const besides = { display: { xs: 'none', sm: 'table-cell' } };
