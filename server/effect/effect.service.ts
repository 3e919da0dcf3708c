import type { EntityManager } from '@mikro-orm/postgresql';
import { DoubleCheck, type Findings } from '../control/double.ts';
import { Category } from '../edition/category.ts';
import { Enrolment } from '../enrolment/enrolment.ts';
import type { Criterion } from '../grid/criterion.ts';
import type { Grid } from '../grid/grid.ts';
import { type Inputs, inputsOf } from '../ranking/inputs.ts';
import { sampledOf, testsOf } from '../ranking/samples.ts';
import { scoredIn } from '../ranking/scoring.ts';
import { pointsOf } from '../score/scale.rules.ts';
import type { Sampled } from '../uncertainty/sample.rules.ts';
import type { Observed } from './crossed.rules.ts';
import { type Effect, effectsOf } from './effect.rules.ts';
import type { AuditorEffects, ChannelEffect, PodiumChange } from './effect.ts';
import type { Paired } from './paired.rules.ts';
import { type Placed, podiumChanges, podiumOf, withoutEffect } from './podium.rules.ts';

/**
 * What each auditor adds to the scores of an edition, channel by channel, and whether a podium would change without it.
 * Computed when asked and written nowhere: nothing official reads it, and scores come out the same whether or not anyone
 * asks.
 */
export async function auditorEffects(em: EntityManager, editionId: string): Promise<AuditorEffects> {
  const inputs = await inputsOf(em, editionId);
  const field = await fieldOf(em, inputs);
  const pairs = await pairsOf(em, inputs.grid, editionId);
  const channels = inputs.grid.channels.getItems();
  const told = channels.map((channel) => ({
    channel,
    ...effectsOf(field.observed.get(channel.code) ?? [], pairs.get(channel.code) ?? []),
  }));
  const added = new Map(
    told.map(({ channel, effects }) => [
      channel.code as string,
      new Map(effects.map((each) => [each.auditor, each.shrunk])),
    ]),
  );
  const lines: ChannelEffect[] = told
    .filter(({ effects }) => effects.length > 0)
    .map(({ channel, effects, noise }) => ({ channel, noise, effects: effects.toSorted(byStrength) }));
  return { channels: lines, podiums: await podiumsOf(em, editionId, field, added), testCount: field.testCount };
}

const byStrength = (a: Effect, b: Effect): number =>
  Number(b.flagged) - Number(a.flagged) || Math.abs(b.points) - Math.abs(a.points);

/** What was found in an edition, as far as auditors go. */
interface Field {
  readonly sampled: ReadonlyMap<string, Sampled>;
  /** The scores of tests whose auditor is known, by channel. */
  readonly observed: ReadonlyMap<string, readonly Observed[]>;
  /** Who tested each structure on each channel: null for what came in a file. */
  readonly auditors: ReadonlyMap<string, readonly (string | null)[]>;
  readonly categories: ReadonlyMap<string, string>;
  readonly testCount: number;
}

async function fieldOf(em: EntityManager, inputs: Inputs): Promise<Field> {
  const tests = await testsOf(em, inputs.grid);
  const auditors = await auditorsOf(em, inputs.grid);
  const sampled = new Map<string, Sampled>();
  const categories = new Map<string, string>();
  const observed = new Map<string, Observed[]>();
  let testCount = 0;
  for await (const chunk of scoredIn(em, inputs))
    for (const scored of chunk) {
      const { id } = scored.enrolled;
      if (scored.score === null) continue;
      const structure = { ...sampledOf(inputs.rules, scored, tests), id };
      sampled.set(id, structure);
      categories.set(id, scored.enrolled.categoryId);
      for (const { code, score, tests: influences } of structure.channels) {
        const own = auditors.get(`${id} ${code}`) ?? [];
        // Each test is taken for what the channel would score if all of its tests were like it.
        const known = influences.flatMap((influence, i) => {
          const auditor = influences.length === own.length ? own[i] : null;
          return auditor ? [{ structure: id, auditor, score: score + influence }] : [];
        });
        testCount += known.length;
        observed.set(code, [...(observed.get(code) ?? []), ...known]);
      }
    }
  return { sampled, observed, auditors, categories, testCount };
}

