import type { Room } from '../kernel/room.ts';
import { CriterionEdit } from './CriterionEdit.tsx';
import { type Criterion, documents } from './criterion.graphql.ts';

/** Criteria have no list of their own: the grid is their list. */
export default {
  name: 'criterion',
  documents,
  edit: CriterionEdit,
  recordRepresentation: ({ label }: Criterion) => label,
} satisfies Room;
