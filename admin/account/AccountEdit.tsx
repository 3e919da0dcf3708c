import { EmailInput } from '../kernel/inputs.tsx';
import { EditPage } from '../kernel/record/FormPage.tsx';
import { AccountActions } from './AccountActions.tsx';
import { AccountInputs } from './AccountInputs.tsx';

/** What one may change of a person: never their address, which they sign in with. */
export const AccountEdit = () => (
  <EditPage then="list" actions={<AccountActions />}>
    <EmailInput source="email" disabled />
    <AccountInputs />
  </EditPage>
);
