import type { Room } from '../kernel/room.ts';
import { CategoryCreate } from './CategoryCreate.tsx';
import { CategoryEdit } from './CategoryEdit.tsx';
import { CategoryList } from './CategoryList.tsx';
import { type Category, documents } from './category.graphql.ts';

export default {
  name: 'category',
  documents,
  list: CategoryList,
  create: CategoryCreate,
  edit: CategoryEdit,
  recordRepresentation: ({ label }: Category) => label,
} satisfies Room;
