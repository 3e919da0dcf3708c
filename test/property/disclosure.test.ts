import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chanceOf } from '../../server/demo/random.ts';
import {
  type Contributor,
  cellOf,
  type Population,
  populationsOf,
  withheldMeans,
} from '../../server/publication/disclosure.rules.ts';
import { type Above, attackerOf, type Known, type Target } from '../support/attacker.ts';

/** Editions choose both; the strictest protection must hold for the loosest choice. */
const THRESHOLDS = [
  { fewest: 5, largest: 0.85 },
  { fewest: 3, largest: 0.85 },
  { fewest: 10, largest: 0.5 },
];
const [USUAL] = THRESHOLDS as [(typeof THRESHOLDS)[0]];
/** Each takes a third of a second; `DISCLOSURE_RUNS=500` for an afternoon's worth. */
const RUNS = Number(process.env.DISCLOSURE_RUNS ?? 40);
const CHANNELS = ['PHONE', 'EMAIL', 'RECEPTION'] as const;
const STEPS = ['access', 'answer'] as const;
const weights: Readonly<Record<string, number>> = { PHONE: 3, EMAIL: 2, RECEPTION: 1 };
const MEASURES = ['overall', ...CHANNELS.map((code) => `channel.${code}`), ...STEPS.map((code) => `step.${code}`)];

/** A structure with a mark for each channel and step: 0 and 100 as often as in life. */
interface Marked {
  readonly category: string;
  readonly department: number;
  /** Marks of PHONE, EMAIL and RECEPTION, at each step; null where it was not tested. */
  readonly marks: readonly (readonly number[] | null)[];
}

const mark = fc.oneof(fc.constantFrom(0, 100), fc.integer({ min: 0, max: 100 }));
const marks: fc.Arbitrary<readonly number[]> = fc.array(mark, { minLength: 2, maxLength: 2 });
const structure: fc.Arbitrary<Marked> = fc.record({
  category: fc.constantFrom('a', 'b', 'c', 'd'),
  department: fc.integer({ min: 0, max: 8 }),
  marks: fc.tuple(marks, fc.option(marks, { freq: 12, nil: null }), fc.option(marks, { freq: 1, nil: null })),
});
/** Small ones, where everything is narrow, and some as large as real categories. */
const edition = fc.oneof(
  { weight: 9, arbitrary: fc.array(structure, { minLength: 6, maxLength: 40 }) },
  { weight: 1, arbitrary: fc.array(structure, { minLength: 40, maxLength: 60, size: 'max' }) },
);

/** What each measure of a structure is made of: a channel of its steps, the overall score of its channels. */
function targetOf({ marks }: Marked): Target {
  const tested = CHANNELS.filter((_, i) => marks[i]);
  const total = tested.reduce((sum, code) => sum + (weights[code] ?? 0), 0);
  const even = (names: readonly string[], weight: number) =>
    names.map((name) => [name, weight / names.length] as const);
  const onChannel = (code: string) => STEPS.map((step) => `${code}_${step}`);
  return {
    measures: new Map([
      ['overall', new Map(tested.flatMap((code) => even(onChannel(code), (weights[code] ?? 0) / total)))],
      ...tested.map((code) => [`channel.${code}`, new Map(even(onChannel(code), 1))] as const),
      ...STEPS.map(
        (step) =>
          [`step.${step}`, new Map(tested.map((code) => [`${code}_${step}`, (weights[code] ?? 0) / total]))] as const,
      ),
    ]),
  };
}

function contributorOf(structure: Marked, first: boolean): Contributor {
  const value = (name: string) => {
    const [code, step] = name.split('_');
    return structure.marks[CHANNELS.indexOf(code as 'PHONE')]?.[STEPS.indexOf(step as 'access')] ?? 0;
  };
  const scores = [...targetOf(structure).measures].map(([measure, parts]): [string, number] => [
    measure,
    [...parts].reduce((sum, [name, weight]) => sum + weight * value(name), 0),
  ]);
  const department = String(structure.department);
  return {
    category: structure.category,
    department,
    region: String(structure.department % 3),
    first,
    scores: new Map(scores),
  };
}

