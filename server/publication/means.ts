import type { EntityManager } from '@mikro-orm/postgresql';
import Fraction from 'fraction.js';
import { stepScoresOf } from '../comparison/step.rules.ts';
import { type Contributor, type Population, populationsOf, type Why } from '../disclosure/contributor.rules.ts';
import { decided } from '../disclosure/decided.ts';
import { forbiddenBy, type Threshold } from '../disclosure/disclosure.rules.ts';
import type { Honour } from '../disclosure/honour.rules.ts';
import type { Figure } from '../edition/figure.ts';
import { StructureKind } from '../kernel/kinds.ts';
import { inTurns } from '../kernel/turns.ts';
import type { PublishedRows, ToldMean } from '../partner/published.ts';
import { keptOf, type RunRules } from '../ranking/kept.service.ts';
import type { ScoreRun } from '../ranking/score.ts';
import { meanOf, rounded } from '../score/exact.rules.ts';
import { searchTerritories } from '../territory/territory.service.ts';
import type { Followed } from './followed.ts';
import { type Decisive, type Made, madeOf } from './part.rules.ts';

/** One structure behind the means of a run, with its exact scores by measure. */
export interface Scored extends Contributor {
  readonly exact: ReadonlyMap<string, Fraction>;
  readonly structureId: string;
  /** Whether it has a place in its category. */
  readonly ranked: boolean;
}

type MeanRow = PublishedRows['mean'][number];

/** What a mean is over, and what it is taken of: the columns that say so. */
type Place = Pick<MeanRow, 'scope' | 'category_code' | 'territory_code' | 'label'> & { readonly code: string };
type Measured = Pick<MeanRow, 'measure' | 'channel_code' | 'step_code'> & { readonly code: string };

/** The scores of every structure of a run: overall, on each channel, at each step, and what prizes rank on. */
export async function scoredIn(
  em: EntityManager,
  run: ScoreRun,
  { rules }: RunRules,
  decisive: Decisive,
): Promise<Scored[]> {
  const lines: Line[] = await em.execute(
    `select e.id, s.id as "structureId", c.code as category, s.region_code as region, s.department_code as department,
       coalesce(bool_or(p.channel_id is null and p.rank is not null), false) as ranked,
       json_object_agg(coalesce('channel.' || h.code, 'overall'), p.exact) filter (where p.exact is not null) as told
     from score p join enrolment e on e.id = p.enrolment_id join category c on c.id = e.category_id
       join structure s on s.id = e.structure_id left join channel h on h.id = p.channel_id
     where p.run_id = ? and p.criterion_id is null group by e.id, c.code, s.id order by s.reference collate "C"`,
    [run.id],
  );
  const ids = lines.flatMap(({ id, told }) => (told?.overall ? [id] : []));
  const kept = await keptOf(em, run, rules, ids);
  return inTurns(lines, ({ id, told, ...own }): Scored => {
    const structure = kept.get(id)?.structure;
    const steps = structure ? [...stepScoresOf(rules, structure)] : [];
    const exact = new Map([
      ...Object.entries(told ?? {}).map(([code, score]) => [code, new Fraction(score)] as const),
      ...steps.map(([code, score]) => [`step.${code}`, score] as const),
    ]);
    const made = structure && madeOf(rules, structure, decisive);
    const scores = [...exact].map(([code, score]) => [code, Number(score.valueOf())] as const);
    return { ...own, exact, ...made, scores: new Map([...scores, ...(made ? prizeScoresOf(made) : [])]) };
  });
}

/** What prizes rank on, of one structure. */
const prizeScoresOf = ({ marks, parts }: Made): [string, number][] =>
  [...parts].flatMap(([measure, own]) =>
    measure.startsWith('prize.')
      ? [[measure, [...own].reduce((sum, [mark, part]) => sum + part * (marks.get(mark) ?? 0), 0)]]
      : [],
  );

interface Line extends Pick<Scored, 'structureId' | 'ranked'> {
  readonly id: string;
  readonly category: string;
  readonly region: string | null;
  readonly department: string | null;
  readonly told: Readonly<Record<string, string>> | null;
}

/** Every mean of an edition, told or withheld: a row for each place and measure there could be, whatever the data. */
export async function meanRows(
  scored: readonly Scored[],
  categories: readonly { readonly code: string; readonly label: string }[],
  { grid }: RunRules,
  followed: Followed,
  threshold: Threshold,
  honours: readonly Honour[],
  earlier: readonly ToldMean[],
): Promise<MeanRow[]> {
  const measures = measuresOf(grid);
  const members = new Map(populationsOf(scored).map((population) => [population.code, population]));
  const withheld = await decided({
    ...{ all: scored, measures: measures.map(({ code }) => code), threshold, honours },
    before: forbiddenBy(earlier.map(earlierOf), meansIn(members, measures)),
  });
  const rows = placesOf(categories).flatMap((place) =>
    measures.map((measured) => rowOf(place, measured, members.get(place.code), withheld, followed)),
  );
  return rows.map((row, position) => ({ ...row, position }));
}

