import { useEdition } from '../kernel/edition.tsx';
import { CreatePage, EditPage } from '../kernel/record/FormPage.tsx';
import { Loading } from '../kernel/states.tsx';
import { LicenceInputs } from './LicenceInputs.tsx';

/** A licence belongs to the edition one is in. */
export const LicenceCreate = () => {
  const edition = useEdition();
  if (!edition) return <Loading />;
  return (
    <CreatePage title="room.licence.add" then="list" initial={{ editionId: edition.id }}>
      <LicenceInputs />
    </CreatePage>
  );
};

export const LicenceEdit = () => (
  <EditPage noun="licence" then="list" removable>
    <LicenceInputs />
  </EditPage>
);
