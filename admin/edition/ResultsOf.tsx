import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useBasename, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useFormat } from '../kernel/format.ts';
import type { Outcome } from './edition.graphql.ts';

type Rankings = Outcome['ranking'];

/** Each category in one row: how many are ranked, their mean as a bar, who leads. It opens the ranking. */
export const ResultsOf = ({ rankings }: { readonly rankings: Rankings }) => {
  const translate = useTranslate();
  const format = useFormat();
  const basename = useBasename();
  if (rankings.length === 0)
    return (
      <Typography variant="body2" sx={{ p: 5, color: 'text.secondary' }}>
        {translate('room.overview.noResults')}
      </Typography>
    );
  return (
    <Table size="small">
      <TableHead>
        <TableRow>
          <TableCell>{translate('field.category')}</TableCell>
          <TableCell align="right">{translate('room.overview.structures')}</TableCell>
          <TableCell>{translate('room.overview.mean')}</TableCell>
          <TableCell>{translate('room.overview.first')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {rankings.map(({ category, mean, structureCount, lines }) => (
          <TableRow key={category.id}>
            <TableCell sx={{ minWidth: 180 }}>
              <Link to={`${basename}/ranking?category=${category.code}`}>{category.label}</Link>
            </TableCell>
            <TableCell align="right">{format.number(structureCount)}</TableCell>
            <TableCell>
              <MeanBar mean={mean} />
            </TableCell>
            <TableCell sx={{ minWidth: 180 }}>{leadersOf(lines, format.list, format.score)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
};

const MeanBar = ({ mean }: { readonly mean: string | null }) => {
  const format = useFormat();
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, minWidth: 120 }}>
      <Box sx={{ width: 32, textAlign: 'right' }}>{format.score(mean)}</Box>
      <Box aria-hidden sx={{ flex: 1, height: 8, bgcolor: 'action.hover', borderRadius: '2px' }}>
        <Box sx={{ width: `${mean ?? 0}%`, height: '100%', bgcolor: 'primary.main', borderRadius: '2px' }} />
      </Box>
    </Box>
  );
};

function leadersOf(
  lines: Rankings[number]['lines'],
  list: (words: readonly string[]) => string,
  scored: (score: string | null) => string,
): string {
  const first = lines.filter(({ rank }) => rank === 1);
  if (first.length === 0) return '—';
  return `${list(first.map(({ enrolment }) => enrolment.structure.name))} (${scored(first[0]?.score ?? null)})`;
}
