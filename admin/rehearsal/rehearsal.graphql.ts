import { graphql, type ResultOf } from '../kernel/graphql.ts';

const RehearsalRow = graphql(`
  fragment RehearsalRow on DressRehearsal @_unmask {
    id createdAt seed structuresEach tested guests startedByName wipedAt wipedByName counts
    edition { id year label }
  }
`);
export type Rehearsal = ResultOf<typeof RehearsalRow>;

export const Rehearsals = graphql(
  `
  query Rehearsals {
    rehearsalNow { ...RehearsalRow }
    dressRehearsals(perPage: 100, sort: "createdAt", order: DESC) { total items { ...RehearsalRow } }
  }
`,
  [RehearsalRow],
);

export const BeginRehearsal = graphql(`
  mutation BeginRehearsal($editionId: ID!, $input: RehearsalInput!) { beginRehearsal(editionId: $editionId, input: $input) { id } }
`);
export const WipeRehearsal = graphql(`mutation WipeRehearsal($id: ID!) { wipeRehearsal(id: $id) { id } }`);
