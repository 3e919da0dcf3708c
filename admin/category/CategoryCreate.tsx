import { useEdition } from '../kernel/edition.tsx';
import { CreatePage } from '../kernel/record/FormPage.tsx';
import { Loading } from '../kernel/states.tsx';
import { CategoryInputs } from './CategoryInputs.tsx';

/** A category belongs to the edition one is in. */
export const CategoryCreate = () => {
  const edition = useEdition();
  if (!edition) return <Loading />;
  return (
    <CreatePage title="room.category.add" then="list" initial={{ editionId: edition.id }}>
      <CategoryInputs />
    </CreatePage>
  );
};
