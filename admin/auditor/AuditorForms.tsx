import { CodeInput, CountInput, EmailInput, EnumsInput, TitleInput, WordsInput } from '../kernel/inputs.tsx';
import { CreatePage, EditPage } from '../kernel/record/FormPage.tsx';

const Inputs = () => (
  <>
    <TitleInput source="name" must />
    <CodeInput source="code" help="room.auditor.codeHelp" must />
    <EnumsInput source="channels" of="ChannelCode" must />
    <WordsInput source="departments" help="room.auditor.departmentsHelp" />
    <CountInput source="weekMost" help="room.auditor.weekMostHelp" least={1} />
  </>
);

/** Invites someone by mail: they choose a password, then are an auditor. */
export const AuditorInvite = () => (
  <CreatePage title="room.auditor.invite">
    <EmailInput source="email" help="room.auditor.emailHelp" must />
    <Inputs />
  </CreatePage>
);

export const AuditorEdit = () => (
  <EditPage noun="auditor">
    <Inputs />
  </EditPage>
);