const earlierOf = ({ code, value, structure_count, withheld }: ToldMean) => ({
  ...{ code, value: value === null ? null : Number(value), count: structure_count },
  why: withheld as Why | null,
});

/** Every mean as it would be told. */
function meansIn(members: ReadonlyMap<string, Population>, measures: readonly Measured[]) {
  const told = new Map<string, { value: number; count: number }>();
  for (const [place, population] of members)
    for (const { code } of measures) {
      const scores = exactOf(population, code);
      const mean = meanOf(scores);
      if (mean) told.set(`${place}/${code}`, { value: Number(rounded(mean, 2)), count: scores.length });
    }
  return told;
}

const exactOf = (population: Population | undefined, measure: string): Fraction[] =>
  (population?.members ?? []).flatMap((each) => (each as Scored).exact.get(measure) ?? []);

function rowOf(
  { code: place, ...over }: Place,
  { code: measure, ...of }: Measured,
  population: Population | undefined,
  withheld: ReadonlyMap<string, Why>,
  followed: Followed,
): Omit<MeanRow, 'position'> {
  const code = `${place}/${measure}`;
  const scores = exactOf(population, measure);
  const why = withheld.get(code) ?? (scores.length === 0 ? 'SMALL_BASE' : null);
  const mean = why ? null : meanOf(scores);
  return {
    ...{ code, ...over, ...of, withheld: why },
    value: mean && rounded(mean, 2),
    structure_count: mean && scores.length,
    ...followed(code, of.channel_code, mean !== null),
  };
}

const measuresOf = (grid: RunRules['grid']): Measured[] => [
  { code: 'overall', measure: 'OVERALL', channel_code: null, step_code: null },
  ...grid.channels
    .getItems()
    .map(
      ({ code }): Measured => ({ code: `channel.${code}`, measure: 'CHANNEL', channel_code: code, step_code: null }),
    ),
  ...grid.steps
    .getItems()
    .map(({ code }): Measured => ({ code: `step.${code}`, measure: 'STEP', channel_code: null, step_code: code })),
];

function placesOf(categories: readonly { readonly code: string; readonly label: string }[]): Place[] {
  const none = { category_code: null, territory_code: null };
  const territories = (scope: 'REGION' | 'DEPARTMENT', kind: StructureKind) =>
    searchTerritories('', [kind], 1000).map(
      ({ code, name }): Place => ({
        code: `${scope.toLowerCase()}.${code}`,
        scope,
        ...none,
        territory_code: code,
        label: name,
      }),
    );
  return [
    { code: 'all', scope: 'ALL', ...none, label: ALL },
    ...categories.map(
      ({ code, label }): Place => ({
        code: `category.${code}`,
        scope: 'CATEGORY',
        ...none,
        category_code: code,
        label,
      }),
    ),
    ...territories('REGION', StructureKind.REGION),
    ...territories('DEPARTMENT', StructureKind.DEPARTMENT),
  ];
}

const ALL = 'Toutes les structures';

/** The means of a past edition, as public sources reported them; the overall one is there even when none did. */
export function reportedMeans(figures: readonly Figure[], followed: Followed): MeanRow[] {
  const structures = figures.find(({ code }) => code === 'structures')?.value;
  const none = { category_code: null, territory_code: null, channel_code: null, step_code: null };
  const told = figures.flatMap(({ code: figure, label, value }): Omit<MeanRow, 'position'>[] => {
    const [, of, own] = /^(category|channel)\.(.+)\.score$/.exec(figure) ?? [];
    const mean = { value: rounded(new Fraction(value), 2), structure_count: null, withheld: null };
    if (!of || !own) return [];
    const code = of === 'category' ? `category.${own}/overall` : `all/channel.${own}`;
    const over: Omit<MeanRow, 'position' | 'code' | keyof typeof mean | keyof ReturnType<Followed>> =
      of === 'category'
        ? { ...none, scope: 'CATEGORY', category_code: own, label, measure: 'OVERALL' }
        : { ...none, scope: 'ALL', label: ALL, measure: 'CHANNEL', channel_code: own };
    return [{ code, ...over, ...mean, ...followed(code, over.channel_code, true) }];
  });
  const overall = figures.find(({ code }) => code === 'global_score')?.value;
  const all: Omit<MeanRow, 'position'> = {
    ...{ code: 'all/overall', ...none, scope: 'ALL', label: ALL, measure: 'OVERALL' },
    value: overall ? rounded(new Fraction(overall), 2) : null,
    structure_count: overall && structures ? Number(structures) : null,
    withheld: overall ? null : 'NOT_REPORTED',
    ...followed('all/overall', null, overall !== undefined),
  };
  return [all, ...told].map((row, position) => ({ ...row, position }));
}
