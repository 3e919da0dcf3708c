import 'reflect-metadata';
import type { EntityManager } from '@mikro-orm/postgresql';
import { afterAll, expect, test } from 'vitest';
import { openOrm } from '../../server/orm.ts';
import { inputsOf } from '../../server/ranking/inputs.ts';
import { placesOf } from '../../server/ranking/ranking.rules.ts';
import { computeScores } from '../../server/ranking/score.service.ts';
import { scoredIn, type Whole, wholeOf } from '../../server/ranking/scoring.ts';
import { actorOf } from '../support/back-office.ts';
import { bareRows, bareScores } from '../support/bare.ts';
import { makeBulkEdition, wide } from '../support/bulk.ts';
import { type Cost, costOf } from '../support/cost.ts';
import { makeDatabase } from '../support/database.ts';

/** How many structures, and how often each is measured. The largest, 11 million measurements, takes some ten minutes. */
const sizes = await Promise.all(
  [
    { structures: 300, rounds: 9 },
    { structures: 3000, rounds: 3 },
    ...(process.env.BENCH_LARGE ? [{ structures: 30_000, rounds: 1 }] : []),
  ].map(async (size) => ({ ...size, orm: openOrm(await makeDatabase(`bench_${size.structures}`)) })),
);
afterAll(() => Promise.all(sizes.map(({ orm }) => orm.close())));

const kinds = ['bare select', 'scores', 'bare insert', 'run'] as const;
type Costs = Readonly<Record<(typeof kinds)[number], readonly Cost[]>>;
const found: { readonly structures: number; readonly costs: Costs }[] = [];

/** All that a run rests on, read, scored and ranked, written nowhere. */
async function scoresOf(em: EntityManager, id: string): Promise<Whole[]> {
  const inputs = await inputsOf(em, id);
  const all: Whole[] = [];
  for await (const chunk of scoredIn(em, inputs)) all.push(...chunk.map(wholeOf));
  placesOf(all.map(({ enrolled: { id, category }, score }) => ({ id, category, score })));
  return all;
}

/** PostgreSQL at its best: with so much memory it never sorts on disk. */
const atItsBest = (em: EntityManager) => em.execute(`set local work_mem = '1GB'`);

interface Bare {
  readonly enrolment_id: string;
  readonly score: number;
}

async function selectBare(em: EntityManager, id: string): Promise<Bare[]> {
  await atItsBest(em);
  return em.execute(bareScores(id));
}

async function insertBare(em: EntityManager, id: string): Promise<void> {
  await atItsBest(em);
  const [run] = await em.execute<{ id: string }[]>(
    `insert into score_run (edition_id, grid_id, number, inputs_hash, engine, audit_count)
     select edition_id, id, 99, '', '', 0 from grid where edition_id = ? returning id`,
    [id],
  );
  await em.execute(bareRows(id, run?.id ?? ''));
}

/** People wait for "Compute the scores", and press it again after each correction. */
test.each(sizes)(
  'scoring $structures structures, beside bare SQL',
  { timeout: 3_600_000 },
  async ({ structures, rounds, orm }) => {
    const em = orm.em.fork() as EntityManager;
    const id = await makeBulkEdition(em, 2022, { structures, ...wide });
    let [bare, scored]: [Bare[], Whole[]] = [[], []];
    const jobs: Record<(typeof kinds)[number], (em: EntityManager) => Promise<unknown>> = {
      'bare select': async (em) => {
        bare = await selectBare(em, id);
      },
      scores: async (em) => {
        scored = await scoresOf(em, id);
      },
      'bare insert': (em) => insertBare(em, id),
      run: (em) => computeScores(em, actorOf('MANAGER'), id, null),
    };
    const costs: Record<string, Cost[]> = Object.fromEntries(kinds.map((kind) => [kind, []]));
    for (let round = 0; round < rounds; round += 1)
      for (const kind of kinds) costs[kind]?.push(await costOf(em, jobs[kind]));
    found.push({ structures, costs: costs as unknown as Costs });
    expectTheSame(scored, bare);
  },
);

/** The limit must be a limit of the same thing. */
function expectTheSame(scored: readonly Whole[], bare: readonly Bare[]): void {
  const scores = new Map(bare.map(({ enrolment_id, score }) => [enrolment_id, score]));
  for (const { enrolled, score } of scored)
    expect(Math.abs((score?.valueOf() ?? Number.NaN) - Number(scores.get(enrolled.id)))).toBeLessThan(1e-9);
}

afterAll(() => {
  for (const { structures, costs } of found) {
    console.log(`\n${structures} structures, ${structures * wide.channels * wide.criteria * wide.tests} measurements`);
    for (const kind of kinds) console.log(`  ${kind.padEnd(12)} ${told(costs[kind])}`);
    console.log(`  scores / bare select   ${ratios(costs.scores, costs['bare select'])}`);
    console.log(`  run / bare insert      ${ratios(costs.run, costs['bare insert'])}`);
    const [first] = found;
    if (!first || first.structures === structures) continue;
    for (const kind of ['scores', 'run'] as const) {
      const growth = middle(costs[kind], 'processor') / middle(first.costs[kind], 'processor');
      const times = structures / first.structures;
      console.log(`  ${kind}: ${growth.toFixed(1)} times the processor time for ${times} times the structures`);
    }
  }
});

function told(costs: readonly Cost[]): string {
  const memory = Math.max(...costs.map(({ memory }) => memory));
  const [wall, processor] = [middle(costs, 'wall'), middle(costs, 'processor')].map((ms) => ms.toFixed(0).padStart(7));
  return `${wall} ms, ${processor} ms of processor, memory +${memory.toFixed(0)} MB`;
}

/** The median of the ratios taken within each round, of time on the clock and of processor time. */
const ratios = (ours: readonly Cost[], limit: readonly Cost[]): string =>
  (['wall', 'processor'] as const)
    .map((of) => {
      const each = ours.map((cost, i) => cost[of] / (limit[i]?.[of] ?? Number.NaN)).sort((a, b) => a - b);
      const [low, mid, high] = [each[0], each[each.length >> 1], each.at(-1)].map((ratio) => (ratio ?? 0).toFixed(2));
      return `${of} ${mid} [${low}–${high}]`;
    })
    .join(', ');

const middle = (costs: readonly Cost[], of: 'wall' | 'processor'): number =>
  costs.map((cost) => cost[of]).toSorted((a, b) => a - b)[costs.length >> 1] ?? 0;
