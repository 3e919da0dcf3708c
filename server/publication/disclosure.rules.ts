import { type Arc, Circulation } from './flow.rules.ts';

/** Why a mean is not told; `partner/closed.ts` says it in words. */
export type Why = 'SMALL_BASE' | 'DOMINANCE' | 'EXTREME' | 'PROTECTS_ANOTHER';

/** One structure behind the means of an edition. Scores are on 100, by measure: `overall`, `channel.PHONE`… */
export interface Contributor {
  readonly category: string;
  readonly region: string | null;
  readonly department: string | null;
  /** Whether the palmarès names it first of its category: everyone then knows that it is above the mean. */
  readonly first: boolean;
  readonly scores: ReadonlyMap<string, number>;
}

/** Structures whose means are told together. Their code is the first half of that of a mean. */
export interface Population {
  readonly code: string;
  readonly members: readonly Contributor[];
}

/** What a mean needs to be told by itself: a rule of the edition, published with it. */
export interface Threshold {
  /** Fewest structures behind it. */
  readonly fewest: number;
  /** Most of its sum that one of them may make up, from 0 to 1. */
  readonly largest: number;
}

/** Nothing unpublished may be known within five points: the interval left for it is at least twice as wide. */
const WIDTH = 10;
const OVERALL = 'overall';

/** All structures, those of each category, région and département, where there are any. */
export function populationsOf(all: readonly Contributor[]): Population[] {
  const by = (kind: string, codeOf: (each: Contributor) => string | null): Population[] =>
    [...Map.groupBy(all, codeOf)].flatMap(([code, members]) =>
      code === null ? [] : [{ code: `${kind}.${code}`, members }],
    );
  return [
    { code: 'all', members: all },
    ...by('category', ({ category }) => category),
    ...by('region', ({ region }) => region),
    // One that records place in two régions belongs in no hierarchy: nothing is told of it.
    ...by('department', ({ department }) => department).filter(
      ({ members }) => new Set(members.map(({ region }) => region)).size === 1,
    ),
  ];
}

/**
 * Which means of an edition are not told, and why, by the code of the mean: decided once for a version.
 *
 * First those that say something by themselves: under the threshold of structures, dominated by one, or so near an end of the
 * scale that they bound each of their members. Then, one after another, the cheapest ones without which no sum or
 * difference of what is told leaves less than ten points of doubt on a mean that is not, nor on any structure. For one
 * measure the told means are fixed arcs of a circulation (all → category → structure → département → région → all),
 * whose freedom is computed exactly. Where a mean is hidden to protect another, every measure of its structures is.
 *
 * Source: Willenborg and de Waal, Elements of Statistical Disclosure Control (2001), chapters 4 and 6.
 */
export function withheldMeans(
  all: readonly Contributor[],
  measures: readonly string[],
  threshold: Threshold,
  before: ReadonlyMap<string, Why> = new Map(),
): ReadonlyMap<string, Why> {
  const populations = populationsOf(all);
  const withheld = new Map(before);
  for (const population of populations) {
    for (const measure of measures) {
      const why = ownReason(population, measure, threshold);
      if (why) withheld.set(cellOf(population, measure), why);
    }
    closeOver(population, measures, withheld, threshold.fewest);
  }
  // Each round hides at least one more mean, or ends.
  while (measures.some((measure) => protect(populations, measure, measures, withheld, threshold.fewest)));
  return withheld;
}

/** A mean as an earlier version of the same year told it, or withheld it. */
interface Earlier {
  readonly code: string;
  readonly value: number | null;
  readonly count: number | null;
  readonly why: Why | null;
}

/**
 * What earlier versions of the same year forbid to tell now: what they withheld, and what would come out otherwise than
 * they told it. Scores are final by then, so that another mean is that of other structures, a few come or gone: the
 * difference would be theirs.
 */
export function forbiddenBy(
  earlier: readonly Earlier[],
  now: ReadonlyMap<string, { readonly value: number; readonly count: number }>,
): ReadonlyMap<string, Why> {
  const forbidden = new Map<string, Why>();
  for (const { code, value, count, why } of earlier) {
    const mean = now.get(code);
    const same = mean && mean.value === value && mean.count === count;
    if (!forbidden.has(code) && (why || !same)) forbidden.set(code, why ?? 'PROTECTS_ANOTHER');
  }
  return forbidden;
}

