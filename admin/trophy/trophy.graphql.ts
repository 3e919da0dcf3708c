import type { Documents } from '../kernel/dataProvider.ts';
import { graphql, type ResultOf } from '../kernel/graphql.ts';

export const TrophyRow = graphql(`
  fragment TrophyRow on Trophy @_unmask {
    id version pointRemarquable
    edition { id year }
    category { id code label position }
    prize { id code label }
    laureates { id rank award mention confidence sources note structure { id name departmentCode parent { id name } } }
  }
`);
export type Trophy = ResultOf<typeof TrophyRow>;

const Trophies = graphql(
  `
  query Trophies($page: Int, $perPage: Int, $sort: String, $order: Order, $ids: [ID!], $q: Search, $editionId: ID) {
    trophies(page: $page, perPage: $perPage, sort: $sort, order: $order, ids: $ids, q: $q, editionId: $editionId) { items { ...TrophyRow } total }
  }
`,
  [TrophyRow],
);
const TrophyOne = graphql(`query TrophyOne($id: ID!) { trophy(id: $id) { ...TrophyRow } }`, [TrophyRow]);

export const documents: Documents = { list: Trophies, one: TrophyOne };
