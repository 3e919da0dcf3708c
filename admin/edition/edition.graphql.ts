import type { Documents } from '../kernel/dataProvider.ts';
import { graphql, type ResultOf, type VariablesOf } from '../kernel/graphql.ts';

export const EditionRow = graphql(`
  fragment EditionRow on Edition @_unmask {
    id version ordinal year label phase phaseMotive provenance rights reachablePhases
    registrationFrom registrationTo fieldworkFrom fieldworkTo ceremonyOn ceremonyPlace publishedAt note sources
  }
`);
export type Edition = ResultOf<typeof EditionRow>;

const Editions = graphql(
  `
  query Editions($page: Int, $perPage: Int, $sort: String, $order: Order, $ids: [ID!], $q: Search, $phase: EditionPhase, $provenance: Provenance) {
    editions(page: $page, perPage: $perPage, sort: $sort, order: $order, ids: $ids, q: $q, phase: $phase, provenance: $provenance) { items { ...EditionRow } total }
  }
`,
  [EditionRow],
);
const EditionOne = graphql(`query EditionOne($id: ID!) { edition(id: $id) { ...EditionRow } }`, [EditionRow]);
const CreateEdition = graphql(
  `mutation CreateEdition($input: EditionInput!) { createEdition(input: $input) { ...EditionRow } }`,
  [EditionRow],
);
const UpdateEdition = graphql(
  `
  mutation UpdateEdition($id: ID!, $version: Int!, $input: EditionInput!) {
    updateEdition(id: $id, version: $version, input: $input) { ...EditionRow }
  }
`,
  [EditionRow],
);

const inputOf = (edition: Edition): VariablesOf<typeof CreateEdition>['input'] => ({
  ordinal: edition.ordinal,
  year: edition.year,
  label: edition.label,
  provenance: edition.provenance,
  registrationFrom: edition.registrationFrom,
  registrationTo: edition.registrationTo,
  fieldworkFrom: edition.fieldworkFrom,
  fieldworkTo: edition.fieldworkTo,
  ceremonyOn: edition.ceremonyOn,
  ceremonyPlace: edition.ceremonyPlace,
  note: edition.note,
  sources: edition.sources ?? [],
});

export const documents: Documents = {
  list: Editions,
  one: EditionOne,
  create: CreateEdition,
  update: UpdateEdition,
  toCreate: (edition: Edition) => ({ input: inputOf(edition) }),
  toUpdate: inputOf,
};
