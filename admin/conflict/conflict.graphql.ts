import { graphql, type ResultOf, type VariablesOf } from '../kernel/graphql.ts';

const TieRow = graphql(`
  fragment TieRow on Affiliation @_unmask {
    id version kind bodyName until known source structure { id name }
  }
`);
export type Tie = ResultOf<typeof TieRow>;

/** The panels of the edition, with what their members declared. */
export const ConflictPanels = graphql(
  `
  query ConflictPanels($editionId: ID!) {
    panels(editionId: $editionId, perPage: 100, sort: "label") {
      items {
        id label meetsOn tieYears deliberating
        jurors { id name office state tiesDeclaredAt tiesCheckedAt affiliations { ...TieRow } }
        mandates { id quorumShare quorumStrictly quorumFewest category { label } prize { label } }
      }
    }
  }
`,
  [TieRow],
);
export type Panel = ResultOf<typeof ConflictPanels>['panels']['items'][number];
export type Member = Panel['jurors'][number];

/** What the organisation graph finds of a panel, and who is recused from what. */
export const ConflictsFound = graphql(
  `
  query ConflictsFound($panelId: ID!) {
    conflicts(panelId: $panelId) {
      id state motive confirmed
      juror { id name }
      affiliation { ...TieRow }
      structure { id name }
      mandates { id category { label } prize { label } }
      path { relation name }
    }
    awardVerdicts(panelId: $panelId) { juror { id name office } mandate { id } recused motive }
  }
`,
  [TieRow],
);
export type Found = ResultOf<typeof ConflictsFound>;
export type Conflict = Found['conflicts'][number];
export type ConflictState = Conflict['state'];

export const DismissConflict = graphql(`
  mutation DismissConflict($jurorId: ID!, $affiliationId: ID, $structureId: ID!, $motive: Prose!) {
    dismissConflict(jurorId: $jurorId, affiliationId: $affiliationId, structureId: $structureId, motive: $motive)
  }
`);
export const ConfirmConflict = graphql(`
  mutation ConfirmConflict($jurorId: ID!, $affiliationId: ID!, $structureId: ID!) {
    confirmConflict(jurorId: $jurorId, affiliationId: $affiliationId, structureId: $structureId)
  }
`);
export const RestoreConflict = graphql(`
  mutation RestoreConflict($jurorId: ID!, $affiliationId: ID, $structureId: ID!) {
    restoreConflict(jurorId: $jurorId, affiliationId: $affiliationId, structureId: $structureId)
  }
`);
export const RecordTie = graphql(
  `mutation RecordTie($jurorId: ID!, $input: TieInput!) { recordTie(jurorId: $jurorId, input: $input) { id } }`,
);
export const UpdateTie = graphql(`
  mutation UpdateTie($id: ID!, $version: Int!, $input: TieInput!) { updateTie(id: $id, version: $version, input: $input) { id } }
`);
export type TieInput = VariablesOf<typeof RecordTie>['input'];
export const RemoveTie = graphql(`mutation RemoveTie($id: ID!) { removeTie(id: $id) }`);
export const CheckTies = graphql(
  `mutation CheckTies($jurorId: ID!, $checked: Boolean!) { checkTies(jurorId: $jurorId, checked: $checked) { id } }`,
);
