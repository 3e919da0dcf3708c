import { Box, NativeSelect, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Chip } from '../kernel/chips.tsx';
import type { Column, Heading } from './import.graphql.ts';
import { IGNORE, saidOf, UNSAID } from './mapping.rules.ts';

interface HeadingTableProps {
  readonly headings: readonly Heading[];
  readonly columns: readonly Column[];
  readonly said: readonly string[];
  readonly onSay: (at: number, one: string) => void;
}

/** On a phone the examples stand under the heading, and the chip under the choice. */
const WIDE = { display: { xs: 'none', md: 'table-cell' } };
const NARROW = { display: { md: 'none' } };

/** Each heading of a file with the column it is taken for, what stands under it, and why. */
export const HeadingTable = ({ headings, columns, said, onSay }: HeadingTableProps) => {
  const translate = useTranslate();
  const first = saidOf(headings);
  const head = (word: string) => translate(`room.import.columns.${word}`);
  return (
    <Table size="small" aria-label={head('title')}>
      <TableHead>
        <TableRow>
          <TableCell sx={{ pl: 0 }}>{head('heading')}</TableCell>
          <TableCell>{head('column')}</TableCell>
          <TableCell sx={WIDE}>{head('examples')}</TableCell>
          <TableCell sx={WIDE}>{head('confidence')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {headings.map((one, i) => {
          const examples = one.examples.join(' · ');
          const why =
            said[i] !== first[i] ? 'CHOSEN' : one.column === null && said[i] === IGNORE ? null : one.confidence;
          const chip = <Chip of="ColumnConfidence" value={why} />;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a file may have a heading twice, and headings never move
            <TableRow key={i}>
              <TableCell sx={{ pl: 0, overflowWrap: 'anywhere', minWidth: 96 }}>
                <strong>{one.heading || '—'}</strong>
                <Box sx={{ ...NARROW, fontSize: '0.75rem', color: 'text.secondary' }}>{examples}</Box>
              </TableCell>
              <TableCell>
                <ColumnSelect
                  heading={one.heading}
                  columns={columns}
                  value={said[i] ?? UNSAID}
                  onChange={(choice) => onSay(i, choice)}
                />
                <Box sx={{ ...NARROW, mt: 1 }}>{chip}</Box>
              </TableCell>
              <TableCell sx={{ ...WIDE, color: 'text.secondary', overflowWrap: 'anywhere' }}>{examples}</TableCell>
              <TableCell sx={WIDE}>{chip}</TableCell>
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
};

interface ColumnSelectProps {
  readonly heading: string;
  readonly columns: readonly Column[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The browser's own select: one types the first letters, and a phone shows its wheel. */
const ColumnSelect = ({ heading, columns, value, onChange }: ColumnSelectProps) => {
  const translate = useTranslate();
  const group = (required: boolean) =>
    columns
      .filter((column) => column.required === required)
      .map(({ name, label }) => (
        <option key={name} value={name}>
          {label ? `${name} · ${label.slice(0, 80)}` : name}
        </option>
      ));
  return (
    <NativeSelect
      fullWidth
      value={value}
      error={value === UNSAID}
      sx={{ minWidth: 120, maxWidth: 260 }}
      inputProps={{ 'aria-label': translate('room.import.columns.of', { heading }) }}
      onChange={({ target }) => onChange(target.value)}
    >
      <option value={UNSAID}>{translate('room.import.columns.toSay')}</option>
      <option value={IGNORE}>{translate('room.import.columns.ignore')}</option>
      <optgroup label={translate('room.import.columns.required')}>{group(true)}</optgroup>
      <optgroup label={translate('room.import.columns.optional')}>{group(false)}</optgroup>
    </NativeSelect>
  );
};
