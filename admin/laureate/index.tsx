import type { Room } from '../kernel/room.ts';
import { LaureateList } from './LaureateList.tsx';
import { documents, type Laureate } from './laureate.graphql.ts';

export default {
  name: 'laureate',
  documents,
  list: LaureateList,
  recordRepresentation: ({ structure }: Laureate) => structure.name,
} satisfies Room;
