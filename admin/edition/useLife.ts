import { useQuery } from '@tanstack/react-query';
import { run } from '../kernel/api.ts';
import { EditionLife, type EditionSheet, type Life } from './edition.graphql.ts';

/** The changes of phase of an edition and its deadlines, read again whenever it changed; null until known. */
export function useLife({ id, version }: EditionSheet, staff: boolean): Life | null {
  const { data } = useQuery({
    queryKey: ['edition', id, 'life', version],
    queryFn: ({ signal }) => run(EditionLife, { id }, signal),
    enabled: staff,
  });
  return data?.edition ?? null;
}
