import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { wilson } from '../../server/uncertainty/share.rules.ts';
import { decimal } from '../kernel/csv.ts';
import { useFormat } from '../kernel/format.ts';
import { Section } from '../kernel/record/Section.tsx';
import type { Indicator, Rules } from './indicator.graphql.ts';
import { SaveFigures } from './SaveFigures.tsx';

interface IndicatorTableProps {
  readonly indicators: readonly Indicator[];
  /** How each is counted, by code. */
  readonly rules: Rules;
  readonly year: number;
}

/** Each figure with what it is taken over, how sure it is, and what becomes of those who did not answer. */
export const IndicatorTable = ({ indicators, rules, year }: IndicatorTableProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const figureOf = useValue();
  const treatmentOf = ({ code }: Indicator) => {
    const rule = rules.get(code);
    if (!rule) return '';
    return translate(`room.indicator.treatment.${rule.among ? 'SHARE_AMONG' : String(rule.type)}`);
  };
  const takenOver = ({ unit, numerator, denominator }: Indicator) =>
    unit === 'COUNT'
      ? format.number(denominator)
      : translate(`room.indicator.${unit === 'SHARE' ? 'over' : 'sum'}`, {
          ...{ numerator: format.number(numerator), denominator: format.number(denominator) },
        });
  const spanOf = (indicator: Indicator) => {
    const span = intervalOf(indicator);
    if (!span) return '—';
    const [low, high] = [format.percent(span.low, 1), format.percent(span.high, 1)];
    return translate('room.indicator.between', { low, high });
  };
  const columns = [
    { label: translate('room.indicator.name'), value: ({ label }: Indicator) => label },
    { label: translate('room.indicator.value'), value: ({ value }: Indicator) => decimal(value) },
    {
      label: translate('room.indicator.low'),
      value: (each: Indicator) => intervalOf(each)?.low.toFixed(4).replace('.', ','),
    },
    {
      label: translate('room.indicator.high'),
      value: (each: Indicator) => intervalOf(each)?.high.toFixed(4).replace('.', ','),
    },
    { label: translate('room.indicator.numerator'), value: ({ numerator }: Indicator) => decimal(numerator) },
    { label: translate('room.indicator.denominator'), value: ({ denominator }: Indicator) => denominator },
    { label: translate('room.indicator.base'), value: ({ base }: Indicator) => base },
    { label: translate('room.indicator.contributors'), value: ({ contributors }: Indicator) => contributors },
    { label: translate('room.indicator.treatmentName'), value: treatmentOf },
  ];
  return (
    <Section
      flush
      title={translate('room.indicator.list')}
      aside={<SaveFigures rows={indicators} columns={columns} file={`barometre-${year}-indicateurs.csv`} />}
    >
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{translate('room.indicator.name')}</TableCell>
            <TableCell align="right">{translate('room.indicator.value')}</TableCell>
            <TableCell>{translate('room.indicator.interval')}</TableCell>
            <TableCell sx={besides}>{translate('room.indicator.count')}</TableCell>
            <TableCell align="right">{translate('room.indicator.contributors')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {indicators.map((indicator) => (
            <TableRow key={indicator.id}>
              <TableCell sx={{ minWidth: 240 }}>
                {indicator.label}
                <Small>{treatmentOf(indicator)}</Small>
              </TableCell>
              <TableCell align="right" sx={{ fontWeight: 650, whiteSpace: 'nowrap' }}>
                {figureOf(indicator)}
                <Box sx={{ display: { sm: 'none' }, fontWeight: 'fontWeightRegular', whiteSpace: 'normal' }}>
                  <Small>{takenOver(indicator)}</Small>
                  <Small>{indicator.base}</Small>
                </Box>
              </TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{spanOf(indicator)}</TableCell>
              <TableCell sx={{ minWidth: 160, ...besides }}>
                {takenOver(indicator)}
                <Small>{indicator.base}</Small>
              </TableCell>
              <TableCell align="right">{format.number(indicator.contributors)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <Typography variant="body2" sx={{ px: 5, py: 3, color: 'text.secondary' }}>
        {translate('room.indicator.more')}
      </Typography>
    </Section>
  );
};

/** On a phone what a figure is taken over stands under it, never out of sight. */
const besides = { display: { xs: 'none', sm: 'table-cell' } };

const Small = ({ children }: { readonly children: string }) => (
  <Typography variant="body2" sx={{ color: 'text.secondary', fontSize: '0.75rem' }}>
    {children}
  </Typography>
);

/** Between which bounds a share lies, nine times out of ten; null for any other figure. */
const intervalOf = ({ unit, numerator, denominator }: Indicator) =>
  unit === 'SHARE' && numerator !== null ? wilson(Number(numerator), denominator, 90) : null;

/** A figure in its unit. */
const useValue = () => {
  const translate = useTranslate();
  const format = useFormat();
  return ({ unit, value }: Indicator): string => {
    if (value === null) return '—';
    if (unit === 'SHARE') return format.percent(value, 1);
    if (unit === 'COUNT') return format.number(value, 0);
    if (unit === 'SCORE') return format.score(value);
    const smart_count = Number(value) < 2 ? 1 : 2;
    const words = unit === 'RINGS' ? 'room.indicator.rings' : 'room.indicator.days';
    return translate(words, { value: format.number(value, 1), smart_count });
  };
};
