import type { Documents } from '../kernel/dataProvider.ts';
import { graphql, type ResultOf } from '../kernel/graphql.ts';

const AuditRow = graphql(`
  fragment AuditRow on Audit @_unmask {
    id version reference performedOn state stateReason
    channel { id code label }
    enrolment { id structure { id name departmentCode } category { id label } edition { id year } }
  }
`);
const AuditSheet = graphql(
  `
  fragment AuditSheet on Audit @_unmask {
    ...AuditRow
    createdAt zone
    channel { gridNumber }
    events { id kind at }
    upload { id name appliedAt }
    measurements {
      id value absence
      criterion { id code label kind unit scale delay position step { id label position } }
    }
  }
`,
  [AuditRow],
);
export type Audit = ResultOf<typeof AuditRow>;
export type AuditSheet = ResultOf<typeof AuditSheet>;
export type Measurement = AuditSheet['measurements'][number];

const Audits = graphql(
  `
  query Audits(
    $page: Int, $perPage: Int, $sort: String, $order: Order, $ids: [ID!], $q: Search,
    $editionId: ID, $enrolmentId: ID, $channel: ChannelCode, $state: AuditState,
    $undecided: Boolean, $lost: Boolean, $from: LocalDate, $to: LocalDate
  ) {
    audits(
      page: $page, perPage: $perPage, sort: $sort, order: $order, ids: $ids, q: $q, editionId: $editionId,
      enrolmentId: $enrolmentId, channel: $channel, state: $state, undecided: $undecided, lost: $lost,
      from: $from, to: $to
    ) { items { ...AuditRow } total }
  }
`,
  [AuditRow],
);
const AuditOne = graphql(`query AuditOne($id: ID!) { audit(id: $id) { ...AuditSheet } }`, [AuditSheet]);

/** Without ids, all the tests of the edition that are still to decide. */
export const DecideAudits = graphql(`
  mutation DecideAudits($editionId: ID!, $ids: [ID!], $state: AuditState!, $reason: Prose) {
    decideAudits(editionId: $editionId, ids: $ids, state: $state, reason: $reason) { changed held { id reference reason } }
  }
`);

export const documents: Documents = { list: Audits, one: AuditOne };
