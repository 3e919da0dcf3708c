import { graphql, type ResultOf } from '../kernel/graphql.ts';

const Territory = graphql(
  `fragment TerritoryRow on TurnoutTerritory @_unmask { code name enrolled before registered population covered share }`,
);

export const Turnout = graphql(
  `
  query Turnout($editionId: ID!) {
    turnout(editionId: $editionId) {
      enrolled selected yearBefore before undated undatedBefore nowhere referenceYear
      days { day on enrolled before }
      categories { code label enrolled before }
      departments { ...TerritoryRow }
      regions { ...TerritoryRow }
    }
  }
`,
  [Territory],
);
export type Turnout = ResultOf<typeof Turnout>['turnout'];
export type Territory = ResultOf<typeof Territory>;
