import type Fraction from 'fraction.js';
import { meanOf, ZERO } from '../score/exact.rules.ts';
import type { Rules, StructureScore } from '../score/score.rules.ts';
import { type ComparedGrid, comparabilityOf, type Incomparable } from './break.rules.ts';
import { meanParts, type Parts, partsBetween, type Restriction, sharedOut } from './shapley.rules.ts';
import { apartOn, type Entrant, type Takers, type Tested, takersIn, testedOf, type Version } from './tested.rules.ts';

/** One edition, as two are compared. */
export interface ComparedEdition extends ComparedGrid {
  readonly entrants: readonly Entrant[];
}

/** Which mean is compared: of the overall score or of one channel, over all structures or one category. */
export interface Series {
  readonly channel?: string | null;
  readonly category?: string | null;
}

/** Why a change cannot be split. */
export type Unsplit = 'NO_SCORE' | 'NO_COMMON_STRUCTURE' | 'NO_COMMON_CRITERION' | 'NO_COMMON_SCORE';

/** A change of a mean, on 100, exact: change = likeForLike + grid + panel + coverage. */
export interface Change {
  readonly before: Fraction | null;
  readonly after: Fraction | null;
  readonly change: Fraction | null;
  readonly parts: (Parts & { readonly likeForLike: Fraction }) | null;
  /** Null exactly when there are parts. */
  readonly unsplit: Unsplit | null;
  /** How many structures each mean rests on, and how many are in both. */
  readonly base: { readonly before: number; readonly after: number; readonly both: number };
}

/** Two editions made ready, each structure scored once in each way it may be needed. */
export interface Comparison {
  /** Every criterion of either grid, with why it cannot be compared, or null. */
  readonly criteria: ReadonlyMap<string, Incomparable | null>;
  readonly before: Side;
  readonly after: Side;
}

const references = ['BEFORE', 'AFTER'] as const satisfies readonly Version[];

interface Side {
  readonly entrants: ReadonlyMap<string, Tested>;
}

/** Makes two editions ready to be compared, `after` with `before`. */
export function comparisonOf(before: ComparedEdition, after: ComparedEdition): Comparison {
  const findingsIn = (edition: ComparedEdition) => ({
    ...edition,
    findings: edition.entrants.flatMap(({ findings }) => findings),
  });
  const criteria = comparabilityOf(findingsIn(before), findingsIn(after));
  const common = {
    ...{ BEFORE: onlyCommon(before.rules, criteria), AFTER: onlyCommon(after.rules, criteria) },
  };
  const [was, is] = [takersIn(before.entrants), takersIn(after.entrants)];
  const side = (edition: ComparedEdition, own: Takers, other: Takers): Side => ({
    entrants: new Map(
      [...own].map(([key, taker]) => {
        const apart = apartOn(taker, other.get(key), before.rules, after.rules);
        return [key, testedOf(taker, { OWN: edition.rules, ...common }, apart)];
      }),
    ),
  });
  return { criteria, before: side(before, was, is), after: side(after, is, was) };
}

/**
 * Splits the change of a mean into four parts that add up to it exactly.
 *
 *     u(S)        = the mean of an edition with the restrictions S ⊆ {grid, panel, coverage}
 *     likeForLike = u_after(all three) − u_before(all three)
 *     part        = its share of u_after(none) − u_after(all) less that of u_before(none) − u_before(all)
 *
 * - grid: only criteria both grids have, under the same rules in both editions;
 * - panel: only structures tested in both. One whose score is missing on one side only, under the same rules, is there
 *   as good as gone: it counts as entered or left, so that like is compared with like;
 * - coverage: a structure tested in both leaves out each channel of both grids it was tested on in one edition only.
 *
 * The same rules are those of the one edition, then those of the other, and the parts are the mean of both: comparing
 * the other way round gives exactly the opposite parts. Source of the sharing: `sharedOut`.
 */
