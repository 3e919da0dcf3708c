import { graphql, type ResultOf } from '../../kernel/graphql.ts';

const receipt = graphql(`
  fragment ReceiptRow on Receipt @_unmask {
    key outcome reason settledMotive receivedAt faults { place reason }
  }
`);

const test = graphql(
  `
    fragment TestRow on FieldTest @_unmask {
      id editionId editionLabel reference state stateReason attempt channel onDay fromTime toTime zone
      structureName town departmentCode scenarioLabel instructions
      personaName personaMailbox personaLine personaAddress formId
      draft { revision content device savedAt }
      receipt { ...ReceiptRow }
    }
  `,
  [receipt],
);

export const MyFieldwork = graphql(
  `
    query MyFieldwork {
      me { id name role }
      myFieldwork {
        now
        tests { ...TestRow }
        forms {
          id gridId gridNumber channel label
          questions { id code label guidance kind unit scale conditions delay bonus stepLabel }
        }
      }
    }
  `,
  [test],
);

export const StartAssignment = graphql(
  `
    mutation StartAssignment($id: ID!) {
      startAssignment(id: $id) { ...TestRow }
    }
  `,
  [test],
);

export const SaveDraft = graphql(`
  mutation SaveDraft($input: DraftInput!) {
    saveDraft(input: $input) { revision now skew }
  }
`);

export const SubmitTest = graphql(
  `
    mutation SubmitTest($input: SubmissionInput!) {
      submitTest(input: $input) { ...ReceiptRow }
    }
  `,
  [receipt],
);

/** What an auditor reads of an edition beside its tests: the briefing, and how their own work stands. */
export const OwnEdition = graphql(`
  query OwnEdition($editionId: ID!) {
    briefing(editionId: $editionId) { text passMark passed attempts questions { text choices } }
    myQuality(editionId: $editionId) { daysWorked mostInDay counts { figure count } }
  }
`);
export type OwnBriefing = NonNullable<ResultOf<typeof OwnEdition>['briefing']>;
export type OwnQuality = ResultOf<typeof OwnEdition>['myQuality'];
export type Figure = OwnQuality['counts'][number]['figure'];

/** The tests that one of these figures counts. */
export const OwnFigureTests = graphql(`
  query OwnFigureTests($editionId: ID!, $figure: QualityFigure!, $perPage: Int!) {
    myQualityTests(editionId: $editionId, figure: $figure, perPage: $perPage) {
      total
      items { id reference structure channel onDay performedOn state auditState }
    }
  }
`);
export type FigureTest = ResultOf<typeof OwnFigureTests>['myQualityTests']['items'][number];

/** What whoever controls asks about one's own tests, the latest first. */
export const OwnQuestions = graphql(`
  query FieldQuestions {
    questions(perPage: 100, sort: "askedAt", order: DESC) {
      items { id assignmentId reference state asked askedAt answer conclusion criterion { code label } }
    }
  }
`);
export type ControlQuestion = ResultOf<typeof OwnQuestions>['questions']['items'][number];

export const AnswerQuestion = graphql(`
  mutation AnswerFieldQuestion($id: ID!, $text: Prose!) {
    answerQuestion(id: $id, text: $text) { id }
  }
`);

export const AnswerBriefing = graphql(`
  mutation AnswerBriefing($editionId: ID!, $answers: [Int!]!) {
    answerBriefing(editionId: $editionId, answers: $answers) { passed right answers { right explanation } }
  }
`);

export const DeclareConflict = graphql(`
  mutation DeclareConflict($assignmentId: ID!, $reason: Prose!) {
    declareConflict(assignmentId: $assignmentId, reason: $reason)
  }
`);

export type Work = ResultOf<typeof MyFieldwork>['myFieldwork'];
export type Test = Work['tests'][number];
export type Form = Work['forms'][number];
export type Question = Form['questions'][number];
export type Receipt = NonNullable<Test['receipt']>;
