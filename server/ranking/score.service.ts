import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type Fraction from 'fraction.js';
import { grants } from '../edition/edition.rules.ts';
import { editionGranting } from '../edition/edition.service.ts';
import type { Grid } from '../grid/grid.ts';
import type { Actor } from '../kernel/actor.ts';
import { insertRows } from '../kernel/bulk.ts';
import { Refusal } from '../kernel/errors.ts';
import { rounded } from '../score/exact.rules.ts';
import { ENGINE } from '../score/score.rules.ts';
import { channelDetailOf, overallDetailOf } from './detail.rules.ts';
import { indicatorRows } from './indicators.ts';
import { type Inputs, inputsOf } from './inputs.ts';
import { changesOf } from './preview.service.ts';
import { placesOf } from './ranking.rules.ts';
import { ScoreRun } from './score.ts';
import { type Scored, scoredIn, type Whole, wholeOf } from './scoring.ts';

/**
 * Computes all scores, ranks and figures of an edition as a new run. When nothing they rest on has changed, the
 * latest run already says it all and is answered as it is: pressing the button twice changes nothing. When scores or
 * ranks would change, `confirmed` must be the hash of the preview that was read.
 */
export function computeScores(
  em: EntityManager,
  actor: Actor,
  editionId: string,
  confirmed: string | null,
): Promise<ScoreRun> {
  return em.transactional(async (em) => {
    const edition = await editionGranting(em, editionId, 'SCORE', 'SCORING_CLOSED', LockMode.PESSIMISTIC_WRITE);
    const inputs = await inputsOf(em, editionId);
    if (inputs.auditCount === 0) throw new Refusal('NOTHING_TO_SCORE');
    const latest = await latestRun(em, editionId);
    if (latest?.inputsHash === inputs.hash) return latest;
    if (confirmed !== null && confirmed !== inputs.hash) throw new Refusal('SCORES_MOVED');
    const { grid, policy, hash, auditCount } = inputs;
    const run = em.create(ScoreRun, {
      ...{ edition, grid, policy, auditCount, engine: ENGINE, computedBy: actor.id },
      ...{ number: (latest?.number ?? 0) + 1, inputsHash: hash },
    });
    await em.flush();
    const scored = await writeScores(em, run.id, inputs);
    if (latest && confirmed === null) {
      const changes = await changesOf(em, latest, scored);
      if (changes.length > 0) throw new Refusal('SCORES_CHANGE', { changed: changes.length, inputsHash: hash });
    }
    const figures = await indicatorRows(em, inputs, editionId, scored);
    await insertRows(
      em,
      'indicator_value',
      figures.map((row) => ({ run_id: run.id, ...row })),
    );
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
  const { phase } = await run.edition.loadOrFail();
  // Once scores are final their inputs no longer move: a run of an earlier engine then stands as it is.
  if (run.engine !== ENGINE && !grants(phase, 'SCORE')) return run;
  const { hash } = await inputsOf(em, editionId);
  if (run.inputsHash !== hash) throw new Refusal('SCORES_STALE');
  return run;
}

/** Writes the parts of every score as they are computed, then the overall scores, whose ranks need them all. */
async function writeScores(em: EntityManager, run: string, inputs: Inputs): Promise<Whole[]> {
  const all: Whole[] = [];
  const ids = idsIn(inputs.grid);
  for await (const chunk of scoredIn(em, inputs)) {
    await insertRows(
      em,
      'score',
      chunk.flatMap((scored) => partRows(run, ids, scored)),
    );
    all.push(...chunk.map(wholeOf));
  }
  const ranks = placesOf(all.map(({ enrolled: { id, category }, score }) => ({ id, category, score })));
  await insertRows(
    em,
    'score',
    all.map((scored) => ({
      ...line(run, scored.enrolled.id, scored.score, scored.base),
      ...{ rank: ranks.get(scored.enrolled.id) ?? null, detail: overallDetailOf(scored) },
    })),
  );
  return all;
}

/** One line a channel, one a criterion. */
const partRows = (run: string, ids: Ids, { enrolled, channels }: Scored) =>
  channels.flatMap((channel) => [
    {
      ...line(run, enrolled.id, channel.score, channel.base),
      ...{ channel_id: ids.get(channel.code), detail: channelDetailOf(channel) },
    },
    ...channel.criteria.map((criterion) => ({
      ...line(run, enrolled.id, criterion.score, criterion.base),
      ...{ channel_id: ids.get(channel.code), criterion_id: ids.get(criterion.code) },
    })),
  ]);

const line = (run: string, enrolment: string, exact: Fraction | null, base: number) => ({
  ...{ run_id: run, enrolment_id: enrolment, base, channel_id: null, criterion_id: null, rank: null, detail: null },
  ...{ exact: exact?.toFraction() ?? null, value: exact && rounded(exact, 2) },
});

/** Channels and criteria by code: neither can be mistaken for the other. */
type Ids = ReadonlyMap<string, string>;
const idsIn = (grid: Grid): Ids =>
  new Map(
    grid.channels
      .getItems()
      .flatMap(({ id, code, criteria }) => [
        [code, id] as const,
        ...criteria.getItems().map((each) => [each.code, each.id] as const),
      ]),
  );
