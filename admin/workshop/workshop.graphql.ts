import { graphql, type ResultOf } from '../kernel/graphql.ts';

/** Everything a simulation needs, asked once: the rest happens in the browser. */
export const WorkshopOf = graphql(`
  query WorkshopOf($editionId: ID!) {
    workshop(editionId: $editionId) {
      runNumber
      categories { id code label }
      channels { code weight compared optional whenAbsent floor }
      entrants { id name category rank score channels notApplicable excluded }
    }
  }
`);
export type Workshop = ResultOf<typeof WorkshopOf>['workshop'];
export type WorkshopChannel = Workshop['channels'][number];

const Podium = graphql(`
  fragment Podium on PolicyPodium @_unmask {
    category { id code label }
    podium { rank rankInForce score scoreInForce enrolment { id structure { id name } } }
    moved { rank rankInForce score scoreInForce enrolment { id structure { id name } } }
    rankedCount
  }
`);
export type Podium = ResultOf<typeof Podium>;
export type Place = Podium['podium'][number];

/** The palmarès under each policy, applied to every channel. */
export const PolicyOutcomes = graphql(
  `
  query PolicyOutcomes($editionId: ID!, $floor: Decimal!) {
    policyOutcomes(editionId: $editionId, floor: $floor) { policy floor asInForce categories { ...Podium } }
  }
`,
  [Podium],
);
export type Outcomes = ResultOf<typeof PolicyOutcomes>['policyOutcomes'];

/** The palmarès under one policy that one is about to choose. */
export const PolicyOutcomeOf = graphql(
  `
  query PolicyOutcomeOf($editionId: ID!, $rules: PolicyRules!) {
    policyOutcome(editionId: $editionId, rules: $rules) { ...Podium }
  }
`,
  [Podium],
);

/** What the grid says of absences, every policy chosen since, and which of them the latest run was computed under. */
export const Policies = graphql(`
  query Policies($editionId: ID!) {
    grids(editionId: $editionId, page: 1, perPage: 1, sort: "number", order: DESC) {
      items { minimumShare channels { code optional compared whenAbsent floor } }
    }
    scoringPolicies(editionId: $editionId, page: 1, perPage: 100, sort: "number", order: DESC) {
      items { id number rules motive createdAt chosenByName }
    }
    scoreRuns(editionId: $editionId, page: 1, perPage: 1, sort: "number", order: DESC) {
      items { number policy { number } }
    }
  }
`);
type PoliciesAnswer = ResultOf<typeof Policies>;
export type GridRules = PoliciesAnswer['grids']['items'][number];
export type ChosenPolicy = PoliciesAnswer['scoringPolicies']['items'][number];

export const ChoosePolicy = graphql(`
  mutation ChoosePolicy($editionId: ID!, $rules: PolicyRules!, $motive: Prose!) {
    choosePolicy(editionId: $editionId, rules: $rules, motive: $motive) { id number }
  }
`);
