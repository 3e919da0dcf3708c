import { graphql, type ResultOf } from '../kernel/graphql.ts';

const Run = graphql(`
  fragment Run on ImportRun @_unmask {
    id version createdAt kind state editionId startedByName
    upload { id name }
    headings { heading column confidence examples }
    constants { column value }
    columns { name required requiredWith label values }
    rows done created changed unchanged refused faultCount
    faults { line column value reason }
    passages { text kind count lines excerpt treatment motive decidedBy }
    policy failure act undoneAt endedAt
  }
`);
export type Run = ResultOf<typeof Run>;
export type Heading = Run['headings'][number];
export type Column = Run['columns'][number];
export type Fault = Run['faults'][number];
export type Passage = Run['passages'][number];

export const OneRun = graphql(`query OneRun($id: ID!) { run: importRun(id: $id) { ...Run } }`, [Run]);

export const Runs = graphql(`
  query Runs($page: Int!, $perPage: Int!, $kind: ImportKind, $editionId: ID) {
    importRuns(page: $page, perPage: $perPage, sort: "createdAt", order: DESC, kind: $kind, editionId: $editionId) {
      total
      items {
        id createdAt kind state startedByName rows created changed unchanged refused undoneAt
        upload { id name }
      }
    }
  }
`);
export type RunRow = ResultOf<typeof Runs>['importRuns']['items'][number];

export const Verdicts = graphql(`
  query Verdicts($runId: ID!, $outcome: ImportOutcome, $page: Int, $perPage: Int) {
    importVerdicts(runId: $runId, outcome: $outcome, page: $page, perPage: $perPage) {
      total
      items {
        id line outcome name cells
        differences { column before after }
        faults { line column value reason }
      }
    }
  }
`);
export type Verdict = ResultOf<typeof Verdicts>['importVerdicts']['items'][number];
export type Outcome = Verdict['outcome'];

export const ColumnsOf = graphql(`
  query ColumnsOf($kind: ImportKind!, $editionId: ID) {
    importColumns(kind: $kind, editionId: $editionId) { name required label values }
  }
`);

export const StartImport = graphql(
  `
  mutation StartImport($kind: ImportKind!, $editionId: ID, $uploadId: ID!) {
    run: startImport(kind: $kind, editionId: $editionId, uploadId: $uploadId) { ...Run }
  }
`,
  [Run],
);
export const MapImport = graphql(
  `
  mutation MapImport($id: ID!, $version: Int!, $headings: [ImportChoice!]!, $constants: [ImportConstantInput!]!) {
    run: mapImport(id: $id, version: $version, headings: $headings, constants: $constants) { ...Run }
  }
`,
  [Run],
);
export const DecidePassages = graphql(
  `
  mutation DecidePassages($id: ID!, $version: Int!, $passages: [ImportPassageInput!]!) {
    run: decidePassages(id: $id, version: $version, passages: $passages) { ...Run }
  }
`,
  [Run],
);
export const ApplyImport = graphql(
  `
  mutation ApplyImport($id: ID!, $version: Int!, $policy: ImportPolicy!) {
    run: applyImport(id: $id, version: $version, policy: $policy) { ...Run }
  }
`,
  [Run],
);
export const CancelImport = graphql(
  `mutation CancelImport($id: ID!, $version: Int!) { run: cancelImport(id: $id, version: $version) { ...Run } }`,
  [Run],
);

/** The criteria of the edition: they are the columns of a file of tests. */
export const Criteria = graphql(`
  query Criteria($editionId: ID!) {
    grids(editionId: $editionId, page: 1, perPage: 1, sort: "number", order: DESC) {
      items { id channels { code label criteria { code label kind unit scale delay } } }
    }
  }
`);
export type Channel = ResultOf<typeof Criteria>['grids']['items'][number]['channels'][number];
