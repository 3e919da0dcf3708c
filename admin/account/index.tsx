import type { Room } from '../kernel/room.ts';
import { AccountEdit } from './AccountEdit.tsx';
import { AccountInvite } from './AccountInvite.tsx';
import { AccountList } from './AccountList.tsx';
import { type Account, documents } from './account.graphql.ts';

export default {
  name: 'account',
  documents,
  list: AccountList,
  create: AccountInvite,
  edit: AccountEdit,
  recordRepresentation: ({ name }: Account) => name,
} satisfies Room;
