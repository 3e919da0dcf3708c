import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Neutralisation } from '../audit/neutralisation.ts';
import { grants } from '../edition/edition.rules.ts';
import { editionGranting } from '../edition/edition.service.ts';
import { Edition } from '../edition/edition.ts';
import type { Actor } from '../kernel/actor.ts';
import { Refusal } from '../kernel/errors.ts';
import type { Sender } from '../provisional/link.service.ts';
import { occasionOf } from '../registration/link.service.ts';
import type { RulingInput } from './claim.input.ts';
import { type Bar, barOf, outcomeOf } from './claim.rules.ts';
import { Claim, type ClaimPoint, ClaimState, Verdict } from './claim.ts';
import { daysNamedIn } from './day.rules.ts';
import { claimDecided } from './letters.ts';
import { observationsOf } from './observation.service.ts';
import type { ClaimObservation } from './observation.ts';

/** Why someone may not decide a claim; null when they may. */
export async function barAgainst(em: EntityManager, actor: Actor, claim: Claim): Promise<Bar | null> {
  const { edition } = await claim.provisional.loadOrFail();
  const { phase } = await em.findOneOrFail(Edition, { id: edition.id });
  const [state, author] = [claim.state, claim.authorId === actor.id];
  return barOf({ state, author, granted: grants(phase, 'JUDGE_CLAIM'), handled: await hasHandled(em, actor, claim) });
}

/**
 * Whether someone validated, rejected or corrected a test that a claim speaks of: the history says so, which no path
 * escapes, be it one test or a whole edition validated at once.
 */
async function hasHandled(em: EntityManager, actor: Actor, claim: Claim): Promise<boolean> {
  const seen = await allObserved(em, claim);
  const ids = (all: readonly string[]) => `{${all.join()}}`;
  const [line] = await em.execute<{ handled: boolean }[]>(
    `select exists (
       select from change where actor_id = ? and before is not null and after is not null
         and ((noun = 'audit' and record_id = any(?::text[]) and jsonb_exists(after, 'state'))
           or (noun = 'measurement' and record_id = any(?::text[])))
     ) as handled`,
    [actor.id, ids(seen.map(({ auditId }) => auditId)), ids(seen.map(({ measurementId }) => measurementId))],
  );
  return line?.handled ?? false;
}

async function allObserved(em: EntityManager, claim: Claim): Promise<ClaimObservation[]> {
  const seen: ClaimObservation[] = [];
  for (const point of await claim.points.loadItems()) seen.push(...(await observationsOf(em, point)));
  return seen;
}

const refusals = {
  NOT_OPEN: 'CLAIM_NOT_OPEN',
  PHASE: 'CLAIM_JUDGING_CLOSED',
  OWN_CLAIM: 'CLAIM_OWN',
  OWN_TESTS: 'CLAIM_OWN_TESTS',
} as const satisfies Record<Bar, ConstructorParameters<typeof Refusal>[0]>;

/**
 * Decides a claim, criterion by criterion, and answers the structure. What is accepted is neutralised: the observation
 * stays as it was and no longer counts, so that scores are to be computed again. Of two people who decide at once, one
 * does.
 */
export async function decideClaim(
  em: EntityManager,
  sender: Sender,
  actor: Actor,
  now: Date,
  { id, version }: { readonly id: string; readonly version: number },
  rulings: readonly RulingInput[],
  reply: string,
): Promise<Claim> {
  const claim = await em.transactional(async (em) => {
    const claim = await heldClaim(em, id);
    const bar = await barAgainst(em, actor, claim);
    if (bar) throw new Refusal(refusals[bar], { state: claim.state });
    if (claim.version !== version) throw new Refusal('STALE');
    await refuseDays(em, claim, [reply, ...rulings.map(({ reason }) => reason)]);
    await ruleAll(em, claim, rulings);
    const decided = { decidedAt: now, decidedByName: actor.name, decidedById: actor.id };
    return Object.assign(claim, { state: ClaimState.DECIDED, reply, ...decided });
  });
  await tell(em, sender, claim);
  return claim;
}

