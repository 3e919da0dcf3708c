import { useEdition } from '../kernel/edition.tsx';
import { CreatePage, EditPage } from '../kernel/record/FormPage.tsx';
import { Loading } from '../kernel/states.tsx';
import { PrizeInputs } from './PrizeInputs.tsx';

/** A special prize belongs to the edition one is in. */
export const PrizeCreate = () => {
  const edition = useEdition();
  if (!edition) return <Loading />;
  return (
    <CreatePage title="room.prize.add" then="list" initial={{ editionId: edition.id }}>
      <PrizeInputs />
    </CreatePage>
  );
};

export const PrizeEdit = () => (
  <EditPage noun="special_prize" then="list" removable>
    <PrizeInputs />
  </EditPage>
);
