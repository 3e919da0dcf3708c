import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Category } from '../edition/category.ts';
import { grants } from '../edition/edition.rules.ts';
import { Enrolment, Tier } from '../enrolment/enrolment.ts';
import type { Grid } from '../grid/grid.ts';
import { type Actor, isStaff } from '../kernel/actor.ts';
import { canonical, type Json } from '../kernel/canonical.rules.ts';
import { Refusal } from '../kernel/errors.ts';
import type { Seal } from '../kernel/seal.ts';
import { rulesOfRun } from '../ranking/kept.service.ts';
import { visibleScoresOf } from '../ranking/ranking.policy.ts';
import { type Tests, testsOf } from '../ranking/samples.ts';
import { currentRun, latestRun } from '../ranking/score.service.ts';
import { Score, type ScoreRun } from '../ranking/score.ts';
import { ENGINE, type Rules, scoreOf } from '../score/score.rules.ts';
import { answersOf, valuesOf } from './certificate.rules.ts';
import { isFaithful, type KeptLines, keptLinesOf } from './faithful.service.ts';
import { writtenOf } from './written.service.ts';

export type Certificate = { readonly [key: string]: Json };

/**
 * The certificate of one score: everything it rests on, signed, so that anyone can compute it again without us. Staff
 * take any; a structure its own once published, in the paid tier, since it details every criterion.
 */
export async function certificateOf(
  em: EntityManager,
  actor: Actor,
  seal: Seal,
  enrolmentId: string,
): Promise<Certificate> {
  const visible = { $and: [{ id: enrolmentId }, visibleScoresOf(actor)] };
  const enrolment = await em.findOne(Enrolment, visible);
  if (!enrolment) throw new Refusal('NOT_FOUND');
  if (!isStaff(actor) && enrolment.tier !== Tier.PAID) throw new Refusal('CERTIFICATE_TIER');
  const run = await certifiedRun(em, enrolment.edition.id);
  for await (const certificate of certificatesIn(em, seal, run, [enrolmentId])) return certificate;
  throw new Refusal('NO_SCORES');
}

/**
 * The run whose scores are certified: the latest. While scores may still move it must be up to date, or its ranks would
 * be signed that no longer hold; afterwards it stands, whatever name or reference is corrected in the register.
 */
export async function certifiedRun(em: EntityManager, editionId: string): Promise<ScoreRun> {
  const run = await latestRun(em, editionId);
  if (!run) throw new Refusal('NO_SCORES');
  const { phase } = await run.edition.loadOrFail();
  return grants(phase, 'SCORE') ? currentRun(em, editionId) : run;
}

/** How many structures are certified at a time: memory is bounded by it, not by the size of the edition. */
const CHUNK = 100;

/**
 * The certificates of a run, one by one: of some structures, or of all. Refused when the tests say something else, or
 * when the run is of another arithmetic, whose every part this one could not vouch for.
 */
export async function* certificatesIn(
  em: EntityManager,
  seal: Seal,
  run: ScoreRun,
  enrolmentIds: readonly string[] | null = null,
): AsyncGenerator<Certificate> {
  if (run.engine !== ENGINE) throw new Refusal('SCORES_STALE');
  const { grid, rules } = await rulesOfRun(em, run);
  const [head, fields] = [await headOf(run, grid), await fieldsOf(em, run)];
  const ids = enrolmentIds ?? (await enrolmentsOf(em, run));
  for (let from = 0; from < ids.length; from += CHUNK) {
    const chunk = ids.slice(from, from + CHUNK);
    const found = { tests: await testsOf(em, grid, chunk), kept: await keptLinesOf(em, run, chunk), fields };
    for (const score of await scoresOf(em, run, chunk)) yield sealed(seal, { ...head, ...bodyOf(rules, score, found) });
  }
}