/** The claim, held with its edition: the phase does not change meanwhile, and nobody else decides it. */
async function heldClaim(em: EntityManager, id: string): Promise<Claim> {
  const known = await em.findOne(Claim, { id, state: { $ne: ClaimState.DRAFT } }, { populate: ['provisional'] });
  if (!known) throw new Refusal('NOT_FOUND');
  const { edition } = known.provisional.getEntity();
  await editionGranting(em, edition.id, 'JUDGE_CLAIM', 'CLAIM_JUDGING_CLOSED', LockMode.PESSIMISTIC_WRITE);
  return em.findOneOrFail(Claim, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
}

/** No word of a decision says on which day a test was: the structure would know who was on duty. */
async function refuseDays(em: EntityManager, claim: Claim, texts: readonly string[]): Promise<void> {
  const seen = await allObserved(em, claim);
  const performed = seen.map(({ performedOn }) => performedOn);
  const days = [...new Set(texts.flatMap((text) => daysNamedIn(text, performed)))];
  if (days.length > 0) throw new Refusal('CLAIM_NAMES_DAY', { days });
}

async function ruleAll(em: EntityManager, claim: Claim, rulings: readonly RulingInput[]): Promise<void> {
  const points = await claim.points.loadItems();
  const unruled = points.filter(({ id }) => rulings.filter(({ pointId }) => pointId === id).length !== 1);
  if (unruled.length > 0 || rulings.length !== points.length)
    throw new Refusal('CLAIM_UNRULED', { points: unruled.map(({ id }) => id) });
  for (const point of points) {
    const ruling = rulings.find(({ pointId }) => pointId === point.id) as RulingInput;
    const verdict = ruling.verdict === Verdict.REFUSED ? Verdict.REFUSED : await neutralise(em, claim, point, ruling);
    Object.assign(point, { verdict, reason: ruling.reason });
  }
}

/** Neutralises the observations that are chosen, and says whether they were all that still counted. */
async function neutralise(em: EntityManager, claim: Claim, point: ClaimPoint, ruling: RulingInput): Promise<Verdict> {
  const { taken, left } = await countingOf(em, point, ruling.measurementIds ?? null);
  const { edition } = await claim.provisional.loadOrFail();
  for (const { measurementId } of taken)
    em.create(Neutralisation, { edition, measurement: measurementId, motive: ruling.reason, pointId: point.id });
  return left > 0 ? Verdict.PARTLY : Verdict.ACCEPTED;
}

/** The observations of a point that still count, all of them or those chosen, and how many are left; never none. */
async function countingOf(
  em: EntityManager,
  point: ClaimPoint,
  chosen: readonly string[] | null,
): Promise<{ readonly taken: readonly ClaimObservation[]; readonly left: number }> {
  const counting = (await observationsOf(em, point)).filter(({ neutralised }) => neutralised === null);
  const taken = counting.filter(({ measurementId }) => chosen === null || chosen.includes(measurementId));
  if (taken.length === 0 || (chosen !== null && taken.length !== chosen.length))
    throw new Refusal('CLAIM_NOTHING_OBSERVED', { point: point.id });
  return { taken, left: counting.length - taken.length };
}

async function tell(em: EntityManager, { postman }: Sender, claim: Claim): Promise<void> {
  const { enrolment, recipient } = await claim.provisional.loadOrFail();
  const points = await claim.points.loadItems({ populate: ['criterion'] });
  const ruled = points.map(({ criterion, verdict, reason }) => ({
    ...{ label: criterion.getProperty('label'), verdict: verdict as NonNullable<typeof verdict>, reason: reason ?? '' },
  }));
  const outcome = outcomeOf(points.map(({ verdict }) => verdict));
  if (!recipient || !outcome) return;
  const occasion = await occasionOf(em, await enrolment.loadOrFail(), recipient);
  await postman.send(claimDecided(occasion, outcome, ruled, claim.reply ?? ''));
}
