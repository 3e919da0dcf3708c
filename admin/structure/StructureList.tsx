import { DataTable, NullableBooleanInput, useTranslate } from 'react-admin';
import { Tag } from '../kernel/chips.tsx';
import type { CsvColumn } from '../kernel/csv.ts';
import { sirenInGroups, useFormat } from '../kernel/format.ts';
import { CodeInput, EnumInput } from '../kernel/inputs.tsx';
import { ImportLink } from '../kernel/list/ImportLink.tsx';
import { ListPage } from '../kernel/list/ListPage.tsx';
import { RecordLink } from '../kernel/list/RecordLink.tsx';
import type { Structure } from './structure.graphql.ts';

const Column = DataTable.Col<Structure>;

const columns: readonly CsvColumn<Structure>[] = [
  { label: 'field.reference', value: ({ reference }) => reference },
  { label: 'field.name', value: ({ name }) => name },
  { label: 'field.kind', value: ({ kind }) => kind, of: 'StructureKind' },
  { label: 'field.departmentCode', value: ({ departmentCode }) => departmentCode },
  { label: 'field.regionCode', value: ({ regionCode }) => regionCode },
  { label: 'field.inseeCode', value: ({ inseeCode }) => inseeCode },
  { label: 'field.siren', value: ({ siren }) => siren },
  { label: 'field.siret', value: ({ siret }) => siret },
  { label: 'field.population', value: ({ population }) => population },
  { label: 'field.populationYear', value: ({ populationYear }) => populationYear },
  { label: 'field.parent', value: ({ parent }) => parent?.name },
  { label: 'field.fictional', value: ({ fictional }) => fictional },
];

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
      filters={[
        <EnumInput key="kind" source="kind" of="StructureKind" />,
        <CodeInput key="department" source="departmentCode" />,
        <NullableBooleanInput key="fictional" source="fictional" helperText={false} />,
      ]}
      add="room.structure.add"
      actions={<ImportLink />}
      empty={{ title: 'room.structure.empty', more: 'room.structure.emptyMore' }}
      phone={(structure) => ({
        name: structure.name,
        more: [kindOf(structure), structure.departmentCode].filter(Boolean).join(' · '),
        side: fiction(structure),
      })}
    >
      <DataTable bulkActionButtons={false} hiddenColumns={['reference', 'siren']}>
        <Column source="name" render={({ name }) => <RecordLink>{name}</RecordLink>} />
        <Column source="kind" render={kindOf} />
        <Column source="departmentCode" render={({ departmentCode }) => departmentCode ?? '—'} />
        <Column source="population" align="right" render={({ population }) => format.number(population)} />
        <Column source="parent" disableSort render={({ parent }) => parent?.name ?? '—'} />
        <Column source="siren" render={({ siren }) => sirenInGroups(siren)} />
        <Column source="reference" />
        <Column source="fictional" disableSort render={fiction} />
      </DataTable>
    </ListPage>
  );
};
