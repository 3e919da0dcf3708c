import type { Room } from '../kernel/room.ts';
import { GridPage } from './GridPage.tsx';
import { documents, type Grid } from './grid.graphql.ts';

/** The list of grids is a page: that of the grid in force in the edition. */
export default {
  name: 'grid',
  documents,
  list: GridPage,
  recordRepresentation: ({ number }: Grid) => `v${number}`,
} satisfies Room;
