import { Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../kernel/format.ts';
import { Section } from '../kernel/record/Section.tsx';
import type { Space } from './space.graphql.ts';

/** A column that stands under the edition on a telephone. */
const aside = { display: { xs: 'none', sm: 'table-cell' } };

/** The published results of each structure, edition after edition; nothing where there is but one. */
export const SpaceHistory = ({ all }: { readonly all: readonly Space[] }) => {
  const translate = useTranslate();
  const format = useFormat();
  const groups = [...Map.groupBy(all, ({ enrolment }) => enrolment.structure.id).values()]
    .map((own) => own.filter(({ result }) => result !== null).toReversed())
    .filter((own) => own.length > 1);
  const seriesOf = (result: Space['result'], i: number) =>
    i === 0 ? '' : translate(result?.broken ? 'space.broken' : 'space.goesOn');
  return groups.map((own) => (
    <Section
      key={own[0]?.enrolment.structure.id}
      title={translate('space.history', { name: own[0]?.enrolment.structure.name })}
      flush
    >
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{translate('space.edition')}</TableCell>
            <TableCell align="right">{translate('space.scoreShort')}</TableCell>
            <TableCell align="right">{translate('space.rankShort')}</TableCell>
            <TableCell sx={aside}>{translate('space.series')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {own.map(({ enrolment, result }, i) => (
            <TableRow key={enrolment.id}>
              <TableCell>
                {enrolment.edition.year}
                <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
                  {enrolment.category.label}
                </Typography>
                <Typography variant="caption" component="div" sx={{ display: { sm: 'none' } }}>
                  {seriesOf(result, i)}
                </Typography>
              </TableCell>
              <TableCell align="right">{format.score(result?.score)}</TableCell>
              <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
                {result?.rank == null
                  ? '—'
                  : translate('space.rankOf', {
                      rank: format.ordinal(result.rank),
                      field: format.number(result.field),
                    })}
              </TableCell>
              <TableCell sx={aside}>{seriesOf(result, i)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Section>
  ));
};
