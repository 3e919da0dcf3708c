import { DataTable, NullableBooleanInput, useTranslate } from 'react-admin';
import { Chip } from '../kernel/chips.tsx';
import type { CsvColumn } from '../kernel/csv.ts';
import { useEdition } from '../kernel/edition.tsx';
import { useFormat } from '../kernel/format.ts';
import { DayInput, EnumInput, RecordInput } from '../kernel/inputs.tsx';
import { ListPage } from '../kernel/list/ListPage.tsx';
import { RecordLink } from '../kernel/list/RecordLink.tsx';
import { Table } from '../kernel/list/Table.tsx';
import type { Assignment } from './assignment.graphql.ts';
import { GIVE, RESTORE, WITHDRAW } from './moves.tsx';

const Column = DataTable.Col<Assignment>;

const columns: readonly CsvColumn<Assignment>[] = [
  { label: 'field.reference', value: ({ reference }) => reference },
  { label: 'field.structure', source: 'enrolment.structure.name', value: ({ enrolment }) => enrolment.structure.name },
  { label: 'field.departmentCode', value: ({ enrolment }) => enrolment.structure.departmentCode },
  { label: 'field.category', value: ({ enrolment }) => enrolment.category.label },
  { label: 'field.channel', value: ({ channel }) => channel, of: 'ChannelCode' },
  { label: 'field.onDay', value: ({ onDay }) => onDay, as: 'day' },
  { label: 'field.fromTime', value: ({ fromTime }) => fromTime },
  { label: 'field.toTime', value: ({ toTime }) => toTime },
  { label: 'field.scenario', value: ({ scenario }) => scenario.label },
  { label: 'field.auditor', value: ({ auditorCode }) => auditorCode },
  { label: 'field.state', value: ({ state }) => state, of: 'AssignmentState' },
  { label: 'field.reason', value: ({ stateReason, handReason }) => stateReason ?? handReason },
];

/** The tests that are planned: whom, how, when, by whom. */
export const AssignmentList = () => {
  const translate = useTranslate();
  const format = useFormat();
  const edition = useEdition();
  const hours = ({ fromTime, toTime }: Assignment) =>
    translate('room.assignment.hours', { from: fromTime, to: toTime });
  return (
    <ListPage<Assignment>
      scoped
      sort={{ field: 'onDay', order: 'ASC' }}
      columns={columns}
      bulk={[GIVE, WITHDRAW, RESTORE]}
      views={[
        { label: 'room.assignment.all', filter: {} },
        { label: 'room.assignment.nobody', filter: { state: 'PLANNED' } },
        { label: 'room.assignment.sent', filter: { state: 'SUBMITTED' } },
        { label: 'room.assignment.withdrawn', filter: { state: 'WITHDRAWN' } },
      ]}
      filters={[
        <EnumInput key="channel" source="channel" of="ChannelCode" />,
        <EnumInput key="state" source="state" of="AssignmentState" />,
        <RecordInput key="enrolment" source="enrolmentId" reference="enrolment" filter={{ editionId: edition?.id }} />,
        <RecordInput key="auditor" source="auditorId" reference="auditor" />,
        <NullableBooleanInput key="late" source="late" helperText={false} />,
        <DayInput key="from" source="from" />,
        <DayInput key="to" source="to" />,
      ]}
      empty={{ title: 'room.assignment.empty', more: 'room.assignment.emptyMore' }}
      phone={(test) => ({
        name: test.enrolment.structure.name,
        more: `${translate(`enum.ChannelCode.${test.channel}`)} · ${format.shortDay(test.onDay)} · ${test.reference}`,
        side: <Chip of="AssignmentState" value={test.state} />,
      })}
    >
      <Table<Assignment>>
        <Column
          source="enrolment.structure.name"
          render={({ enrolment }) => <RecordLink>{enrolment.structure.name}</RecordLink>}
        />
        <Column source="channel" render={({ channel }) => translate(`enum.ChannelCode.${channel}`)} />
        <Column source="onDay" render={({ onDay }) => format.shortDay(onDay)} />
        <Column source="fromTime" disableSort render={hours} />
        <Column source="scenario" disableSort render={({ scenario }) => scenario.label} />
        <Column source="auditor" disableSort render={({ auditorCode }) => auditorCode ?? '—'} />
        <Column source="reference" />
        <Column source="state" render={({ state }) => <Chip of="AssignmentState" value={state} />} />
      </Table>
    </ListPage>
  );
};
