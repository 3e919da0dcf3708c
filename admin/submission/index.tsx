import type { Room } from '../kernel/room.ts';
import { SubmissionList } from './SubmissionList.tsx';
import { documents, type Submission } from './submission.graphql.ts';

export default {
  name: 'submission',
  documents,
  list: SubmissionList,
  recordRepresentation: ({ assignment, key }: Submission) => assignment?.reference ?? key,
} satisfies Room;
