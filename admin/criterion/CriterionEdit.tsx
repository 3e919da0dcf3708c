import { useRecordContext, useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { DecimalInput, EnumInput, ProseInput, TitleInput, YesNoInput } from '../kernel/inputs.tsx';
import { EditPage } from '../kernel/record/FormPage.tsx';
import { Fields, Group } from '../kernel/record/Group.tsx';
import { ConditionsInput } from './ConditionsInput.tsx';
import type { Criterion } from './criterion.graphql.ts';
import { DelayInput } from './DelayInput.tsx';
import { ScaleInput } from './ScaleInput.tsx';

/** Criteria have no list of their own: the grid is their list. */
const toGrid = () => '/grid';

/** Corrects a criterion while its grid is not frozen; the code, which trends follow, never changes. */
export const CriterionEdit = () => {
  const translate = useTranslate();
  return (
    <EditPage noun="criterion" then={toGrid} shownIn="grid">
      <TitleInput source="label" must />
      <ProseInput source="guidance" help="room.grid.guidanceHelp" />
      <TitleInput source="code" disabled help="room.grid.codeHelp" />
      <Group title={translate('room.settings.worth')}>
        <Fields>
          <DecimalInput source="weight" must within={[0, 99999]} help="room.grid.weightHelp" />
          <DecimalInput source="minimum" within={[0, 100]} help="room.settings.minimumHelp" />
        </Fields>
        <YesNoInput source="bonus" help="room.settings.bonusHelp" />
      </Group>
      <ScaleInput />
      <Absences />
      <ConditionsInput />
      <Delay />
    </EditPage>
  );
};

/** What the absence of a value counts; the floor is asked for as soon as one of them counts it. */
const Absences = () => {
  const translate = useTranslate();
  const policies: unknown[] = useWatch({ name: ['whenNotOffered', 'whenNotObserved', 'whenRefused'] });
  return (
    <Group title={translate('room.grid.absences')}>
      <Fields>
        <EnumInput source="whenNotOffered" of="AbsencePolicy" must />
        <EnumInput source="whenNotObserved" of="AbsencePolicy" must />
        <EnumInput source="whenRefused" of="AbsencePolicy" must />
        {policies.includes('FLOOR') && (
          <DecimalInput source="floor" must within={[0, 100]} help="room.settings.floorHelp" />
        )}
      </Fields>
    </Group>
  );
};

/** Only a delay can be worked out from events. */
const Delay = () => (useRecordContext<Criterion>()?.kind === 'DURATION' ? <DelayInput /> : null);
