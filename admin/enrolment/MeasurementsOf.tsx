import { Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { Chip } from '../kernel/chips.tsx';
import { useFormat } from '../kernel/format.ts';
import { Loading, RefusedBy } from '../kernel/states.tsx';
import { type CriterionLine, MeasurementsBehind } from './enrolment.graphql.ts';

interface MeasurementsProps {
  /** The identifier of the enrolment. */
  readonly enrolment: string;
  readonly line: CriterionLine;
}

/** What each test found on one criterion, and the points it earned: for those who may see tests. */
export const MeasurementsOf = ({ enrolment, line: { criterion } }: MeasurementsProps) => {
  const translate = useTranslate();
  const format = useFormat();
  const { data, error, refetch } = useQuery({
    queryKey: ['measurementsBehind', enrolment, criterion.code],
    queryFn: ({ signal }) => run(MeasurementsBehind, { id: enrolment, criterion: criterion.code }, signal),
  });
  const words = useValueOf(criterion);
  if (error) return <RefusedBy error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const found = data.measurementsBehind;
  if (found.length === 0)
    return <Typography sx={{ p: 4, fontSize: '0.875rem' }}>{translate('room.explanation.behindNone')}</Typography>;
  return (
    <Table size="small" aria-label={translate('room.explanation.behind', { criterion: criterion.label })}>
      <TableHead>
        <TableRow>
          <TableCell>{translate('room.explanation.audit')}</TableCell>
          <TableCell>{translate('field.performedOn')}</TableCell>
          <TableCell>{translate('room.explanation.value')}</TableCell>
          <TableCell align="right">{translate('room.explanation.earned')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {found.map(({ reference, performedOn, value, absence, points }) => (
          <TableRow key={reference}>
            <TableCell>{reference}</TableCell>
            <TableCell>{format.shortDay(performedOn)}</TableCell>
            <TableCell>{absence ? <Chip of="Absence" value={absence} /> : words(value)}</TableCell>
            <TableCell align="right">{format.number(points)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
};

/** A value as people say it: yes or no, the answer chosen, a share, or a number with its unit. */
function useValueOf({ kind, unit, scale }: CriterionLine['criterion']): (value: string | null) => string {
  const translate = useTranslate();
  const format = useFormat();
  const choices = new Map(
    (scale as { choices?: { code: string; label: string }[] }).choices?.map((each) => [each.code, each.label]),
  );
  return (value) => {
    if (value === null) return '—';
    if (kind === 'YES_NO') return translate(Number(value) === 1 ? 'ra.boolean.true' : 'ra.boolean.false');
    if (kind === 'CHOICE') return choices.get(value) ?? value;
    if (kind === 'SHARE') return format.percent(value);
    return [format.number(value), unit && translate(`enum.MeasureUnit.${unit}`, { _: unit.toLowerCase() })]
      .filter(Boolean)
      .join(' ');
  };
}
