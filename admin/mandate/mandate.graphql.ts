import type { Documents } from '../kernel/dataProvider.ts';
import { graphql, type ResultOf, type VariablesOf } from '../kernel/graphql.ts';

const CandidateRow = graphql(`
  fragment CandidateRow on Candidate @_unmask {
    id version code presentation withdrawnAt withdrawnMotive
    enrolment { id structure { id name departmentCode } }
  }
`);
export type Candidate = ResultOf<typeof CandidateRow>;

const MandateRow = graphql(
  `
  fragment MandateRow on Mandate @_unmask {
    id version mode quorumShare quorumStrictly quorumFewest castingVote shortList names grades scale mayOmit frozenAt
    criteria { code label weight }
    panel { id label edition { id year } }
    category { id label awardField awardMinimum tieRule tieChannel mostLaureates mayBeWithheld }
    prize { id label basis categoryCodes awardField awardMinimum tieRule tieChannel mostLaureates mayBeWithheld }
    candidates { ...CandidateRow }
  }
`,
  [CandidateRow],
);
export type Mandate = ResultOf<typeof MandateRow>;

const MandateOne = graphql(`query MandateOne($id: ID!) { mandate(id: $id) { ...MandateRow } }`, [MandateRow]);

const DeclareRules = graphql(
  `
  mutation DeclareRules($id: ID!, $version: Int!, $input: DeliberationRulesInput!) {
    declareRules(mandateId: $id, version: $version, rules: $input) { ...MandateRow }
  }
`,
  [MandateRow],
);

export const WithdrawAward = graphql(`mutation WithdrawAward($id: ID!) { withdrawAward(mandateId: $id) }`);

export const DrawShortList = graphql(`
  mutation DrawShortList($id: ID!, $named: [ID!]!) { drawShortList(mandateId: $id, enrolmentIds: $named) { id } }
`);
export const WithdrawCandidate = graphql(`
  mutation WithdrawCandidate($id: ID!, $motive: Prose!) { withdrawCandidate(candidateId: $id, motive: $motive) { id } }
`);
export const PresentCandidate = graphql(`
  mutation PresentCandidate($id: ID!, $version: Int!, $text: Prose) {
    presentCandidate(candidateId: $id, version: $version, text: $text) { id }
  }
`);

/** What gives anonymous files away, and who leaves for the award. */
export const MandateChecks = graphql(`
  query MandateChecks($id: ID!, $panelId: ID!) {
    giveaways(mandateId: $id) { candidateId code field kind start end text }
    awardVerdicts(panelId: $panelId) { juror { id name office } mandate { id } recused motive }
  }
`);
export type Checks = ResultOf<typeof MandateChecks>;
export type Giveaway = Checks['giveaways'][number];

/** Whom staff may list for a prize that no ranking decides. */
export const PrizeField = graphql(`
  query PrizeField($editionId: ID!, $page: Int!) {
    enrolments(editionId: $editionId, state: CONFIRMED, perPage: 100, page: $page, sort: "structure.name") {
      items { id category { code label } structure { id name } } total
    }
  }
`);

type Rules = VariablesOf<typeof DeclareRules>['input'];

/** A criterion keeps its key; a new one takes a key from its label, which staff need not know of. */
const criteriaOf = ({ criteria }: Mandate): NonNullable<Rules['criteria']> =>
  criteria.map(({ code, label, weight }, i) => ({ code: code || keyOf(label, i), label, weight }));

const keyOf = (label: string, i: number): string =>
  `${label
    .normalize('NFD')
    .replace(/[^A-Za-z0-9]+/g, '')
    .slice(0, 30)
    .toUpperCase()}.${i + 1}`.replace(/^\./, 'C');

const inputOf = (mandate: Mandate): Rules => ({
  mode: mandate.mode,
  quorumShare: mandate.quorumShare,
  quorumStrictly: mandate.quorumStrictly,
  quorumFewest: mandate.quorumFewest,
  castingVote: mandate.castingVote,
  shortList: mandate.shortList,
  names: mandate.names,
  grades: mandate.grades,
  criteria: criteriaOf(mandate),
  scale: mandate.scale,
  mayOmit: mandate.mayOmit,
});

export const documents: Documents = { one: MandateOne, update: DeclareRules, toUpdate: inputOf };
