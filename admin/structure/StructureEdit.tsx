import { EditPage } from '../kernel/record/FormPage.tsx';
import { StructureInputs } from './StructureInputs.tsx';

export const StructureEdit = () => (
  <EditPage noun="structure" removable>
    <StructureInputs />
  </EditPage>
);