/** The overall scores of some structures, with what a certificate says of each. */
const scoresOf = (em: EntityManager, run: ScoreRun, enrolments: readonly string[]): Promise<Score[]> =>
  em.find(
    Score,
    { run, channel: null, enrolment: { $in: [...enrolments] } },
    {
      populate: ['enrolment.structure', 'enrolment.category', 'enrolment.edition'],
      orderBy: { enrolment: { id: 'asc' } },
    },
  );

/** The structures of a run: all, or those of one category, whose certificates together prove its ranks. */
export async function enrolmentsOf(
  em: EntityManager,
  run: ScoreRun,
  category: Category | null = null,
): Promise<string[]> {
  const lines: { id: string }[] = await em.execute(
    `select s.enrolment_id as id from score s join enrolment e on e.id = s.enrolment_id
     where s.run_id = ? and s.channel_id is null and (?::uuid is null or e.category_id = ?) order by s.enrolment_id`,
    [run.id, category?.id ?? null, category?.id ?? null],
  );
  return lines.map(({ id }) => id);
}

const sealed = (seal: Seal, content: Certificate): Certificate => {
  const signed = { ...content, publicKey: seal.publicKey };
  return { ...signed, signature: seal.sign(canonical(signed)) };
};

/** What the certificates of a run have in common. */
async function headOf(run: ScoreRun, grid: Grid): Promise<Certificate> {
  const policy = (await run.policy?.load()) ?? null;
  const rules = writtenOf(grid);
  const chosen = (policy?.rules ?? null) as unknown as Json;
  return {
    ...{ format: 'barometre-score-certificate', formatVersion: 1, engine: run.engine },
    run: { number: run.number, inputsHash: run.inputsHash, computedAt: run.createdAt.toISOString() },
    grid: { number: grid.number, hash: hashOf(rules), rules },
    policy: { number: policy?.number ?? null, hash: hashOf(chosen), rules: chosen, motive: policy?.motive ?? null },
    rounding: 'HALF_AWAY_FROM_ZERO_TO_2_DECIMALS',
  };
}

/** What certificates are made from: what tests found, what the run keeps, how many are ranked in each category. */
interface Found {
  readonly tests: Tests;
  readonly kept: KeptLines;
  readonly fields: ReadonlyMap<string, number>;
}

function bodyOf(rules: Rules, score: Score, { tests, kept, fields }: Found): Certificate {
  const { structure, category, edition } = score.enrolment.getEntity();
  const own = [...(tests.get(score.enrolment.id) ?? [])].flatMap(([channel, all]) =>
    all.map((test) => ({ channel, findings: [...test.values()] })),
  );
  const found = scoreOf(
    rules,
    own.flatMap(({ findings }) => findings),
  );
  if (!isFaithful(kept.get(score.enrolment.id) ?? [], found)) throw new Refusal('SCORES_STALE');
  const [{ year, ordinal, label, provenance }, of, among] = [
    edition.getEntity(),
    structure.getEntity(),
    category.getEntity(),
  ];
  return {
    ...{ edition: { year, ordinal, label, provenance }, structure: { reference: of.reference, name: of.name } },
    category: { code: among.code, label: among.label },
    tests: answersOf(
      rules.channels.map(({ code }) => code),
      own,
    ),
    values: valuesOf(rules, found),
    rank: { rank: score.rank, field: fields.get(among.id) ?? 0 },
  };
}

/** How many structures are ranked in each category. */
async function fieldsOf(em: EntityManager, run: ScoreRun): Promise<ReadonlyMap<string, number>> {
  const lines: { category: string; ranked: number }[] = await em.execute(
    `select e.category_id as category, count(s.rank)::int as ranked from score s join enrolment e on e.id = s.enrolment_id
     where s.run_id = ? and s.channel_id is null group by e.category_id`,
    [run.id],
  );
  return new Map(lines.map(({ category, ranked }) => [category, ranked]));
}

const hashOf = (value: Json): string => createHash('sha256').update(canonical(value)).digest('hex');
