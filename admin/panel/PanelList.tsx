import { DataTable, useTranslate } from 'react-admin';
import { Chip } from '../kernel/chips.tsx';
import type { CsvColumn } from '../kernel/csv.ts';
import { useFormat } from '../kernel/format.ts';
import { ListPage } from '../kernel/list/ListPage.tsx';
import { RecordLink } from '../kernel/list/RecordLink.tsx';
import { Table } from '../kernel/list/Table.tsx';
import type { Panel } from './panel.graphql.ts';
import { panelState, seatedIn, waitedFor } from './state.ts';

const Column = DataTable.Col<Panel>;

const columns: readonly CsvColumn<Panel>[] = [
  { label: 'field.label', value: ({ label }) => label },
  { label: 'field.meetsOn', value: ({ meetsOn }) => meetsOn },
  { label: 'room.panel.members', value: (panel) => seatedIn(panel).length },
  { label: 'room.panel.waited', value: (panel) => waitedFor(panel).length },
  { label: 'room.panel.awards', value: ({ mandates }) => mandates.length },
];

/** The panels of the edition: who sits, what they decide on, when they meet. */
export const PanelList = () => {
  const translate = useTranslate();
  const format = useFormat();
  const membersOf = (panel: Panel) => {
    const waited = waitedFor(panel).length;
    const seated = translate('room.panel.seated', { smart_count: seatedIn(panel).length });
    return waited === 0 ? seated : `${seated}, ${translate('room.panel.waiting', { smart_count: waited })}`;
  };
  const awardsOf = ({ mandates }: Panel) => translate('room.panel.awardCount', { smart_count: mandates.length });
  return (
    <ListPage<Panel>
      scoped
      sort={{ field: 'label', order: 'ASC' }}
      columns={columns}
      add="room.panel.add"
      empty={{ title: 'room.panel.empty', more: 'room.panel.emptyMore' }}
      phone={(panel) => ({
        name: panel.label,
        more: `${membersOf(panel)} · ${awardsOf(panel)}`,
        side: <Chip of="PanelState" value={panelState(panel)} />,
      })}
    >
      <Table<Panel> rowClick="show">
        <Column source="label" render={({ label }) => <RecordLink>{label}</RecordLink>} />
        <Column source="state" disableSort render={(panel) => <Chip of="PanelState" value={panelState(panel)} />} />
        <Column source="jurors" disableSort render={membersOf} />
        <Column source="mandates" disableSort render={awardsOf} />
        <Column source="meetsOn" render={({ meetsOn }) => format.shortDay(meetsOn)} />
      </Table>
    </ListPage>
  );
};
