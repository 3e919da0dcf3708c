import type { Documents } from '../kernel/dataProvider.ts';
import { graphql, type ResultOf } from '../kernel/graphql.ts';

const CriterionRow = graphql(`
  fragment CriterionRow on Criterion @_unmask {
    id version code label guidance kind unit weight scale whenNotOffered whenNotObserved whenRefused floor bonus minimum
    conditions delay position source
    channel { id code label }
    step { id label }
    clauses { id number label frame { code release label } }
  }
`);
export type Criterion = ResultOf<typeof CriterionRow>;

const Criteria = graphql(
  `
  query Criteria($page: Int, $perPage: Int, $sort: String, $order: Order, $ids: [ID!], $q: Search, $gridId: ID, $channel: ChannelCode) {
    criteria(page: $page, perPage: $perPage, sort: $sort, order: $order, ids: $ids, q: $q, gridId: $gridId, channel: $channel) { items { ...CriterionRow } total }
  }
`,
  [CriterionRow],
);
const CriterionOne = graphql(`query CriterionOne($id: ID!) { criterion(id: $id) { ...CriterionRow } }`, [CriterionRow]);

/** Criteria are corrected in their grid, which answers whole. */
export const documents: Documents = { list: Criteria, one: CriterionOne };
