import { DataTable, useTranslate } from 'react-admin';
import { Tag } from '../kernel/chips.tsx';
import type { CsvColumn } from '../kernel/csv.ts';
import { useFormat } from '../kernel/format.ts';
import { EnumInput } from '../kernel/inputs.tsx';
import { ListPage } from '../kernel/list/ListPage.tsx';
import { RecordLink } from '../kernel/list/RecordLink.tsx';
import { Table } from '../kernel/list/Table.tsx';
import type { Auditor } from './auditor.graphql.ts';
import { countOf } from './quality.graphql.ts';
import { useQuality } from './useQuality.ts';

/** How many there are. */
const CHANNELS = 6;
const Column = DataTable.Col<Auditor>;

const columns: readonly CsvColumn<Auditor>[] = [
  { label: 'field.name', value: ({ name }) => name },
  { label: 'field.code', value: ({ code }) => code },
  { label: 'field.email', value: ({ email }) => email },
  { label: 'field.departments', value: ({ departments }) => departments.join(', ') },
  { label: 'field.weekMost', value: ({ weekMost }) => weekMost },
];

/** Mystery citizens, with what the edition gave each and how much of it was sent in time. */
export const AuditorList = () => {
  const translate = useTranslate();
  const format = useFormat();
  const qualityOf = useQuality();
  const channelsOf = ({ channels }: Auditor) =>
    channels.length === CHANNELS
      ? translate('room.auditor.everyChannel')
      : format.list(channels.map((each) => translate(`enum.ChannelCode.${each}`)));
  const sentOf = (auditor: Auditor) => {
    const quality = qualityOf(auditor.id);
    const due = countOf(quality, 'DUE');
    return due === 0 ? '—' : translate('room.auditor.sentOf', { sent: due - countOf(quality, 'LATE'), due });
  };
  const stateOf = (auditor: Auditor) => {
    if (auditor.leftAt) return 'left';
    return qualityOf(auditor.id)?.briefed === false ? 'unbriefed' : 'ready';
  };
  return (
    <ListPage<Auditor>
      sort={{ field: 'name', order: 'ASC' }}
      columns={columns}
      add="room.auditor.invite"
      filters={[<EnumInput key="channel" source="channel" of="ChannelCode" />]}
      empty={{ title: 'room.auditor.empty', more: 'room.auditor.emptyMore' }}
      phone={(auditor) => ({
        name: auditor.name,
        more: `${auditor.code} · ${auditor.email}`,
        side: <Tag label={translate(`room.auditor.${stateOf(auditor)}`)} />,
      })}
    >
      <Table<Auditor> bulkActionButtons={false}>
        <Column source="name" render={({ name }) => <RecordLink>{name}</RecordLink>} />
        <Column source="code" />
        <Column source="channels" disableSort render={channelsOf} />
        <Column
          source="departments"
          disableSort
          render={({ departments }) => departments.toSorted().join(', ') || '—'}
        />
        <Column
          label="room.auditor.given"
          align="right"
          disableSort
          render={({ id }) => countOf(qualityOf(id), 'GIVEN')}
        />
        <Column label="room.auditor.sent" align="right" disableSort render={sentOf} />
        <Column
          label="room.auditor.corrected"
          align="right"
          disableSort
          render={({ id }) => countOf(qualityOf(id), 'CORRECTED')}
        />
        <Column
          label="room.auditor.refused"
          align="right"
          disableSort
          render={({ id }) => countOf(qualityOf(id), 'REJECTED') + countOf(qualityOf(id), 'TO_REDO')}
        />
        <Column
          label="field.state"
          disableSort
          render={(auditor) => <Tag label={translate(`room.auditor.${stateOf(auditor)}`)} />}
        />
      </Table>
    </ListPage>
  );
};
