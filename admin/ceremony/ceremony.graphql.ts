import { graphql, type ResultOf } from '../kernel/graphql.ts';

/** What may be known before anything is revealed: which awards there are, and nothing of who receives them. */
export const CeremonyAwards = graphql(`
  query CeremonyAwards($editionId: ID!) {
    trophies(editionId: $editionId, perPage: 100, sort: "category.position") {
      items { id category { label position } prize { label rewards } }
    }
  }
`);
export type CeremonyAward = ResultOf<typeof CeremonyAwards>['trophies']['items'][number];

/** One award as it is revealed: asked when it is, and not before. */
export const Revealed = graphql(`
  query Revealed($id: ID!) {
    trophy(id: $id) {
      id pointRemarquable
      laureates { id rank award mention structure { id name parent { name } } }
      points { text approvedAt consent structure { id } }
    }
  }
`);
export type RevealedAward = ResultOf<typeof Revealed>['trophy'];
export type RevealedLaureate = RevealedAward['laureates'][number];
