import type { Documents } from '../kernel/dataProvider.ts';
import { graphql, type ResultOf } from '../kernel/graphql.ts';

const LaureateRow = graphql(`
  fragment LaureateRow on Laureate @_unmask {
    id version award mention handedOn
    structure { id name parent { name } }
    trophy { id category { label } prize { label } edition { id year } }
  }
`);
export type Laureate = ResultOf<typeof LaureateRow>;

const Laureates = graphql(
  `
  query Laureates($page: Int, $perPage: Int, $sort: String, $order: Order, $ids: [ID!], $q: Search, $editionId: ID, $handedOver: Boolean) {
    laureates(page: $page, perPage: $perPage, sort: $sort, order: $order, ids: $ids, q: $q, editionId: $editionId, handedOver: $handedOver) { items { ...LaureateRow } total }
  }
`,
  [LaureateRow],
);

/** What a laureate may write and show, its names filled in. */
export const UsagesOf = graphql(`
  query UsagesOf($id: ID!) {
    usages(laureateId: $id) { wording term licence { id label fromOn untilOn logo { name } } }
  }
`);
export type Usage = ResultOf<typeof UsagesOf>['usages'][number];

export const HandOver = graphql(`
  mutation HandOver($id: ID!, $on: LocalDate) { handOver(laureateId: $id, on: $on) { id handedOn } }
`);

export const documents: Documents = { list: Laureates };
