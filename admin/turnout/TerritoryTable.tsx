import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import {
  Box,
  Button,
  Tab,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  TableSortLabel,
  Tabs,
} from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { csvOf, download } from '../kernel/csv.ts';
import type { EditionInForce } from '../kernel/edition.tsx';
import { useFormat } from '../kernel/format.ts';
import { Section } from '../kernel/record/Section.tsx';
import type { Territory, Turnout } from './turnout.graphql.ts';

const figures = ['enrolled', 'before', 'registered', 'covered', 'share'] as const;
type Sorted = 'name' | (typeof figures)[number];

/** Départements or regions, all of them, those with nobody included: one sees where to look for participants. */
export const TerritoryTable = ({
  edition,
  turnout,
}: {
  readonly edition: EditionInForce;
  readonly turnout: Turnout;
}) => {
  const translate = useTranslate();
  const format = useFormat();
  const [level, setLevel] = useState<'departments' | 'regions'>('departments');
  const [sort, setSort] = useState<Sorted>('enrolled');
  const shown = figures.filter((each) => each !== 'before' || turnout.yearBefore !== null);
  const rows = turnout[level].toSorted((a, b) => order(a, b, sort));
  const headOf = (each: Sorted) =>
    each === 'before' ? String(turnout.yearBefore) : translate(`room.turnout.head.${each}`);
  const save = () => {
    const columns = [
      { label: translate('room.turnout.head.code'), value: ({ code }: Territory) => code },
      { label: translate('room.turnout.head.name'), value: ({ name }: Territory) => name },
      ...shown.map((each) => ({ label: headOf(each), value: (row: Territory) => row[each] })),
    ];
    download(
      csvOf(rows, columns, (label) => label),
      `barometre-${edition.year}-participation-${level}.csv`,
    );
  };
  return (
    <Section
      flush
      title={translate('room.turnout.territories')}
      aside={
        <Button color="inherit" variant="outlined" startIcon={<FileDownloadOutlined />} onClick={save}>
          {translate('list.export')}
        </Button>
      }
    >
      <Tabs value={level} onChange={(_, value) => setLevel(value)} sx={{ px: 5 }}>
        <Tab value="departments" label={translate('room.turnout.departments')} />
        <Tab value="regions" label={translate('room.turnout.regions')} />
      </Tabs>
      <Box
        sx={{ maxHeight: 520, overflow: 'auto' }}
        tabIndex={0}
        role="group"
        aria-label={translate('room.turnout.territories')}
      >
        <Table size="small" stickyHeader>
          <TableHead>
            <TableRow>
              {(['name', ...shown] as const).map((each) => (
                <TableCell
                  key={each}
                  align={each === 'name' ? 'left' : 'right'}
                  sortDirection={sort === each && directionOf(each)}
                >
                  <TableSortLabel active={sort === each} direction={directionOf(each)} onClick={() => setSort(each)}>
                    {headOf(each)}
                  </TableSortLabel>
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map((row) => (
              <TableRow key={row.code}>
                <TableCell sx={{ minWidth: 180 }}>{`${row.name} (${row.code})`}</TableCell>
                {shown.map((each) => (
                  <TableCell key={each} align="right">
                    {each === 'share' ? format.percent(row.share, 1) : format.number(row[each])}
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
    </Section>
  );
};

const directionOf = (sort: Sorted) => (sort === 'name' ? 'asc' : 'desc');

/** The most first, then by code: the order of the reference. */
const order = (a: Territory, b: Territory, sort: Sorted): number =>
  (sort === 'name' ? a.name.localeCompare(b.name, 'fr') : (b[sort] ?? -1) - (a[sort] ?? -1)) ||
  (a.code < b.code ? -1 : 1);
