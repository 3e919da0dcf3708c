import type { Room } from '../kernel/room.ts';
import { PrizeCreate, PrizeEdit } from './PrizeForms.tsx';
import { PrizeList } from './PrizeList.tsx';
import { documents, type Prize } from './prize.graphql.ts';

export default {
  name: 'special_prize',
  documents,
  list: PrizeList,
  create: PrizeCreate,
  edit: PrizeEdit,
  recordRepresentation: ({ label }: Prize) => label,
} satisfies Room;
