import {
  Box,
  Button,
  Collapse,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  Typography,
  useTheme,
} from '@mui/material';
import { LineChart } from '@mui/x-charts/LineChart';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { EditionInForce } from '../kernel/edition.tsx';
import { useFormat } from '../kernel/format.ts';
import { Section } from '../kernel/record/Section.tsx';
import type { Turnout } from './turnout.graphql.ts';

interface DaysProps {
  readonly edition: EditionInForce;
  readonly turnout: Turnout;
}

/** Enrolments adding up over the days of registration, beside those of the edition before. The table stands below. */
export default function Days({ edition, turnout }: DaysProps) {
  const translate = useTranslate();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const { days, undated, undatedBefore, yearBefore } = turnout;
  const dated = days.some(({ enrolled, before }) => (enrolled ?? 0) > 0 || (before ?? 0) > 0);
  return (
    <Section
      title={translate('room.turnout.byDay')}
      aside={
        dated && (
          <Button color="inherit" aria-expanded={open} onClick={() => setOpen(!open)}>
            {translate(open ? 'room.turnout.hideTable' : 'room.turnout.showTable')}
          </Button>
        )
      }
    >
      {dated ? (
        <Chart edition={edition} turnout={turnout} />
      ) : (
        <Typography variant="body2">{translate('room.turnout.noDays')}</Typography>
      )}
      {[
        { year: edition.year, count: undated },
        { year: yearBefore, count: undatedBefore ?? 0 },
      ].map(
        ({ year, count }) =>
          dated &&
          count > 0 && (
            <Typography key={year} variant="body2" sx={{ color: 'text.secondary' }}>
              {translate('room.turnout.undated', { smart_count: count, count: format.number(count), year: year ?? '' })}
            </Typography>
          ),
      )}
      <Collapse in={open} unmountOnExit>
        <Box
          sx={{ mt: 3, maxHeight: 420, overflow: 'auto' }}
          tabIndex={0}
          role="group"
          aria-label={translate('room.turnout.byDay')}
        >
          <DayTable edition={edition} turnout={turnout} />
        </Box>
      </Collapse>
    </Section>
  );
}

const Chart = ({ edition, turnout: { days, yearBefore } }: DaysProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const { palette } = useTheme();
  const [main = '', , , , , grey = ''] = palette.tokens.series;
  const valueFormatter = (value: number | null) => format.number(value);
  const shared = { curve: 'stepAfter', showMark: false, valueFormatter } as const;
  return (
    <LineChart
      height={280}
      margin={{ left: 0, right: 16, top: 16, bottom: 0 }}
      title={translate('room.turnout.chart')}
      skipAnimation
      grid={{ horizontal: true }}
      xAxis={[
        {
          ...{ data: days.map(({ day }) => day), scaleType: 'linear', height: 56, tickMinStep: 7 },
          ...{ min: 0, max: days.at(-1)?.day ?? 1, label: translate('room.turnout.axis') },
        },
      ]}
      yAxis={[{ min: 0, width: 48, tickMinStep: 1, valueFormatter: (value: number) => format.number(value) }]}
      series={[
        ...(yearBefore === null
          ? []
          : [
              {
                ...shared,
                id: 'before',
                label: String(yearBefore),
                data: days.map(({ before }) => before),
                color: grey,
              },
            ]),
        { ...shared, id: 'now', label: String(edition.year), data: days.map(({ enrolled }) => enrolled), color: main },
      ]}
      sx={{
        '& .MuiLineElement-root': { strokeWidth: 3 },
        '& [data-series="before"]': { strokeWidth: 1.5, strokeDasharray: '5 3' },
      }}
    />
  );
};

const DayTable = ({ edition, turnout: { days, yearBefore } }: DaysProps) => {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Table size="small" stickyHeader>
      <TableHead>
        <TableRow>
          <TableCell>{translate('room.turnout.day')}</TableCell>
          <TableCell align="right">{edition.year}</TableCell>
          {yearBefore !== null && <TableCell align="right">{yearBefore}</TableCell>}
        </TableRow>
      </TableHead>
      <TableBody>
        {days.map(({ day, on, enrolled, before }) => (
          <TableRow key={day}>
            <TableCell>
              {translate('room.turnout.dayOf', { day: format.number(day + 1), on: format.shortDay(on) })}
            </TableCell>
            <TableCell align="right">{format.number(enrolled)}</TableCell>
            {yearBefore !== null && <TableCell align="right">{format.number(before)}</TableCell>}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
};
