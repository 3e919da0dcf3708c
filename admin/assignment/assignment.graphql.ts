import type { Documents } from '../kernel/dataProvider.ts';
import { graphql, type ResultOf } from '../kernel/graphql.ts';

const AssignmentRow = graphql(`
  fragment AssignmentRow on Assignment @_unmask {
    id version reference channel onDay fromTime toTime state stateReason attempt auditorCode
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

export const documents: Documents = { list: Assignments };
