import { graphql, type ResultOf } from '../kernel/graphql.ts';

const ReportRunRow = graphql(`
  fragment ReportRunRow on ReportRun @_unmask {
    id state total made current startedAt startedByName failure scoreRun { number createdAt }
  }
`);
export type ReportRun = ResultOf<typeof ReportRunRow>;

export const ReportRuns = graphql(
  `query ReportRuns($editionId: ID!) { reportRuns(editionId: $editionId) { ...ReportRunRow } }`,
  [ReportRunRow],
);
export const MakeReports = graphql(
  `mutation MakeReports($editionId: ID!) { makeReports(editionId: $editionId) { id } }`,
);
export const StopReports = graphql(`mutation StopReports($id: ID!) { stopReports(id: $id) { id } }`);
