import type { Documents } from '../kernel/dataProvider.ts';
import { graphql, type ResultOf } from '../kernel/graphql.ts';

const DatasetRow = graphql(`fragment DatasetRow on Dataset @_unmask { id name number hash publishedAt }`);
export type Dataset = ResultOf<typeof DatasetRow>;

const Datasets = graphql(
  `
  query Datasets($page: Int, $perPage: Int, $sort: String, $order: Order, $ids: [ID!], $q: Search, $editionId: ID) {
    datasets(page: $page, perPage: $perPage, sort: $sort, order: $order, ids: $ids, q: $q, editionId: $editionId) { items { ...DatasetRow } total }
  }
`,
  [DatasetRow],
);
const DatasetOne = graphql(`query DatasetOne($id: ID!) { dataset(id: $id) { ...DatasetRow } }`, [DatasetRow]);

export const documents: Documents = { list: Datasets, one: DatasetOne };
