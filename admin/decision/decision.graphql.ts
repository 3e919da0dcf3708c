import { graphql, type ResultOf } from '../kernel/graphql.ts';

/** The decisions of the edition with their records, whether their chain holds, and what is still to decide and write. */
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
    panels(editionId: $editionId, perPage: 100) { items { meetings { id openedAt closedAt } } }
    categories(editionId: $editionId, perPage: 100, sort: "position") { items { id label awarded } }
    specialPrizes(editionId: $editionId, perPage: 100, sort: "position") { items { id label } }
    trophies(editionId: $editionId, perPage: 100) {
      items {
        category { id } prize { id }
        laureates { award structure { id } } points { approvedAt consent structure { id } }
      }
    }
  }
`);
export type Board = ResultOf<typeof DecisionBoard>;
export type Meeting = Board['panels']['items'][number]['meetings'][number];
export type Decision = Board['decisions']['items'][number];
