import type { Documents } from '../kernel/dataProvider.ts';
import { graphql } from '../kernel/graphql.ts';
import { RemovalRow } from '../kernel/trash.graphql.ts';

const Removals = graphql(
  `
  query Removals($page: Int, $perPage: Int, $sort: String, $order: Order, $ids: [ID!], $q: Search, $noun: String) {
    removals(page: $page, perPage: $perPage, sort: $sort, order: $order, ids: $ids, q: $q, noun: $noun) {
      items { ...RemovalRow } total
    }
  }
`,
  [RemovalRow],
);
export const documents: Documents = { list: Removals };
