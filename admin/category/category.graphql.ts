import type { Documents } from '../kernel/dataProvider.ts';
import { graphql, type ResultOf, type VariablesOf } from '../kernel/graphql.ts';

const CategoryRow = graphql(`
  fragment CategoryRow on Category @_unmask {
    id version code label position kinds populationFrom populationBelow
    censusYear territory departmentCodes regionCodes awarded awardField awardMinimum
    tieRule tieChannel mostLaureates mayBeWithheld mentionAllowed
    edition { id year }
  }
`);
export type Category = ResultOf<typeof CategoryRow>;

const Categories = graphql(
  `
  query Categories($page: Int, $perPage: Int, $sort: String, $order: Order, $ids: [ID!], $q: Search, $editionId: ID) {
    categories(page: $page, perPage: $perPage, sort: $sort, order: $order, ids: $ids, q: $q, editionId: $editionId) { items { ...CategoryRow } total }
  }
`,
  [CategoryRow],
);
const CategoryOne = graphql(`query CategoryOne($id: ID!) { category(id: $id) { ...CategoryRow } }`, [CategoryRow]);
const CreateCategory = graphql(
  `
  mutation CreateCategory($editionId: ID!, $input: CategoryInput!) {
    createCategory(editionId: $editionId, input: $input) { ...CategoryRow }
  }
`,
  [CategoryRow],
);
const UpdateCategory = graphql(
  `
  mutation UpdateCategory($id: ID!, $version: Int!, $input: CategoryInput!) {
    updateCategory(id: $id, version: $version, input: $input) { ...CategoryRow }
  }
`,
  [CategoryRow],
);
const RemoveCategory = graphql(`mutation RemoveCategory($id: ID!) { removeCategory(id: $id) }`);

const inputOf = (category: Category): VariablesOf<typeof CreateCategory>['input'] => ({
  code: category.code,
  label: category.label,
  position: category.position,
  kinds: category.kinds,
  populationFrom: category.populationFrom,
  populationBelow: category.populationBelow,
  censusYear: category.populationFrom == null && category.populationBelow == null ? null : category.censusYear,
  territory: category.territory,
  departmentCodes: category.departmentCodes,
  regionCodes: category.regionCodes,
  awarded: category.awarded,
  tieRule: category.tieRule,
  tieChannel: category.tieRule === 'CHANNEL' ? category.tieChannel : null,
  mostLaureates: category.mostLaureates,
  mayBeWithheld: category.mayBeWithheld,
  mentionAllowed: category.mentionAllowed,
  awardField: category.awardField,
  awardMinimum: category.awardMinimum,
});

export const documents: Documents = {
  list: Categories,
  one: CategoryOne,
  create: CreateCategory,
  update: UpdateCategory,
  remove: RemoveCategory,
  toCreate: (category: Category & { editionId: string }) => ({
    editionId: category.editionId,
    input: inputOf(category),
  }),
  toUpdate: inputOf,
};
