import type { Documents } from '../kernel/dataProvider.ts';
import { graphql, type ResultOf, type VariablesOf } from '../kernel/graphql.ts';

const StructureRow = graphql(`
  fragment StructureRow on Structure @_unmask {
    id version reference name kind siren siret inseeCode departmentCode regionCode
    departmentName regionName population populationYear fictional parent { id name }
  }
`);
const StructureSheet = graphql(
  `
  fragment StructureSheet on Structure @_unmask {
    ...StructureRow createdAt family { id name kind siret parent { id } } aliases { id reference name }
    territoryMismatch { differences certain owner { kind code bodyName departmentName } }
  }
`,
  [StructureRow],
);
export type Structure = ResultOf<typeof StructureRow>;
export type StructureSheet = ResultOf<typeof StructureSheet>;

const Structures = graphql(
  `
  query Structures($page: Int, $perPage: Int, $sort: String, $order: Order, $ids: [ID!], $q: Search, $kind: StructureKind, $departmentCode: Code, $regionCode: Code, $fictional: Boolean, $parentId: ID) {
    structures(page: $page, perPage: $perPage, sort: $sort, order: $order, ids: $ids, q: $q, kind: $kind, departmentCode: $departmentCode, regionCode: $regionCode, fictional: $fictional, parentId: $parentId) {
      items { ...StructureRow } total
    }
  }
`,
  [StructureRow],
);
const StructureOne = graphql(`query StructureOne($id: ID!) { structure(id: $id) { ...StructureSheet } }`, [
  StructureSheet,
]);
const CreateStructure = graphql(
  `mutation CreateStructure($input: StructureInput!) { createStructure(input: $input) { ...StructureSheet } }`,
  [StructureSheet],
);
const UpdateStructure = graphql(
  `
  mutation UpdateStructure($id: ID!, $version: Int!, $input: StructureInput!) {
    updateStructure(id: $id, version: $version, input: $input) { ...StructureSheet }
  }
`,
  [StructureSheet],
);
const RemoveStructure = graphql(`mutation RemoveStructure($id: ID!) { removeStructure(id: $id) }`);

const inputOf = (structure: Structure): VariablesOf<typeof CreateStructure>['input'] => ({
  reference: structure.reference,
  name: structure.name,
  kind: structure.kind,
  siren: structure.siren,
  siret: structure.siret,
  inseeCode: structure.inseeCode,
  departmentCode: structure.departmentCode,
  regionCode: structure.regionCode,
  population: structure.population,
  populationYear: structure.populationYear,
  parentId: structure.parent?.id ?? null,
});

export const documents: Documents = {
  list: Structures,
  one: StructureOne,
  create: CreateStructure,
  update: UpdateStructure,
  remove: RemoveStructure,
  toCreate: (structure: Structure) => ({ input: inputOf(structure) }),
  toUpdate: inputOf,
};
