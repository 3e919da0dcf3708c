import { DataTable, useTranslate } from 'react-admin';
import { Tag } from '../kernel/chips.tsx';
import type { CsvColumn } from '../kernel/csv.ts';
import { ListPage } from '../kernel/list/ListPage.tsx';
import { RecordLink } from '../kernel/list/RecordLink.tsx';
import { Table } from '../kernel/list/Table.tsx';
import type { Prize } from './prize.graphql.ts';

const Column = DataTable.Col<Prize>;

const columns: readonly CsvColumn<Prize>[] = [
  { label: 'field.position', value: ({ position }) => position },
  { label: 'field.label', value: ({ label }) => label },
  { label: 'field.code', value: ({ code }) => code },
  { label: 'field.rewards', value: ({ rewards }) => rewards },
  { label: 'field.basis', value: ({ basis }) => basis, of: 'PrizeBasis' },
  { label: 'field.categoryCodes', value: ({ categoryCodes }) => categoryCodes.join(', ') },
  { label: 'field.awardField', value: ({ awardField }) => awardField },
];

/** The prizes of the edition beside the trophies of its categories. */
export const PrizeList = () => {
  const translate = useTranslate();
  const basisOf = ({ basis, channel }: Prize) =>
    [translate(`enum.PrizeBasis.${basis}`), ...(channel ? [translate(`enum.ChannelCode.${channel}`)] : [])].join(' : ');
  const openTo = ({ categoryCodes }: Prize) =>
    categoryCodes.length === 0
      ? translate('room.prize.all')
      : translate('room.prize.some', { smart_count: categoryCodes.length });
  return (
    <ListPage<Prize>
      scoped
      sort={{ field: 'position', order: 'ASC' }}
      columns={columns}
      add="room.prize.add"
      empty={{ title: 'room.prize.empty', more: 'room.prize.emptyMore' }}
      phone={(prize) => ({ name: prize.label, more: basisOf(prize), side: <Tag label={openTo(prize)} /> })}
    >
      <Table<Prize> rowClick="edit">
        <Column source="label" render={({ label }) => <RecordLink>{label}</RecordLink>} />
        <Column source="basis" disableSort render={basisOf} />
        <Column source="categoryCodes" disableSort render={openTo} />
        <Column source="rewards" disableSort render={({ rewards }) => rewards ?? '—'} />
        <DataTable.NumberCol source="position" />
      </Table>
    </ListPage>
  );
};
