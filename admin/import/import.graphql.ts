import { graphql, type ResultOf } from '../kernel/graphql.ts';

const Report = graphql(`
  fragment Report on ImportReport @_unmask {
    applied rows created changed unchanged faultCount columns sample
    faults { line column value reason }
  }
`);
export type Report = ResultOf<typeof Report>;
export type Fault = Report['faults'][number];

/** Not applied, a file is only looked at. */
export const ImportStructures = graphql(
  `mutation ImportStructures($uploadId: ID!, $apply: Boolean!) { report: importStructures(uploadId: $uploadId, apply: $apply) { ...Report } }`,
  [Report],
);
export const ImportEnrolments = graphql(
  `
  mutation ImportEnrolments($editionId: ID!, $uploadId: ID!, $apply: Boolean!) {
    report: importEnrolments(editionId: $editionId, uploadId: $uploadId, apply: $apply) { ...Report }
  }
`,
  [Report],
);
export const ImportAudits = graphql(
  `
  mutation ImportAudits($editionId: ID!, $uploadId: ID!, $apply: Boolean!) {
    report: importAudits(editionId: $editionId, uploadId: $uploadId, apply: $apply) { ...Report }
  }
`,
  [Report],
);

/** The criteria of the edition: they are the columns of a file of tests. */
export const Columns = graphql(`
  query Columns($editionId: ID!) {
    grids(editionId: $editionId, page: 1, perPage: 1, sort: "number", order: DESC) {
      items { id channels { code label criteria { code label kind unit scale delay } } }
    }
  }
`);
export type Channel = ResultOf<typeof Columns>['grids']['items'][number]['channels'][number];

export const Received = graphql(`
  query Received { uploads(page: 1, perPage: 10, sort: "createdAt", order: DESC) { items { id name size createdAt sentByName appliedAt } } }
`);
