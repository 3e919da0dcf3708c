import { Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { useMeasureInWords } from '../kernel/measureInWords.ts';
import { Section } from '../kernel/record/Section.tsx';
import type { ControlSheet } from './control.graphql.ts';

type Correction = ControlSheet['corrections'][number];

/** What was corrected, old and new side by side, and why. */
export const Corrections = ({ corrections }: { readonly corrections: readonly Correction[] }) => {
  const translate = useTranslate();
  const format = useFormat();
  const inWords = useMeasureInWords();
  if (corrections.length === 0) return null;
  const said = ({ criterion }: Correction, found: Correction['before']) =>
    found.absence ? translate(`enum.Absence.${found.absence}`) : inWords({ value: found.value, criterion });
  return (
    <Section title={translate('room.control.corrections', { smart_count: corrections.length })} flush>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{translate('resources.criterion.name', { smart_count: 1 })}</TableCell>
            <TableCell>{translate('room.control.before')}</TableCell>
            <TableCell>{translate('room.control.after')}</TableCell>
            <TableCell>{translate('field.reason')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {corrections.map((each) => (
            <TableRow key={each.id}>
              <TableCell>{each.criterion.label}</TableCell>
              <TableCell>
                <del>{said(each, each.before)}</del>
              </TableCell>
              <TableCell>
                <ins>{said(each, each.after)}</ins>
              </TableCell>
              <TableCell>
                {translate(`enum.CorrectionMotive.${each.motive}`)} · {each.reason} ({format.instant(each.madeAt)})
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Section>
  );
};
