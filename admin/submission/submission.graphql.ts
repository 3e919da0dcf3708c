import type { Documents } from '../kernel/dataProvider.ts';
import { graphql, type ResultOf } from '../kernel/graphql.ts';

const SubmissionRow = graphql(`
  fragment SubmissionRow on Submission @_unmask {
    id key receivedAt sentAt skew device outcome reason settledBy settledMotive content
    faults { place reason }
    flagged { place kind text harmless }
    events { kind deviceAt at motive }
    assignment { id reference channel state enrolment { structure { name } } }
    audit { id }
  }
`);
export type Submission = ResultOf<typeof SubmissionRow>;

const Submissions = graphql(
  `
    query Submissions(
      $page: Int, $perPage: Int, $sort: String, $order: Order, $ids: [ID!], $q: Search
      $editionId: ID, $outcome: SubmissionOutcome
    ) {
      submissions(
        page: $page, perPage: $perPage, sort: $sort, order: $order, ids: $ids, q: $q
        editionId: $editionId, outcome: $outcome
      ) {
        items { ...SubmissionRow }
        total
      }
    }
  `,
  [SubmissionRow],
);

export const SettleSubmission = graphql(`
  mutation SettleSubmission($id: ID!, $how: Settlement!, $motive: Prose!) {
    settleSubmission(id: $id, how: $how, motive: $motive) { id outcome }
  }
`);

export const documents: Documents = { list: Submissions };
