import { graphql, type ResultOf } from './graphql.ts';

export const RemovalRow = graphql(`
  fragment RemovalRow on Removal @_unmask {
    id noun recordId name year at actorName act together obstacle
  }
`);
/** A record that was removed and has not come back. */
export type Removal = ResultOf<typeof RemovalRow>;

/** How a record went. */
export const RemovalOf = graphql(
  `query RemovalOf($noun: String!, $recordId: ID!) { removal(noun: $noun, recordId: $recordId) { ...RemovalRow } }`,
  [RemovalRow],
);
