import { graphql, type ResultOf } from '../kernel/graphql.ts';

export const FileRow = graphql(`
  fragment FileRow on JuryFile @_unmask {
    id mandateId award code name category stratum rank field equals score mean presentation withdrawn note opinion
    channels { code label score mean }
    certainty { scoreLow scoreHigh rankLow rankHigh tiedFrom tiedTo reason }
    evolution { year score rank field broken }
    claims { subject statement verdict reason reply observations { said count } }
    opinions { name former text at }
  }
`);
export type File = ResultOf<typeof FileRow>;
export const FilesOf = graphql(`query FilesOf($mandateId: ID!) { juryFiles(mandateId: $mandateId) { ...FileRow } }`, [
  FileRow,
]);
export const KeepNote = graphql(`
  mutation KeepNote($id: ID!, $text: Prose) { keepNote(candidateId: $id, text: $text) }
`);
export const GiveOpinion = graphql(`
  mutation GiveOpinion($id: ID!, $text: Prose!) { giveOpinion(candidateId: $id, text: $text) }
`);
