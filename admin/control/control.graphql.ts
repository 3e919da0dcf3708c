import { graphql, type ResultOf } from '../kernel/graphql.ts';

export type View = ReturnType<typeof graphql.scalar<'ControlView'>>;
export type State = ReturnType<typeof graphql.scalar<'AuditState'>>;

export const ControlLines = graphql(`
  query ControlLines($editionId: ID!, $view: ControlView!, $page: Int, $q: Search) {
    controlLines(editionId: $editionId, view: $view, page: $page, perPage: 50, q: $q, sort: "performedOn") {
      total
      items {
        id auditorCode openQuestions suspicions
        audit { id reference performedOn state channel { id label } enrolment { id structure { id name } } }
      }
    }
  }
`);
export type Line = ResultOf<typeof ControlLines>['controlLines']['items'][number];

export const Sheet = graphql(`
  query ControlSheet($id: ID!) {
    controlSheet(id: $id) {
      id auditorCode
      audit {
        id version reference performedOn state stateReason verbatim beganAt endedAt zone
        channel { id label gridNumber }
        enrolment { id structure { id name } category { id label } }
        events { id kind at }
        measurements {
          id value absence
          criterion { id code label kind unit scale delay position step { id label position } }
        }
      }
      ways { state obstacle needsReason }
      evidences { id criterionCode kind type size state purgeOn address }
      questions { id state asked askedAt askedByName answer answeredAt answeredByName conclusion closedAt criterion { id label } }
      corrections {
        id motive reason madeAt
        before { value absence } after { value absence }
        criterion { id label kind unit scale }
      }
      suspicions {
        kind measure auditors
        audit { id reference } other { id reference }
      }
      steps { did at by state subject text }
    }
    evidenceRules { scanned }
  }
`);
export type ControlSheet = ResultOf<typeof Sheet>['controlSheet'];
export type Measurement = ControlSheet['audit']['measurements'][number];
export type Piece = ControlSheet['evidences'][number];

export const DecideSome = graphql(`
  mutation DecideSome($editionId: ID!, $ids: [ID!], $state: AuditState!, $reason: Prose) {
    decideAudits(editionId: $editionId, ids: $ids, state: $state, reason: $reason) {
      changed held { id reference reason }
    }
  }
`);
export type Held = ResultOf<typeof DecideSome>['decideAudits']['held'][number];

export const MoveAudit = graphql(`
  mutation MoveAudit($id: ID!, $version: Int!, $state: AuditState!, $reason: Prose) {
    moveAudit(id: $id, version: $version, state: $state, reason: $reason) { id state }
  }
`);
export const AskQuestion = graphql(`
  mutation AskQuestion($auditId: ID!, $version: Int!, $criterionId: ID!, $text: Prose!) {
    askQuestion(auditId: $auditId, version: $version, criterionId: $criterionId, text: $text) { id }
  }
`);
export const AnswerQuestion = graphql(`
  mutation AnswerQuestion($id: ID!, $text: Prose!) { answerQuestion(id: $id, text: $text) { id } }
`);
export const CloseQuestion = graphql(`
  mutation CloseQuestion($id: ID!, $text: Prose!) { closeQuestion(id: $id, text: $text) { id } }
`);
export const CorrectAudit = graphql(`
  mutation CorrectAudit($auditId: ID!, $version: Int!, $findings: [FindingInput!]!, $motive: CorrectionMotive!, $reason: Prose!) {
    correctAudit(auditId: $auditId, version: $version, findings: $findings, motive: $motive, reason: $reason) { id }
  }
`);
export const Effect = graphql(`
  query CorrectionEffect($auditId: ID!, $version: Int!, $findings: [FindingInput!]!) {
    correctionEffect(auditId: $auditId, version: $version, findings: $findings) {
      counted otherCount
      lines { criterion { id label kind unit scale } before { value absence } after { value absence } }
      change { scoreBefore scoreAfter rankBefore rankAfter }
      others { scoreBefore scoreAfter rankBefore rankAfter enrolment { id structure { id name } } }
    }
  }
`);

export const Readings = graphql(`
  query Readings($editionId: ID!) {
    checkSamples(editionId: $editionId) { id number share seed population size createdAt }
    doubleChecks(editionId: $editionId) {
      id takenAt doneAt mine audit { id reference channel { id label } enrolment { id structure { id name } } }
    }
    agreement(editionId: $editionId) {
      testCount drawnCount
      lines { kind weighted count apart observed kappa low high }
      presence { kind weighted count apart observed kappa low high }
    }
  }
`);
export type Check = ResultOf<typeof Readings>['doubleChecks'][number];
export type AgreementReport = ResultOf<typeof Readings>['agreement'];

export const DrawSample = graphql(`
  mutation DrawSample($editionId: ID!, $share: Int!, $seed: Title) {
    drawCheckSample(editionId: $editionId, share: $share, seed: $seed) { id size }
  }
`);
export const TakeCheck = graphql(`mutation TakeCheck($id: ID!) { takeDoubleCheck(id: $id) { id } }`);
export const LeaveCheck = graphql(`mutation LeaveCheck($id: ID!) { leaveDoubleCheck(id: $id) { id } }`);
export const ReadCheck = graphql(`
  mutation ReadCheck($id: ID!, $findings: [FindingInput!]!) { readDoubleCheck(id: $id, findings: $findings) { id } }
`);
export const Reading = graphql(`
  query Reading($id: ID!) {
    doubleCheck(id: $id) {
      id mine doneAt
      audit { id reference performedOn zone verbatim channel { id label } events { id kind at } enrolment { id structure { id name } } }
      criteria { id code label guidance kind unit scale conditions delay bonus step { id label } }
      evidences { id criterionCode kind type size state purgeOn address }
    }
  }
`);

export const Suspicions = graphql(`
  query Suspicions($editionId: ID!) {
    suspicions(editionId: $editionId) {
      kind measure auditors
      audit { id reference performedOn state verbatim channel { id label } enrolment { id structure { id name } } }
      other { id reference performedOn state verbatim channel { id label } enrolment { id structure { id name } } }
      evidences { id criterionCode kind type size state purgeOn address }
    }
  }
`);
export type Suspicion = ResultOf<typeof Suspicions>['suspicions'][number];
