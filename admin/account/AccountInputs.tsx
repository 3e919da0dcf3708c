import { FormDataConsumer } from 'react-admin';
import { EnumInput, RecordInput, TitleInput } from '../kernel/inputs.tsx';

/** Who a person is and what they are here for; a participant also says for which structure they speak. */
export const AccountInputs = () => (
  <>
    <TitleInput source="name" must help="room.account.nameHelp" />
    <EnumInput source="role" of="Role" must />
    <FormDataConsumer<{ role?: string }>>
      {({ formData }) =>
        formData.role === 'PARTICIPANT' && (
          <RecordInput source="structureId" reference="structure" must help="room.account.structureHelp" />
        )
      }
    </FormDataConsumer>
  </>
);
