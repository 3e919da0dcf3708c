import { Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { Section } from '../kernel/record/Section.tsx';
import type { AgreementReport } from './control.graphql.ts';

type Line = AgreementReport['presence'];

/** How far second readings agree with the first ones, beyond chance: each figure with its count and its interval. */
export const Agreement = ({ report }: { readonly report: AgreementReport }) => {
  const translate = useTranslate();
  const format = useFormat();
  if (report.testCount === 0) return null;
  const figure = (value: number | null) => (value === null ? '—' : format.number(value, 2));
  const named = ({ kind }: Line) =>
    kind ? translate(`enum.CriterionKind.${kind}`) : translate('room.control.presence');
  return (
    <Section title={translate('room.control.agreement', { smart_count: report.testCount })} flush>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{translate('field.kind')}</TableCell>
            <TableCell align="right">{translate('room.control.pairs')}</TableCell>
            <TableCell align="right">{translate('room.control.same')}</TableCell>
            <TableCell align="right">{translate('room.control.kappa')}</TableCell>
            <TableCell align="right">{translate('room.control.interval')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {[...report.lines, report.presence].map((line) => (
            <TableRow key={line.kind ?? 'presence'}>
              <TableCell>
                {named(line)}
                {line.weighted && (
                  <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
                    {translate('room.control.weighted')}
                  </Typography>
                )}
              </TableCell>
              <TableCell align="right">{format.number(line.count)}</TableCell>
              <TableCell align="right">{format.percent(line.observed)}</TableCell>
              <TableCell align="right">{figure(line.kappa)}</TableCell>
              <TableCell align="right">
                {line.low === null
                  ? '—'
                  : translate('room.control.between', { low: figure(line.low), high: figure(line.high) })}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <Typography variant="body2" sx={{ color: 'text.secondary', px: 5, py: 4, maxWidth: '80ch' }}>
        {translate('room.control.agreementMore')}
      </Typography>
    </Section>
  );
};
