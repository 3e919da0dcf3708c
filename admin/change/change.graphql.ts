import type { Documents } from '../kernel/dataProvider.ts';
import { graphql, type ResultOf } from '../kernel/graphql.ts';

const ChangeRow = graphql(
  `fragment ChangeRow on Change @_unmask { id at actorId actorName noun recordId before after }`,
);
export type Change = ResultOf<typeof ChangeRow>;

const Changes = graphql(
  `
  query Changes($page: Int, $perPage: Int, $sort: String, $order: Order, $ids: [ID!], $q: Search, $noun: String, $recordId: ID, $actorId: ID) {
    changes(page: $page, perPage: $perPage, sort: $sort, order: $order, ids: $ids, q: $q, noun: $noun, recordId: $recordId, actorId: $actorId) { items { ...ChangeRow } total }
  }
`,
  [ChangeRow],
);
export const documents: Documents = { list: Changes };
