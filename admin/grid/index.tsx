import type { Room } from '../kernel/room.ts';
import { GridPage } from './GridPage.tsx';
import { documents, type Grid } from './grid.graphql.ts';
import { VersionPage } from './VersionPage.tsx';

/** The list of grids is a page: that of the grid in force in the edition. Each version has its own, for ever. */
export default {
  name: 'grid',
  documents,
  list: GridPage,
  show: VersionPage,
  recordRepresentation: ({ number }: Grid) => `v${number}`,
} satisfies Room;
