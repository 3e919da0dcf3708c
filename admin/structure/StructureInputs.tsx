import { useTranslate } from 'react-admin';
import { CodeInput, CountInput, EnumInput, RecordInput, SirenInput, TitleInput, YearInput } from '../kernel/inputs.tsx';
import { DepartmentInput, RegionInput } from '../kernel/PlaceInput.tsx';
import { Fields, Group } from '../kernel/record/Group.tsx';
import { DraftChecks } from './DraftChecks.tsx';
import { TerritoryFinder } from './TerritoryFinder.tsx';

/** What staff say of a structure: what it is, its numbers, its territory; found in the reference, checked as one types. */
export const StructureInputs = () => {
  const translate = useTranslate();
  return (
    <>
      <TerritoryFinder />
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
          <DepartmentInput source="departmentCode" />
          <RegionInput source="regionCode" />
          <CodeInput source="inseeCode" />
          <CountInput source="population" />
          <YearInput source="populationYear" />
        </Fields>
      </Group>
      <DraftChecks />
    </>
  );
};
