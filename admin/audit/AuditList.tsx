import { DataTable, NullableBooleanInput } from 'react-admin';
import { Chip } from '../kernel/chips.tsx';
import type { CsvColumn } from '../kernel/csv.ts';
import { useEdition } from '../kernel/edition.tsx';
import { useFormat } from '../kernel/format.ts';
import { DayInput, EnumInput, RecordInput } from '../kernel/inputs.tsx';
import { ImportLink } from '../kernel/list/ImportLink.tsx';
import { ListPage } from '../kernel/list/ListPage.tsx';
import { RecordLink } from '../kernel/list/RecordLink.tsx';
import { Table } from '../kernel/list/Table.tsx';
import type { Audit } from './audit.graphql.ts';
import { DecideSelected } from './DecideSelected.tsx';
import { ValidateAll } from './ValidateAll.tsx';

const Column = DataTable.Col<Audit>;

const columns: readonly CsvColumn<Audit>[] = [
  { label: 'field.reference', value: ({ reference }) => reference },
  { label: 'field.structure', source: 'enrolment.structure.name', value: ({ enrolment }) => enrolment.structure.name },
  { label: 'field.departmentCode', value: ({ enrolment }) => enrolment.structure.departmentCode },
  { label: 'field.category', source: 'enrolment.category.label', value: ({ enrolment }) => enrolment.category.label },
  { label: 'field.channel', source: 'channel.position', value: ({ channel }) => channel.label },
  { label: 'field.performedOn', value: ({ performedOn }) => performedOn, as: 'day' },
  { label: 'field.state', value: ({ state }) => state, of: 'AuditState' },
  { label: 'field.reason', value: ({ stateReason }) => stateReason },
];

/** The tests of the edition: what is to be checked first. Only those that are validated count. */
export const AuditList = () => {
  const format = useFormat();
  const edition = useEdition();
  const open = edition?.rights.includes('CONTROL') ?? false;
  return (
    <ListPage<Audit>
      scoped
      sort={{ field: 'performedOn', order: 'DESC' }}
      columns={columns}
      views={[
        { label: 'room.audit.all', filter: {} },
        { label: 'enum.AuditState.SUBMITTED', filter: { state: 'SUBMITTED' } },
        { label: 'enum.AuditState.IN_CONTROL', filter: { state: 'IN_CONTROL' } },
        { label: 'room.audit.validated', filter: { state: 'VALIDATED' } },
        { label: 'room.audit.rejected', filter: { state: 'REJECTED' } },
        { label: 'enum.AuditState.TO_REDO', filter: { state: 'TO_REDO' } },
      ]}
      filters={[
        <EnumInput key="channel" source="channel" of="ChannelCode" />,
        <RecordInput key="enrolment" source="enrolmentId" reference="enrolment" filter={{ editionId: edition?.id }} />,
        <NullableBooleanInput key="undecided" source="undecided" helperText={false} />,
        <NullableBooleanInput key="lost" source="lost" helperText={false} />,
        <DayInput key="from" source="from" />,
        <DayInput key="to" source="to" />,
      ]}
      actions={
        <>
          <ImportLink right="IMPORT" />
          {open && <ValidateAll />}
        </>
      }
      empty={{ title: 'room.audit.empty', more: 'room.audit.emptyMore' }}
      phone={(audit) => ({
        name: audit.enrolment.structure.name,
        more: `${audit.channel.label} · ${format.shortDay(audit.performedOn)} · ${audit.reference}`,
        side: <Chip of="AuditState" value={audit.state} />,
      })}
    >
      <Table<Audit> bulkActionButtons={open ? <DecideSelected /> : false}>
        <Column
          source="enrolment.structure.name"
          render={(audit) => <RecordLink>{audit.enrolment.structure.name}</RecordLink>}
        />
        <Column source="channel.position" render={({ channel }) => channel.label} />
        <Column source="enrolment.category.label" label="field.category" disableSort />
        <Column source="performedOn" render={({ performedOn }) => format.shortDay(performedOn)} />
        <Column source="reference" />
        <Column source="state" render={({ state }) => <Chip of="AuditState" value={state} />} />
      </Table>
    </ListPage>
  );
};
