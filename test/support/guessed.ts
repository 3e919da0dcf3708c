import fc from 'fast-check';
import { type Contributor, cellOf, populationsOf, type Why } from '../../server/disclosure/contributor.rules.ts';
import { forbiddenBy, type Threshold, withheldIn } from '../../server/disclosure/disclosure.rules.ts';
import type { Honour } from '../../server/disclosure/honour.rules.ts';
import { type Above, type Bound, type Known, knownTo, type Mean, type Read, type Target } from './attacker.ts';

/** A structure with a mark at each channel and step; null where it was not tested on the channel. */
export interface Marked {
  readonly category: string;
  readonly department: number;
  readonly marks: readonly (readonly number[] | null)[];
}

/** An edition to be guessed at: what its grid weighs, and its structures. */
export interface Guessed {
  /** Of each channel. */
  readonly weights: readonly number[];
  /** Of each step in each channel; nothing where the channel asks nothing of it. */
  readonly steps: readonly (readonly number[])[];
  readonly structures: readonly Marked[];
  /** The channels and steps that one prize is given on, as `0.1`. */
  readonly determinant: readonly string[];
  readonly awards: readonly Awarded[];
}

/** An award as the palmarès tells it. */
export interface Awarded {
  readonly measure: string;
  /** The categories it is open to; none means all. */
  readonly categories: readonly string[];
  /** The places that are named; none when it is left without a laureate. */
  readonly named: readonly number[];
  /** Whether of equals one alone is named: something else parted them. */
  readonly parted: boolean;
  readonly least: number | null;
}

const CHANNELS = 3;
/** Marks as they are in life, or all but one at an end, or one channel whose takers are all at an end. */
const at = (low: number, high: number) => fc.integer({ min: low, max: high });
const styles = [
  at(0, 100),
  fc.constantFrom(0, 100),
  fc.oneof(fc.constantFrom(0, 100), at(0, 100)),
  fc.oneof({ weight: 9, arbitrary: at(0, 4) }, { weight: 1, arbitrary: at(0, 100) }),
  fc.oneof({ weight: 9, arbitrary: at(96, 100) }, { weight: 1, arbitrary: at(0, 100) }),
];
/** The département a structure is in: whatever its category, of its category alone, or the same for a category. */
const nestings = [(_: number, d: number) => d, (c: number, d: number) => c * 10 + (d % 3), (c: number) => c];

/** The trophies of categories, which name their first, their three first, nobody… and prizes over several. */
const awarded = (measure: string, categories: readonly string[]): fc.Arbitrary<Awarded> =>
  fc.record({
    ...{ measure: fc.constant(measure), categories: fc.constant(categories) },
    named: fc.oneof({ weight: 3, arbitrary: fc.constant([1]) }, fc.constantFrom([], [1, 2], [1, 2, 3], [2])),
    parted: fc.boolean(),
    least: fc.constantFrom(null, null, 30, 50, 60, 75),
  });
const awards: fc.Arbitrary<Awarded[]> = fc
  .tuple(
    ...['a', 'b', 'c', 'd'].map((category) => awarded('overall', [category])),
    fc
      .constantFrom([], ['a', 'b'], ['d'])
      .chain((categories) =>
        fc.constantFrom('overall', 'channel.0', 'channel.1', 'prize').chain((measure) => awarded(measure, categories)),
      ),
    fc.constantFrom('channel.2', 'prize').chain((measure) => awarded(measure, [])),
  )
  .chain((all) => fc.oneof(fc.constant(all), fc.constant(all.slice(0, 4)), fc.subarray(all)));
const determinant = fc.constantFrom(['0.0'], ['0.0', '1.0'], ['1.1', '2.1', '2.0'], ['0.0', '1.0', '2.0']);

