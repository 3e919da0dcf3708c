import { graphql, type ResultOf } from '../kernel/graphql.ts';

/** The ranking of each category, from the latest run, and that run. */
export const Rankings = graphql(`
  query Rankings($editionId: ID!) {
    ranking(editionId: $editionId) {
      category { id code label awarded }
      mean structureCount
      lines {
        rank score base
        enrolment { id structure { id name departmentCode reference } }
        channels { score mean channel { code } }
      }
    }
    scoreRuns(editionId: $editionId, page: 1, perPage: 1, sort: "number", order: DESC) {
      items { id number auditCount createdAt computedByName current }
    }
  }
`);
type Answer = ResultOf<typeof Rankings>;
export type CategoryRanking = Answer['ranking'][number];
export type Line = CategoryRanking['lines'][number];
export type Cell = Line['channels'][number];
export type Run = Answer['scoreRuns']['items'][number];

/** Answers the latest run when nothing it rests on has changed. */
export const ComputeScores = graphql(`
  mutation ComputeScores($editionId: ID!) { computeScores(editionId: $editionId) { id number auditCount } }
`);
