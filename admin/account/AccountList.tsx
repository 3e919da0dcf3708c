import { DataTable, useTranslate } from 'react-admin';
import type { CsvColumn } from '../kernel/csv.ts';
import { useFormat } from '../kernel/format.ts';
import { EnumInput } from '../kernel/inputs.tsx';
import { ListPage } from '../kernel/list/ListPage.tsx';
import { RecordLink } from '../kernel/list/RecordLink.tsx';
import { Table } from '../kernel/list/Table.tsx';
import { AccountState } from './AccountState.tsx';
import type { Account } from './account.graphql.ts';

const Column = DataTable.Col<Account>;

const columns: readonly CsvColumn<Account>[] = [
  { label: 'field.name', value: ({ name }) => name },
  { label: 'field.email', value: ({ email }) => email },
  { label: 'field.role', value: ({ role }) => role, of: 'Role' },
  { label: 'field.twoFactorEnabled', value: ({ twoFactorEnabled }) => twoFactorEnabled },
  { label: 'field.createdAt', value: ({ createdAt }) => createdAt, as: 'instant' },
  { label: 'field.closedAt', value: ({ closedAt }) => closedAt, as: 'instant' },
];

/** The people who may sign in, and those who no longer may. */
export const AccountList = () => {
  const translate = useTranslate();
  const format = useFormat();
  const roleOf = ({ role }: Account) => translate(`enum.Role.${role}`);
  return (
    <ListPage<Account>
      sort={{ field: 'name', order: 'ASC' }}
      columns={columns}
      views={[
        { label: 'room.account.all', filter: {} },
        { label: 'room.account.openOnes', filter: { closed: false } },
        { label: 'room.account.closedOnes', filter: { closed: true } },
      ]}
      filters={[<EnumInput key="role" source="role" of="Role" />]}
      add="room.account.invite"
      empty={{ title: 'room.account.empty', more: 'room.account.emptyMore' }}
      phone={(account) => ({
        name: account.name,
        more: `${roleOf(account)} · ${account.email}`,
        side: <AccountState account={account} />,
      })}
    >
      <Table<Account> rowClick="edit">
        <Column source="name" render={({ name }) => <RecordLink>{name}</RecordLink>} />
        <Column source="email" />
        <Column source="role" render={roleOf} />
        <Column
          source="twoFactorEnabled"
          disableSort
          render={({ twoFactorEnabled }) => translate(twoFactorEnabled ? 'list.yes' : 'list.no')}
        />
        <Column source="createdAt" render={({ createdAt }) => format.shortDay(createdAt)} />
        <Column source="closedAt" label="field.state" render={(account) => <AccountState account={account} />} />
      </Table>
    </ListPage>
  );
};
