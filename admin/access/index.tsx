import type { Room } from '../kernel/room.ts';
import { AccessInvite } from './AccessInvite.tsx';
import { AccessList } from './AccessList.tsx';
import { AccessShow } from './AccessShow.tsx';
import { type Access, documents } from './access.graphql.ts';

export default {
  name: 'partner_access',
  documents,
  list: AccessList,
  create: AccessInvite,
  show: AccessShow,
  recordRepresentation: ({ organisation }: Access) => organisation,
} satisfies Room;
