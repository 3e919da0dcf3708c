import type { Room } from '../kernel/room.ts';
import { EnrolmentCreate } from './EnrolmentCreate.tsx';
import { EnrolmentEdit } from './EnrolmentEdit.tsx';
import { EnrolmentList } from './EnrolmentList.tsx';
import { EnrolmentShow } from './EnrolmentShow.tsx';
import { documents, type Enrolment } from './enrolment.graphql.ts';

export default {
  name: 'enrolment',
  documents,
  list: EnrolmentList,
  show: EnrolmentShow,
  create: EnrolmentCreate,
  edit: EnrolmentEdit,
  recordRepresentation: ({ structure }: Enrolment) => structure.name,
} satisfies Room;
