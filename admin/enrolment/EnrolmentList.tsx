import StorefrontOutlined from '@mui/icons-material/StorefrontOutlined';
import { DataTable, NullableBooleanInput, useTranslate } from 'react-admin';
import { Chip, Tag } from '../kernel/chips.tsx';
import type { CsvColumn } from '../kernel/csv.ts';
import { useEdition } from '../kernel/edition.tsx';
import { useFormat } from '../kernel/format.ts';
import { EnumInput, RecordInput } from '../kernel/inputs.tsx';
import { REMOVE } from '../kernel/list/bulk.ts';
import { ImportLink } from '../kernel/list/ImportLink.tsx';
import { ListPage } from '../kernel/list/ListPage.tsx';
import { RecordLink } from '../kernel/list/RecordLink.tsx';
import { Table } from '../kernel/list/Table.tsx';
import { usePlaces } from '../kernel/places.ts';
import type { Enrolment } from './enrolment.graphql.ts';
import { InvitationLink } from './InvitationLink.tsx';
import { CONFIRM, WITHDRAW } from './moves.tsx';

const Column = DataTable.Col<Enrolment>;

const columns: readonly CsvColumn<Enrolment>[] = [
  { label: 'field.reference', value: ({ structure }) => structure.reference },
  { label: 'field.structure', source: 'structure.name', value: ({ structure }) => structure.name },
  { label: 'field.siren', value: ({ structure }) => structure.siren },
  {
    label: 'field.departmentCode',
    source: 'structure.departmentCode',
    value: ({ structure }) => structure.departmentCode,
  },
  { label: 'field.category', source: 'category.position', value: ({ category }) => category.label },
  { label: 'field.population', value: ({ population }) => population },
  { label: 'field.populationYear', value: ({ populationYear }) => populationYear },
  { label: 'field.state', source: 'state', value: ({ state }) => state, of: 'EnrolmentState' },
  { label: 'field.stratum', value: ({ stratum }) => stratum?.code ?? null },
  { label: 'field.consents', value: ({ consents }) => consents.map(({ name }) => name) },
  { label: 'field.tier', value: ({ tier }) => tier, of: 'Tier' },
  { label: 'field.reception', value: ({ reception }) => reception },
  { label: 'field.origin', value: ({ origin }) => origin, of: 'PanelOrigin' },
  { label: 'field.certifications', value: ({ certifications }) => certifications },
];

/** The structures that take part in the edition. */
export const EnrolmentList = () => {
  const translate = useTranslate();
  const format = useFormat();
  const edition = useEdition();
  const places = usePlaces();
  const counter = ({ reception }: Enrolment) =>
    reception ? <Tag tone="info" icon={StorefrontOutlined} label={translate('room.enrolment.reception')} /> : null;
  return (
    <ListPage<Enrolment>
      scoped
      sort={{ field: 'structure.name', order: 'ASC' }}
      columns={columns}
      bulk={[CONFIRM, WITHDRAW, { ...REMOVE, right: 'ENROL' }]}
      views={[
        { label: 'room.enrolment.all', filter: {} },
        { label: 'registration.staff.toConfirm', filter: { state: 'SUBMITTED' } },
        { label: 'registration.staff.pending', filter: { state: 'DRAFT' } },
        { label: 'registration.staff.withdrawn', filter: { state: 'WITHDRAWN' } },
        { label: 'room.enrolment.withReception', filter: { reception: true } },
        { label: 'room.enrolment.paid', filter: { tier: 'PAID' } },
      ]}
      filters={[
        <RecordInput
          key="category"
          source="categoryId"
          reference="category"
          filter={{ editionId: edition?.id }}
          sort={{ field: 'position', order: 'ASC' }}
        />,
        <EnumInput key="state" source="state" of="EnrolmentState" />,
        <EnumInput key="tier" source="tier" of="Tier" />,
        <NullableBooleanInput key="reception" source="reception" helperText={false} />,
      ]}
      actions={
        <>
          <InvitationLink />
          <ImportLink right="ENROL" />
        </>
      }
      add={edition?.rights.includes('ENROL') ? 'room.enrolment.add' : ''}
      empty={{ title: 'room.enrolment.empty', more: 'room.enrolment.emptyMore' }}
      phone={(one) => ({ name: one.structure.name, more: one.category.label, side: counter(one) })}
    >
      <Table<Enrolment> hiddenColumns={['origin', 'certifications']}>
        <Column source="structure.name" render={({ structure }) => <RecordLink>{structure.name}</RecordLink>} />
        <Column source="category.position" label="field.category" render={({ category }) => category.label} />
        <Column
          source="structure.departmentCode"
          disableSort
          render={({ structure }) => places.department(structure.departmentCode) ?? '—'}
        />
        <Column source="population" align="right" render={({ population }) => format.number(population)} />
        <Column source="state" render={({ state }) => <Chip of="EnrolmentState" value={state} />} />
        <Column source="tier" render={({ tier }) => translate(`enum.Tier.${tier}`)} />
        <Column source="reception" label="room.enrolment.reception" disableSort render={(one) => counter(one) ?? '—'} />
        <Column source="origin" disableSort render={({ origin }) => translate(`enum.PanelOrigin.${origin}`)} />
        <Column
          source="certifications"
          disableSort
          render={({ certifications }) => format.list(certifications) || '—'}
        />
      </Table>
    </ListPage>
  );
};
