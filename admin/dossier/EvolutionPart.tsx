import { Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { Section } from '../kernel/record/Section.tsx';
import type { File } from './dossier.graphql.ts';

/** Edition after edition. Where the grid changed, figures do not compare, and the table says so. */
export const EvolutionPart = ({ file: { evolution } }: { readonly file: File }) => {
  const translate = useTranslate();
  const format = useFormat();
  if (evolution.length < 2)
    return (
      <Section title={translate('dossier.evolution')}>
        <Typography>{translate('dossier.firstTime')}</Typography>
      </Section>
    );
  return (
    <Section title={translate('dossier.evolution')} flush>
      <Table
        size="small"
        sx={{
          '& tbody tr:last-of-type > *': { borderBottom: 0 },
          '& tbody tr': { height: 44 },
          '& td': { fontVariantNumeric: 'tabular-nums' },
        }}
      >
        <TableHead>
          <TableRow>
            <TableCell>{translate('dossier.year')}</TableCell>
            <TableCell align="right">{translate('dossier.score')}</TableCell>
            <TableCell align="right">{translate('dossier.rank')}</TableCell>
            <TableCell>{translate('dossier.compares')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {evolution.map(({ year, score, rank, field, broken }) => (
            <TableRow key={year}>
              <TableCell component="th" scope="row">
                {year}
              </TableCell>
              <TableCell align="right" sx={{ fontWeight: 700 }}>
                {format.score(score)}
              </TableCell>
              <TableCell align="right">
                {rank === null ? '—' : translate('dossier.rankOf', { rank: format.ordinal(rank), field })}
              </TableCell>
              <TableCell>{broken && translate('dossier.broken')}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Section>
  );
};