/** The auditors of validated tests by code, in the order in which `testsOf` reads them. */
async function auditorsOf(em: EntityManager, { edition }: Grid): Promise<Map<string, (string | null)[]>> {
  const rows = await em.execute<{ place: string; code: string | null }[]>(
    `select a.enrolment_id || ' ' || h.code as place, u.code from audit a join channel h on h.id = a.channel_id
       left join assignment s on s.id = a.assignment_id left join auditor u on u.id = s.auditor_id
     where a.edition_id = ? and a.state = 'VALIDATED' and exists (select from measurement m where m.audit_id = a.id)
     order by a.reference collate "C"`,
    [edition.id],
  );
  return new Map(
    [...Map.groupBy(rows, ({ place }) => place)].map(([place, own]) => [place, own.map(({ code }) => code)]),
  );
}

/** What second readings say of the first ones, in points on the criteria that both found a value for, by channel. */
async function pairsOf(em: EntityManager, grid: Grid, editionId: string): Promise<Map<string, Paired[]>> {
  const done = { sample: { edition: editionId }, doneAt: { $ne: null }, audit: { assignment: { $ne: null } } };
  const checks = await em.find(DoubleCheck, done, { populate: ['audit.assignment.auditor', 'audit.channel'] });
  const pairs = new Map<string, Paired[]>();
  for (const { audit, first, second } of checks) {
    const { channel, assignment } = audit.getEntity();
    const auditor = assignment?.getEntity().auditor?.getEntity().code;
    const code = channel.getProperty('code');
    const criteria =
      grid.channels
        .getItems()
        .find((each) => each.code === code)
        ?.criteria.getItems() ?? [];
    const difference = differenceOf(criteria, first ?? {}, second ?? {});
    if (auditor && difference !== null) pairs.set(code, [...(pairs.get(code) ?? []), { auditor, difference }]);
  }
  return pairs;
}

function differenceOf(criteria: readonly Criterion[], first: Findings, second: Findings): number | null {
  const both = criteria.flatMap(({ code, weight, scale }) => {
    const [a, b] = [first[code], second[code]].map((found) => found?.choice ?? found?.amount ?? null);
    if (a == null || b == null) return [];
    return [{ weight: Number(weight), points: pointsOf(scale, a).sub(pointsOf(scale, b)).valueOf() }];
  });
  const weights = both.reduce((sum, { weight }) => sum + weight, 0);
  return weights > 0 ? (100 * both.reduce((sum, { weight, points }) => sum + weight * points, 0)) / weights : null;
}

/** The podiums that would hold others, or hold them otherwise, if what auditors add were taken away. */
async function podiumsOf(
  em: EntityManager,
  editionId: string,
  { sampled, auditors, categories }: Field,
  added: ReadonlyMap<string, ReadonlyMap<string, number>>,
): Promise<PodiumChange[]> {
  const meanAdded = (id: string, channel: string): number => {
    const own = auditors.get(`${id} ${channel}`) ?? [];
    const points = own.map((auditor) => (auditor === null ? 0 : (added.get(channel)?.get(auditor) ?? 0)));
    return points.length > 0 ? points.reduce((sum, each) => sum + each, 0) / points.length : 0;
  };
  const all = await em.find(Category, { edition: editionId }, { orderBy: { position: 'asc' } });
  const changed = all.flatMap((category) => {
    const own = [...sampled.values()].filter(({ id }) => categories.get(id) === category.id);
    const before = podiumOf(own);
    const after = podiumOf(own.map((structure) => withoutEffect(structure, meanAdded)));
    return podiumChanges(before, after) ? [{ category, before, after }] : [];
  });
  const ids = changed.flatMap(({ before, after }) => [...before, ...after].map(({ id }) => id));
  const enrolments = new Map((await em.find(Enrolment, { id: { $in: ids } })).map((each) => [each.id as string, each]));
  const named = (placed: readonly Placed[]) =>
    placed.flatMap(({ id, score }) => {
      const enrolment = enrolments.get(id);
      return enrolment ? [{ enrolment, score }] : [];
    });
  return changed.map(({ category, before, after }) => ({ category, before: named(before), after: named(after) }));
}
