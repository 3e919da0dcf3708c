import { EditPage } from '../kernel/record/FormPage.tsx';
import { CategoryInputs } from './CategoryInputs.tsx';

export const CategoryEdit = () => (
  <EditPage noun="category" then="list" removable>
    <CategoryInputs />
  </EditPage>
);
