import type { Room } from '../kernel/room.ts';
import { AssignmentList } from './AssignmentList.tsx';
import { AssignmentShow } from './AssignmentShow.tsx';
import { type Assignment, documents } from './assignment.graphql.ts';

export default {
  name: 'assignment',
  documents,
  list: AssignmentList,
  show: AssignmentShow,
  recordRepresentation: ({ reference, enrolment }: Assignment) => `${reference} · ${enrolment.structure.name}`,
} satisfies Room;
