import type { Room } from '../kernel/room.ts';
import { AuditorEdit, AuditorInvite } from './AuditorForms.tsx';
import { AuditorList } from './AuditorList.tsx';
import { AuditorShow } from './AuditorShow.tsx';
import { type Auditor, documents } from './auditor.graphql.ts';

export default {
  name: 'auditor',
  documents,
  list: AuditorList,
  show: AuditorShow,
  create: AuditorInvite,
  edit: AuditorEdit,
  recordRepresentation: ({ name }: Auditor) => name,
} satisfies Room;
