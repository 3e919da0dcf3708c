import { graphql, type ResultOf } from '../kernel/graphql.ts';
import { RobustnessRow } from '../kernel/robustness.graphql.ts';

/** The ranking of each category, from the latest run, and that run. */
export const Rankings = graphql(
  `
  query Rankings($editionId: ID!) {
    ranking(editionId: $editionId) {
      category { id code label awarded }
      mean structureCount
      lines {
        rank score base
        enrolment { id structure { id name departmentCode reference } }
        channels { score mean channel { code } }
        robustness { ...RobustnessRow }
        exclusion { reason label absence }
        knockOuts { label minimum score }
      }
    }
    scoreRuns(editionId: $editionId, page: 1, perPage: 1, sort: "number", order: DESC) {
      items { id number auditCount createdAt computedByName current }
    }
  }
`,
  [RobustnessRow],
);
type Answer = ResultOf<typeof Rankings>;
export type CategoryRanking = Answer['ranking'][number];
export type Line = CategoryRanking['lines'][number];
export type Cell = Line['channels'][number];
export type Run = Answer['scoreRuns']['items'][number];

/** What computing now would change, and the hash that says it was read. */
export const PreviewScores = graphql(`
  query PreviewScores($editionId: ID!) {
    scorePreview(editionId: $editionId) {
      inputsHash current runNumber auditCount structureCount
      changes {
        scoreBefore scoreAfter rankBefore rankAfter
        enrolment { id category { id code label } structure { id name reference } }
      }
    }
  }
`);
export type Preview = ResultOf<typeof PreviewScores>['scorePreview'];
export type Change = Preview['changes'][number];

/** Answers the latest run when nothing it rests on has changed; otherwise computes exactly what was previewed. */
export const ComputeScores = graphql(`
  mutation ComputeScores($editionId: ID!, $inputsHash: String!) {
    computeScores(editionId: $editionId, inputsHash: $inputsHash) { id number auditCount }
  }
`);

/** Every computation of the edition, the latest first. */
export const Runs = graphql(`
  query Runs($editionId: ID!) {
    scoreRuns(editionId: $editionId, page: 1, perPage: 100, sort: "number", order: DESC) {
      items { id number createdAt computedByName engine auditCount inputsHash policy { number } }
      total
    }
  }
`);
export type PastRun = ResultOf<typeof Runs>['scoreRuns']['items'][number];

/** Each pair among the first five ranks of a category, and what the weights of channels would do to it. */
export const PodiumPairs = graphql(`
  query PodiumPairs($categoryId: ID!) {
    podiumPairs(categoryId: $categoryId) {
      aheadRank behindRank reason lead verdict delta
      ahead { id structure { id name } }
      behind { id structure { id name } }
      weights { before after channel { id code } }
      witness { share channel { id code } }
    }
  }
`);
export type Pair = ResultOf<typeof PodiumPairs>['podiumPairs'][number];
