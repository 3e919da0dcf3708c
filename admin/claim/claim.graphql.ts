import { run } from '../kernel/api.ts';
import { graphql, type ResultOf } from '../kernel/graphql.ts';

export const ClaimList = graphql(`query ClaimList($editionId: ID!) {
  claims(editionId: $editionId, perPage: 100, sort: "submittedAt", order: DESC) {
    total items { id state outcome authorName submittedAt enrolment { id structure { id name } category { id label } } points { id } }
  }
}`);
export type ClaimLine = ResultOf<typeof ClaimList>['claims']['items'][number];

export const ContradictoryState = graphql(`query ContradictoryState($editionId: ID!) {
  contradictory(editionId: $editionId) { hears until days frozen sent opened unreachable claimsOpen claimsDecided }
}`);
export type State = ResultOf<typeof ContradictoryState>['contradictory'];

export const SentList = graphql(`query SentList($editionId: ID!, $page: Int) {
  provisionals(editionId: $editionId, page: $page, perPage: 100, sort: "enrolment.structure.name") {
    total items { id recipient sentAt remindedOn delivery readings { id at reader means } enrolment { id structure { id name } } }
  }
}`);
/** Every structure that results were frozen for, page after page. */
export async function allSent(editionId: string, signal: AbortSignal): Promise<Sent[]> {
  const all: Sent[] = [];
  for (let page = 1; ; page++) {
    const { items, total } = (await run(SentList, { editionId, page }, signal)).provisionals;
    all.push(...items);
    if (items.length === 0 || all.length >= total) return all;
  }
}
export type Sent = ResultOf<typeof SentList>['provisionals']['items'][number];

export const ReadClaim = graphql(`query ReadClaim($id: ID!) { claim(id: $id) {
  id version state outcome bar authorName submittedAt decidedAt decidedByName reply
  enrolment { id structure { id name } category { id label } }
  points {
    id channel statement verdict reason criterion { id code label } shown { score observations { said count } }
    observations { measurementId auditId reference performedOn said points neutralised }
    exhibits { id name type size state purgeOn address }
  }
} }`);
export type Claim = ResultOf<typeof ReadClaim>['claim'];
export type Point = Claim['points'][number];

export const EffectOf =
  graphql(`query EffectOf($id: ID!, $pointIds: [ID!], $measurementIds: [ID!]) { claimEffect(id: $id, pointIds: $pointIds, measurementIds: $measurementIds) {
  before { score rank } alone { score rank } together { score rank } others field moved firstMoves
} }`);

export const DecideClaim =
  graphql(`mutation DecideClaim($id: ID!, $version: Int!, $rulings: [RulingInput!]!, $reply: Prose!) {
  decideClaim(id: $id, version: $version, rulings: $rulings, reply: $reply) { id state outcome }
}`);
export const OpenContradictory = graphql(
  `mutation OpenContradictory($editionId: ID!) { openContradictory(editionId: $editionId) }`,
);
export const SendProvisionals = graphql(
  `mutation SendProvisionals($editionId: ID!, $ids: [ID!]!) { sendProvisionals(editionId: $editionId, ids: $ids) }`,
);
export const RemindProvisionals = graphql(
  `mutation RemindProvisionals($editionId: ID!, $ids: [ID!]!) { remindProvisionals(editionId: $editionId, ids: $ids) }`,
);
