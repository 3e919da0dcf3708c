import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useId } from 'react';
import { useTranslate } from 'react-admin';
import { sirenInGroups, useFormat } from '../kernel/format.ts';
import { usePlaces } from '../kernel/places.ts';
import { Wide } from '../kernel/record/Wide.tsx';
import type { Alike, MergePreview } from './territory.graphql.ts';

/** Two structures side by side: what stays, what is filled, what is given up. */
export const MergeTable = ({ preview: { keep, drop, filled, lost } }: { readonly preview: MergePreview }) => {
  const translate = useTranslate();
  const label = useId();
  const rows = useRows();
  return (
    <Wide label={label} sx={{ border: 1, borderColor: 'divider', borderRadius: 1 }}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell id={label}>{translate('room.duplicate.field')}</TableCell>
            <TableCell>{translate('room.duplicate.stays')}</TableCell>
            <TableCell>{translate('room.duplicate.goes')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(({ field, said }) => {
            const [kept, dropped] = [said(keep), said(drop)];
            if (!kept && !dropped) return null;
            const taken = filled.includes(field);
            return (
              <TableRow key={field}>
                <TableCell component="th" scope="row">
                  {translate(`field.${field}`)}
                </TableCell>
                <TableCell>
                  {taken ? <Said word={translate('room.duplicate.filled')}>{dropped}</Said> : (kept ?? '—')}
                </TableCell>
                <TableCell>
                  {lost.includes(field) || field === 'name' || field === 'reference' ? (
                    <Said word={translate(`room.duplicate.${field === 'reference' ? 'found' : 'lost'}`)}>
                      {dropped}
                    </Said>
                  ) : (
                    (dropped ?? '—')
                  )}
                </TableCell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </Wide>
  );
};

/** A value, and what becomes of it. */
const Said = ({ word, children }: { readonly word: string; readonly children: string | null }) => (
  <>
    {children ?? '—'}{' '}
    {children && (
      <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
        ({word})
      </Box>
    )}
  </>
);

function useRows(): readonly { readonly field: string; readonly said: (it: Alike) => string | null }[] {
  const translate = useTranslate();
  const format = useFormat();
  const places = usePlaces();
  return [
    { field: 'name', said: ({ name }) => name },
    { field: 'reference', said: ({ reference }) => reference },
    { field: 'kind', said: ({ kind }) => translate(`enum.StructureKind.${kind}`) },
    { field: 'siren', said: ({ siren }) => siren && sirenInGroups(siren) },
    { field: 'siret', said: ({ siret }) => siret && sirenInGroups(siret) },
    { field: 'inseeCode', said: ({ inseeCode }) => inseeCode },
    { field: 'departmentCode', said: ({ departmentCode }) => places.department(departmentCode) },
    { field: 'regionCode', said: ({ regionCode }) => places.region(regionCode) },
    { field: 'population', said: ({ population }) => (population === null ? null : format.number(population)) },
    {
      field: 'populationYear',
      said: ({ populationYear }) => (populationYear === null ? null : String(populationYear)),
    },
    { field: 'parent', said: ({ parent }) => parent?.name ?? null },
  ];
}
