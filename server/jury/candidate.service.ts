import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Enrolment } from '../enrolment/enrolment.ts';
import { Refusal } from '../kernel/errors.ts';
import { MOST_LISTED } from '../mandate/mandate.rules.ts';
import { Mandate } from '../mandate/mandate.ts';
import { heldPanel } from '../panel/panel.service.ts';
import { currentRun } from '../ranking/score.service.ts';
import type { ScoreRun } from '../ranking/score.ts';
import { Candidate } from './candidate.ts';
import { type Award, type Placed, placedFor, rulesOf } from './standing.service.ts';

/** What a panel decides on, as an award. */
export async function awardOf(mandate: Mandate): Promise<Award> {
  const category = await mandate.category?.loadOrFail();
  if (category) return { category, prize: null };
  const prize = await mandate.prize?.loadOrFail();
  if (!prize) throw new Refusal('NOT_FOUND');
  return { category: null, prize };
}

/** Those still on the short list, in the order of their codes. */
export const standingCandidates = (em: EntityManager, mandate: Mandate): Promise<Candidate[]> =>
  em.find(Candidate, { mandate, withdrawnAt: null }, { orderBy: { code: 'asc' }, populate: ['enrolment.structure'] });

/**
 * Draws the short list of an award from the current run: the best of those above its thresholds, as many as were
 * declared, and the equals of the last. For a prize that no ranking decides, staff name them. Drawn again after scores
 * moved, whoever stays keeps its code and what was written of it; whoever does not is off the list, and says so.
 */
export function drawShortList(
  em: EntityManager,
  now: Date,
  mandateId: string,
  named: readonly string[],
): Promise<Candidate[]> {
  return em.transactional(async (em) => {
    const mandate = await heldFor(em, mandateId);
    const award = await awardOf(mandate);
    const run = await currentRun(em, (award.category ?? award.prize).edition.id);
    const listed = listedIn(await placedFor(em, run, award), mandate.shortList, rulesOf(award).free ? named : null);
    if (listed.length === 0 && rulesOf(award).free) throw new Refusal('CANDIDATE_UNKNOWN');
    if (listed.length > MOST_LISTED) throw new Refusal('OUT_OF_RANGE', { most: MOST_LISTED });
    await keepListed(em, now, mandate, run, listed);
    await em.flush();
    return standingCandidates(em, mandate);
  });
}

function listedIn(placed: readonly Placed[], most: number, named: readonly string[] | null): Placed[] {
  if (named) return placed.filter(({ enrolmentId }) => named.includes(enrolmentId));
  const eligible = placed.filter(({ eligible, rank }) => eligible && rank !== null);
  const last = eligible[Math.min(most, eligible.length) - 1]?.rank ?? 0;
  return eligible.filter(({ rank }) => (rank ?? 0) <= last);
}

async function keepListed(em: EntityManager, now: Date, mandate: Mandate, run: ScoreRun, listed: readonly Placed[]) {
  const known = await em.find(Candidate, { mandate });
  for (const candidate of known) {
    em.assign(candidate, { run });
    const stays = listed.some(({ enrolmentId }) => enrolmentId === candidate.enrolment.id);
    if (stays && candidate.withdrawnMotive === OFF_THE_LIST)
      Object.assign(candidate, { withdrawnAt: null, withdrawnMotive: null });
    if (stays || candidate.withdrawnAt) continue;
    if (mandate.frozenAt) Object.assign(candidate, { withdrawnAt: now, withdrawnMotive: OFF_THE_LIST });
    else em.remove(candidate);
  }
  const fresh = listed.filter(({ enrolmentId }) => !known.some(({ enrolment }) => enrolment.id === enrolmentId));
  const letters = lettersLeft(known.map(({ code }) => code));
  for (const [i, { enrolmentId }] of shuffledBy(mandate.id, fresh).entries())
    em.create(Candidate, { mandate, run, code: letters[i] ?? '', enrolment: em.getReference(Enrolment, enrolmentId) });
}

const OFF_THE_LIST = 'Les notes ont été recalculées : la structure n’est plus sur la liste.';

const lettersLeft = (taken: readonly string[]): string[] =>
  [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].filter((letter) => !taken.includes(letter));

/** In an order that says nothing of the ranking, and is the same each time it is asked for. */
const shuffledBy = (salt: string, listed: readonly Placed[]): Placed[] => {
  const key = ({ enrolmentId }: Placed) => createHash('sha256').update(`${salt} ${enrolmentId}`).digest('hex');
  return listed.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
};

/** Takes a candidate that withdraws off the short list, for a motive; ballots are then read without it. */
export function withdrawCandidate(em: EntityManager, now: Date, id: string, motive: string): Promise<Candidate> {
  return em.transactional(async (em) => {
    const candidate = await em.findOneOrFail(Candidate, { id });
    const mandate = await candidate.mandate.loadOrFail();
    await heldPanel(em, mandate.panel.id);
    await em.refreshOrFail(candidate);
    if (!candidate.withdrawnAt) Object.assign(candidate, { withdrawnAt: now, withdrawnMotive: motive });
    return candidate;
  });
}

/** Writes what jurors read of a candidate beside its figures. */
export async function presentCandidate(em: EntityManager, id: string, version: number, text: string | null) {
  const candidate = await em.findOneOrFail(Candidate, { id });
  if (candidate.version !== version) throw new Refusal('STALE');
  candidate.presentation = text;
  await em.flush();
  return candidate;
}

/** A mandate whose panel is held, and has no item before it. */
async function heldFor(em: EntityManager, id: string): Promise<Mandate> {
  const mandate = await em.findOneOrFail(Mandate, { id });
  const panel = await heldPanel(em, mandate.panel.id);
  if (panel.deliberating) throw new Refusal('SHORT_LIST_IN_USE');
  return em.refreshOrFail(mandate);
}
