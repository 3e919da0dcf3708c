import { DataTable, useTranslate } from 'react-admin';
import type { CsvColumn } from '../kernel/csv.ts';
import { EnumInput } from '../kernel/inputs.tsx';
import { ListPage } from '../kernel/list/ListPage.tsx';
import { RecordLink } from '../kernel/list/RecordLink.tsx';
import { Table } from '../kernel/list/Table.tsx';
import type { Scenario } from './scenario.graphql.ts';

const Column = DataTable.Col<Scenario>;

const columns: readonly CsvColumn<Scenario>[] = [
  { label: 'field.channel', value: ({ channel }) => channel, of: 'ChannelCode' },
  { label: 'field.code', value: ({ code }) => code },
  { label: 'field.label', value: ({ label }) => label },
  { label: 'field.instructions', value: ({ instructions }) => instructions },
];

/** What auditors ask for in their tests, channel by channel. */
export const ScenarioList = () => {
  const translate = useTranslate();
  return (
    <ListPage<Scenario>
      scoped
      sort={{ field: 'channel', order: 'ASC' }}
      columns={columns}
      filters={[<EnumInput key="channel" source="channel" of="ChannelCode" />]}
      add="room.scenario.add"
      empty={{ title: 'room.scenario.empty', more: 'room.scenario.emptyMore' }}
      phone={(record) => ({ name: record.label, more: translate(`enum.ChannelCode.${record.channel}`) })}
    >
      <Table<Scenario> rowClick="edit">
        <Column source="label" render={({ label }) => <RecordLink>{label}</RecordLink>} />
        <Column source="channel" render={({ channel }) => translate(`enum.ChannelCode.${channel}`)} />
        <Column source="code" />
      </Table>
    </ListPage>
  );
};
