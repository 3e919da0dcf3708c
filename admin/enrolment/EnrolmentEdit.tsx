import { EditPage } from '../kernel/record/FormPage.tsx';
import { EnrolmentInputs } from './EnrolmentInputs.tsx';

export const EnrolmentEdit = () => (
  <EditPage noun="enrolment" then="show" removable>
    <EnrolmentInputs />
  </EditPage>
);
