import fc from 'fast-check';
import { type Contributor, cellOf, populationsOf, type Why } from '../../server/disclosure/contributor.rules.ts';
import { forbiddenBy, type Threshold, withheldMeans } from '../../server/disclosure/disclosure.rules.ts';
import { type Above, type Known, knownTo, type Mean, type Target } from './attacker.ts';

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
    return structures.map((all) => ({ weights, steps, structures: [...all, ...all.slice(0, size % 3)] }));
  });

/** Other marks for one structure, wherever it is. */
export const marked: fc.Arbitrary<Marked> = fc
  .constantFrom(...styles)
  .chain((mark) => fc.array(fc.tuple(mark, mark), { minLength: CHANNELS, maxLength: CHANNELS }))
  .map((marks) => ({ category: 'a', department: 0, marks }));

/** What each measure of a structure is made of: a channel of its steps, the overall score of its channels. */
function targetOf({ weights, steps }: Guessed, { marks }: Marked): Target {
  const all = marks.flatMap((own, c) => {
    const total = (steps[c] ?? []).reduce((sum, step) => sum + step, 0);
    return own ? (steps[c] ?? []).map((step, s) => ({ c, s, part: step / total, weight: weights[c] ?? 0 })) : [];
  });
  const found = all.filter(({ part }) => part > 0);
  const mean = (own: typeof found, by: (one: (typeof found)[0]) => number) => {
    const total = own.reduce((sum, one) => sum + by(one), 0);
    return new Map(own.map((one) => [`${one.c}.${one.s}`, by(one) / total]));
  };
  const weighed = ({ part, weight }: (typeof found)[0]) => part * weight;
  return {
    measures: new Map([
      ['overall', mean(found, weighed)],
      ...[...Map.groupBy(found, ({ c }) => c)].map(
        ([c, own]) => [`channel.${c}`, mean(own, ({ part }) => part)] as const,
      ),
      ...[...Map.groupBy(found, ({ s }) => s)].map(([s, own]) => [`step.${s}`, mean(own, weighed)] as const),
    ]),
  };
}

export const MEASURES = ['overall', 'channel.0', 'channel.1', 'channel.2', 'step.0', 'step.1'];

/** The structures of an edition, the best of each category named first. */
export function contributorsOf(edition: Guessed): Contributor[] {
  const all = edition.structures.map((structure): Contributor => {
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
    return { ...place, first: false, scores: new Map(scores), marks, parts };
  });
  const best = (category: string) =>
    Math.max(...all.flatMap((each) => (each.category === category ? (each.scores.get('overall') ?? 0) : [])));
  return all.map((each) => ({ ...each, first: (each.scores.get('overall') ?? 0) > best(each.category) - 1e-9 }));
}

/** Every mean of an edition that there could be, with at least one structure behind it. */
export function cellsOf(all: readonly Contributor[], threshold: Threshold, before?: ReadonlyMap<string, Why>): Told[] {
  const withheld = withheldMeans(all, MEASURES, threshold, before);
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
  const cells = cellsOf(all, threshold);
  const targets = edition.structures.map((each) => targetOf(edition, each));
  return narrowIn(targets, cells, leadersOf(all), [...cells.filter(({ why }) => why), ...singlesOf(all)]);
}

/** The same of an edition and its correction, in which one structure was found to have other marks. */
export async function guessedOfBoth(edition: Guessed, which: number, marks: Marked, threshold: Threshold) {
  const place = which % edition.structures.length;
  const was = edition.structures[place] as Marked;
  const corrected = { ...was, marks: was.marks.map((own, c) => own && (marks.marks[c] ?? own)) };
  const second = { ...edition, structures: edition.structures.with(place, corrected) };
  const [one, two] = [contributorsOf(edition), contributorsOf(second)];
  const first = cellsOf(one, threshold);
  const toldOf = ({ mean, members }: Told) => ({ value: mean, count: members.length });
  const now = new Map(cellsOf(two, threshold).map((cell) => [cell.code, toldOf(cell)]));
  const earlier = first.map((cell) => ({ code: cell.code, why: cell.why, ...toldOf(cell) }));
  // Both are guessed at together: who was corrected has marks of its own in each, all others have the same.
  const moved = (i: number) => (i === place ? edition.structures.length : i);
  const next = cellsOf(two, threshold, forbiddenBy(earlier, now)).map((cell) => ({
    ...{ ...cell, members: cell.members.map(moved) },
  }));
  const secret = new Set(first.filter(({ why }) => why).map(({ code }) => code));
  const above = leadersOf(two).map((each) => ({ ...each, first: moved(each.first), other: moved(each.other) }));
  const targets = [...edition.structures, corrected].map((each) => targetOf(edition, each));
  const asked = [...first, ...next].filter(({ code }) => secret.has(code));
  const singles = singlesOf([...one, two[place] as Contributor]);
  return narrowIn(targets, [...first, ...next], [...leadersOf(one), ...above], [...asked, ...singles]);
}

async function narrowIn(targets: Target[], cells: readonly Told[], above: Above[], asked: Mean[]): Promise<string[]> {
  const known = cells.filter(({ why }) => !why);
  const found = await knownTo(targets, known, above, asked, 9.99);
  return found.map(({ measure, members, doubt }) => `${measure} of ${members}: ${doubt}`);
}

/** That whoever is named first of a category is above all others of it. */
const leadersOf = (all: readonly Contributor[]): Above[] =>
  all.flatMap((each, first) =>
    all.flatMap((peer, other) =>
      each.first && peer.category === each.category && other !== first ? [{ measure: 'overall', first, other }] : [],
    ),
  );

const singlesOf = (all: readonly Contributor[]): Mean[] =>
  all.flatMap(({ scores }, i) => [...scores.keys()].map((measure) => ({ measure, members: [i] })));
