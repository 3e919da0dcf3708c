import type { Room } from '../kernel/room.ts';
import { MailList } from './MailList.tsx';
import { documents, type Mail } from './mail.graphql.ts';

export default {
  name: 'mail',
  documents,
  list: MailList,
  recordRepresentation: ({ subject }: Mail) => subject,
} satisfies Room;