export const cellOf = ({ code }: Population, measure: string): string => `${code}/${measure}`;

const scoresOf = ({ members }: Population, measure: string): number[] =>
  members.flatMap(({ scores }) => scores.get(measure) ?? []);

const total = (scores: readonly number[]): number => scores.reduce((sum, score) => sum + score, 0);

function ownReason(population: Population, measure: string, { fewest, largest }: Threshold): Why | null {
  const scores = scoresOf(population, measure);
  const sum = total(scores);
  if (scores.length < fewest) return 'SMALL_BASE';
  if (Math.max(...scores) > largest * sum) return 'DOMINANCE';
  if (Math.min(sum, 100 * scores.length - sum) < WIDTH) return 'EXTREME';
  const first =
    measure === OVERALL && population.code.startsWith('category.') && population.members.some((each) => each.first);
  return first && sum > (100 - WIDTH) * scores.length ? 'EXTREME' : null;
}

/**
 * Measures of the same structures are tied: an overall score is made of channels, and a step of the same marks.
 *
 * - Without the overall mean nothing is told: the channels would give it away.
 * - A channel is tied to the overall mean when fewer than `fewest` structures have the one without the other: told, all
 *   the rest would give those away; hidden, the rest would give it away. It is hidden together with another, and with
 *   the steps: two unknowns for one equation.
 * - One hidden step hides the others: together they are the channels.
 * - Within twenty points of an end of the scale, an overall mean holds every hidden part of it there, and those of who
 *   is beside it: nothing is told.
 */
function closeOver(
  population: Population,
  measures: readonly string[],
  withheld: Map<string, Why>,
  fewest: number,
): void {
  const hide = (measure: string) => {
    const cell = cellOf(population, measure);
    if (!withheld.has(cell)) withheld.set(cell, 'PROTECTS_ANOTHER');
  };
  const isTold = (measure: string) => !withheld.has(cellOf(population, measure));
  if (!isTold(OVERALL)) {
    measures.forEach(hide);
    return;
  }
  const overall = scoresOf(population, OVERALL);
  const all = overall.length;
  const tied = measures.filter((measure) => {
    const base = scoresOf(population, measure).length;
    const without = all - base;
    return isOf('channel', measure) && base > 0 && without < fewest && (without > 0 || !isTold(measure));
  });
  tied.forEach(hide);
  const [alone] = tied;
  const others = measures.filter((measure) => isOf('channel', measure) && measure !== alone);
  // One already hidden is the second unknown: a correction, which begins with what is hidden, hides no more.
  const paired = others.some((measure) => !isTold(measure) && scoresOf(population, measure).length >= fewest);
  const partner = others.find(isTold);
  if (tied.length === 1 && !paired && partner) hide(partner);
  const steps = measures.filter((measure) => isOf('step', measure));
  const known = steps.filter((measure) => scoresOf(population, measure).length > 0);
  if (tied.length > 0 || !known.every(isTold)) steps.forEach(hide);
  const sum = total(overall);
  const narrow = Math.min(sum, 100 * all - sum) < 2 * WIDTH * all;
  if (narrow && measures.some((measure) => !isTold(measure) && scoresOf(population, measure).length > 0))
    measures.forEach(hide);
}

const isOf = (kind: string, measure: string): boolean => measure.startsWith(`${kind}.`);

/** Hides what leaves too little doubt on one measure; whether anything was hidden. */
function protect(
  populations: readonly Population[],
  measure: string,
  measures: readonly string[],
  withheld: Map<string, Why>,
  fewest: number,
): boolean {
  const known = withheld.size;
  for (;;) {
    const opening = openingOf(populations, measure, withheld);
    if (opening.length === 0) return withheld.size > known;
    for (const population of opening) {
      withheld.set(cellOf(population, measure), 'PROTECTS_ANOTHER');
      closeOver(population, measures, withheld, fewest);
    }
  }
}

