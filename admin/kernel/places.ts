import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { run } from './api.ts';
import { graphql } from './graphql.ts';

const PlacesQuery = graphql(`
  query Places {
    departments: territories(kinds: [DEPARTMENT], first: 200) { code name }
    regions: territories(kinds: [REGION], first: 200) { code name }
  }
`);

/** A département or a region of the reference. */
export interface Place {
  readonly code: string;
  readonly name: string;
}

/** The départements and regions, overseas included, as the official reference names them. */
export interface Places {
  readonly departments: readonly Place[];
  readonly regions: readonly Place[];
  /** "Bas-Rhin (67)"; the code alone where the reference does not know it; null for none. */
  department(code: string | null | undefined): string | null;
  region(code: string | null | undefined): string | null;
}

/** The reference of places: read once, and the same as long as the page is open. */
export function usePlaces(): Places {
  const { data } = useQuery({
    queryKey: ['places'],
    queryFn: ({ signal }) => run(PlacesQuery, {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return useMemo(() => {
    const { departments = [], regions = [] } = data ?? {};
    const namer = (places: readonly Place[]) => {
      const names = new Map(places.map(({ code, name }) => [code, name]));
      return (code: string | null | undefined) =>
        code ? (names.has(code) ? `${names.get(code)} (${code})` : code) : null;
    };
    return { departments, regions, department: namer(departments), region: namer(regions) };
  }, [data]);
}
