import { Box, Table, TableBody, TableCell, TableHead, TableRow, useTheme } from '@mui/material';
import { BarChart } from '@mui/x-charts/BarChart';
import { LineChart } from '@mui/x-charts/LineChart';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import type { Criterion } from './grid.graphql.ts';
import { pointsOf } from './points.ts';

/** The scale of a criterion drawn small, points on 100, and the same in a table. */
export default function ScaleChart({ criterion }: { readonly criterion: Criterion }) {
  const translate = useTranslate();
  const format = useFormat();
  const { palette } = useTheme();
  const points = pointsOf(criterion, (value) => format.number(value), {
    yes: translate('list.yes'),
    no: translate('list.no'),
    beyond: translate('room.grid.beyondShort'),
  });
  const unit = criterion.unit ? translate(`enum.MeasureUnit.${criterion.unit}`) : translate('field.value');
  const shared = {
    height: 180,
    margin: { left: 0, right: 12, top: 12, bottom: 0 },
    colors: [palette.primary.main],
    yAxis: [{ min: 0, max: 100, width: 36 }],
    grid: { horizontal: true },
    hideLegend: true,
    title: translate('room.grid.chart', { label: criterion.label }),
    skipAnimation: true,
  };
  return (
    <Box>
      {criterion.scale.type === 'LINEAR' ? (
        <LineChart
          {...shared}
          xAxis={[{ height: 28, data: points.map(({ at }) => at) }]}
          series={[{ data: points.map(({ points }) => points), curve: 'linear', area: true }]}
        />
      ) : (
        <BarChart
          {...shared}
          xAxis={[{ height: 28, scaleType: 'band', data: points.map(({ label }) => label) }]}
          series={[{ data: points.map(({ points }) => points) }]}
        />
      )}
      <Table size="small" sx={{ mt: 2 }}>
        <TableHead>
          <TableRow>
            <TableCell>{unit}</TableCell>
            <TableCell align="right">{translate('room.grid.points100')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {points.map(({ label, points }) => (
            <TableRow key={label}>
              <TableCell>{label}</TableCell>
              <TableCell align="right">{format.number(points)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}
