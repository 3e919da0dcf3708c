import type { Room } from '../kernel/room.ts';
import { AssignmentList } from './AssignmentList.tsx';
import { type Assignment, documents } from './assignment.graphql.ts';

export default {
  name: 'assignment',
  documents,
  list: AssignmentList,
  recordRepresentation: ({ reference, enrolment }: Assignment) => `${reference} · ${enrolment.structure.name}`,
} satisfies Room;
