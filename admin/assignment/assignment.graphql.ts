import type { Documents } from '../kernel/dataProvider.ts';
import { graphql, type ResultOf } from '../kernel/graphql.ts';

const AssignmentRow = graphql(`
  fragment AssignmentRow on Assignment @_unmask {
    id version reference channel onDay fromTime toTime zone state stateReason handReason attempt auditorCode
    scenario { id label } enrolment { id structure { id name departmentCode } category { id label } }
  }
`);
export type Assignment = ResultOf<typeof AssignmentRow>;

const Assignments = graphql(
  `
  query Assignments(
    $page: Int, $perPage: Int, $sort: String, $order: Order, $ids: [ID!], $q: Search, $editionId: ID, $enrolmentId: ID,
    $auditorId: ID, $channel: ChannelCode, $state: AssignmentState, $late: Boolean, $from: LocalDate, $to: LocalDate
  ) {
    assignments(
      page: $page, perPage: $perPage, sort: $sort, order: $order, ids: $ids, q: $q, editionId: $editionId,
      enrolmentId: $enrolmentId, auditorId: $auditorId, channel: $channel, state: $state, late: $late, from: $from, to: $to
    ) { items { ...AssignmentRow } total }
  }
`,
  [AssignmentRow],
);
const AssignmentOne = graphql(`query AssignmentOne($id: ID!) { assignment(id: $id) { ...AssignmentRow } }`, [
  AssignmentRow,
]);

/** To whom a test could be given on a day, and what that would break. */
export const AssignmentChoices = graphql(`
  query AssignmentChoices($id: ID!, $onDay: LocalDate!) {
    assignmentChoices(id: $id, onDay: $onDay) { breaks auditors { breaks auditor { id name code } } }
  }
`);
export const GiveAssignment = graphql(`
  mutation GiveAssignment($id: ID!, $version: Int!, $input: GiveAssignmentInput!) {
    giveAssignment(id: $id, version: $version, input: $input) { id }
  }
`);
export const WithdrawAssignment = graphql(`
  mutation WithdrawAssignment($id: ID!, $reason: Prose!) { withdrawAssignment(id: $id, reason: $reason) { id } }
`);
export const RestoreAssignment = graphql(`
  mutation RestoreAssignment($id: ID!) { restoreAssignment(id: $id) { id auditorCode } }
`);

export const documents: Documents = { list: Assignments, one: AssignmentOne };
