import { Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useRecordContext, useTranslate } from 'react-admin';
import { Chip } from '../kernel/chips.tsx';
import { useMeasureInWords } from '../kernel/measureInWords.ts';
import { Section } from '../kernel/record/Section.tsx';
import type { AuditSheet, Measurement } from './audit.graphql.ts';

/** What the test found, criterion by criterion, under the steps of the journey: a value, or why there is none. */
export const Measurements = () => {
  const translate = useTranslate();
  const inWords = useMeasureInWords();
  const measurements = useRecordContext<AuditSheet>()?.measurements ?? [];
  return (
    <Section title={translate('room.audit.measurements', { smart_count: measurements.length })} flush>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{translate('resources.criterion.name', { smart_count: 1 })}</TableCell>
            <TableCell align="right">{translate('room.audit.found')}</TableCell>
          </TableRow>
        </TableHead>
        {stepsOf(measurements).map(([step, found]) => (
          <TableBody key={step}>
            <TableRow>
              <TableCell
                component="th"
                scope="rowgroup"
                colSpan={2}
                sx={{ color: 'text.secondary', fontSize: '0.75rem', fontWeight: 600, bgcolor: 'background.default' }}
              >
                {step}
              </TableCell>
            </TableRow>
            {found.map((measurement) => (
              <TableRow key={measurement.id}>
                <TableCell sx={{ fontWeight: '400 !important' }}>{measurement.criterion.label}</TableCell>
                <TableCell align="right" sx={{ whiteSpace: { sm: 'nowrap' } }}>
                  {measurement.absence ? <Chip of="Absence" value={measurement.absence} /> : inWords(measurement)}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        ))}
      </Table>
    </Section>
  );
};

/** Measurements by step, in the order of the journey then of the form. */
function stepsOf(all: readonly Measurement[]): [step: string, found: Measurement[]][] {
  const ordered = [...all].sort(
    (a, b) => a.criterion.step.position - b.criterion.step.position || a.criterion.position - b.criterion.position,
  );
  return [...Map.groupBy(ordered, ({ criterion }) => criterion.step.label)];
}
