import type { Documents } from '../kernel/dataProvider.ts';
import { graphql, type ResultOf, type VariablesOf } from '../kernel/graphql.ts';

const AuditorRow = graphql(`
  fragment AuditorRow on Auditor @_unmask {
    id version code name email channels departments weekMost leftAt leftMotive
    conflicts { id reason declaredAt declaredBy openTests structure { id name } }
  }
`);
export type Auditor = ResultOf<typeof AuditorRow>;

const Auditors = graphql(
  `
  query Auditors(
    $page: Int, $perPage: Int, $sort: String, $order: Order, $ids: [ID!], $q: Search, $channel: ChannelCode, $left: Boolean
  ) {
    auditors(page: $page, perPage: $perPage, sort: $sort, order: $order, ids: $ids, q: $q, channel: $channel, left: $left) {
      items { ...AuditorRow } total
    }
  }
`,
  [AuditorRow],
);
const AuditorOne = graphql(`query AuditorOne($id: ID!) { auditor(id: $id) { ...AuditorRow } }`, [AuditorRow]);
const InviteAuditor = graphql(
  `mutation InviteAuditor($input: InviteAuditorInput!) { inviteAuditor(input: $input) { ...AuditorRow } }`,
  [AuditorRow],
);
const UpdateAuditor = graphql(
  `
  mutation UpdateAuditor($id: ID!, $version: Int!, $input: AuditorInput!) {
    updateAuditor(id: $id, version: $version, input: $input) { ...AuditorRow }
  }
`,
  [AuditorRow],
);

export const LeaveAuditor = graphql(
  `mutation LeaveAuditor($id: ID!, $motive: Prose!) { removeAuditor(id: $id, motive: $motive) { id } }`,
);
export const RecordTie = graphql(`
  mutation RecordTie($auditorId: ID!, $structureId: ID!, $reason: Prose!) {
    recordAuditorConflict(auditorId: $auditorId, structureId: $structureId, reason: $reason) { id }
  }
`);
export const RemoveTie = graphql(`mutation RemoveTie($id: ID!) { removeAuditorConflict(id: $id) }`);
export const ReadmitAuditor = graphql(`mutation ReadmitAuditor($id: ID!) { readmitAuditor(id: $id) { id } }`);

const inputOf = (auditor: Auditor): VariablesOf<typeof UpdateAuditor>['input'] => ({
  name: auditor.name,
  code: auditor.code,
  channels: auditor.channels,
  departments: (auditor.departments ?? []).map((code) => code.trim()).filter(Boolean),
  weekMost: auditor.weekMost ?? null,
});

export const documents: Documents = {
  list: Auditors,
  one: AuditorOne,
  create: InviteAuditor,
  update: UpdateAuditor,
  toCreate: (auditor: Auditor) => ({ input: { ...inputOf(auditor), email: auditor.email } }),
  toUpdate: inputOf,
};
