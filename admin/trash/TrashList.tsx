import RestoreFromTrashOutlined from '@mui/icons-material/RestoreFromTrashOutlined';
import { Box } from '@mui/material';
import { DataTable, SelectInput, useTranslate } from 'react-admin';
import { doing } from '../kernel/api.ts';
import type { CsvColumn } from '../kernel/csv.ts';
import { useFormat } from '../kernel/format.ts';
import type { BulkAction } from '../kernel/list/bulk.ts';
import { ListPage } from '../kernel/list/ListPage.tsx';
import { Table } from '../kernel/list/Table.tsx';
import { RestoreButton } from '../kernel/record/RestoreButton.tsx';
import type { Removal } from '../kernel/trash.graphql.ts';
import { UndoAct } from '../kernel/undo.graphql.ts';

const Column = DataTable.Col<Removal>;

const columns: readonly CsvColumn<Removal>[] = [
  { label: 'field.name', value: ({ name }) => name },
  { label: 'field.noun', value: ({ noun }) => noun },
  { label: 'field.year', value: ({ year }) => year },
  { label: 'field.at', value: ({ at }) => at, as: 'instant' },
  { label: 'field.actorName', value: ({ actorName }) => actorName },
  { label: 'field.obstacle', value: ({ obstacle }) => obstacle },
];

/** Each comes back by the act that removed it; those something stands in the way of are left where they are. */
const RESTORE: BulkAction<Removal> = {
  words: 'trash.bulk',
  icon: RestoreFromTrashOutlined,
  takes: ({ act, obstacle }) => act !== null && obstacle === null,
  act: async ({ act }) => (act ? (await doing(UndoAct, { act })).acts : []),
};

/** The kinds of record that the trash keeps. */
const kinds = [
  ...['structure', 'contact', 'enrolment', 'category', 'special_prize', 'licence'],
  ...['channel', 'journey_step', 'criterion', 'indicator', 'frame', 'saved_view'],
];

/** Everything that was removed and has not come back, by whom, when, and why it could not. */
export const TrashList = () => {
  const translate = useTranslate();
  const format = useFormat();
  const nounOf = (noun: string) => translate(`noun.${noun}`, { smart_count: 1, _: noun });
  const nameOf = ({ name, noun, year }: Removal) => [name ?? nounOf(noun), year].filter(Boolean).join(' · ');
  const by = ({ actorName }: Removal) => actorName ?? translate('record.system');
  const why = ({ obstacle }: Removal) =>
    obstacle && (
      <Box component="span" sx={{ fontSize: '0.8125rem', color: 'text.secondary', whiteSpace: 'normal' }}>
        {translate(`refusal.${obstacle}`)}
      </Box>
    );
  const restore = (removal: Removal) => <RestoreButton removal={removal} size="small" />;
  return (
    <ListPage<Removal>
      sort={{ field: 'at', order: 'DESC' }}
      columns={columns}
      bulk={[RESTORE]}
      filters={[
        <SelectInput
          key="noun"
          source="noun"
          helperText={false}
          translateChoice={false}
          choices={kinds.map((id) => ({ id, name: nounOf(id) }))}
        />,
      ]}
      empty={{ title: 'trash.empty', more: 'trash.emptyMore' }}
      phone={(removal) => ({
        name: nameOf(removal),
        more: (
          <>
            {nounOf(removal.noun)} ·{' '}
            {translate('trash.by', { who: by(removal), when: format.ago(removal.at, new Date()) })}
            <div>{why(removal)}</div>
          </>
        ),
        side: restore(removal),
      })}
    >
      <Table<Removal> rowClick={false}>
        <Column source="name" disableSort render={nameOf} />
        <Column source="noun" disableSort render={({ noun }) => nounOf(noun)} />
        <Column source="at" render={({ at }) => format.ago(at, new Date())} />
        <Column source="actorName" disableSort render={by} />
        <Column source="obstacle" disableSort render={why} />
        <Column source="act" label=" " disableSort render={restore} />
      </Table>
    </ListPage>
  );
};
