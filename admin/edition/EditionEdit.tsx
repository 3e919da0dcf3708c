import { EditPage } from '../kernel/record/FormPage.tsx';
import { EditionInputs } from './EditionInputs.tsx';

export const EditionEdit = () => (
  <EditPage noun="edition" then="show">
    <EditionInputs />
  </EditPage>
);
