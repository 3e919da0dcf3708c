import type { Room } from '../kernel/room.ts';
import { ChangeList } from './ChangeList.tsx';
import { documents } from './change.graphql.ts';

export default { name: 'change', documents, list: ChangeList, recordRepresentation: 'at' } satisfies Room;
