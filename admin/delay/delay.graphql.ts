import { graphql, type ResultOf } from '../kernel/graphql.ts';

/** What is timed in an edition: its closing day, and the criteria of its latest grid. */
export const Delays = graphql(`
  query Delays($editionId: ID!) {
    edition(id: $editionId) { id answersUntil fieldworkTo }
    grids(editionId: $editionId, page: 1, perPage: 1, sort: "number", order: DESC) {
      items {
        id
        channels { id code criteria { id code label scale delay } }
        indicators { id rule }
      }
    }
  }
`);
type Answer = ResultOf<typeof Delays>;
export type Closing = Answer['edition'];
export type Grid = Answer['grids']['items'][number];

export const DelayCurve = graphql(`
  query DelayCurve($editionId: ID!, $criterion: Code!, $by: CurveGroup) {
    delayCurve(editionId: $editionId, criterion: $criterion, by: $by) {
      group label base answered unanswered
      lines { day answered waiting share estimate }
    }
  }
`);
export type Curve = ResultOf<typeof DelayCurve>['delayCurve'][number];
export type Line = Curve['lines'][number];
export type By = ReturnType<typeof graphql.scalar<'CurveGroup'>>;

export const ClosingEffect = graphql(`
  query ClosingEffect($editionId: ID!, $on: LocalDate) {
    closingEffect(editionId: $editionId, on: $on) { lost gained testCount }
  }
`);
export const CloseAnswers = graphql(`
  mutation CloseAnswers($editionId: ID!, $on: LocalDate, $motive: Prose) {
    closeAnswers(editionId: $editionId, on: $on, motive: $motive)
  }
`);
