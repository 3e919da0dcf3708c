import { CreatePage } from '../kernel/record/FormPage.tsx';
import { EditionInputs } from './EditionInputs.tsx';

export const EditionCreate = () => (
  <CreatePage title="room.edition.add" then="list">
    <EditionInputs />
  </CreatePage>
);
