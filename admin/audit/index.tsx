import type { Room } from '../kernel/room.ts';
import { AuditList } from './AuditList.tsx';
import { AuditShow } from './AuditShow.tsx';
import { type Audit, documents } from './audit.graphql.ts';

export default {
  name: 'audit',
  documents,
  list: AuditList,
  show: AuditShow,
  recordRepresentation: ({ enrolment, channel }: Audit) => `${enrolment.structure.name} · ${channel.label}`,
} satisfies Room;
