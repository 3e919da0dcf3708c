import type { Documents } from '../kernel/dataProvider.ts';
import { graphql, type ResultOf, type VariablesOf } from '../kernel/graphql.ts';

export const EditionRow = graphql(`
  fragment EditionRow on Edition @_unmask {
    id version ordinal year label phase phaseMotive provenance rights reachablePhases
    registrationFrom registrationTo fieldworkFrom fieldworkTo answersUntil contradictoryFrom contradictoryTo contradictoryDays datesDrive ceremonyOn ceremonyPlace publishedAt note sources fewestContributors largestShare
  }
`);
export type Edition = ResultOf<typeof EditionRow>;

const EditionSheet = graphql(
  `
  fragment EditionSheet on Edition @_unmask {
    ...EditionRow
    phases { phase rights reachable grants { audience rights } }
    categories { id awarded }
    figures { id label value unit approximate confidence sources note }
  }
`,
  [EditionRow],
);
export type EditionSheet = ResultOf<typeof EditionSheet>;
export type Figure = EditionSheet['figures'][number];

const Editions = graphql(
  `
  query Editions($page: Int, $perPage: Int, $sort: String, $order: Order, $ids: [ID!], $q: Search, $phase: EditionPhase, $provenance: Provenance) {
    editions(page: $page, perPage: $perPage, sort: $sort, order: $order, ids: $ids, q: $q, phase: $phase, provenance: $provenance) { items { ...EditionRow } total }
  }
`,
  [EditionRow],
);
const EditionOne = graphql(`query EditionOne($id: ID!) { edition(id: $id) { ...EditionSheet } }`, [EditionSheet]);
const CreateEdition = graphql(
  `mutation CreateEdition($input: EditionInput!) { createEdition(input: $input) { ...EditionSheet } }`,
  [EditionSheet],
);
const UpdateEdition = graphql(
  `
  mutation UpdateEdition($id: ID!, $version: Int!, $input: EditionInput!) {
    updateEdition(id: $id, version: $version, input: $input) { ...EditionSheet }
  }
`,
  [EditionSheet],
);

/** What a change of phase needs, opens and closes. */
export const PhaseChangeOf = graphql(`
  query PhaseChangeOf($id: ID!, $to: EditionPhase!) {
    phaseChange(id: $id, to: $to) {
      back
      findings { code weight count subjects target filter }
      shifts { audience opens closes }
    }
  }
`);
export type PhaseChange = ResultOf<typeof PhaseChangeOf>['phaseChange'];
export type PhaseFinding = PhaseChange['findings'][number];

/** Going back needs a motive; what warns, a confirmation. */
export const MoveEdition = graphql(`
  mutation MoveEdition($id: ID!, $phase: EditionPhase!, $motive: Prose, $confirmed: Boolean!) {
    moveEdition(id: $id, phase: $phase, motive: $motive, confirmed: $confirmed) { id phase }
  }
`);

/** How an edition went from phase to phase, and how far its deadlines were put off: for staff. */
export const EditionLife = graphql(`
  query EditionLife($id: ID!) {
    edition(id: $id) {
      phaseMoves { id createdAt fromPhase toPhase motive byDate actorName }
      deadlines { deadline day original extensions { id fromDay toDay motive actorName } }
    }
  }
`);
export type Life = ResultOf<typeof EditionLife>['edition'];

/** What came out of an edition, for staff: the head of each category, the laureates, the versions. */
export const EditionOutcome = graphql(`
  query EditionOutcome($id: ID!) {
    ranking(editionId: $id) {
      category { id code label awarded }
      mean structureCount
      lines { rank score enrolment { id structure { id name } } }
    }
    trophies(editionId: $id, perPage: 100, sort: "category.position") {
      items {
        id pointRemarquable
        category { id label }
        prize { label }
        laureates { id rank award mention confidence structure { id name parent { name } } }
      }
    }
    datasets(editionId: $id, perPage: 20, sort: "publishedAt", order: DESC) { items { id name publishedAt } }
  }
`);
export type Outcome = ResultOf<typeof EditionOutcome>;

const inputOf = (
  edition: Edition & { readonly motive?: string | null },
): VariablesOf<typeof CreateEdition>['input'] => ({
  ordinal: edition.ordinal,
  year: edition.year,
  label: edition.label,
  provenance: edition.provenance,
  registrationFrom: edition.registrationFrom,
  registrationTo: edition.registrationTo,
  fieldworkFrom: edition.fieldworkFrom,
  fieldworkTo: edition.fieldworkTo,
  answersUntil: edition.answersUntil,
  contradictoryFrom: edition.contradictoryFrom,
  contradictoryTo: edition.contradictoryTo,
  contradictoryDays: edition.contradictoryDays,
  datesDrive: edition.datesDrive ?? false,
  motive: edition.motive?.trim() || null,
  ceremonyOn: edition.ceremonyOn,
  ceremonyPlace: edition.ceremonyPlace,
  note: edition.note,
  sources: edition.sources ?? [],
  fewestContributors: edition.fewestContributors,
  largestShare: edition.largestShare,
});

export const documents: Documents = {
  list: Editions,
  one: EditionOne,
  create: CreateEdition,
  update: UpdateEdition,
  toCreate: (edition: Edition) => ({ input: inputOf(edition) }),
  toUpdate: inputOf,
};
