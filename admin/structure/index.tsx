import type { Room } from '../kernel/room.ts';
import { StructureCreate } from './StructureCreate.tsx';
import { StructureEdit } from './StructureEdit.tsx';
import { StructureList } from './StructureList.tsx';
import { StructureShow } from './StructureShow.tsx';
import { documents, type Structure } from './structure.graphql.ts';

export default {
  name: 'structure',
  documents,
  list: StructureList,
  show: StructureShow,
  create: StructureCreate,
  edit: StructureEdit,
  recordRepresentation: ({ name }: Structure) => name,
} satisfies Room;
