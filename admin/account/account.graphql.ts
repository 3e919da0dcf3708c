import type { Documents } from '../kernel/dataProvider.ts';
import { graphql, type ResultOf, type VariablesOf } from '../kernel/graphql.ts';

const AccountRow = graphql(`
  fragment AccountRow on Account @_unmask { id name email role structureId closedAt twoFactorEnabled active createdAt }
`);
export type Account = ResultOf<typeof AccountRow>;

const Accounts = graphql(
  `
  query Accounts($page: Int, $perPage: Int, $sort: String, $order: Order, $ids: [ID!], $q: Search, $role: Role, $closed: Boolean) {
    accounts(page: $page, perPage: $perPage, sort: $sort, order: $order, ids: $ids, q: $q, role: $role, closed: $closed) { items { ...AccountRow } total }
  }
`,
  [AccountRow],
);
const AccountOne = graphql(`query AccountOne($id: ID!) { account(id: $id) { ...AccountRow } }`, [AccountRow]);
const InviteAccount = graphql(
  `mutation InviteAccount($input: InviteAccountInput!) { inviteAccount(input: $input) { ...AccountRow } }`,
  [AccountRow],
);
const UpdateAccount = graphql(
  `
  mutation UpdateAccount($id: ID!, $input: UpdateAccountInput!) {
    updateAccount(id: $id, input: $input) { ...AccountRow }
  }
`,
  [AccountRow],
);
export const CloseAccount = graphql(`mutation CloseAccount($id: ID!) { closeAccount(id: $id) { id } }`);
export const ReopenAccount = graphql(`mutation ReopenAccount($id: ID!) { reopenAccount(id: $id) { id } }`);
export const ReinviteAccount = graphql(`mutation ReinviteAccount($id: ID!) { reinviteAccount(id: $id) { id } }`);

export const documents: Documents = {
  list: Accounts,
  one: AccountOne,
  create: InviteAccount,
  update: UpdateAccount,
  toCreate: ({ name, email, role, structureId }: Account): VariablesOf<typeof InviteAccount> => ({
    input: { name, email, role, structureId },
  }),
  toUpdate: ({ name, role, structureId }: Account): VariablesOf<typeof UpdateAccount>['input'] => ({
    name,
    role,
    structureId,
  }),
};
