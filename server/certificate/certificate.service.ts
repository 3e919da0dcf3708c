import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Enrolment, Tier } from '../enrolment/enrolment.ts';
import type { Criterion } from '../grid/criterion.ts';
import { rulesOf } from '../grid/grid.service.ts';
import type { Grid } from '../grid/grid.ts';
import { type Actor, isStaff } from '../kernel/actor.ts';
import { Refusal } from '../kernel/errors.ts';
import type { Seal } from '../kernel/seal.ts';
import { rulesOfRun } from '../ranking/kept.service.ts';
import { visibleScoresOf } from '../ranking/ranking.policy.ts';
import { type Tests, testsOf } from '../ranking/samples.ts';
import { latestRun } from '../ranking/score.service.ts';
import { Score, type ScoreRun } from '../ranking/score.ts';
import type { ChannelRule } from '../score/channel.rules.ts';
import type { CriterionRule } from '../score/measure.rules.ts';
import { type Rules, scoreOf } from '../score/score.rules.ts';
import { answersOf, canonical, type Json, valuesOf } from './certificate.rules.ts';

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
  const run = await latestRun(em, enrolment.edition.id);
  if (!run) throw new Refusal('NO_SCORES');
  for await (const certificate of certificatesIn(em, seal, run, [enrolmentId])) return certificate;
  throw new Refusal('NO_SCORES');
}

/** The certificates of a run, one by one: of some structures, or of all. Refused when the tests say something else. */
export async function* certificatesIn(
  em: EntityManager,
  seal: Seal,
  run: ScoreRun,
  enrolmentIds: readonly string[] | null = null,
): AsyncGenerator<Certificate> {
  const { grid, rules } = await rulesOfRun(em, run);
  const of = enrolmentIds ? { enrolment: { $in: [...enrolmentIds] } } : {};
  const scores: Score[] = await em.find(
    Score,
    { run, channel: null, ...of },
    {
      populate: ['enrolment.structure', 'enrolment.category', 'enrolment.edition'],
      orderBy: { enrolment: { id: 'asc' } },
    },
  );
  const tests = await testsOf(em, run.edition.id);
  const fields = await fieldsOf(em, run);
  const head = await headOf(run, grid);
  for (const score of scores) yield sealed(seal, { ...head, ...bodyOf(rules, score, tests, fields) });
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

function bodyOf(rules: Rules, score: Score, tests: Tests, fields: ReadonlyMap<string, number>): Certificate {
  const { structure, category, edition } = score.enrolment.getEntity();
  const own = [...(tests.get(score.enrolment.id) ?? [])].flatMap(([channel, all]) =>
    all.map((test) => ({ channel, findings: [...test.values()] })),
  );
  const found = scoreOf(
    rules,
    own.flatMap(({ findings }) => findings),
  );
  if ((found.score?.toFraction() ?? null) !== score.exact) throw new Refusal('SCORES_STALE');
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
    values: valuesOf(found),
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

/** A grid as a certificate writes it: what scores need, with the names of things. */
function writtenOf(grid: Grid): Json {
  const { minimumShare, channels } = rulesOf(grid);
  return {
    minimumShare: minimumShare ?? null,
    steps: grid.steps.getItems().map(({ code, label, weight }) => ({ code, label, weight: weight && plain(weight) })),
    channels: grid.channels.getItems().map((channel, i) => writtenChannel(channel, channels[i] as ChannelRule)),
  };
}

function writtenChannel({ label, criteria }: Grid['channels'][number], rule: ChannelRule): Json {
  const { code, weight, optional, compared, whenAbsent, floor, minimum, bonusCap } = rule;
  return {
    ...{ code, label, weight, optional, compared: compared ?? false, whenAbsent: whenAbsent ?? 'RENORMALISE' },
    ...{ floor: floor ?? null, minimum: minimum ?? null, bonusCap: bonusCap ?? null },
    criteria: criteria.getItems().map((each, i) => writtenCriterion(each, rule.criteria[i] as CriterionRule)),
  };
}

function writtenCriterion({ label, kind, scale, conditions }: Criterion, rule: CriterionRule): Json {
  const { code, weight, step, bonus, minimum, floor, absences } = rule;
  return {
    ...{ code, label, step: step ?? '', kind, weight, bonus: bonus ?? false, minimum: minimum ?? null },
    ...{ floor: floor ?? null, scale: scale as unknown as Json, absences: { ...absences } },
    conditions: conditions as unknown as Json,
  };
}

const hashOf = (value: Json): string => createHash('sha256').update(canonical(value)).digest('hex');
const plain = (weight: string): string => weight.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
