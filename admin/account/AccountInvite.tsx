import { EmailInput } from '../kernel/inputs.tsx';
import { CreatePage } from '../kernel/record/FormPage.tsx';
import { AccountInputs } from './AccountInputs.tsx';

/** Invites a person: a mail takes them to the choice of their password. */
export const AccountInvite = () => (
  <CreatePage title="room.account.invite" then="list">
    <EmailInput source="email" must help="room.account.emailHelp" />
    <AccountInputs />
  </CreatePage>
);
