import { useTheme } from '@mui/material';
import { LineChart } from '@mui/x-charts/LineChart';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import type { Point } from './comparison.graphql.ts';

interface EvolutionChartProps {
  readonly points: readonly Point[];
  readonly name: string;
}

/** Means by edition: joined by a line where the series goes on, by dashes where it breaks. The table stands below. */
export default function EvolutionChart({ points, name }: EvolutionChartProps) {
  const translate = useTranslate();
  const format = useFormat();
  const { palette } = useTheme();
  const [main = '', , , , , grey = ''] = palette.tokens.series;
  const years = points.map(({ year }) => year);
  const values = points.map(({ mean }) => Number(mean));
  const valueFormatter = (value: number | null) => format.number(value, 1);
  const joined = points.flatMap(({ broken }, at) => (at > 0 && !broken ? [at] : []));
  const solid = joined.map((at) => ({
    ...({ id: `solid-${at}`, curve: 'linear', showMark: false, color: main, valueFormatter: () => null } as const),
    data: values.map((value, i) => (i === at || i === at - 1 ? value : null)),
    ...(at === joined[0] ? { label: translate('room.comparison.continuous') } : {}),
  }));
  return (
    <LineChart
      height={280}
      margin={{ left: 0, right: 24, top: 16, bottom: 0 }}
      title={`${name}. ${translate('room.comparison.chart')}`}
      skipAnimation
      grid={{ horizontal: true }}
      xAxis={[{ data: years, scaleType: 'point', valueFormatter: String, height: 32 }]}
      yAxis={[{ min: Math.max(0, Math.floor(Math.min(...values) / 10) * 10 - 10), max: 100, width: 40 }]}
      series={[
        {
          ...{ id: 'all', curve: 'linear', showMark: true, valueFormatter, color: grey, data: values },
          label: joined.length < points.length - 1 ? translate('room.comparison.broken') : name,
        },
        ...solid,
      ]}
      sx={{
        '& .MuiLineElement-root': { strokeWidth: 3 },
        '& [data-series="all"]': { strokeWidth: 1.5, strokeDasharray: '3 5' },
        '& .MuiMarkElement-root, & .MuiLineChart-mark': { stroke: main, strokeWidth: 2, strokeDasharray: 'none' },
      }}
    />
  );
}
