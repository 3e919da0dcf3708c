import { DataTable, useTranslate } from 'react-admin';
import { Chip } from '../kernel/chips.tsx';
import type { CsvColumn } from '../kernel/csv.ts';
import { useFormat } from '../kernel/format.ts';
import { EnumInput } from '../kernel/inputs.tsx';
import { ListPage } from '../kernel/list/ListPage.tsx';
import { RecordLink } from '../kernel/list/RecordLink.tsx';
import { Table } from '../kernel/list/Table.tsx';
import { useScopeInWords } from '../kernel/partner/useScopeInWords.ts';
import type { Access } from './access.graphql.ts';

const Column = DataTable.Col<Access>;

const columns: readonly CsvColumn<Access>[] = [
  { label: 'field.organisation', value: ({ organisation }) => organisation },
  { label: 'field.name', value: ({ name }) => name },
  { label: 'field.email', value: ({ email }) => email },
  { label: 'field.state', value: ({ state }) => state, of: 'AccessState' },
  { label: 'field.purpose', value: ({ purpose }) => purpose },
  { label: 'field.expiresOn', value: ({ expiresOn }) => expiresOn },
  { label: 'field.allowance', value: ({ allowance }) => allowance },
  { label: 'field.createdAt', value: ({ createdAt }) => createdAt },
];

const views = [
  { label: 'room.access.all', filter: {} },
  { label: 'room.access.requested', filter: { state: 'REQUESTED' } },
  { label: 'room.access.granted', filter: { state: 'GRANTED' } },
];

/** Who reads the published API under a name, and who asks to. */
export const AccessList = () => {
  const translate = useTranslate();
  const format = useFormat();
  const words = useScopeInWords();
  const until = ({ state, expiresOn }: Access) =>
    state === 'GRANTED' && !expiresOn ? translate('room.access.noEnd') : format.shortDay(expiresOn);
  return (
    <ListPage<Access>
      sort={{ field: 'createdAt', order: 'DESC' }}
      views={views}
      filters={[<EnumInput key="state" source="state" of="AccessState" />]}
      columns={columns}
      add="room.access.invite"
      empty={{ title: 'room.access.empty', more: 'room.access.emptyMore' }}
      phone={(access) => ({
        name: access.organisation,
        more: access.name,
        side: <Chip of="AccessState" value={access.state} />,
      })}
    >
      <Table<Access> rowClick="show">
        <Column source="organisation" render={({ organisation }) => <RecordLink>{organisation}</RecordLink>} />
        <Column source="name" disableSort />
        <Column source="state" render={({ state }) => <Chip of="AccessState" value={state} />} />
        <Column source="scope" disableSort render={({ scope }) => words(scope)} />
        <Column source="expiresOn" render={until} />
        <Column source="createdAt" render={({ createdAt }) => format.shortDay(createdAt.slice(0, 10))} />
      </Table>
    </ListPage>
  );
};
