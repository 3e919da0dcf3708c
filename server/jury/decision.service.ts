import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Category } from '../edition/category.ts';
import { editionGranting } from '../edition/edition.service.ts';
import { SpecialPrize } from '../edition/prize.ts';
import type { Actor } from '../kernel/actor.ts';
import { Refusal } from '../kernel/errors.ts';
import { currentRun } from '../ranking/score.service.ts';
import { Structure } from '../structure/structure.ts';
import { giveTrophy } from '../trophy/trophy.service.ts';
import type { Trophy } from '../trophy/trophy.ts';
import { followsRanking, refusalOfAward } from './decision.rules.ts';
import { Decision } from './decision.ts';
import { type Award, placedFor, rulesOf } from './standing.service.ts';

/** What is decided of one award: who receives it, for what, with which mentions, and why. */
export interface Choice {
  readonly structureIds: readonly string[];
  readonly pointRemarquable: string | null;
  readonly motive: string | null;
  /** The mention a laureate receives with it, by structure. */
  readonly mentions?: readonly { readonly structureId: string; readonly mention: string }[];
}

/** Awards the trophy of a category, and records the decision with the scores it rests on. */
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
    return decide(em, actor, now, { category, prize: null }, choice);
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
    return decide(em, actor, now, { category: null, prize }, choice);
  });
}

async function decide(em: EntityManager, actor: Actor, now: Date, award: Award, choice: Choice): Promise<Trophy> {
  const { edition } = award.category ?? award.prize;
  await editionGranting(em, edition.id, 'AWARD', 'AWARD_CLOSED', LockMode.PESSIMISTIC_WRITE);
  const run = await currentRun(em, edition.id);
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
  const trophy = await giveTrophy(em, award, laureates, pointRemarquable, texts);
  // now() is when the transaction began, before it waited for its turn: the last decision must read as the last.
  const [{ createdAt }] = (await em.execute('select clock_timestamp() as "createdAt"')) as [{ createdAt: Date }];
  em.create(Decision, {
    ...{ createdAt, trophy, run, structureIds: [...structureIds], pointRemarquable, motive },
    followsRanking: followsRanking(placed, structureIds, rules),
    decidedAt: now,
    decidedBy: actor.id,
  });
  return trophy;
}
