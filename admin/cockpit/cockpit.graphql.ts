import { graphql, type ResultOf } from '../kernel/graphql.ts';

/** Where the fieldwork of an edition stands. */
export const FieldworkBoard = graphql(`
  query FieldworkBoard($editionId: ID!) {
    fieldworkProgress(editionId: $editionId) {
      planned unassigned late recorded toControl validated rejected openQuestions openClaims
      remaining recent endsOn plannedTo
      weeks { channel monday planned done validated late }
      places { code name structures untouched planned done }
      auditors { id code name late coming remindedOn }
    }
  }
`);
export type Fieldwork = ResultOf<typeof FieldworkBoard>['fieldworkProgress'];

export const RemindAuditors = graphql(`
  mutation RemindAuditors($editionId: ID!) { remindAuditors(editionId: $editionId) }
`);
