import { graphql, type ResultOf } from '../kernel/graphql.ts';

/** The figures of the latest run, and how the grid counts them. */
export const Indicators = graphql(`
  query Indicators($editionId: ID!) {
    scoreRuns(editionId: $editionId, page: 1, perPage: 1, sort: "number", order: DESC) {
      items { id number indicators { id code label unit value numerator denominator base contributors } }
    }
    grids(editionId: $editionId, page: 1, perPage: 1, sort: "number", order: DESC) {
      items { id indicators { id code rule } }
    }
  }
`);
type Answer = ResultOf<typeof Indicators>;
export type Indicator = Answer['scoreRuns']['items'][number]['indicators'][number];
export type Rules = ReadonlyMap<string, Record<string, unknown>>;

export const MeansBy = graphql(`
  query MeansBy($editionId: ID!, $dimension: MeansDimension!) {
    meansBy(editionId: $editionId, dimension: $dimension) { code label mean structureCount }
  }
`);
export type DimensionMean = ResultOf<typeof MeansBy>['meansBy'][number];
export type Dimension = ReturnType<typeof graphql.scalar<'MeansDimension'>>;
