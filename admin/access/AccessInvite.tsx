import { EmailInput, ProseInput, TitleInput } from '../kernel/inputs.tsx';
import { CreatePage } from '../kernel/record/FormPage.tsx';
import { Fields } from '../kernel/record/Group.tsx';
import { GrantInputs } from './GrantInputs.tsx';

const USUAL = { embargo: [], addresses: [], allowance: 200_000, contract: '2026-11' };

/** Lets a partner in that did not ask: a newspaper under embargo, a ministry. */
export const AccessInvite = () => (
  <CreatePage title="room.access.invite" initial={USUAL}>
    <Fields>
      <TitleInput source="organisation" must />
      <TitleInput source="name" must help="room.access.nameHelp" />
      <EmailInput source="email" must help="room.access.emailHelp" />
    </Fields>
    <ProseInput source="purpose" must help="room.access.purposeHelp" />
    <GrantInputs />
  </CreatePage>
);
