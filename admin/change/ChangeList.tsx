import { DataTable, SelectInput, useTranslate } from 'react-admin';
import type { CsvColumn } from '../kernel/csv.ts';
import { useFormat } from '../kernel/format.ts';
import { nouns } from '../kernel/i18n/fr.nouns.ts';
import { ListPage } from '../kernel/list/ListPage.tsx';
import { Table } from '../kernel/list/Table.tsx';
import { Sentence } from '../kernel/record/Sentence.tsx';
import type { Change } from './change.graphql.ts';

const Column = DataTable.Col<Change>;

const columns: readonly CsvColumn<Change>[] = [
  { label: 'field.at', value: ({ at }) => at, as: 'instant' },
  { label: 'field.actorName', value: ({ actorName }) => actorName },
  { label: 'field.noun', value: ({ noun }) => noun },
  { label: 'field.recordId', value: ({ recordId }) => recordId },
  { label: 'field.before', value: ({ before }) => before && JSON.stringify(before) },
  { label: 'field.after', value: ({ after }) => after && JSON.stringify(after) },
];

/** Everything that was ever written, by whom and when: nothing erases a line of it. */
export const ChangeList = () => {
  const translate = useTranslate();
  const format = useFormat();
  const nounOf = (noun: string) => translate(`noun.${noun}`, { smart_count: 1, _: noun });
  return (
    <ListPage<Change>
      search={false}
      sort={{ field: 'id', order: 'DESC' }}
      columns={columns}
      filters={[
        <SelectInput
          key="noun"
          source="noun"
          helperText={false}
          translateChoice={false}
          choices={Object.keys(nouns).map((id) => ({ id, name: nounOf(id) }))}
        />,
      ]}
      empty={{ title: 'room.change.empty', more: 'room.change.emptyMore' }}
      phone={(change) => ({
        name: [nounOf(change.noun), nameIn(change)].filter(Boolean).join(' · '),
        more: (
          <>
            <Sentence change={change} />
            {format.instant(change.at)}
          </>
        ),
      })}
    >
      <Table<Change> rowClick={false}>
        <Column source="at" render={({ at }) => format.instant(at)} />
        <Column
          source="noun"
          disableSort
          render={(change) => [nounOf(change.noun), nameIn(change)].filter(Boolean).join(' · ')}
        />
        <Column source="after" label="room.change.what" disableSort render={(change) => <Sentence change={change} />} />
      </Table>
    </ListPage>
  );
};

/** What the record is called, as far as the change itself says it. */
function nameIn({ before, after }: Change): string {
  const fields = { ...before, ...after };
  const name = fields.name ?? fields.label ?? fields.reference ?? fields.code;
  return typeof name === 'string' ? name : '';
}
