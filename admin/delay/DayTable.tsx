import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import { Button, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useTranslate } from 'react-admin';
import { type CsvColumn, csvOf, decimal, download } from '../kernel/csv.ts';
import type { EditionInForce } from '../kernel/edition.tsx';
import { useFormat } from '../kernel/format.ts';
import { Section } from '../kernel/record/Section.tsx';
import type { Curve, Line } from './delay.graphql.ts';
import { linesThatMove, type Timed } from './timed.ts';

interface DayTableProps {
  readonly edition: EditionInForce;
  readonly timed: Timed;
  readonly curve: Curve;
}

/** The curve as a table, up to the day nothing moves any more; the file goes on to the last day known. */
export const DayTable = ({ edition, timed, curve }: DayTableProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const ended = translate(`room.delay.answered.${timed.delay.to}`, { _: translate('room.delay.answered.other') });
  const columns: CsvColumn<Line>[] = [
    { label: 'room.delay.day', value: ({ day }) => day },
    { label: ended, value: ({ answered }) => answered },
    { label: 'room.delay.waiting', value: ({ waiting }) => waiting },
    { label: 'room.delay.share', value: ({ share }) => decimal(share) },
    { label: 'room.delay.estimate', value: ({ estimate }) => decimal(estimate) },
  ];
  const of = curve.group === null ? '' : `-${curve.group || 'sans'}`;
  const name = `barometre-${edition.year}-delais-${timed.code}${of}.csv`;
  return (
    <Section
      flush
      title={translate('room.delay.days')}
      aside={
        <Button
          color="inherit"
          variant="outlined"
          startIcon={<FileDownloadOutlined />}
          onClick={() =>
            download(
              csvOf(curve.lines, columns, (label) => translate(label, { _: label })),
              name,
            )
          }
        >
          {translate('list.export')}
        </Button>
      }
    >
      <Table size="small">
        <TableHead>
          <TableRow>
            {columns.map(({ label }) => (
              <TableCell key={label} align="right">
                {translate(label, { _: label })}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {linesThatMove(curve, timed.bounds).map(({ day, answered, waiting, share, estimate }) => (
            <TableRow key={day}>
              <TableCell align="right">{format.number(day)}</TableCell>
              <TableCell align="right">{format.number(answered)}</TableCell>
              <TableCell align="right">{format.number(waiting)}</TableCell>
              <TableCell align="right">{format.percent(share, 1)}</TableCell>
              <TableCell align="right">{format.percent(estimate, 1)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Section>
  );
};
