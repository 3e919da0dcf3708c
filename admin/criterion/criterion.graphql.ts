import type { Documents } from '../kernel/dataProvider.ts';
import { graphql, type ResultOf, type VariablesOf } from '../kernel/graphql.ts';

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
const UpdateCriterion = graphql(
  `
  mutation UpdateCriterion($id: ID!, $version: Int!, $input: CriterionInput!) {
    updateCriterion(id: $id, version: $version, input: $input) { ...CriterionRow }
  }
`,
  [CriterionRow],
);

export const documents: Documents = {
  list: Criteria,
  one: CriterionOne,
  update: UpdateCriterion,
  toUpdate: (criterion: Criterion): VariablesOf<typeof UpdateCriterion>['input'] => ({
    label: criterion.label,
    guidance: criterion.guidance,
    weight: criterion.weight,
    scale: criterion.scale,
    whenNotOffered: criterion.whenNotOffered,
    whenNotObserved: criterion.whenNotObserved,
    whenRefused: criterion.whenRefused,
    floor: criterion.floor,
    bonus: criterion.bonus,
    minimum: criterion.minimum,
    conditions: criterion.conditions,
    delay: criterion.delay,
  }),
};
