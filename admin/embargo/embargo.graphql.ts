import { graphql, type ResultOf } from '../kernel/graphql.ts';

/** Who may read an edition under embargo, and who did. */
export const ReadEmbargo = graphql(`
  query ReadEmbargo($editionId: ID!) {
    earlyAccesses(editionId: $editionId, perPage: 100, sort: "createdAt", order: DESC) {
      total items { id name body email datasetName fromAt grantedByName revokedAt readCount createdAt }
    }
    earlyReads(editionId: $editionId, perPage: 50, sort: "at", order: DESC) {
      total items { id reader means subject at address }
    }
    releases(editionId: $editionId, perPage: 1, sort: "requestedAt", order: DESC) { items { id name state dueAt } }
  }
`);
export type Embargo = ResultOf<typeof ReadEmbargo>;
export type Access = Embargo['earlyAccesses']['items'][number];
export type Read = Embargo['earlyReads']['items'][number];

export const GrantEarlyAccess = graphql(`
  mutation GrantEarlyAccess($editionId: ID!, $input: EarlyAccessInput!) {
    grantEarlyAccess(editionId: $editionId, input: $input) { id }
  }
`);
export const RevokeEarlyAccess = graphql(`
  mutation RevokeEarlyAccess($id: ID!) { revokeEarlyAccess(id: $id) { id } }
`);
