import { useTheme } from '@mui/material';
import { BarChart } from '@mui/x-charts/BarChart';
import { useTranslate } from 'react-admin';
import { useFormat } from '../format.ts';
import { byDay, type UsageLine } from './usage.ts';

/** Requests day by day; the table that stands below says the same figures. */
export default function UsageChart({ lines }: { readonly lines: readonly UsageLine[] }) {
  const translate = useTranslate();
  const format = useFormat();
  const { palette } = useTheme();
  const days = byDay(lines, new Date());
  return (
    <BarChart
      height={200}
      margin={{ left: 0, right: 8, top: 8, bottom: 0 }}
      title={translate('partner.usage.chart')}
      skipAnimation
      hideLegend
      grid={{ horizontal: true }}
      xAxis={[
        {
          ...{ data: days.map(({ day }) => day), scaleType: 'band', height: 28 },
          // The year goes without saying over thirty days.
          valueFormatter: (day: string) => format.shortDay(day).replace(/\s\d{4}$/, ''),
        },
      ]}
      yAxis={[{ min: 0, width: 56, tickMinStep: 1, valueFormatter: (value: number) => format.number(value) }]}
      series={[
        {
          ...{ data: days.map(({ requests }) => requests), label: translate('partner.usage.requests') },
          ...{ color: palette.tokens.series[0] ?? '', valueFormatter: (value: number | null) => format.number(value) },
        },
      ]}
    />
  );
}