/** The structures of an edition, the best of each category named first. */
function contributorsOf(all: readonly Marked[]): Contributor[] {
  const overall = all.map((each) => contributorOf(each, false).scores.get('overall') ?? 0);
  const best = (i: number) =>
    all.every((each, j) => each.category !== all[i]?.category || (overall[j] ?? 0) <= (overall[i] ?? 0));
  return all.map((each, i) => contributorOf(each, best(i)));
}

const membersOn = (all: readonly Contributor[], { members }: Population, measure: string): number[] =>
  members.flatMap((each) => (each.scores.has(measure) ? [all.indexOf(each)] : []));

/** What is told of an edition, and what is not: cells with at least one structure. */
function tablesOf(all: readonly Contributor[], threshold = USUAL) {
  const withheld = withheldMeans(all, MEASURES, threshold);
  const cells = populationsOf(all).flatMap((population) =>
    MEASURES.map((measure) => ({
      measure,
      population,
      members: membersOn(all, population, measure),
      why: withheld.get(cellOf(population, measure)),
    })),
  );
  return cells.filter(({ members }) => members.length > 0);
}

/** Mostly as editions are by default. */
const usual = fc.oneof({ weight: 2, arbitrary: fc.constant(USUAL) }, fc.constantFrom(...THRESHOLDS));

test('whoever solves the published tables knows no hidden mean and no structure within five points', {
  timeout: 300_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(edition, usual, fc.infiniteStream(fc.nat()), async (structures, threshold, draw) => {
      const all = contributorsOf(structures);
      const cells = tablesOf(all, threshold);
      const known = cells
        .filter(({ why }) => !why)
        .map(({ measure, members }): Known => {
          const sum = members.reduce((total, i) => total + (all[i]?.scores.get(measure) ?? 0), 0);
          return { measure, members, mean: Math.round((100 * sum) / members.length) / 100 };
        });
      const above = all.flatMap((each, first): Above[] =>
        each.first
          ? all.flatMap((peer, other) =>
              peer.category === each.category && other !== first ? [{ measure: 'overall', first, other }] : [],
            )
          : [],
      );
      const attacker = await attackerOf(structures.map(targetOf), known, above);
      const hidden = cells.filter(({ why }) => why).map(({ measure, members }) => ({ measure, members }));
      const single = all.flatMap(({ scores }, i) => [...scores.keys()].map((measure) => ({ measure, members: [i] })));
      for (const targets of [hidden, single])
        for (const { measure, members } of sampled(targets, draw, 12))
          expect(attacker.doubtOn(measure, members), `${measure} of ${members}`).toBeGreaterThanOrEqual(9.99);
    }),
    { numRuns: RUNS },
  );
});

function sampled<Item>(all: readonly Item[], draw: fc.Stream<number>, most: number): Item[] {
  if (all.length <= most) return [...all];
  return [...draw.take(most)].flatMap((n) => all[n % all.length] ?? []);
}

test('most means that rest on ten structures or more are told all the same', () => {
  const { whole } = chanceOf('an ordinary edition');
  const drawn = (from: number) => [from + whole(0, 40), from + whole(0, 40)];
  const structures = Array.from(
    { length: 300 },
    (): Marked => ({
      ...{ category: 'abcdefghi'[whole(0, 8)] ?? 'a', department: whole(0, 29) },
      marks: [drawn(40), drawn(30), whole(0, 5) === 0 ? drawn(50) : null],
    }),
  );
  const cells = tablesOf(contributorsOf(structures)).filter(({ members }) => members.length >= 10);
  const told = cells.filter(({ why }) => !why);
  expect(cells.length).toBeGreaterThan(80);
  expect(told.length / cells.length).toBeGreaterThan(0.85);
});

test('what is hidden already is enough: a correction of the same scores hides no more, and tells no more', () => {
  fc.assert(
    fc.property(edition, (structures) => {
      const all = contributorsOf(structures);
      const once = withheldMeans(all, MEASURES, USUAL);
      const again = withheldMeans(all.toReversed(), MEASURES, USUAL, once);
      expect([...again.keys()].sort()).toEqual([...once.keys()].sort());
    }),
    { numRuns: RUNS },
  );
});
