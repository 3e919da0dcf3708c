import { useTranslate } from 'react-admin';
import { CodeInput, CountInput, EnumInput, RecordInput, SirenInput, TitleInput, YearInput } from '../kernel/inputs.tsx';
import { Fields, Group } from '../kernel/record/Group.tsx';

/** What staff say of a structure: what it is, its numbers, its territory. */
export const StructureInputs = () => {
  const translate = useTranslate();
  return (
    <>
      <TitleInput source="name" must help="room.structure.nameHelp" />
      <Fields>
        <EnumInput source="kind" of="StructureKind" must />
        <CodeInput source="reference" must help="room.structure.referenceHelp" />
      </Fields>
      <Group title={translate('room.structure.numbers')}>
        <Fields>
          <SirenInput source="siren" kind="siren" help="room.structure.sirenHelp" />
          <SirenInput source="siret" kind="siret" help="room.structure.siretHelp" />
        </Fields>
      </Group>
      <RecordInput source="parent.id" label="field.parentId" reference="structure" help="room.structure.parentHelp" />
      <Group title={translate('room.structure.territory')}>
        <Fields>
          <CodeInput source="departmentCode" />
          <CodeInput source="regionCode" />
          <CodeInput source="inseeCode" />
          <CountInput source="population" />
          <YearInput source="populationYear" />
        </Fields>
      </Group>
    </>
  );
};
