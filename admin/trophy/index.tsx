import type { Room } from '../kernel/room.ts';
import { TrophyList } from './TrophyList.tsx';
import { documents, type Trophy } from './trophy.graphql.ts';

export default {
  name: 'trophy',
  documents,
  list: TrophyList,
  recordRepresentation: ({ category, prize, edition }: Trophy) =>
    category?.label ?? prize?.label ?? String(edition.year),
} satisfies Room;
