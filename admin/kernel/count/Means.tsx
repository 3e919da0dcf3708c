import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../format.ts';
import { type Count, inOrder, numberOf } from './count.ts';
import { type Candidates, Who, whoOf } from './Who.tsx';

/** The mean of each candidate, weighted as was declared, with the lowest and the highest juror. */
export const Means = ({
  candidates,
  count,
}: {
  readonly candidates: Candidates;
  readonly count: Extract<Count, { mode: 'SCORE' }>;
}) => {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={translate('result.means')}>
      <Table
        size="small"
        sx={{ '& tbody tr:last-of-type > *': { borderBottom: 0 }, '& td': { fontVariantNumeric: 'tabular-nums' } }}
      >
        <caption style={{ captionSide: 'top', paddingTop: 0 }}>{translate('result.means')}</caption>
        <TableHead>
          <TableRow>
            <TableCell>{translate('result.place')}</TableCell>
            <TableCell>{translate('meeting.candidate')}</TableCell>
            <TableCell align="right">{translate('result.mean')}</TableCell>
            <TableCell align="right">{translate('result.least')}</TableCell>
            <TableCell align="right">{translate('result.greatest')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {inOrder(count.places).map(({ candidate, place }) => {
            const spread = count.scores.find((each) => each.candidate === candidate);
            const shown = (value: string | undefined) => (value ? format.number(numberOf(value), 2) : '—');
            return (
              <TableRow key={candidate}>
                <TableCell>{format.ordinal(place)}</TableCell>
                <TableCell component="th" scope="row" sx={{ minWidth: 140 }}>
                  <Who of={whoOf(candidates, candidate)} />
                </TableCell>
                <TableCell align="right" sx={{ fontWeight: 700 }}>
                  {shown(spread?.mean)}
                </TableCell>
                <TableCell align="right">{shown(spread?.least)}</TableCell>
                <TableCell align="right">{shown(spread?.greatest)}</TableCell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </Box>
  );
};
