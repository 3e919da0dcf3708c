import { useGetList } from 'react-admin';
import { useEdition } from '../kernel/edition.tsx';
import type { Criterion } from './criterion.graphql.ts';

interface GridOf {
  readonly id: string;
  readonly channels: readonly { readonly id: string }[];
}

/** The criteria of the same channel that are asked before one, in the order of the form. */
export function useEarlier(criterion: Criterion | undefined): readonly Criterion[] {
  const edition = useEdition();
  const { data: grids } = useGetList<GridOf>(
    'grid',
    {
      pagination: { page: 1, perPage: 1 },
      sort: { field: 'number', order: 'DESC' },
      filter: { editionId: edition?.id },
    },
    { enabled: edition !== null },
  );
  const grid = grids?.find(({ channels }) => channels.some(({ id }) => id === criterion?.channel.id));
  const { data } = useGetList<Criterion>(
    'criterion',
    {
      pagination: { page: 1, perPage: 100 },
      sort: { field: 'position', order: 'ASC' },
      filter: { gridId: grid?.id, channel: criterion?.channel.code },
    },
    { enabled: grid !== undefined },
  );
  return (data ?? []).filter(({ position }) => criterion !== undefined && position < criterion.position);
}
