import { DataTable } from 'react-admin';
import type { CsvColumn } from '../kernel/csv.ts';
import { useFormat } from '../kernel/format.ts';
import { ListPage } from '../kernel/list/ListPage.tsx';
import { RecordLink } from '../kernel/list/RecordLink.tsx';
import { Table } from '../kernel/list/Table.tsx';
import type { Dataset } from './dataset.graphql.ts';

const Column = DataTable.Col<Dataset>;

const columns: readonly CsvColumn<Dataset>[] = [
  { label: 'field.version', value: ({ name }) => name },
  { label: 'field.publishedAt', value: ({ publishedAt }) => publishedAt, as: 'instant' },
  { label: 'field.hash', value: ({ hash }) => hash },
];

/** The versions of the edition that the public may read: none is ever changed, a correction is the next one. */
export const DatasetList = () => {
  const format = useFormat();
  return (
    <ListPage<Dataset>
      scoped
      search={false}
      sort={{ field: 'publishedAt', order: 'DESC' }}
      columns={columns}
      empty={{ title: 'room.dataset.empty', more: 'room.dataset.emptyMore' }}
      phone={({ name, publishedAt }) => ({ name, more: format.instant(publishedAt) })}
    >
      <Table<Dataset>>
        <Column
          source="name"
          label="field.version"
          disableSort
          render={({ name }) => <RecordLink>{name}</RecordLink>}
        />
        <Column source="publishedAt" render={({ publishedAt }) => format.instant(publishedAt)} />
        <Column source="hash" disableSort render={({ hash }) => <code>{hash.slice(0, 16)}…</code>} />
      </Table>
    </ListPage>
  );
};
