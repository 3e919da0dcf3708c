import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type Fraction from 'fraction.js';
import { editionGranting } from '../edition/edition.service.ts';
import { rulesOf } from '../grid/grid.service.ts';
import type { Actor } from '../kernel/actor.ts';
import { insertRows } from '../kernel/bulk.ts';
import { Refusal } from '../kernel/errors.ts';
import { ENGINE, rounded } from '../score/score.rules.ts';
import { type Inputs, inputsOf } from './inputs.ts';
import { indicatorOf, type Placed, placeAll } from './ranking.rules.ts';
import { ScoreRun } from './score.ts';

/**
 * Computes all scores, ranks and figures of an edition as a new run. When nothing they rest on has changed, the
 * latest run already says it all and is answered as it is: pressing the button twice changes nothing.
 */
export function computeScores(em: EntityManager, actor: Actor, editionId: string): Promise<ScoreRun> {
  return em.transactional(async (em) => {
    const edition = await editionGranting(em, editionId, 'SCORE', 'SCORING_CLOSED', LockMode.PESSIMISTIC_WRITE);
    const inputs = await inputsOf(em, editionId);
    if (inputs.tests.length === 0) throw new Refusal('NOTHING_TO_SCORE');
    const latest = await latestRun(em, editionId);
    if (latest?.inputsHash === inputs.hash) return latest;
    const run = em.create(ScoreRun, {
      edition,
      grid: inputs.grid,
      number: (latest?.number ?? 0) + 1,
      inputsHash: inputs.hash,
      engine: ENGINE,
      auditCount: inputs.tests.length,
      computedBy: actor.id,
    });
    await em.flush();
    const placed = placeAll(rulesOf(inputs.grid), entrantsOf(inputs));
    await insertRows(
      em,
      'score',
      placed.flatMap((each) => scoreRows(run.id, inputs, each)),
    );
    await insertRows(em, 'indicator_value', indicatorRows(run.id, inputs, placed));
    return run;
  });
}

/** The scores in force: those of the latest run. */
export const latestRun = (em: EntityManager, editionId: string): Promise<ScoreRun | null> =>
  em.findOne(ScoreRun, { edition: editionId }, { orderBy: { number: 'desc' } });

/** The latest run, if it still says what the measurements say; refused otherwise. */
export async function currentRun(em: EntityManager, editionId: string): Promise<ScoreRun> {
  const run = await latestRun(em, editionId);
  if (!run) throw new Refusal('NO_SCORES');
  const { hash } = await inputsOf(em, editionId);
  if (run.inputsHash !== hash) throw new Refusal('SCORES_STALE');
  return run;
}

function entrantsOf({ enrolments, tests }: Inputs) {
  const byEnrolment = Map.groupBy(tests, ({ enrolmentId }) => enrolmentId);
  return enrolments.map(({ id, category }) => ({
    id,
    category,
    tests: (byEnrolment.get(id) ?? []).map(({ findings }) => findings),
  }));
}

/** One line overall, one a channel, one a criterion. */
function scoreRows(run: string, { grid }: Inputs, { entrant, score, base, rank, channels }: Placed) {
  const owners = new Map(grid.channels.getItems().map((channel) => [channel.code as string, channel]));
  const line = (exact: Fraction | null, base: number, more: Record<string, unknown>) => ({
    ...{ run_id: run, enrolment_id: entrant.id, base, channel_id: null, criterion_id: null, rank: null },
    ...{ exact: exact?.toFraction() ?? null, value: exact && rounded(exact, 2) },
    ...more,
  });
  const parts = channels.flatMap((channel) => {
    const owner = owners.get(channel.code);
    const ids = new Map(owner?.criteria.getItems().map(({ code, id }) => [code, id]));
    return [
      line(channel.score, channel.base, { channel_id: owner?.id }),
      ...channel.criteria.map((each) =>
        line(each.score, each.base, { channel_id: owner?.id, criterion_id: ids.get(each.code) }),
      ),
    ];
  });
  return [line(score, base, { rank }), ...parts];
}

function indicatorRows(run: string, { grid, enrolments }: Inputs, placed: readonly Placed[]) {
  return grid.indicators.getItems().map(({ code, label, unit, base, rule, position }) => {
    const { value, numerator, denominator, contributors } = indicatorOf(rule, placed);
    const category = rule.type === 'CATEGORY_SCORE' ? rule.category : null;
    return {
      ...{ run_id: run, code, label, unit, base, position, denominator, contributors },
      exact: value?.toFraction() ?? null,
      value: value && rounded(value, 6),
      numerator: numerator && rounded(numerator, 6),
      category_id: enrolments.find((each) => each.category === category)?.categoryId ?? null,
    };
  });
}
