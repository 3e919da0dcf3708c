import { graphql, type ResultOf } from '../kernel/graphql.ts';

const BuildRow = graphql(`
  fragment BuildRow on TextBuild @_unmask {
    version hash published names
    faults { code line sentence subject old now remedy }
    lines { number kind block runs { text strong of } }
  }
`);
export type Build = ResultOf<typeof BuildRow>;
export type Fault = Build['faults'][number];

const ManuscriptRow = graphql(`
  fragment ManuscriptRow on Manuscript @_unmask {
    id number body authorName createdAt readOn approvedAt approvedByName
  }
`);

const PrintingRow = graphql(`
  fragment PrintingRow on Printing @_unmask {
    id name number path sha256 publishedAt publishedByName withdrawnAt withdrawnByName withdrawnReason
  }
`);
export type Printing = ResultOf<typeof PrintingRow>;

/** A text as it stands, and everything it may ask for. */
export const OneText = graphql(
  `
  query OneText($editionId: ID!, $kind: TextKind!) {
    text: editorialText(editionId: $editionId, kind: $kind) {
      body current { ...ManuscriptRow } states { ...ManuscriptRow } build { ...BuildRow }
      printings { ...PrintingRow }
    }
    sayables(editionId: $editionId) { query label words }
  }
`,
  [BuildRow, ManuscriptRow, PrintingRow],
);
export type Text = ResultOf<typeof OneText>['text'];
export type Sayable = ResultOf<typeof OneText>['sayables'][number];
export type TextKind = 'SYNTHESIS' | 'PRESS_RELEASE';

/** What a text that is being written comes to. */
export const BuildText = graphql(
  `
  query BuildText($editionId: ID!, $kind: TextKind!, $body: ManuscriptText!) {
    build: textBuild(editionId: $editionId, kind: $kind, body: $body) { ...BuildRow }
  }
`,
  [BuildRow],
);

export const SaveText = graphql(`
  mutation SaveText($editionId: ID!, $kind: TextKind!, $body: ManuscriptText!, $after: Int!) {
    saveText(editionId: $editionId, kind: $kind, body: $body, after: $after) { id }
  }
`);
export const ApproveText = graphql(
  `mutation ApproveText($id: ID!, $hash: String!) { approveText(id: $id, hash: $hash) { id } }`,
);
export const PublishText = graphql(
  `mutation PublishText($id: ID!, $hash: String!) { publishText(id: $id, hash: $hash) { id } }`,
);
export const WithdrawText = graphql(
  `mutation WithdrawText($id: ID!, $reason: Prose!) { withdrawText(id: $id, reason: $reason) { id } }`,
);