/** Editions as narrow as can be: few structures, marks at the ends, channels that one lacks, categories in territories. */
export const guessed: fc.Arbitrary<Guessed> = fc
  .record({
    style: fc.constantFrom(...styles),
    alone: fc.constantFrom(...styles),
    nesting: fc.constantFrom(...nestings),
    weights: fc.tuple(...Array.from({ length: CHANNELS }, () => fc.constantFrom(1, 2, 3, 10))),
    steps: fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constant([
          [1, 1],
          [1, 1],
          [1, 1],
        ]),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          [
            [1, 3],
            [1, 0],
            [0, 1],
          ],
          [
            [1, 1],
            [1, 0],
            [1, 1],
          ],
          [
            [1, 0],
            [1, 2],
            [0, 1],
          ],
        ),
      },
    ),
    lacking: fc.tuple(fc.constantFrom(0, 1), fc.constantFrom(1, 5, 20), fc.constantFrom(0, 10, 50)),
    size: fc.oneof({ weight: 9, arbitrary: at(3, 30) }, { weight: 1, arbitrary: at(30, 60) }),
  })
  .chain(({ style, alone, nesting, weights, steps, lacking, size }) => {
    const structure = fc
      .record({ category: at(0, 3), department: at(0, 8), lack: fc.tuple(at(0, 99), at(0, 99), at(0, 99)) })
      .chain(({ category, department, lack }) => {
        const tested = lack.map((each, i) => each >= (lacking[i] ?? 0));
        const ends = tested.every(Boolean) ? style : alone;
        const marks = tested.map((on, i) => (on || i === 0 ? fc.tuple(ends, ends) : fc.constant(null)));
        return fc.record({
          ...{ category: fc.constant('abcd'[category] ?? 'a'), department: fc.constant(nesting(category, department)) },
          marks: fc.tuple(...marks),
        });
      });
    const structures = fc.array(structure, { minLength: size, maxLength: size, size: 'max' });
    return fc.record({ structures, awards, determinant }).map(({ structures: all, ...palmares }) => ({
      ...{ weights, steps, structures: [...all, ...all.slice(0, size % 3)], ...palmares },
    }));
  });

/** Other marks for one structure, wherever it is. */
export const marked: fc.Arbitrary<Marked> = fc
  .constantFrom(...styles)
  .chain((mark) => fc.array(fc.tuple(mark, mark), { minLength: CHANNELS, maxLength: CHANNELS }))
  .map((marks) => ({ category: 'a', department: 0, marks }));

/** What each measure of a structure is made of: a channel of its steps, the overall score of its channels. */
function targetOf({ weights, steps, determinant }: Guessed, { marks }: Marked): Target {
  const all = marks.flatMap((own, c) => {
    const total = (steps[c] ?? []).reduce((sum, step) => sum + step, 0);
    return own ? (steps[c] ?? []).map((step, s) => ({ c, s, part: step / total, weight: weights[c] ?? 0 })) : [];
  });
  const found = all.filter(({ part }) => part > 0);
  const mean = (own: typeof found, by: (one: (typeof found)[0]) => number) => {
    const total = own.reduce((sum, one) => sum + by(one), 0);
    return new Map(own.map((one) => [`${one.c}.${one.s}`, by(one) / total]));
  };
  const decisive = found.filter(({ c, s }) => determinant.includes(`${c}.${s}`));
  const weighed = ({ part, weight }: (typeof found)[0]) => part * weight;
  return {
    measures: new Map([
      ['overall', mean(found, weighed)],
      ...[...Map.groupBy(found, ({ c }) => c)].map(
        ([c, own]) => [`channel.${c}`, mean(own, ({ part }) => part)] as const,
      ),
      ...[...Map.groupBy(found, ({ s }) => s)].map(([s, own]) => [`step.${s}`, mean(own, weighed)] as const),
      ...(decisive.length > 0 ? [['prize', mean(decisive, weighed)] as const] : []),
    ]),
  };
}

export const MEASURES = ['overall', 'channel.0', 'channel.1', 'channel.2', 'step.0', 'step.1'];

/** The structures of an edition. */
export const contributorsOf = (edition: Guessed): Contributor[] =>
  edition.structures.map((structure): Contributor => {
    const marks = new Map<string, number>(
      structure.marks.flatMap((own, c) => (own ?? []).map((mark, s) => [`${c}.${s}`, mark] as const)),
    );
    const parts = targetOf(edition, structure).measures;
    const scores = [...parts].map(([measure, own]): [string, number] => [
      measure,
      [...own].reduce((sum, [name, part]) => sum + part * (marks.get(name) ?? 0), 0),
    ]);
    const { category, department } = structure;
    const place = { category, department: `${department}`, region: `${department % 3}` };
    return { ...place, scores: new Map(scores), marks, parts };
  });

const worthOf = ({ scores }: Contributor, measure: string): number => scores.get(measure) ?? 0;
/** What is no more than this above another is its equal. */
const EQUAL = 1e-9;

