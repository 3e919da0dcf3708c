import { useQuery } from '@tanstack/react-query';
import { DataTable, useTranslate } from 'react-admin';
import { run } from '../kernel/api.ts';
import { Tag } from '../kernel/chips.tsx';
import type { CsvColumn } from '../kernel/csv.ts';
import { useEdition } from '../kernel/edition.tsx';
import { useFormat } from '../kernel/format.ts';
import { EnumInput } from '../kernel/inputs.tsx';
import { ListPage } from '../kernel/list/ListPage.tsx';
import { RecordLink } from '../kernel/list/RecordLink.tsx';
import { Table } from '../kernel/list/Table.tsx';
import { type Auditor, AuditorFigures } from './auditor.graphql.ts';

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
  const edition = useEdition();
  const { data } = useQuery({
    queryKey: ['auditor', 'figures', edition?.id],
    enabled: edition !== undefined && edition !== null,
    queryFn: ({ signal }) => run(AuditorFigures, { editionId: edition?.id ?? '' }, signal),
  });
  const figuresOf = ({ id }: Auditor) => data?.auditorFigures.find(({ auditorId }) => auditorId === id);
  const channelsOf = ({ channels }: Auditor) =>
    format.list(channels.map((each) => translate(`enum.ChannelCode.${each}`)));
  const sentOf = (auditor: Auditor) => {
    const { sent = 0, due = 0 } = figuresOf(auditor) ?? {};
    return due === 0 ? '—' : translate('room.auditor.sentOf', { sent, due });
  };
  const stateOf = (auditor: Auditor) => {
    if (auditor.leftAt) return 'left';
    return figuresOf(auditor)?.briefed === false ? 'unbriefed' : 'ready';
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
      <Table<Auditor> rowClick="edit" bulkActionButtons={false}>
        <Column source="name" render={({ name }) => <RecordLink>{name}</RecordLink>} />
        <Column source="code" />
        <Column source="channels" disableSort render={channelsOf} />
        <Column source="departments" disableSort render={({ departments }) => departments.join(', ') || '—'} />
        <Column label="room.auditor.given" disableSort render={(auditor) => figuresOf(auditor)?.given ?? '—'} />
        <Column label="room.auditor.sent" disableSort render={sentOf} />
        <Column
          label="field.state"
          disableSort
          render={(auditor) => <Tag label={translate(`room.auditor.${stateOf(auditor)}`)} />}
        />
      </Table>
    </ListPage>
  );
};
