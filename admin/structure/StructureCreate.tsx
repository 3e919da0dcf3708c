import { CreatePage } from '../kernel/record/FormPage.tsx';
import { StructureInputs } from './StructureInputs.tsx';

export const StructureCreate = () => (
  <CreatePage title="room.structure.add">
    <StructureInputs />
  </CreatePage>
);
