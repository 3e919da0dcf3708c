import { useTheme } from '@mui/material';
import { ChartsReferenceLine } from '@mui/x-charts/ChartsReferenceLine';
import { LineChart } from '@mui/x-charts/LineChart';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import type { By, Curve } from './delay.graphql.ts';
import { linesThatMove, type Timed } from './timed.ts';
import { useWords } from './useWords.ts';

interface CurveChartProps {
  readonly timed: Timed;
  readonly by: By | null;
  readonly all: Curve;
  /** Drawn over all of them, when one is looked at. */
  readonly group: Curve | null;
}

/** Answers over time, in steps: the official share, the estimate thinner beside it, the bounds of the scale upright. */
export default function CurveChart({ timed, by, all, group }: CurveChartProps) {
  const translate = useTranslate();
  const format = useFormat();
  const { palette } = useTheme();
  const words = useWords(timed, by);
  const curve = group ?? all;
  const moving = linesThatMove(all, timed.bounds).map(({ day }) => day);
  // One more, or the last step would have no tread.
  const days = [...moving, moving.length];
  const onDays = ({ lines }: Curve, value: 'share' | 'estimate') =>
    days.map((day) => Number((lines[day] ?? lines.at(-1))?.[value] ?? 0));
  const valueFormatter = (value: number | null) => format.percent(value, 1);
  const shared = { curve: 'stepAfter', showMark: false, valueFormatter } as const;
  const [main = '', second = '', , , , grey = ''] = palette.tokens.series;
  return (
    <LineChart
      height={300}
      margin={{ left: 0, right: 16, top: 24, bottom: 0 }}
      title={translate('room.delay.chart')}
      skipAnimation
      grid={{ horizontal: true }}
      xAxis={[
        {
          ...{ data: days, scaleType: 'linear', height: 56, min: 0, max: days.at(-1) ?? 1, tickMinStep: 1 },
          label: translate('room.delay.axis', { count: words.count }),
        },
      ]}
      yAxis={[{ min: 0, max: 1, width: 48, valueFormatter: (value: number) => format.percent(value) }]}
      series={[
        ...(group ? [{ ...shared, id: 'all', label: words.group(all), data: onDays(all, 'share'), color: grey }] : []),
        {
          ...shared,
          id: 'estimate',
          label: translate('room.delay.estimate'),
          data: onDays(curve, 'estimate'),
          color: second,
        },
        {
          ...{ ...shared, id: 'share', data: onDays(curve, 'share'), color: main },
          label: group ? translate('room.delay.shareOf', { group: words.group(group) }) : translate('room.delay.share'),
        },
      ]}
      sx={{
        '& .MuiLineElement-root': { strokeWidth: 3 },
        '& [data-series="estimate"]': { strokeWidth: 1.5, strokeDasharray: '5 3' },
        '& [data-series="all"]': { strokeWidth: 1.5 },
      }}
    >
      {timed.bounds.map((bound) => (
        <ChartsReferenceLine
          key={bound}
          x={bound}
          label={translate('room.delay.bound', { days: format.number(bound) })}
          labelAlign="start"
          lineStyle={{ stroke: palette.text.secondary, strokeWidth: bound === timed.published ? 1.5 : 0.75 }}
          labelStyle={{ fill: palette.text.secondary, fontSize: 11 }}
        />
      ))}
    </LineChart>
  );
}
