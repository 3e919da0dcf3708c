import type { Room } from '../kernel/room.ts';
import { DatasetList } from './DatasetList.tsx';
import { DatasetShow } from './DatasetShow.tsx';
import { type Dataset, documents } from './dataset.graphql.ts';

export default {
  name: 'dataset',
  documents,
  list: DatasetList,
  show: DatasetShow,
  recordRepresentation: ({ name }: Dataset) => name,
} satisfies Room;
