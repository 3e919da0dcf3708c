import { useEdition } from '../kernel/edition.tsx';
import { CodeInput, EmailInput, ProseInput, TitleInput } from '../kernel/inputs.tsx';
import { CreatePage, EditPage } from '../kernel/record/FormPage.tsx';
import { Loading } from '../kernel/states.tsx';

const Inputs = () => (
  <>
    <CodeInput source="code" help="room.scenario.codeHelp" must />
    <TitleInput source="label" help="room.persona.labelHelp" must />
    <EmailInput source="mailbox" help="room.persona.mailboxHelp" />
    <TitleInput source="phoneLine" help="room.persona.phoneLineHelp" />
    <ProseInput source="address" help="room.persona.addressHelp" />
  </>
);

export const PersonaCreate = () => {
  const edition = useEdition();
  if (!edition) return <Loading />;
  return (
    <CreatePage title="room.persona.add" then="list" initial={{ editionId: edition.id }}>
      <Inputs />
    </CreatePage>
  );
};

export const PersonaEdit = () => (
  <EditPage noun="persona" then="list" removable>
    <Inputs />
  </EditPage>
);
