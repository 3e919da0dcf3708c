import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import Fraction from 'fraction.js';
import { Category } from '../edition/category.ts';
import { editionGranting } from '../edition/edition.service.ts';
import type { Actor } from '../kernel/actor.ts';
import { Refusal } from '../kernel/errors.ts';
import type { OverallDetail } from '../ranking/detail.rules.ts';
import { currentRun } from '../ranking/score.service.ts';
import { Score } from '../ranking/score.ts';
import { Structure } from '../structure/structure.ts';
import { giveTrophy } from '../trophy/trophy.service.ts';
import type { Trophy } from '../trophy/trophy.ts';
import { followsRanking, refusalOfAward, type Standing } from './decision.rules.ts';
import { Decision } from './decision.ts';

/** What is decided of one category: who receives its trophy, for what, and why when the ranking is not followed. */
export interface Choice {
  readonly structureIds: readonly string[];
  readonly pointRemarquable: string | null;
  readonly motive: string | null;
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
    await editionGranting(em, category.edition.id, 'AWARD', 'AWARD_CLOSED', LockMode.PESSIMISTIC_WRITE);
    const run = await currentRun(em, category.edition.id);
    const scores = await em.find(
      Score,
      { run, channel: null, enrolment: { category } },
      { populate: ['enrolment.structure'] },
    );
    const standings = scores.map((score) => ({ ...standingOf(category, score), thresholds: thresholdsOf(score) }));
    const { structureIds, pointRemarquable, motive } = choice;
    const refusal = refusalOfAward(standings, structureIds, category.awardField, motive);
    const chosen = standings.filter(({ structureId }) => structureIds.includes(structureId));
    if (refusal)
      throw new Refusal(refusal, {
        ...{ minimumField: category.awardField, minimumScore: category.awardMinimum },
        thresholds: chosen.flatMap(({ thresholds }) => thresholds),
      });
    const laureates = await em.find(Structure, { id: { $in: [...structureIds] } });
    const trophy = await giveTrophy(em, category, laureates, pointRemarquable);
    // now() is when the transaction began, before it waited for its turn: the last decision must read as the last.
    const [{ createdAt }] = (await em.execute('select clock_timestamp() as "createdAt"')) as [{ createdAt: Date }];
    em.create(Decision, {
      ...{ createdAt, trophy, run, structureIds: [...structureIds], pointRemarquable, motive },
      followsRanking: followsRanking(standings, structureIds, category.awardField),
      decidedAt: now,
      decidedBy: actor.id,
    });
    return trophy;
  });
}

/** A structure as the rules of its trophy see it: thresholds compare exact scores, never rounded ones. */
function standingOf({ awardMinimum }: Category, score: Score): Standing {
  const enough = awardMinimum === null || (score.exact !== null && new Fraction(score.exact).gte(awardMinimum));
  return {
    rank: score.rank,
    structureId: score.enrolment.getEntity().structure.id,
    eligible: enough && thresholdsOf(score).length === 0,
  };
}

const thresholdsOf = ({ detail }: Score): OverallDetail['knockOuts'] =>
  (detail as OverallDetail | null)?.knockOuts ?? [];
