import type { EntityManager } from '@mikro-orm/postgresql';
import Fraction from 'fraction.js';
import { Refusal } from '../kernel/errors.ts';
import { keptOf, rulesOfRun } from '../ranking/kept.service.ts';
import { latestRun } from '../ranking/score.service.ts';
import type { ScoreRun } from '../ranking/score.ts';
import { meanOf, rounded } from '../score/exact.rules.ts';
import { departmentName, regionName } from '../territory/territory.service.ts';
import { type DimensionMean, MeansDimension } from './means.ts';
import { stepScoresOf } from './step.rules.ts';

/** The means of the latest run of an edition by one dimension, in the order of its codes; refused before the first. */
export async function meansBy(
  em: EntityManager,
  editionId: string,
  dimension: MeansDimension,
): Promise<DimensionMean[]> {
  const run = await latestRun(em, editionId);
  if (!run) throw new Refusal('NO_SCORES');
  const scored = dimension === MeansDimension.STEP ? await onSteps(em, run) : await onPlaces(em, run, dimension);
  const groups = Map.groupBy(scored, ({ code }) => code);
  const labels = new Map(scored.map(({ code, label }) => [code, label]));
  return [...labels].map(([code, label]) => {
    const known = (groups.get(code) ?? []).flatMap(({ exact }) => exact ?? []);
    const mean = meanOf(known);
    return {
      ...{ code, label, structureCount: known.length },
      ...{ mean: mean && rounded(mean, 2), exact: mean?.toFraction() ?? null },
    };
  });
}

/** One score of one structure, at one place of the dimension. */
interface Placed {
  readonly code: string | null;
  readonly label: string | null;
  readonly exact: Fraction | null;
}

/** Code, label and order of each dimension, in the words of the query of `onPlaces`. */
const places: Readonly<Record<Exclude<MeansDimension, 'STEP'>, readonly [code: string, label: string, order: string]>> =
  {
    CATEGORY: ['c.code', 'c.label', 'c.position'],
    DEPARTMENT: ['s.department_code', 's.department_code', 's.department_code collate "C"'],
    REGION: ['s.region_code', 's.region_code', 's.region_code collate "C"'],
    CHANNEL: ['h.code', 'h.label', 'h.position'],
    CERTIFICATION: ['z.name', 'z.name', 'z.name collate "C"'],
  };

/** Territories are named by the official reference; one it does not know keeps its code. */
const named: Readonly<Partial<Record<MeansDimension, (code: string | null) => string | null>>> = {
  DEPARTMENT: departmentName,
  REGION: regionName,
};

async function onPlaces(
  em: EntityManager,
  run: ScoreRun,
  dimension: Exclude<MeansDimension, 'STEP'>,
): Promise<Placed[]> {
  const [code, label, order] = places[dimension];
  const lines: { code: string | null; label: string | null; exact: string | null }[] = await em.execute(
    `select ${code} as code, ${label} as label, p.exact
     from score p join enrolment e on e.id = p.enrolment_id join category c on c.id = e.category_id
       join structure s on s.id = e.structure_id left join channel h on h.id = p.channel_id
       left join lateral unnest(e.certifications) as z (name) on ?::boolean
     where p.run_id = ? and p.criterion_id is null and (p.channel_id is not null) = ?::boolean
     order by ${order} nulls last, s.reference collate "C"`,
    [dimension === MeansDimension.CERTIFICATION, run.id, dimension === MeansDimension.CHANNEL],
  );
  return lines.map(({ code, label, exact }) => ({
    ...{ code, label: named[dimension]?.(code) ?? label },
    exact: exact === null ? null : new Fraction(exact),
  }));
}

/** The score of each ranked structure on each step of the journey, in the order of the grid. */
async function onSteps(em: EntityManager, run: ScoreRun): Promise<Placed[]> {
  const { grid, rules } = await rulesOfRun(em, run);
  const ids: { id: string }[] = await em.execute(
    'select enrolment_id as id from score where run_id = ? and rank is not null',
    [run.id],
  );
  const kept = await keptOf(
    em,
    run,
    rules,
    ids.map(({ id }) => id),
  );
  const scores = [...kept.values()].flatMap(({ structure }) => (structure ? [stepScoresOf(rules, structure)] : []));
  return grid.steps
    .getItems()
    .flatMap(({ code, label }): Placed[] => [
      { code, label, exact: null },
      ...scores.flatMap((steps) => steps.get(code) ?? []).map((exact) => ({ code, label, exact })),
    ]);
}
