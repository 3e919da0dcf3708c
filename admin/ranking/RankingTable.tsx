import { Table, TableBody, TableCell, TableHead, TableRow, useMediaQuery } from '@mui/material';
import { useTranslate } from 'react-admin';
import { RankingCard, RankingRow, tieOf } from './RankingRow.tsx';
import type { Line } from './ranking.graphql.ts';

interface RankingTableProps {
  readonly lines: readonly Line[];
  /** Whether the numbers of the bars are always shown. */
  readonly figures: boolean;
  readonly label: string;
}

/** One row a structure. On a phone a row becomes a card: the same bars, under the name. */
export const RankingTable = ({ lines, figures, label }: RankingTableProps) => {
  const translate = useTranslate();
  const small = useMediaQuery('(max-width: 760px)');
  if (small)
    return (
      <ol style={{ listStyle: 'none', margin: 0, padding: 0 }} aria-label={label}>
        {lines.map((line, i) => (
          <RankingCard key={line.enrolment.id} line={line} tie={tieOf(lines, i)} figures={figures} />
        ))}
      </ol>
    );
  return (
    <Table size="small" aria-label={label} sx={{ '& th, & td': { px: 2 }, '& td': { py: 0 } }}>
      <TableHead>
        <TableRow>
          <TableCell align="right" sx={{ width: 92 }}>
            {translate('room.ranking.rank')}
          </TableCell>
          <TableCell>{translate('field.structure')}</TableCell>
          <TableCell align="right">{translate('room.ranking.score')}</TableCell>
          {lines[0]?.channels.map(({ channel }) => (
            <TableCell key={channel.code} sx={{ width: '9%', minWidth: 72, whiteSpace: 'normal', lineHeight: 1.2 }}>
              {translate(`enum.ChannelCode.${channel.code}`)}
            </TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {lines.map((line, i) => (
          <RankingRow key={line.enrolment.id} line={line} tie={tieOf(lines, i)} figures={figures} />
        ))}
      </TableBody>
    </Table>
  );
};
