import { graphql, type ResultOf } from '../kernel/graphql.ts';

/** What publishing now would make public, for whom, what is on its way and what is public already. */
export const Rehearse = graphql(`
  query Rehearse($editionId: ID!) {
    edition(id: $editionId) { ceremonyOn }
    rehearsal(editionId: $editionId) {
      version corrects hash laureateCount unnamedCount withheldCount rows
      blockers { code subject recordId }
    }
    releases(editionId: $editionId, perPage: 1, sort: "requestedAt", order: DESC) {
      items {
        id name state hash dueAt dueIn announced own reason requestedByName requestedAt approvedByName approvedAt
        stoppedByName stopReason haltCode endedAt
      }
    }
    datasets(editionId: $editionId, perPage: 20, sort: "publishedAt", order: DESC) { items { id name publishedAt } }
  }
`);
type Answer = ResultOf<typeof Rehearse>;
export type Rehearsal = Answer['rehearsal'];
export type Blocker = Rehearsal['blockers'][number];
export type Release = Answer['releases']['items'][number];
export type Version = Answer['datasets']['items'][number];

/** Where a release stands: asked again as its instant comes, so that the page turns with the server. */
export const ReleaseStands = graphql(`query ReleaseStands($id: ID!) { release(id: $id) { id state dueIn } }`);

export const ReadAudiences = graphql(`
  query ReadAudiences($editionId: ID!) {
    audiences(editionId: $editionId) {
      changes { readership tables { table added changed removed } announcements { kind subject } }
      shifts { audience opens closes }
    }
  }
`);
export type Audiences = ResultOf<typeof ReadAudiences>['audiences'];
export type AudienceChange = Audiences['changes'][number];
export type ChangeCount = AudienceChange['tables'][number];

/** Each change of one table, for some who read. */
export const ReadChanges = graphql(`
  query ReadChanges($editionId: ID!, $readership: Readership!, $table: String!, $page: Int!, $q: Search) {
    seenChanges(editionId: $editionId, readership: $readership, table: $table, page: $page, perPage: 20, q: $q) {
      total items { table key field subject before after }
    }
  }
`);
export type SeenChange = ResultOf<typeof ReadChanges>['seenChanges']['items'][number];

/** The changes that a correction makes to what everybody reads, whatever their table. */
export const ReadAllChanges = graphql(`
  query ReadAllChanges($editionId: ID!, $perPage: Int!, $q: Search) {
    seenChanges(editionId: $editionId, readership: PUBLIC, perPage: $perPage, q: $q) {
      total items { table key field subject before after }
    }
  }
`);

/** Why one change was made, where it is not the reason of them all. */
export interface OwnReason extends Pick<SeenChange, 'table' | 'key' | 'field'> {
  readonly reason: string;
}

/** What each structure would see, by name. */
export const ReadStructures = graphql(`
  query ReadStructures($editionId: ID!, $page: Int!, $q: Search) {
    structureChanges(editionId: $editionId, page: $page, perPage: 10, q: $q) {
      total items { id name changes { table key field subject before after } }
    }
  }
`);

/** Exactly what was read: the hash is that of the rehearsal. */
export const RequestRelease = graphql(`
  mutation RequestRelease($editionId: ID!, $input: ReleaseInput!) {
    requestRelease(editionId: $editionId, input: $input) { id }
  }
`);
export const ApproveRelease = graphql(`
  mutation ApproveRelease($id: ID!, $hash: String!) { approveRelease(id: $id, hash: $hash) { id state name } }
`);
export const StopRelease = graphql(`
  mutation StopRelease($id: ID!, $reason: Prose!) { stopRelease(id: $id, reason: $reason) { id } }
`);
