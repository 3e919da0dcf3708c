import { graphql, type ResultOf } from '../kernel/graphql.ts';

/** What publishing now would make public, and what is public already. */
export const Rehearse = graphql(`
  query Rehearse($editionId: ID!) {
    rehearsal(editionId: $editionId) {
      version hash laureateCount unnamedCount withheldCount rows
      blockers { code subject }
    }
    datasets(editionId: $editionId, perPage: 20, sort: "publishedAt", order: DESC) { items { id name publishedAt } }
  }
`);
type Answer = ResultOf<typeof Rehearse>;
export type Rehearsal = Answer['rehearsal'];
export type Blocker = Rehearsal['blockers'][number];
export type Version = Answer['datasets']['items'][number];

/** Exactly what was rehearsed: the hash is that of the rehearsal that was read. */
export const PublishEdition = graphql(`
  mutation PublishEdition($editionId: ID!, $hash: String!) { publishEdition(editionId: $editionId, hash: $hash) { id name } }
`);
