import type { EntityManager } from '@mikro-orm/postgresql';
import { outcomeOf } from './claim.rules.ts';
import { Claim, ClaimState } from './claim.ts';
import type { OwnClaim } from './own.ts';

const populate = ['points.criterion.channel'] as const;

/** The claims of a structure on its provisional results, the first first. */
export async function ownClaimsOf(em: EntityManager, provisionalId: string): Promise<OwnClaim[]> {
  const order = { createdAt: 'asc', id: 'asc' } as const;
  const claims = await em.find(Claim, { provisional: provisionalId }, { populate, orderBy: order, refresh: true });
  return claims.map(ownOf);
}

/** The same for one of them. */
export async function ownClaim(em: EntityManager, id: string): Promise<OwnClaim> {
  return ownOf(await em.findOneOrFail(Claim, { id }, { populate, refresh: true }));
}

/** The claims that are told of a structure beside its results: drafts are its own, and what it withdrew is not told. */
export const toldClaims = (em: EntityManager, enrolmentId: string): Promise<Claim[]> =>
  em.find(
    Claim,
    { provisional: { enrolment: enrolmentId }, state: { $in: [ClaimState.SUBMITTED, ClaimState.DECIDED] } },
    { populate: [...populate, 'provisional'], orderBy: { submittedAt: 'asc', id: 'asc' } },
  );

/** The claims of an edition that wait for an answer, and whose they are. */
export async function openClaimsOf(em: EntityManager, editionId: string): Promise<{ id: string; structure: string }[]> {
  const claims = await em.find(
    Claim,
    { provisional: { edition: editionId }, state: ClaimState.SUBMITTED },
    { populate: ['provisional.enrolment.structure'], orderBy: { submittedAt: 'asc', id: 'asc' } },
  );
  return claims.map(({ id, provisional }) => ({
    ...{ id, structure: provisional.getEntity().enrolment.getEntity().structure.getProperty('name') },
  }));
}

function ownOf(claim: Claim): OwnClaim {
  const { id, version, state, authorName, submittedAt, decidedAt, reply } = claim;
  const points = claim.points.getItems();
  return {
    ...{ id, version, state, authorName, submittedAt, decidedAt, reply },
    outcome: outcomeOf(points.map(({ verdict }) => verdict)),
    points: points.map(({ id, statement, verdict, reason, criterion: of }) => {
      const { code, label, channel } = of.getEntity();
      return { ...{ id, code, label, statement, verdict, reason, personal: [] }, channel: channel.getProperty('code') };
    }),
  };
}