/** Those an award ranks, and those of them whom the palmarès names. */
function honourOf(all: readonly Contributor[], { measure, categories, named, parted, least }: Awarded): Honour {
  const open = ({ category }: Contributor) => categories.length === 0 || categories.includes(category);
  const field = all.filter((each) => open(each) && each.scores.has(measure));
  const rankOf = (each: Contributor) =>
    1 + field.filter((other) => worthOf(other, measure) > worthOf(each, measure) + EQUAL).length;
  const placed = field.filter((each) => named.includes(rankOf(each)));
  const first = placed.filter((each) => placed.find((other) => rankOf(other) === rankOf(each)) === each);
  return { measure, field, named: parted ? first : placed, least };
}

export const honoursOf = (edition: Guessed, all: readonly Contributor[]): Honour[] =>
  edition.awards.map((award) => honourOf(all, award));

/** Every mean of an edition that there could be, with at least one structure behind it. */
export function cellsOf(
  all: readonly Contributor[],
  threshold: Threshold,
  honours: readonly Honour[] = [],
  before: ReadonlyMap<string, Why> = new Map(),
): Told[] {
  const withheld = withheldIn({ all, measures: MEASURES, threshold, honours, before });
  return populationsOf(all).flatMap((population) =>
    MEASURES.flatMap((measure): Told[] => {
      const members = population.members.filter(({ scores }) => scores.has(measure)).map((each) => all.indexOf(each));
      const sum = members.reduce((total, i) => total + (all[i]?.scores.get(measure) ?? 0), 0);
      const [code, mean] = [cellOf(population, measure), Math.round((100 * sum) / members.length) / 100];
      return members.length === 0 ? [] : [{ code, measure, members, mean, why: withheld.get(code) ?? null }];
    }),
  );
}

/** A mean, with why it is not told, if it is not. */
export interface Told extends Known {
  readonly code: string;
  readonly why: Why | null;
}

/** What is known, within ten points, to whoever solves all that is told of an edition. */
export async function guessedOf(edition: Guessed, threshold: Threshold): Promise<string[]> {
  const all = contributorsOf(edition);
  const honours = honoursOf(edition, all);
  const cells = cellsOf(all, threshold, honours);
  const targets = edition.structures.map((each) => targetOf(edition, each));
  const asked = [...cells.filter(({ why }) => why), ...singlesOf(all)];
  return narrowIn(targets, cells, palmaresOf(all, honours), asked);
}

/**
 * What a structure knows of another's scores within ten points, when it adds its own marks and rank to all that is told. Where
 * the palmarès and its own score leave less already, it is what the means take more than half of.
 */
export async function guessedBy(edition: Guessed, which: number, threshold: Threshold): Promise<string[]> {
  const all = contributorsOf(edition);
  const honours = honoursOf(edition, all);
  const place = which % all.length;
  const targets = edition.structures.map((each) => targetOf(edition, each));
  const told = palmaresOf(all, honours);
  const above = [...told.above, ...rankOf(all, honours, place)];
  const read = { ...told, above, reader: { place, marks: all[place]?.marks ?? new Map() } };
  const means = cellsOf(all, threshold, honours).filter(({ why }) => !why);
  const asked = singlesOf(all).filter(({ members }) => !members.includes(place));
  const narrow = await knownTo(targets, { ...read, means }, asked, 9.99);
  const before = await knownTo(targets, { ...read, means: [] }, narrow, 9.99);
  const leftBefore = (of: Mean) =>
    before.find((each) => each.measure === of.measure && each.members[0] === of.members[0])?.doubt ?? 20;
  return narrow
    .filter((each) => each.doubt < leftBefore(each) / 2 - 0.01)
    .map((each) => `${each.measure} of ${each.members}: ${each.doubt} of ${leftBefore(each)}, to ${place}`);
}

/** What its rank tells a structure: that it is the last, or that only those who are named are before it. */
function rankOf(all: readonly Contributor[], honours: readonly Honour[], place: number): Above[] {
  const own = all[place] as Contributor;
  const field = all.flatMap((each, i) => (i !== place && each.category === own.category ? [{ each, i }] : []));
  const over = field.filter(({ each }) => worthOf(each, 'overall') > worthOf(own, 'overall'));
  const isNamed = (each: Contributor) =>
    honours.some(({ measure, named }) => measure === 'overall' && named.includes(each));
  const under = field.filter((one) => !over.includes(one));
  const isLast = field.every(({ each }) => worthOf(each, 'overall') >= worthOf(own, 'overall'));
  if (isLast) return field.map(({ i }) => ({ measure: 'overall', first: i, other: place }));
  if (!over.every(({ each }) => isNamed(each))) return [];
  return under.map(({ i }) => ({ measure: 'overall', first: place, other: i }));
}

