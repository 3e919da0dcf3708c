import Check from '@mui/icons-material/Check';
import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../format.ts';
import { type Count, inOrder } from './count.ts';
import { type Candidates, Who, whoOf } from './Who.tsx';

/** Who came where, and the duels: how many prefer the one of the line to that of the column. A win is in bold. */
export const Matrix = ({
  candidates,
  count,
  first,
}: {
  readonly candidates: Candidates;
  readonly count: Extract<Count, { mode: 'RANK' }>;
  readonly first: readonly string[];
}) => {
  const translate = useTranslate();
  const format = useFormat();
  const order = inOrder(count.places);
  const at = (code: string) => count.candidates.indexOf(code);
  const votes = (row: string, column: string) => count.preferences[at(row)]?.[at(column)] ?? 0;
  return (
    <>
      <Typography sx={{ mb: 2 }}>{translate('result.matrixMore')}</Typography>
      <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={translate('result.matrix')}>
        <Table
          size="small"
          sx={{
            '& tbody tr:last-of-type > *': { borderBottom: 0 },
            width: 'auto',
            '& td, & th': { fontVariantNumeric: 'tabular-nums' },
          }}
        >
          <caption style={{ captionSide: 'top', paddingTop: 0 }}>{translate('result.matrix')}</caption>
          <TableHead>
            <TableRow>
              <TableCell>{translate('result.place')}</TableCell>
              <TableCell>{translate('meeting.candidate')}</TableCell>
              {order.map(({ candidate }) => (
                <TableCell key={candidate} align="center">
                  {candidate}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {order.map(({ candidate, place }) => (
              <TableRow key={candidate} sx={first.includes(candidate) ? { '& th, & td': { fontWeight: 700 } } : {}}>
                <TableCell>{format.ordinal(place)}</TableCell>
                <TableCell component="th" scope="row" sx={{ minWidth: 140 }}>
                  <Who of={whoOf(candidates, candidate)} />
                </TableCell>
                {order.map(({ candidate: other }) => {
                  const [won, lost] = [votes(candidate, other), votes(other, candidate)];
                  return (
                    <TableCell
                      key={other}
                      align="center"
                      sx={{ whiteSpace: 'nowrap', fontWeight: `${won > lost ? 700 : 400} !important` }}
                    >
                      {candidate === other ? '—' : won}
                      {won > lost && candidate !== other && (
                        <Check aria-hidden sx={{ fontSize: '1em', ml: 0.5, verticalAlign: '-0.1em' }} />
                      )}
                    </TableCell>
                  );
                })}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
    </>
  );
};
