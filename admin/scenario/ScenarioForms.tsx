import { useEdition } from '../kernel/edition.tsx';
import { CodeInput, EnumInput, ProseInput, TitleInput } from '../kernel/inputs.tsx';
import { CreatePage, EditPage } from '../kernel/record/FormPage.tsx';
import { Loading } from '../kernel/states.tsx';

const Inputs = () => (
  <>
    <EnumInput source="channel" of="ChannelCode" must />
    <CodeInput source="code" help="room.scenario.codeHelp" must />
    <TitleInput source="label" must />
    <ProseInput source="instructions" help="room.scenario.instructionsHelp" must />
  </>
);

export const ScenarioCreate = () => {
  const edition = useEdition();
  if (!edition) return <Loading />;
  return (
    <CreatePage title="room.scenario.add" then="list" initial={{ editionId: edition.id }}>
      <Inputs />
    </CreatePage>
  );
};

export const ScenarioEdit = () => (
  <EditPage noun="scenario" then="list" removable>
    <Inputs />
  </EditPage>
);
