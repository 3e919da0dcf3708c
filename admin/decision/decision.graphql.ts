import { graphql, type ResultOf } from '../kernel/graphql.ts';

/** The decisions of the edition with their records, and whether their chain holds. */
export const DecisionBoard = graphql(`
  query DecisionBoard($editionId: ID!) {
    decisions(editionId: $editionId, perPage: 100, sort: "decidedAt", order: DESC) {
      items {
        id number origin decidedAt decidedByName followsRanking motive record hash previousHash runNumber
        corrects { number }
      }
      total
    }
    decisionChain(editionId: $editionId) { length head brokenAt }
  }
`);
export type Board = ResultOf<typeof DecisionBoard>;
export type Decision = Board['decisions']['items'][number];
