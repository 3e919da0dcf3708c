import { graphql, type ResultOf, type VariablesOf } from '../kernel/graphql.ts';

const FateRow = graphql(`
  fragment FateRow on FateLine @_unmask {
    kind factor absence motive values absences
    answers { from to absence }
    source { id code label kind unit weight scale guidance conditions bonus minimum floor step { label } channel { code label } }
    target { id code label kind unit weight scale guidance conditions bonus minimum floor step { label } channel { code label } }
  }
`);
export type FateLine = ResultOf<typeof FateRow>;
export type FateCriterion = NonNullable<FateLine['source']>;

const VersionRow = graphql(
  `
  fragment VersionRow on GridVersion @_unmask {
    id version motive adoptedAt adoptedByName
    grid { id number draft frozenAt }
    base { id number }
  }
`,
);
export type Version = ResultOf<typeof VersionRow>;

export const GridVersions = graphql(
  `query GridVersions($editionId: ID!) { gridVersions(editionId: $editionId) { ...VersionRow } }`,
  [VersionRow],
);
export const VersionFates = graphql(
  `query VersionFates($editionId: ID!) { gridVersions(editionId: $editionId) { id fates { ...FateRow } } }`,
  [FateRow],
);
export const EditionGrids = graphql(`
  query EditionGrids($editionId: ID!) {
    grids(editionId: $editionId, sort: "number", order: DESC, perPage: 100) { items { id number frozenAt } }
  }
`);
export const VersionEffectOf = graphql(
  `
  query VersionEffectOf($id: ID!) {
    gridVersionEffect(id: $id) {
      hash auditCount structureCount
      fates { ...FateRow }
      faults { reason criterion value count }
      changes {
        scoreBefore scoreAfter rankBefore rankAfter
        enrolment { id structure { name } category { code label } }
      }
    }
  }
`,
  [FateRow],
);
export type Effect = ResultOf<typeof VersionEffectOf>['gridVersionEffect'];

export const PrepareVersion = graphql(
  `mutation PrepareVersion($editionId: ID!, $configuration: JSONObject) {
    prepareGridVersion(editionId: $editionId, configuration: $configuration) { ...VersionRow }
  }`,
  [VersionRow],
);
export const DeclareFates = graphql(`
  mutation DeclareFates($id: ID!, $version: Int!, $fates: [FateInput!]!) {
    declareFates(id: $id, version: $version, fates: $fates) { id version }
  }
`);
export type FateInput = VariablesOf<typeof DeclareFates>['fates'][number];
export const DiscardVersion = graphql(`mutation DiscardVersion($id: ID!) { discardGridVersion(id: $id) }`);
export const AdoptVersion = graphql(`
  mutation AdoptVersion($id: ID!, $hash: String!, $motive: Prose!) {
    adoptGridVersion(id: $id, hash: $hash, motive: $motive) { id }
  }
`);
