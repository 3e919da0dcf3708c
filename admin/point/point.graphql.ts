import { graphql, type ResultOf } from '../kernel/graphql.ts';

/** The laureates of the edition, award by award, and what is written of each. */
export const PointBoard = graphql(`
  query PointBoard($editionId: ID!) {
    trophies(editionId: $editionId, perPage: 100, sort: "category.position") {
      items {
        id category { label } prize { label }
        laureates { id award structure { id name } }
        points {
          id text approvedAt approvedByName authorName askedAt consent consentBy consentAt
          evidence { kind id } structure { id }
        }
      }
    }
  }
`);
export type Board = ResultOf<typeof PointBoard>;
export type Trophy = Board['trophies']['items'][number];
export type Point = Trophy['points'][number];

/** The enrolment of a laureate, then what it scored on each criterion: what a point may rest on. */
export const LaureateEnrolment = graphql(`
  query LaureateEnrolment($editionId: ID!, $structureId: ID!) {
    enrolments(editionId: $editionId, structureId: $structureId, perPage: 1) { items { id } }
  }
`);
export const LaureateScores = graphql(`
  query LaureateScores($enrolmentId: ID!) {
    scoreSheet(enrolmentId: $enrolmentId) {
      channels { channel { code label } criteria { score criterion { id label } } }
    }
  }
`);

export const WritePoint = graphql(`
  mutation WritePoint($trophyId: ID!, $structureId: ID!, $text: Prose!, $evidence: [EvidenceInput!]!) {
    writePoint(trophyId: $trophyId, structureId: $structureId, text: $text, evidence: $evidence) { id }
  }
`);
export const ApprovePoint = graphql(`mutation ApprovePoint($id: ID!) { approvePoint(id: $id) { id } }`);
export const AskConsent = graphql(`mutation AskConsent($id: ID!) { askConsent(id: $id) { id } }`);
export const RecordConsent = graphql(`
  mutation RecordConsent($id: ID!, $given: Boolean!, $by: Title!) { recordConsent(id: $id, given: $given, by: $by) { id } }
`);
