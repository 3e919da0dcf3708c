import type { Documents } from '../kernel/dataProvider.ts';
import { graphql, type ResultOf, type VariablesOf } from '../kernel/graphql.ts';

const PanelRow = graphql(`
  fragment PanelRow on Panel @_unmask {
    id version label terms meetsOn tieYears secondFactor deliberating
    edition { id year }
    jurors { id office state acceptedAt }
    mandates { id }
    meetings { id startsAt closedAt }
  }
`);
export type Panel = ResultOf<typeof PanelRow>;

const JurorRow = graphql(`
  fragment JurorRow on Juror @_unmask {
    id name email quality office state sentAt expiresAt acceptedAt leftAt motive
    tiesDeclaredAt tiesCheckedAt twoFactorEnabled remindedOn reminders
    replaces { id name }
  }
`);
export type Juror = ResultOf<typeof JurorRow>;
export type Office = Juror['office'];

const PanelFull = graphql(
  `
  fragment PanelFull on Panel @_unmask {
    id version label terms meetsOn tieYears secondFactor deliberating
    edition { id year }
    jurors { ...JurorRow }
    mandates {
      id mode frozenAt shortList quorumShare quorumStrictly quorumFewest
      category { id label } prize { id label } candidates { id withdrawnAt }
    }
    meetings { id label startsAt openedAt closedAt }
  }
`,
  [JurorRow],
);
export type PanelSheet = ResultOf<typeof PanelFull>;
export type PanelMandate = PanelSheet['mandates'][number];

const Panels = graphql(
  `
  query Panels($page: Int, $perPage: Int, $sort: String, $order: Order, $ids: [ID!], $q: Search, $editionId: ID) {
    panels(page: $page, perPage: $perPage, sort: $sort, order: $order, ids: $ids, q: $q, editionId: $editionId) { items { ...PanelRow } total }
  }
`,
  [PanelRow],
);
const PanelOne = graphql(`query PanelOne($id: ID!) { panel(id: $id) { ...PanelFull } }`, [PanelFull]);
const CreatePanel = graphql(
  `mutation CreatePanel($editionId: ID!, $input: PanelInput!) { createPanel(editionId: $editionId, input: $input) { ...PanelRow } }`,
  [PanelRow],
);
const UpdatePanel = graphql(
  `
  mutation UpdatePanel($id: ID!, $version: Int!, $input: PanelInput!) {
    updatePanel(id: $id, version: $version, input: $input) { ...PanelFull }
  }
`,
  [PanelFull],
);
const RemovePanel = graphql(`mutation RemovePanel($id: ID!) { removePanel(id: $id) }`);

/** What is left for each juror, what they are kept from, and the conflicts found: read anew each time. */
export const PanelProgress = graphql(`
  query PanelProgress($id: ID!) {
    jurorProgress(panelId: $id) { juror { id } filesDue opinionsGiven left mayRemind }
    awardVerdicts(panelId: $id) { juror { id office } mandate { id } recused }
    conflicts(panelId: $id) { id state affiliation { id } path { name } }
  }
`);
export type Progress = ResultOf<typeof PanelProgress>;
export type JurorProgress = Progress['jurorProgress'][number];

/** What may be entrusted: the trophies and special prizes of the edition, and those that a panel has already. */
export const Entrustable = graphql(`
  query Entrustable($editionId: ID!) {
    categories(editionId: $editionId, perPage: 100, sort: "position") { items { id label awarded } }
    specialPrizes(editionId: $editionId, perPage: 100, sort: "position") { items { id label } }
    panels(editionId: $editionId, perPage: 100) { items { mandates { category { id } prize { id } } } }
  }
`);

export const EntrustAward = graphql(
  `mutation EntrustAward($panelId: ID!, $awardId: ID!) { entrustAward(panelId: $panelId, awardId: $awardId) { id } }`,
);
export const InviteJuror = graphql(
  `mutation InviteJuror($panelId: ID!, $input: JurorInput!) { inviteJuror(panelId: $panelId, input: $input) { id } }`,
);
export type JurorInput = VariablesOf<typeof InviteJuror>['input'];
export const ResendSeat = graphql(`mutation ResendSeat($id: ID!) { resendSeat(jurorId: $id) { id } }`);
export const ChangeOffice = graphql(
  `mutation ChangeOffice($id: ID!, $office: Office!) { changeOffice(jurorId: $id, office: $office) { id } }`,
);
export const RemoveJuror = graphql(
  `mutation RemoveJuror($id: ID!, $motive: Prose!) { removeJuror(jurorId: $id, motive: $motive) { id } }`,
);
export const ReplaceJuror = graphql(`
  mutation ReplaceJuror($id: ID!, $input: JurorInput!, $motive: Prose!) {
    replaceJuror(jurorId: $id, input: $input, motive: $motive) { id }
  }
`);
export const RemindJurors = graphql(
  `mutation RemindJurors($panelId: ID!, $ids: [ID!]!) { remindJurors(panelId: $panelId, jurorIds: $ids) }`,
);
const inputOf = (panel: Panel): VariablesOf<typeof CreatePanel>['input'] => ({
  label: panel.label,
  terms: panel.terms,
  meetsOn: panel.meetsOn || null,
  tieYears: panel.tieYears,
  secondFactor: panel.secondFactor,
});

export const documents: Documents = {
  list: Panels,
  one: PanelOne,
  create: CreatePanel,
  update: UpdatePanel,
  remove: RemovePanel,
  toCreate: (panel: Panel & { editionId: string }) => ({ editionId: panel.editionId, input: inputOf(panel) }),
  toUpdate: inputOf,
};
