import { DataTable } from 'react-admin';
import { Chip } from '../kernel/chips.tsx';
import type { CsvColumn } from '../kernel/csv.ts';
import { useFormat } from '../kernel/format.ts';
import { EnumInput } from '../kernel/inputs.tsx';
import { ListPage } from '../kernel/list/ListPage.tsx';
import { RecordLink } from '../kernel/list/RecordLink.tsx';
import { Table } from '../kernel/list/Table.tsx';
import type { Edition } from './edition.graphql.ts';

const NOWRAP = { whiteSpace: 'nowrap' };
const Column = DataTable.Col<Edition>;

const columns: readonly CsvColumn<Edition>[] = [
  { label: 'field.year', value: ({ year }) => year },
  { label: 'field.ordinal', value: ({ ordinal }) => ordinal },
  { label: 'field.label', value: ({ label }) => label },
  { label: 'field.phase', value: ({ phase }) => phase, of: 'EditionPhase' },
  { label: 'field.provenance', value: ({ provenance }) => provenance, of: 'Provenance' },
  { label: 'field.fieldworkFrom', value: ({ fieldworkFrom }) => fieldworkFrom, as: 'day' },
  { label: 'field.fieldworkTo', value: ({ fieldworkTo }) => fieldworkTo, as: 'day' },
  { label: 'field.ceremonyOn', value: ({ ceremonyOn }) => ceremonyOn, as: 'day' },
  { label: 'field.publishedAt', value: ({ publishedAt }) => publishedAt, as: 'instant' },
];

/** All editions since the first, the latest on top. */
export const EditionList = () => {
  const format = useFormat();
  return (
    <ListPage<Edition>
      sort={{ field: 'year', order: 'DESC' }}
      columns={columns}
      filters={[
        <EnumInput key="phase" source="phase" of="EditionPhase" />,
        <EnumInput key="provenance" source="provenance" of="Provenance" />,
      ]}
      add="room.edition.add"
      empty={{ title: 'room.edition.empty', more: 'room.edition.emptyMore' }}
      phone={({ year, label, ordinal, phase }) => ({
        name: `${year} · ${format.ordinal(ordinal)}`,
        more: label,
        side: <Chip of="EditionPhase" value={phase} />,
      })}
    >
      <Table<Edition> hiddenColumns={['ceremonyOn']}>
        <Column source="year" render={({ year }) => <RecordLink>{year}</RecordLink>} />
        <Column source="ordinal" render={({ ordinal }) => format.ordinal(ordinal)} />
        <Column source="label" />
        <Column source="phase" render={({ phase }) => <Chip of="EditionPhase" value={phase} />} />
        <Column source="provenance" disableSort render={(one) => <Chip of="Provenance" value={one.provenance} />} />
        <Column
          source="fieldworkFrom"
          label="room.edition.fieldwork"
          disableSort
          sx={NOWRAP}
          render={({ fieldworkFrom, fieldworkTo }) => format.period(fieldworkFrom, fieldworkTo)}
        />
        <Column source="ceremonyOn" disableSort sx={NOWRAP} render={({ ceremonyOn }) => format.shortDay(ceremonyOn)} />
        <Column source="publishedAt" sx={NOWRAP} render={({ publishedAt }) => format.shortDay(publishedAt)} />
      </Table>
    </ListPage>
  );
};
