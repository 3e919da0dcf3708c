import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chanceOf } from '../../server/demo/random.ts';
import { withheldMeans } from '../../server/disclosure/disclosure.rules.ts';
import {
  cellsOf,
  contributorsOf,
  guessed,
  guessedOf,
  guessedOfBoth,
  type Marked,
  MEASURES,
  marked,
} from '../support/guessed.ts';

/** Editions choose both; the strictest protection must hold for the loosest choice. */
const USUAL = { fewest: 5, largest: 0.85 };
const thresholds = fc.constantFrom(USUAL, { fewest: 3, largest: 0.85 }, { fewest: 8, largest: 0.5 });
/** Each takes a tenth of a second; `DISCLOSURE_RUNS=6000` for an afternoon's worth. */
const RUNS = Number(process.env.DISCLOSURE_RUNS ?? 40);

test('whoever solves the published tables knows no hidden mean and no structure within five points', {
  timeout: 300_000 + 10_000 * RUNS,
}, async () => {
  await fc.assert(
    fc.asyncProperty(guessed, thresholds, async (edition, threshold) => {
      expect(await guessedOf(edition, threshold)).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});

test('nor does whoever solves a version and its correction together', {
  timeout: 300_000 + 10_000 * RUNS,
}, async () => {
  await fc.assert(
    fc.asyncProperty(guessed, fc.nat(), marked, thresholds, async (edition, which, marks, threshold) => {
      expect(await guessedOfBoth(edition, which, marks, threshold)).toEqual([]);
    }),
    { numRuns: RUNS / 2 },
  );
});

test('of an ordinary edition, only the département beside one too small is withheld with it', () => {
  const { whole } = chanceOf('an ordinary edition');
  const drawn = (from: number) => [from + whole(0, 40), from + whole(0, 40)];
  const structures = Array.from(
    { length: 300 },
    (): Marked => ({
      ...{ category: 'abcdefghi'[whole(0, 8)] ?? 'a', department: whole(0, 29) },
      marks: [drawn(40), drawn(30), whole(0, 5) === 0 ? drawn(50) : null],
    }),
  );
  const edition = {
    weights: [3, 2, 1],
    steps: [
      [1, 1],
      [1, 1],
      [1, 1],
    ],
    structures,
  };
  const cells = cellsOf(contributorsOf(edition), USUAL).filter(({ members }) => members.length >= USUAL.fewest);
  expect(cells.length).toBeGreaterThan(80);
  const beside = cells.flatMap(({ code, why }) => (why ? code.replace(/\/.*/, '') : []));
  expect([...new Set(beside)]).toEqual(['department.24']);
});

test('what is hidden already is enough: a correction of the same scores hides no more, and tells no more', () => {
  fc.assert(
    fc.property(guessed, (edition) => {
      const all = contributorsOf(edition);
      const once = withheldMeans(all, MEASURES, USUAL);
      const again = withheldMeans(all.toReversed(), MEASURES, USUAL, once);
      expect([...again.keys()].sort()).toEqual([...once.keys()].sort());
    }),
    { numRuns: RUNS },
  );
});
