import type { Documents } from '../kernel/dataProvider.ts';
import { graphql, type ResultOf, type VariablesOf } from '../kernel/graphql.ts';

const AccessRow = graphql(`
  fragment AccessRow on PartnerAccess @_unmask {
    id version createdAt name organisation email purpose state expiresOn addresses allowance contract motive decidedAt
    scope { embargo }
    wanted { embargo }
    tokens { id prefix createdAt until revokedAt }
  }
`);
export type Access = ResultOf<typeof AccessRow>;
export type AccessToken = Access['tokens'][number];

const Accesses = graphql(
  `
  query PartnerAccesses($page: Int, $perPage: Int, $sort: String, $order: Order, $ids: [ID!], $q: Search, $state: AccessState) {
    partnerAccesses(page: $page, perPage: $perPage, sort: $sort, order: $order, ids: $ids, q: $q, state: $state) {
      items { ...AccessRow } total
    }
  }
`,
  [AccessRow],
);
const AccessOne = graphql(`query PartnerAccessOne($id: ID!) { partnerAccess(id: $id) { ...AccessRow } }`, [AccessRow]);
const Invite = graphql(
  `mutation InvitePartner($input: PartnerInput!) { invitePartner(input: $input) { ...AccessRow } }`,
  [AccessRow],
);

export const Grant = graphql(`
  mutation GrantAccess($id: ID!, $version: Int!, $input: GrantInput!) {
    grantAccess(id: $id, version: $version, input: $input) { id }
  }
`);
export const Close = graphql(
  `mutation CloseAccess($id: ID!, $motive: Prose!) { closeAccess(id: $id, motive: $motive) { id } }`,
);
export const ResendLink = graphql(`mutation ResendAccessLink($id: ID!) { resendAccessLink(id: $id) }`);
export const RevokeToken = graphql(
  `mutation RevokeAccessToken($accessId: ID!, $id: ID!) { revokeAccessToken(accessId: $accessId, id: $id) { id } }`,
);

export const UsageOf = graphql(`
  query AccessUsage($accessId: ID) {
    accessUsage(accessId: $accessId) { remaining lastAt lines { day operation requests cost refusals } }
  }
`);

export const WebhooksOf = graphql(`
  query AccessWebhooks($accessId: ID!) {
    accessWebhooks(accessId: $accessId) {
      id url kinds pausedAt
      deliveries { id kind state createdAt dueAt attempts { at status failure } }
    }
  }
`);

/** What the form of a grant holds: years as words, put in order when sent. */
export interface Granted {
  readonly embargo: readonly string[];
  readonly expiresOn: string | null;
  readonly addresses: readonly string[];
  readonly allowance: number;
  readonly contract: string;
}

export const grantOf = ({ scope, expiresOn, addresses, allowance, contract }: Access): Granted => ({
  embargo: scope.embargo.map(String),
  ...{ expiresOn, addresses, allowance, contract },
});

const filled = (words: readonly string[] | null | undefined) =>
  (words ?? []).map((word) => word.trim()).filter(Boolean);
const yearsIn = (words: readonly string[] | null | undefined) => filled(words).map(Number);

export const grantInput = (granted: Granted): VariablesOf<typeof Grant>['input'] => ({
  scope: { embargo: yearsIn(granted.embargo) },
  expiresOn: granted.expiresOn || null,
  addresses: filled(granted.addresses),
  allowance: granted.allowance,
  contract: granted.contract,
});

interface Invited extends Granted {
  readonly name: string;
  readonly organisation: string;
  readonly email: string;
  readonly purpose: string;
}

export const documents: Documents = {
  list: Accesses,
  one: AccessOne,
  create: Invite,
  toCreate: (values) => {
    const { name, organisation, email, purpose, ...granted } = values as unknown as Invited;
    return { input: { name, organisation, email, purpose, ...grantInput(granted) } };
  },
};