/** The populations to hide next on a measure: the cheapest that widen the first interval found too narrow. */
function openingOf(
  populations: readonly Population[],
  measure: string,
  withheld: ReadonlyMap<string, Why>,
): readonly Population[] {
  const { arcs, nodes, owners, sizes } = circulationOf(populations, measure, withheld);
  const circulation = new Circulation(arcs, nodes);
  for (const [i, size] of sizes.entries()) {
    if (size === 0) continue;
    const { opening } = circulation.range(i, WIDTH * size);
    const found = opening.flatMap((arc) => owners[arc] ?? []);
    if (found.length > 0) return found;
  }
  return [];
}

/**
 * The means of one measure as a circulation; the population of each arc, where it has one; and how many structures it
 * carries when it is to be kept from being known: a mean that is not told, or one structure.
 */
function circulationOf(populations: readonly Population[], measure: string, withheld: ReadonlyMap<string, Why>) {
  const arcs: Arc[] = [];
  const owners: (Population | null)[] = [];
  const sizes: number[] = [];
  const places = new Map<string, number>();
  const node = (name: string): number => {
    const place = places.get(name) ?? places.size;
    places.set(name, place);
    return place;
  };
  const own = new Map(populations.map((population) => [population.code, population]));
  const roomOf = roomIn(populations, measure);
  const add = (from: string, to: string, members: readonly Contributor[], owner: Population | null, alone = false) => {
    const scores = members.flatMap(({ scores }) => scores.get(measure) ?? []);
    if (scores.length === 0) return;
    const cost = owner && !withheld.has(cellOf(owner, measure)) ? scores.length : null;
    const rooms = members.map(roomOf);
    const [up, down] = [total(rooms.map((room) => room.up)), total(rooms.map((room) => room.down))];
    arcs.push({ from: node(from), to: node(to), up, down, cost });
    owners.push(owner);
    sizes.push(alone || (owner && cost === null) ? scores.length : 0);
  };
  const everyone = own.get('all')?.members ?? [];
  add('end', 'start', everyone, own.get('all') ?? null);
  for (const [code, members] of Map.groupBy(everyone, ({ category }) => category))
    add('start', `category ${code}`, members, own.get(`category.${code}`) ?? null);
  for (const each of everyone) add(`category ${each.category}`, placeOf(each), [each], null, true);
  for (const members of Map.groupBy(everyone, placeOf).values()) {
    const [{ region, department } = { region: null, department: null }] = members;
    const whole = own.get(`department.${department}`);
    add(
      `place ${region} ${department}`,
      `region ${region}`,
      members,
      whole?.members.length === members.length ? whole : null,
    );
  }
  for (const [region, members] of Map.groupBy(everyone, ({ region }) => region))
    add(`region ${region}`, 'end', members, own.get(`region.${region}`) ?? null);
  return { arcs, nodes: places.size, owners, sizes };
}

/**
 * How much each structure could have scored more, and less, as far as anyone knows: from 0 to 100; and, of a category
 * whose first is named, the first above a line halfway to the second and all others below it. Readers know less than
 * that line: what is wide enough with it is wide enough without.
 */
function roomIn(populations: readonly Population[], measure: string) {
  const lines = new Map<string, number>();
  for (const { code, members } of measure === OVERALL ? populations : []) {
    if (!code.startsWith('category.') || !members.some(({ first, scores }) => first && scores.has(measure))) continue;
    const best = (first: boolean) =>
      members.flatMap((each) => (each.first === first ? (each.scores.get(measure) ?? []) : []));
    const [first, second] = [Math.min(...best(true)), Math.max(0, ...best(false))];
    lines.set(code, (first + Math.min(first, second)) / 2);
  }
  return ({ category, first, scores }: Contributor): { readonly up: number; readonly down: number } => {
    const score = scores.get(measure);
    if (score === undefined) return { up: 0, down: 0 };
    const line = lines.get(`category.${category}`);
    if (line === undefined) return { up: 100 - score, down: score };
    return first ? { up: 100 - score, down: score - line } : { up: Math.max(0, line - score), down: score };
  };
}

const placeOf = ({ region, department }: Contributor): string => `place ${region} ${department}`;
