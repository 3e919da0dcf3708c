import { graphql, type ResultOf } from '../kernel/graphql.ts';

/** The briefing of an edition, what auditors answered to it, and those who test. */
export const BriefingToday = graphql(`
  query BriefingToday($editionId: ID!) {
    editionBriefing(editionId: $editionId) {
      version text passMark questions { text choices right explanation }
    }
    briefingResults(editionId: $editionId) { id wording right asked passed answeredAt auditor { id name code } }
    auditors(perPage: 100, left: false, sort: "name") { items { id name code } }
  }
`);
export type Today = ResultOf<typeof BriefingToday>;

/** A question as it is typed. */
export interface Question {
  readonly text: string;
  readonly choices: readonly string[];
  readonly right: number;
  readonly explanation: string | null;
}

/** A briefing as it is typed. */
export interface Said {
  readonly text: string;
  readonly questions: readonly Question[];
  readonly passMark: number;
}

export const SaveBriefing = graphql(`
  mutation SaveBriefing($editionId: ID!, $version: Int!, $input: BriefingInput!) {
    saveBriefing(editionId: $editionId, version: $version, input: $input) { version }
  }
`);
