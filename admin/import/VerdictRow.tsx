import { Box, TableCell, TableRow } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Chip } from '../kernel/chips.tsx';
import { useFormat } from '../kernel/format.ts';
import { Hidden } from '../kernel/Hidden.tsx';
import type { Heading, Verdict } from './import.graphql.ts';
import { useFaultWords } from './useFaultWords.ts';

interface VerdictRowProps {
  readonly verdict: Verdict;
  readonly headings: readonly Heading[];
}

/** One row of a file: its line, what it is about, what it comes to, and why or with which differences. */
export const VerdictRow = ({ verdict, headings }: VerdictRowProps) => {
  const format = useFormat();
  const detail = <Detail verdict={verdict} headings={headings} />;
  return (
    <TableRow>
      <TableCell align="right">{format.number(verdict.line)}</TableCell>
      <TableCell sx={{ overflowWrap: 'anywhere' }}>
        {verdict.name || '—'}
        <Box sx={{ my: 1 }}>
          <Chip of="ImportOutcome" value={verdict.outcome} />
        </Box>
        <Box sx={{ display: { md: 'none' } }}>{detail}</Box>
      </TableCell>
      <TableCell sx={{ display: { xs: 'none', md: 'table-cell' }, overflowWrap: 'anywhere' }}>{detail}</TableCell>
    </TableRow>
  );
};

const LIST = { m: 0, p: 0, listStyle: 'none' };

const Detail = ({ verdict, headings }: VerdictRowProps) => {
  const translate = useTranslate();
  const sentence = useFaultWords();
  if (verdict.faults.length > 0)
    return (
      <Box component="ul" sx={{ ...LIST, color: 'error.main' }}>
        {verdict.faults.map((fault, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row may have the same fault twice, and faults never move
          <li key={i}>{sentence(fault)}</li>
        ))}
      </Box>
    );
  const blank = translate('room.import.nothing');
  if (verdict.differences.length > 0)
    return (
      <Box component="ul" sx={LIST}>
        {verdict.differences.map(({ column, before, after }) => (
          <li key={column}>
            {column} : <Hidden>{translate('room.import.before')}</Hidden>
            <Box component="del" sx={{ color: 'text.secondary' }}>
              {before || blank}
            </Box>{' '}
            <span aria-hidden>→</span> <Hidden>{translate('room.import.after')}</Hidden>
            <Box component="ins" sx={{ textDecoration: 'none', fontWeight: 600 }}>
              {after || blank}
            </Box>
          </li>
        ))}
      </Box>
    );
  const said = headings.flatMap(({ column }, i) =>
    column && verdict.cells[i] ? [`${column} : ${verdict.cells[i]}`] : [],
  );
  return <Box sx={{ color: 'text.secondary' }}>{said.join(' · ')}</Box>;
};
