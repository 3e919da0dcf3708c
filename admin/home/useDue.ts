import { useQuery } from '@tanstack/react-query';
import { run } from '../kernel/api.ts';
import { graphql } from '../kernel/graphql.ts';

const PhasesDue = graphql(`query PhasesDue { phasesDue { editionId to blockers } }`);

/** The phase that the dates of an edition say it should be in by now; undefined when it is where it should be. */
export function useDue(editionId: string, staff: boolean) {
  const { data } = useQuery({
    queryKey: ['edition', 'due'],
    queryFn: ({ signal }) => run(PhasesDue, {}, signal),
    enabled: staff,
    refetchInterval: 60_000,
  });
  return data?.phasesDue.find((due) => due.editionId === editionId);
}
