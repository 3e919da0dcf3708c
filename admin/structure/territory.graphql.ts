import { graphql, type ResultOf } from '../kernel/graphql.ts';

export const Territories = graphql(`
  query Territories($q: Search!, $first: Int!) {
    territories(q: $q, first: $first) {
      kind code name bodyName siren postcodes population populationYear departmentCode departmentName regionCode
      regionName intercommunalityName referenceYear
    }
  }
`);
export type Territory = ResultOf<typeof Territories>['territories'][number];

const Alike = graphql(`
  fragment Alike on Structure @_unmask {
    id version name reference kind siren siret inseeCode departmentCode regionCode population populationYear fictional
    parent { id name }
  }
`);
export type Alike = ResultOf<typeof Alike>;

export const CheckDraft = graphql(
  `
  query CheckDraft($draft: StructureDraft!) {
    duplicateStructures(input: $draft) { reasons structure { ...Alike } }
    territoryMismatch(input: $draft) { differences certain owner { kind code bodyName departmentName } }
  }
`,
  [Alike],
);
export const DuplicatesOf = graphql(
  `query DuplicatesOf($id: ID!) { duplicateStructures(structureId: $id) { reasons structure { ...Alike } } }`,
  [Alike],
);
export const PossibleDuplicates = graphql(
  `
  query PossibleDuplicates($page: Int!, $perPage: Int!) {
    possibleDuplicates(page: $page, perPage: $perPage) { total items { reasons one { ...Alike } other { ...Alike } } }
  }
`,
  [Alike],
);
export const TellApart = graphql(`
  mutation TellApart($oneId: ID!, $otherId: ID!) { tellStructuresApart(oneId: $oneId, otherId: $otherId) }
`);
export const MergePreview = graphql(
  `
  query MergePreview($keepId: ID!, $dropId: ID!) {
    mergePreview(keepId: $keepId, dropId: $dropId) {
      keep { ...Alike } drop { ...Alike } moves { noun count } clashes { noun count years } filled lost hash
    }
  }
`,
  [Alike],
);
export type MergePreview = ResultOf<typeof MergePreview>['mergePreview'];
export const MergeStructures = graphql(`
  mutation MergeStructures($keepId: ID!, $dropId: ID!, $hash: String!) {
    mergeStructures(keepId: $keepId, dropId: $dropId, hash: $hash) { act structure { id name } }
  }
`);