export function changeOf({ criteria, ...sides }: Comparison, series: Series = {}): Change {
  const [before, after] = [populationOf(sides.before, series), populationOf(sides.after, series)];
  const own = { before: figuresOf(before, 'OWN', false, series), after: figuresOf(after, 'OWN', false, series) };
  const [was, is] = [meanOf([...own.before.values()]), meanOf([...own.after.values()])];
  const both = [...own.after.keys()].filter((key) => own.before.has(key)).length;
  const told = {
    ...{ before: was, after: is, change: was && is ? is.sub(was) : null },
    base: { before: own.before.size, after: own.after.size, both },
  };
  const unsplit = (reason: Unsplit): Change => ({ ...told, parts: null, unsplit: reason });
  if (!was || !is) return unsplit('NO_SCORE');
  if (![...after.keys()].some((key) => before.has(key))) return unsplit('NO_COMMON_STRUCTURE');
  if (![...criteria.values()].includes(null)) return unsplit('NO_COMMON_CRITERION');
  const split = references.map((reference) => splitUnder(reference, before, after, series));
  const known = split.flatMap((each) => each ?? []);
  if (known.length < split.length) return unsplit('NO_COMMON_SCORE');
  const likeForLike = meanOf(known.map((each) => each.likeForLike)) ?? ZERO;
  return { ...told, parts: { ...meanParts(known), likeForLike }, unsplit: null };
}

type Population = ReadonlyMap<string, Tested>;
type Split = Parts & { readonly likeForLike: Fraction };

/** The split when the rules held the same are those of one edition; null when nothing is left to compare. */
function splitUnder(reference: Version, before: Population, after: Population, series: Series): Split | null {
  const lasting = lastingIn(before, after, (each) => figureIn(each.scoreWith(reference, true), series) !== null);
  const meanIn = (population: Population, other: Population) =>
    rememberedBy((held: ReadonlySet<Restriction>) => {
      const version = held.has('grid') ? reference : 'OWN';
      const kept = held.has('panel') ? only(population, lasting) : population;
      const covered = (key: string) => held.has('coverage') && other.has(key);
      const figures = [...kept.values()].flatMap(
        (each) => figureIn(each.scoreWith(version, covered(each.key)), series) ?? [],
      );
      return meanOf(figures);
    });
  const [was, is] = [meanIn(before, after), meanIn(after, before)];
  const subsets = everySubset.map((held) => [was(held), is(held)]);
  if (subsets.flat().includes(null)) return null;
  const all = new Set<Restriction>(['grid', 'panel', 'coverage']);
  const shared = (mean: typeof was) => sharedOut((held) => mean(held) as Fraction);
  return {
    ...partsBetween(shared(was), shared(is)),
    likeForLike: (is(all) as Fraction).sub(was(all) as Fraction),
  };
}

/** The structures of both, but for those that have a figure on one side only. */
const lastingIn = (before: Population, after: Population, hasFigure: (each: Tested) => boolean): ReadonlySet<string> =>
  new Set(
    [...after].flatMap(([key, now]) => {
      const was = before.get(key);
      return was && hasFigure(was) === hasFigure(now) ? [key] : [];
    }),
  );

const populationOf = ({ entrants }: Side, { category }: Series): Population =>
  category == null ? entrants : new Map([...entrants].filter(([, each]) => each.category === category));

const only = (population: Population, keys: ReadonlySet<string>): Population =>
  new Map([...population].filter(([key]) => keys.has(key)));

const figuresOf = (population: Population, version: Version, covered: boolean, series: Series) =>
  new Map(
    [...population].flatMap(([key, each]): [string, Fraction][] => {
      const figure = figureIn(each.scoreWith(version, covered), series);
      return figure ? [[key, figure]] : [];
    }),
  );

const figureIn = ({ score, channels }: StructureScore, { channel }: Series): Fraction | null =>
  channel == null ? score : (channels.find(({ code }) => code === channel)?.score ?? null);

const everySubset: readonly ReadonlySet<Restriction>[] = Array.from(
  { length: 8 },
  (_, bits) => new Set((['grid', 'panel', 'coverage'] as const).filter((_, i) => bits & (1 << i))),
);

function rememberedBy<Value>(make: (held: ReadonlySet<Restriction>) => Value): typeof make {
  const known = new Map<string, Value>();
  return (held) => {
    const name = [...held].toSorted().join();
    const value = known.has(name) ? (known.get(name) as Value) : make(held);
    known.set(name, value);
    return value;
  };
}

/** A grid with only the criteria that both editions can be compared on; a channel without any leaves it. */
const onlyCommon = (rules: Rules, criteria: Comparison['criteria']): Rules => ({
  ...rules,
  channels: rules.channels.flatMap((channel) => {
    const kept = channel.criteria.filter(({ code }) => criteria.get(code) === null);
    return kept.length === 0 ? [] : [{ ...channel, criteria: kept }];
  }),
});
