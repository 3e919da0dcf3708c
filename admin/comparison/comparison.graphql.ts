import { graphql, type ResultOf } from '../kernel/graphql.ts';

const ComparedRow = graphql(`
  fragment ComparedRow on ComparedMean @_unmask {
    code label unsplit beforeCount afterCount bothCount broken
    before { value exact } after { value exact } change { value exact }
    likeForLike { value exact } grid { value exact } panel { value exact } coverage { value exact }
  }
`);
export type Compared = ResultOf<typeof ComparedRow>;

export const Comparison = graphql(
  `
  query Comparison($editionId: ID!, $withEditionId: ID!) {
    comparison(editionId: $editionId, withEditionId: $withEditionId) {
      before { id year } after { id year }
      global { ...ComparedRow } categories { ...ComparedRow } channels { ...ComparedRow }
      counts { common entered left criteria added removed changed }
      breaks { channel criterion label changes incomparable }
    }
  }
`,
  [ComparedRow],
);
export type Answer = ResultOf<typeof Comparison>['comparison'];
export type Break = Answer['breaks'][number];

export const Evolution = graphql(`
  query EvolutionOfMeans {
    evolutionOfMeans { kind code label points { year mean structureCount reported broken } }
  }
`);
export type Series = ResultOf<typeof Evolution>['evolutionOfMeans'][number];
export type Point = Series['points'][number];
