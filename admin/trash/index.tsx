import type { Room } from '../kernel/room.ts';
import type { Removal } from '../kernel/trash.graphql.ts';
import { TrashList } from './TrashList.tsx';
import { documents } from './trash.graphql.ts';

export default {
  name: 'trash',
  documents,
  list: TrashList,
  recordRepresentation: ({ name, noun }: Removal) => name ?? noun,
} satisfies Room;
