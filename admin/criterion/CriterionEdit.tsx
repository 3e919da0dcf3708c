import { useTranslate } from 'react-admin';
import { DecimalInput, EnumInput, ProseInput, TitleInput } from '../kernel/inputs.tsx';
import { EditPage } from '../kernel/record/FormPage.tsx';
import { Fields, Group } from '../kernel/record/Group.tsx';
import { ScaleInput } from './ScaleInput.tsx';

/** Corrects a criterion while its grid is not frozen; the code, which trends follow, never changes. */
export const CriterionEdit = () => {
  const translate = useTranslate();
  return (
    <EditPage noun="criterion" then="list">
      <TitleInput source="label" must />
      <ProseInput source="guidance" help="room.grid.guidanceHelp" />
      <Fields>
        <DecimalInput source="weight" must help="room.grid.weightHelp" />
        <TitleInput source="code" disabled help="room.grid.codeHelp" />
      </Fields>
      <ScaleInput />
      <Group title={translate('room.grid.absences')}>
        <Fields>
          <EnumInput source="whenNotOffered" of="AbsenceRule" must />
          <EnumInput source="whenNotObserved" of="AbsenceRule" must />
          <EnumInput source="whenRefused" of="AbsenceRule" must />
        </Fields>
      </Group>
    </EditPage>
  );
};
