import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { EditionInForce } from '../kernel/edition.tsx';
import { useFormat } from '../kernel/format.ts';
import { Section } from '../kernel/record/Section.tsx';
import type { Turnout } from './turnout.graphql.ts';

/** How many structures each category has, this time and last; the bar compares the categories. */
export const CategoryTable = ({
  edition,
  turnout: { categories, yearBefore },
}: {
  readonly edition: EditionInForce;
  readonly turnout: Turnout;
}) => {
  const translate = useTranslate();
  const format = useFormat();
  const most = Math.max(1, ...categories.map(({ enrolled, before }) => Math.max(enrolled, before ?? 0)));
  return (
    <Section flush title={translate('room.turnout.byCategory')}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{translate('room.turnout.category')}</TableCell>
            <TableCell align="right">{edition.year}</TableCell>
            {yearBefore !== null && <TableCell align="right">{yearBefore}</TableCell>}
            <TableCell sx={{ width: '35%', display: { xs: 'none', sm: 'table-cell' } }} aria-hidden />
          </TableRow>
        </TableHead>
        <TableBody>
          {categories.map(({ code, label, enrolled, before }) => (
            <TableRow key={code}>
              <TableCell>{label}</TableCell>
              <TableCell align="right">{format.number(enrolled)}</TableCell>
              {yearBefore !== null && <TableCell align="right">{format.number(before)}</TableCell>}
              <TableCell aria-hidden sx={{ display: { xs: 'none', sm: 'table-cell' } }}>
                <Box
                  sx={{ height: 8, width: `${(100 * enrolled) / most}%`, bgcolor: 'primary.main', borderRadius: 1 }}
                />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Section>
  );
};