/** What is known to whoever solves an edition and its correction, in which one structure was found to have other marks. */
export async function guessedOfBoth(edition: Guessed, which: number, marks: Marked, threshold: Threshold) {
  const place = which % edition.structures.length;
  const was = edition.structures[place] as Marked;
  const corrected = { ...was, marks: was.marks.map((own, c) => own && (marks.marks[c] ?? own)) };
  const second = { ...edition, structures: edition.structures.with(place, corrected) };
  const [one, two] = [contributorsOf(edition), contributorsOf(second)];
  const [honours, later] = [honoursOf(edition, one), honoursOf(second, two)];
  const first = cellsOf(one, threshold, honours);
  const toldOf = ({ mean, members }: Told) => ({ value: mean, count: members.length });
  const now = new Map(cellsOf(two, threshold, later).map((cell) => [cell.code, toldOf(cell)]));
  const earlier = first.map((cell) => ({ code: cell.code, why: cell.why, ...toldOf(cell) }));
  // Both are guessed at together: who was corrected has marks of its own in each, all others have the same.
  const moved = (i: number) => (i === place ? edition.structures.length : i);
  const next = cellsOf(two, threshold, later, forbiddenBy(earlier, now)).map((cell) => ({
    ...{ ...cell, members: cell.members.map(moved) },
  }));
  const secret = new Set(first.filter(({ why }) => why).map(({ code }) => code));
  const [before, after] = [palmaresOf(one, honours), palmaresOf(two, later)];
  const palmares = {
    above: [
      ...before.above,
      ...after.above.map((each) => ({ ...each, first: moved(each.first), other: moved(each.other) })),
    ],
    bounds: [...before.bounds, ...after.bounds.map((each) => ({ ...each, member: moved(each.member) }))],
  };
  const targets = [...edition.structures, corrected].map((each) => targetOf(edition, each));
  const asked = [...first, ...next].filter(({ code }) => secret.has(code));
  const singles = singlesOf([...one, two[place] as Contributor]);
  return narrowIn(targets, [...first, ...next], palmares, [...asked, ...singles]);
}

type Palmares = Pick<Read, 'above' | 'bounds'>;

async function narrowIn(
  targets: Target[],
  cells: readonly Told[],
  palmares: Palmares,
  asked: Mean[],
): Promise<string[]> {
  const means = cells.filter(({ why }) => !why);
  const found = await knownTo(targets, { means, ...palmares }, asked, 9.99);
  return found.map(({ measure, members, doubt }) => `${measure} of ${members}: ${doubt}`);
}

/**
 * What follows from those who are named: who of the others is under them, who above; that laureates have the score that
 * is asked for; that nobody has it who could be one, where nobody is.
 */
function palmaresOf(all: readonly Contributor[], honours: readonly Honour[]): Palmares {
  const places = new Map(all.map((each, i) => [each, i]));
  const at = (each: Contributor) => places.get(each) as number;
  const above = honours.flatMap(({ measure, field, named }) =>
    named.flatMap((one) =>
      field.flatMap((other): Above[] => {
        if (other === one) return [];
        const over = worthOf(one, measure) > worthOf(other, measure) - EQUAL;
        return [{ measure, first: at(over ? one : other), other: at(over ? other : one) }];
      }),
    ),
  );
  const bounds = honours.flatMap(({ measure, field, named, least }) =>
    (named.length > 0 ? named : field).flatMap((each): Bound[] => {
      const has = worthOf(each, measure) >= (least ?? 0);
      if (least === null || has !== named.length > 0) return [];
      return [{ measure, member: at(each), least: has ? least : 0, most: has ? 100 : least }];
    }),
  );
  return { above, bounds };
}

const singlesOf = (all: readonly Contributor[]): Mean[] =>
  all.flatMap(({ scores }, i) => [...scores.keys()].map((measure) => ({ measure, members: [i] })));
