import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Edition } from '../edition/edition.ts';
import type { Actor } from '../kernel/actor.ts';
import { insertRows } from '../kernel/bulk.ts';
import type { Sampled } from '../uncertainty/sample.rules.ts';
import { type Robustness as Known, robustnessOf } from '../uncertainty/uncertainty.rules.ts';
import { type Inputs, inputsOf } from './inputs.ts';
import { Robustness } from './robustness.ts';
import { sampledOf, testsOf } from './samples.ts';
import { computeScores } from './score.service.ts';
import type { ScoreRun } from './score.ts';
import { type Scored, scoredIn } from './scoring.ts';

/** By how much the weights are moved, either way, to see what depends on their choice. */
const WEIGHT_MOVE = 0.1;

/** Above it the study would take minutes and gigabytes; no edition of the barometer comes near. */
const MOST_STRUCTURES = 3000;

/** Computes the scores of an edition, then studies how sure they are. */
export async function computeAndStudy(
  em: EntityManager,
  actor: Actor,
  editionId: string,
  confirmed: string | null,
): Promise<ScoreRun> {
  const run = await computeScores(em, actor, editionId, confirmed);
  await studyRobustness(em, run);
  return run;
}

/**
 * Studies how sure the scores and ranks of a run are, once and for all: its seed is the hash of the inputs, so that
 * anyone finds the same figures. It comes after the run, in a transaction of its own, and official figures never
 * depend on it: a run without it is still a run, and the next computation completes it.
 */
export function studyRobustness(em: EntityManager, run: ScoreRun): Promise<void> {
  return em.transactional(async (em) => {
    await em.findOneOrFail(Edition, { id: run.edition.id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if ((await em.count(Robustness, { run })) > 0) return;
    const inputs = await inputsOf(em, run.edition.id);
    if (inputs.hash !== run.inputsHash || inputs.enrolments.length > MOST_STRUCTURES) return;
    const ranked: Scored[] = [];
    for await (const chunk of scoredIn(em, inputs)) ranked.push(...chunk.filter(({ score }) => score !== null));
    const rows = await studied(em, run, inputs, ranked);
    await insertRows(em, 'robustness', rows);
  });
}

async function studied(em: EntityManager, run: ScoreRun, { grid, rules }: Inputs, ranked: readonly Scored[]) {
  const tests = await testsOf(em, grid);
  const samples = new Map(ranked.map((scored) => [scored, sampledOf(rules, scored, tests)]));
  const ids = new Map(ranked.map(({ enrolled: { reference, id } }) => [reference, id]));
  const categories = Map.groupBy(ranked, ({ enrolled }) => enrolled.category);
  return [...categories].flatMap(([category, peers]) => {
    const among = (wanted: boolean) =>
      ranked.flatMap((each): Sampled[] =>
        (each.enrolled.category === category) === wanted ? [samples.get(each) as Sampled] : [],
      );
    const options = { seed: run.inputsHash, weightMove: WEIGHT_MOVE, rest: among(false) };
    return peers.length === 0
      ? []
      : robustnessOf(among(true), options).map((each) => rowOf(run.id, ids.get(each.id) ?? '', each));
  });
}

const rowOf = (run: string, enrolment: string, { interval, rank, tied, weights, reason, bounded }: Known) => ({
  ...{ run_id: run, enrolment_id: enrolment, reason, bounded },
  ...{ score_low: interval?.low ?? null, score_high: interval?.high ?? null },
  ...{ rank_low: rank?.low ?? null, rank_high: rank?.high ?? null },
  ...{ tied_from: tied?.from ?? null, tied_to: tied?.to ?? null },
  ...{ weight_score_low: weights.score.low, weight_score_high: weights.score.high },
  ...{ weight_rank_low: weights.rank.low, weight_rank_high: weights.rank.high },
});
