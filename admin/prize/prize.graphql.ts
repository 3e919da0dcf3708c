import type { Documents } from '../kernel/dataProvider.ts';
import { graphql, type ResultOf, type VariablesOf } from '../kernel/graphql.ts';

const PrizeRow = graphql(`
  fragment PrizeRow on SpecialPrize @_unmask {
    id version code label position rewards categoryCodes basis channel criteria
    awardField awardMinimum tieRule tieChannel mostLaureates mayBeWithheld mentionAllowed
    edition { id year }
  }
`);
export type Prize = ResultOf<typeof PrizeRow>;

const Prizes = graphql(
  `
  query Prizes($page: Int, $perPage: Int, $sort: String, $order: Order, $ids: [ID!], $q: Search, $editionId: ID) {
    specialPrizes(page: $page, perPage: $perPage, sort: $sort, order: $order, ids: $ids, q: $q, editionId: $editionId) { items { ...PrizeRow } total }
  }
`,
  [PrizeRow],
);
const PrizeOne = graphql(`query PrizeOne($id: ID!) { specialPrize(id: $id) { ...PrizeRow } }`, [PrizeRow]);
const CreatePrize = graphql(
  `
  mutation CreatePrize($editionId: ID!, $input: SpecialPrizeInput!) {
    createSpecialPrize(editionId: $editionId, input: $input) { ...PrizeRow }
  }
`,
  [PrizeRow],
);
const UpdatePrize = graphql(
  `
  mutation UpdatePrize($id: ID!, $version: Int!, $input: SpecialPrizeInput!) {
    updateSpecialPrize(id: $id, version: $version, input: $input) { ...PrizeRow }
  }
`,
  [PrizeRow],
);
const RemovePrize = graphql(`mutation RemovePrize($id: ID!) { removeSpecialPrize(id: $id) }`);

/** What a special prize can name: the categories and the criteria of its edition. */
export const PrizeChoices = graphql(`
  query PrizeChoices($editionId: ID!) {
    categories(editionId: $editionId, perPage: 100, sort: "position") { items { code label } }
    grids(editionId: $editionId, perPage: 1, sort: "number", order: DESC) { items { channels { label criteria { code label } } } }
  }
`);

const inputOf = (prize: Prize): VariablesOf<typeof CreatePrize>['input'] => ({
  code: prize.code,
  label: prize.label,
  position: prize.position,
  rewards: prize.rewards,
  categoryCodes: prize.categoryCodes ?? [],
  basis: prize.basis,
  channel: prize.basis === 'CHANNEL' ? prize.channel : null,
  criteria: prize.basis === 'DETERMINANT' ? prize.criteria : [],
  awardField: prize.awardField,
  awardMinimum: prize.basis === 'FREE' ? null : prize.awardMinimum,
  tieRule: prize.basis === 'FREE' ? 'SHARED' : prize.tieRule,
  tieChannel: prize.tieRule === 'CHANNEL' ? prize.tieChannel : null,
  mostLaureates: prize.mostLaureates,
  mayBeWithheld: prize.mayBeWithheld,
  mentionAllowed: prize.mentionAllowed,
});

export const documents: Documents = {
  list: Prizes,
  one: PrizeOne,
  create: CreatePrize,
  update: UpdatePrize,
  remove: RemovePrize,
  toCreate: (prize: Prize & { editionId: string }) => ({ editionId: prize.editionId, input: inputOf(prize) }),
  toUpdate: inputOf,
};
