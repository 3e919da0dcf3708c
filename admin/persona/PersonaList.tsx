import { DataTable, useTranslate } from 'react-admin';
import type { CsvColumn } from '../kernel/csv.ts';
import { useFormat } from '../kernel/format.ts';
import { ListPage } from '../kernel/list/ListPage.tsx';
import { RecordLink } from '../kernel/list/RecordLink.tsx';
import { Table } from '../kernel/list/Table.tsx';
import type { Persona } from './persona.graphql.ts';

const Column = DataTable.Col<Persona>;

const columns: readonly CsvColumn<Persona>[] = [
  { label: 'field.code', value: ({ code }) => code },
  { label: 'field.label', value: ({ label }) => label },
  { label: 'field.mailbox', value: ({ mailbox }) => mailbox },
  { label: 'field.phoneLine', value: ({ phoneLine }) => phoneLine },
  { label: 'field.address', value: ({ address }) => address },
];

/** Who auditors say they are, and where they are answered. */
export const PersonaList = () => {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <ListPage<Persona>
      scoped
      sort={{ field: 'code', order: 'ASC' }}
      columns={columns}
      add="room.persona.add"
      empty={{ title: 'room.persona.empty', more: 'room.persona.emptyMore' }}
      phone={(record) => ({ name: record.label, more: record.mailbox ?? record.phoneLine ?? record.code })}
    >
      <Table<Persona> rowClick="edit">
        <Column source="label" render={({ label }) => <RecordLink>{label}</RecordLink>} />
        <Column source="code" />
        <Column
          source="channels"
          disableSort
          render={({ channels }) => format.list(channels.map((each) => translate(`enum.ChannelCode.${each}`)))}
        />
        <Column source="mailbox" disableSort render={({ mailbox }) => mailbox ?? '—'} />
        <Column source="phoneLine" disableSort render={({ phoneLine }) => phoneLine ?? '—'} />
      </Table>
    </ListPage>
  );
};
