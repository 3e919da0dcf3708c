import { useQuery } from '@tanstack/react-query';
import { run } from './api.ts';
import { useEdition } from './edition.tsx';
import { graphql, type ResultOf } from './graphql.ts';

const OwnSeats = graphql(`
  query OwnSeats {
    ownSeats {
      jurorId panelId panel year edition office terms open left tiesChecked
      awards { mandateId label recused mode filesDue opinionsGiven }
      meetings { id label panel startsAt openedAt closedAt }
    }
  }
`);
export type OwnSeat = ResultOf<typeof OwnSeats>['ownSeats'][number];

/** The seats one holds in the edition in force, and all of them. */
export function useSeats() {
  const edition = useEdition();
  const { data, error, refetch } = useQuery({
    queryKey: ['seats'],
    queryFn: ({ signal }) => run(OwnSeats, {}, signal),
    refetchInterval: 60_000,
  });
  const all = data?.ownSeats ?? null;
  const seats = all?.filter(({ year }) => year === edition?.year) ?? null;
  return { all, seats, error, refetch: () => void refetch() };
}
