import type { Room } from '../kernel/room.ts';
import { EditionCreate } from './EditionCreate.tsx';
import { EditionEdit } from './EditionEdit.tsx';
import { EditionList } from './EditionList.tsx';
import { EditionShow } from './EditionShow.tsx';
import { documents, type Edition } from './edition.graphql.ts';

export default {
  name: 'edition',
  documents,
  list: EditionList,
  show: EditionShow,
  create: EditionCreate,
  edit: EditionEdit,
  recordRepresentation: ({ label, year }: Edition) => `${label} ${year}`,
} satisfies Room;
