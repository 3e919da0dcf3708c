import { DataTable, NullableBooleanInput, useTranslate } from 'react-admin';
import { Tag } from '../kernel/chips.tsx';
import type { CsvColumn } from '../kernel/csv.ts';
import { sirenInGroups, useFormat } from '../kernel/format.ts';
import { EnumInput } from '../kernel/inputs.tsx';
import { REMOVE } from '../kernel/list/bulk.ts';
import { ImportLink } from '../kernel/list/ImportLink.tsx';
import { ListPage } from '../kernel/list/ListPage.tsx';
import { RecordLink } from '../kernel/list/RecordLink.tsx';
import { Table } from '../kernel/list/Table.tsx';
import { DepartmentInput, RegionInput } from '../kernel/PlaceInput.tsx';
import { DuplicatesLink } from './DuplicatesLink.tsx';
import type { Structure } from './structure.graphql.ts';

const Column = DataTable.Col<Structure>;

const columns: readonly CsvColumn<Structure>[] = [
  { label: 'field.reference', value: ({ reference }) => reference },
  { label: 'field.name', value: ({ name }) => name },
  { label: 'field.kind', value: ({ kind }) => kind, of: 'StructureKind' },
  { label: 'field.departmentCode', value: ({ departmentCode }) => departmentCode },
  { label: 'field.departmentName', value: ({ departmentName }) => departmentName },
  { label: 'field.regionCode', value: ({ regionCode }) => regionCode },
  { label: 'field.regionName', value: ({ regionName }) => regionName },
  { label: 'field.inseeCode', value: ({ inseeCode }) => inseeCode },
  { label: 'field.siren', value: ({ siren }) => siren },
  { label: 'field.siret', value: ({ siret }) => siret },
  { label: 'field.population', value: ({ population }) => population },
  { label: 'field.populationYear', value: ({ populationYear }) => populationYear },
  { label: 'field.parent', value: ({ parent }) => parent?.name },
  { label: 'field.fictional', value: ({ fictional }) => fictional },
];

/** "Bas-Rhin (67)"; the code alone where the reference does not know it. */
const placeOf = ({ departmentName, departmentCode }: Structure) =>
  departmentName ? `${departmentName} (${departmentCode})` : departmentCode;

/** The register: every body that receives the public, and its sites. */
export const StructureList = () => {
  const translate = useTranslate();
  const format = useFormat();
  const kindOf = ({ kind }: Structure) => translate(`enum.StructureKind.${kind}`);
  const fiction = ({ fictional }: Structure) =>
    fictional ? <Tag label={translate('room.structure.fictional')} /> : null;
  return (
    <ListPage<Structure>
      sort={{ field: 'name', order: 'ASC' }}
      columns={columns}
      bulk={[REMOVE]}
      filters={[
        <EnumInput key="kind" source="kind" of="StructureKind" />,
        <DepartmentInput key="department" source="departmentCode" />,
        <RegionInput key="region" source="regionCode" />,
        <NullableBooleanInput key="fictional" source="fictional" helperText={false} />,
      ]}
      add="room.structure.add"
      actions={
        <>
          <DuplicatesLink />
          <ImportLink />
        </>
      }
      empty={{ title: 'room.structure.empty', more: 'room.structure.emptyMore' }}
      phone={(structure) => ({
        name: structure.name,
        more: [kindOf(structure), placeOf(structure)].filter(Boolean).join(' · '),
        side: fiction(structure),
      })}
    >
      <Table<Structure> hiddenColumns={['reference', 'siren']}>
        <Column source="name" render={({ name }) => <RecordLink>{name}</RecordLink>} />
        <Column source="kind" render={kindOf} />
        <Column source="departmentCode" render={(structure) => placeOf(structure) ?? '—'} />
        <Column source="population" align="right" render={({ population }) => format.number(population)} />
        <Column source="parent" disableSort render={({ parent }) => parent?.name ?? '—'} />
        <Column source="siren" render={({ siren }) => sirenInGroups(siren)} />
        <Column source="reference" />
        <Column source="fictional" disableSort render={fiction} />
      </Table>
    </ListPage>
  );
};
