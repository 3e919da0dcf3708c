import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Category } from '../edition/category.ts';
import { editionGranting } from '../edition/edition.service.ts';
import { SpecialPrize } from '../edition/prize.ts';
import type { Actor } from '../kernel/actor.ts';
import { Refusal } from '../kernel/errors.ts';
import { Mandate } from '../mandate/mandate.ts';
import { currentRun } from '../ranking/score.service.ts';
import type { ScoreRun } from '../ranking/score.ts';
import { Structure } from '../structure/structure.ts';
import { giveTrophy } from '../trophy/trophy.service.ts';
import type { Trophy } from '../trophy/trophy.ts';
import { refusalOfAward } from '../vote/decision.rules.ts';
import type { Decision } from './decision.ts';
import { recordPoints } from './point.service.ts';
import type { DeliberationRecord } from './record.rules.ts';
import { chainDecision } from './record.service.ts';
import { type Award, placedFor, rulesOf } from './standing.service.ts';

/** What is decided of one award: who receives it, for what, with which mentions, and why. */
export interface Choice {
  readonly structureIds: readonly string[];
  readonly pointRemarquable: string | null;
  readonly motive: string | null;
  /** The mention a laureate receives with it, by structure. */
  readonly mentions?: readonly { readonly structureId: string; readonly mention: string }[];
}

/** Awards the trophy of a category by a decision taken outside, which staff record with the scores it rests on. */
export function awardTrophy(
  em: EntityManager,
  actor: Actor,
  now: Date,
  categoryId: string,
  choice: Choice,
): Promise<Trophy> {
  return em.transactional(async (em) => {
    const category = await em.findOne(Category, { id: categoryId });
    if (!category) throw new Refusal('NOT_FOUND');
    if (!category.awarded) throw new Refusal('CATEGORY_NOT_AWARDED');
    return decideOutside(em, actor, now, { category, prize: null }, choice);
  });
}

/** Awards a special prize in the same way. */
export function awardPrize(
  em: EntityManager,
  actor: Actor,
  now: Date,
  prizeId: string,
  choice: Choice,
): Promise<Trophy> {
  return em.transactional(async (em) => {
    const prize = await em.findOne(SpecialPrize, { id: prizeId });
    if (!prize) throw new Refusal('NOT_FOUND');
    return decideOutside(em, actor, now, { category: null, prize }, choice);
  });
}

/** An award that a panel deliberates on is decided in its meeting, and nowhere else. */
async function decideOutside(em: EntityManager, actor: Actor, now: Date, award: Award, choice: Choice) {
  const run = await runHeldFor(em, award);
  const entrusted = await em.count(Mandate, award.category ? { category: award.category } : { prize: award.prize });
  if (entrusted > 0) throw new Refusal('AWARD_BY_PANEL');
  return (await decide(em, actor, now, award, run, choice, null)).trophy;
}

/** The run in force, with the edition held in a phase that lets awards be decided. */
export async function runHeldFor(em: EntityManager, { category, prize }: Award): Promise<ScoreRun> {
  const { edition } = category ?? prize;
  await editionGranting(em, edition.id, 'AWARD', 'AWARD_CLOSED', LockMode.PESSIMISTIC_WRITE);
  return currentRun(em, edition.id);
}

/** Gives an award as it was decided, and chains the record of the decision. The edition is held: see `runHeldFor`. */
export async function decide(
  em: EntityManager,
  actor: Actor,
  now: Date,
  award: Award,
  run: ScoreRun,
  choice: Choice,
  deliberation: DeliberationRecord | null,
): Promise<{ trophy: Trophy; decision: Decision }> {
  const rules = rulesOf(award);
  const placed = await placedFor(em, run, award);
  const { structureIds, pointRemarquable, motive, mentions = [] } = choice;
  const mentioned = mentions.map(({ structureId }) => structureId);
  const refusal = refusalOfAward(placed, { structureIds, mentioned, motive }, rules);
  const chosen = placed.filter(({ structureId }) => structureIds.includes(structureId));
  if (refusal)
    throw new Refusal(refusal, {
      ...{ minimumField: rules.awardField, minimumScore: rules.awardMinimum, mostLaureates: rules.mostLaureates },
      thresholds: chosen.flatMap(({ thresholds }) => thresholds),
    });
  const laureates = await em.find(Structure, { id: { $in: [...structureIds] } });
  const texts = new Map(mentions.map(({ structureId, mention }) => [structureId, mention]));
  const trophy = await giveTrophy(em, award, laureates, texts);
  await recordPoints(em, actor, trophy, pointRemarquable);
  const decision = await chainDecision(em, actor, now, { award, trophy, run, placed, choice, deliberation });
  return { trophy, decision };
}
