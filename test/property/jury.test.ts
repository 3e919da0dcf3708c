import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { Schulze, utils } from 'votes';
import type { Ranking } from '../../server/vote/ballot.rules.ts';
import { judgmentOf, SIX_GRADES } from '../../server/vote/majority.rules.ts';
import { type Place, winnersOf } from '../../server/vote/place.rules.ts';
import { type SchulzeCount, schulzeOf } from '../../server/vote/schulze.rules.ts';
import { scoringOf } from '../../server/vote/scoring.rules.ts';

const letters = ['A', 'B', 'C', 'D', 'E'];
const field = fc.integer({ min: 2, max: 5 }).map((n) => letters.slice(0, n));
const placeIn = (places: readonly Place[], of: string) => places.find(({ candidate }) => candidate === of)?.place ?? 0;

describe('the Schulze method', () => {
  /** A ballot as levels: 0 before 1, equals together; whoever is on no level is left out. */
  const byLevels = (levels: Readonly<Record<string, number | undefined>>): Ranking => {
    const named = Object.entries(levels).filter(([, level]) => level !== undefined);
    const groups = Map.groupBy(named, ([, level]) => level ?? 0);
    return [...groups].sort(([a], [b]) => a - b).map(([, equals]) => equals.map(([candidate]) => candidate));
  };
  const ballotOn = (field: readonly string[]) =>
    fc
      .tuple(...field.map(() => fc.option(fc.nat(4), { nil: undefined, freq: 5 })))
      .map((levels) => byLevels(Object.fromEntries(field.map((candidate, i) => [candidate, levels[i]]))));
  const strictOn = (field: readonly string[]) =>
    fc.shuffledSubarray([...field], { minLength: field.length }).map((order) => order.map((each) => [each]));
  const electionOf = (ballot: (field: readonly string[]) => fc.Arbitrary<Ranking>) =>
    field.chain((field) =>
      fc.record({ field: fc.constant(field), ballots: fc.array(ballot(field), { maxLength: 9 }) }),
    );
  const elections = electionOf(ballotOn);
  const winners = (field: readonly string[], ballots: readonly Ranking[]) =>
    winnersOf(schulzeOf(field, ballots).places);

  const beats = ({ preferences }: SchulzeCount, one: number, other: number) =>
    (preferences[one]?.[other] ?? 0) > (preferences[other]?.[one] ?? 0);

  test('another library counts the same election in the same way', () =>
    fc.assert(
      fc.property(electionOf(strictOn), ({ field, ballots }) => {
        const { candidates, paths } = schulzeOf(field, ballots);
        const weighed = ballots.map((ranking) => ({ ranking: ranking.map((equals) => [...equals]), weight: 1 }));
        const theirs = new Schulze(utils.matrixFromBallots(weighed, [...candidates])).scores();
        const votes = (from: number, to: number) => paths[from]?.[to]?.votes ?? 0;
        for (const [i, candidate] of candidates.entries())
          expect(theirs[candidate]).toBe(candidates.filter((_, j) => votes(i, j) > votes(j, i)).length);
      }),
      { numRuns: 500 },
    ));

  test('somebody wins; neither the order of the ballots nor that of the candidates matters', () =>
    fc.assert(
      fc.property(elections, ({ field, ballots }) => {
        const count = schulzeOf(field, ballots);
        expect(winnersOf(count.places).length).toBeGreaterThan(0);
        expect(schulzeOf(field.toReversed(), ballots.toReversed())).toEqual(count);
      }),
    ));

  test('whoever beats everybody wins alone; whoever loses to everybody never wins', () =>
    fc.assert(
      fc.property(elections, ({ field, ballots }) => {
        const count = schulzeOf(field, ballots);
        const others = (i: number) => field.flatMap((_, j) => (i === j ? [] : [j]));
        for (const [i, candidate] of field.entries()) {
          if (others(i).every((j) => beats(count, i, j))) expect(winnersOf(count.places)).toEqual([candidate]);
          if (others(i).every((j) => beats(count, j, i))) expect(winnersOf(count.places)).not.toContain(candidate);
        }
      }),
    ));

  test('whoever all prefer is better placed', () =>
    fc.assert(
      fc.property(elections, ({ field, ballots }) => {
        const { preferences, places } = schulzeOf(field, ballots);
        for (const [i, one] of field.entries())
          for (const [j, other] of field.entries())
            if (ballots.length > 0 && preferences[i]?.[j] === ballots.length)
              expect(placeIn(places, one)).toBeLessThan(placeIn(places, other));
      }),
    ));

  test('all ballots the other way round turn every path the other way round', () =>
    fc.assert(
      fc.property(electionOf(strictOn), ({ field, ballots }) => {
        const strengths = ({ paths }: SchulzeCount) => paths.map((row) => row.map((path) => path?.votes ?? 0));
        const turned = strengths(
          schulzeOf(
            field,
            ballots.map((ranking) => ranking.toReversed()),
          ),
        );
        expect(turned).toEqual(field.map((_, i) => strengths(schulzeOf(field, ballots)).map((row) => row[i])));
      }),
    ));

  test('a winner whom one juror raises still wins', () =>
    fc.assert(
      fc.property(electionOf(strictOn), fc.nat(), fc.nat(), ({ field, ballots }, which, by) => {
        const before = ballots[which % Math.max(1, ballots.length)];
        if (!before) return;
        for (const winner of winners(field, ballots)) {
          const at = before.findIndex(([candidate]) => candidate === winner);
          const raised = before.toSpliced(at, 1).toSpliced(by % (at + 1), 0, [winner]);
          expect(
            winners(
              field,
              ballots.map((ballot) => (ballot === before ? raised : ballot)),
            ),
          ).toContain(winner);
        }
      }),
    ));

  test('a double of a candidate, next to it on every ballot, changes nothing for the others', () =>
    fc.assert(
      fc.property(
        electionOf(strictOn),
        fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }),
        ({ field, ballots }, sides) => {
          const doubled = ballots.map((ranking, i) =>
            ranking.flatMap((equals) => (equals[0] !== 'A' ? [equals] : sides[i] ? [['A'], ['Z']] : [['Z'], ['A']])),
          );
          const before = winners(field, ballots);
          const after = winners([...field, 'Z'], doubled);
          expect(new Set(after.map((winner) => (winner === 'Z' ? 'A' : winner)))).toEqual(new Set(before));
        },
      ),
    ));
});

describe('majority judgment', () => {
  const elections = field.chain((field) => {
    const grade = fc.constantFrom(...SIX_GRADES);
    const ballot = fc.tuple(...field.map((candidate) => fc.record({ candidate: fc.constant(candidate), grade })));
    return fc.record({ field: fc.constant(field), ballots: fc.array(ballot, { maxLength: 9 }) });
  });
  const placesOf = (field: readonly string[], ballots: Parameters<typeof judgmentOf>[2]) =>
    judgmentOf(field, SIX_GRADES, ballots).places;

  test('neither the order of the ballots nor that of the candidates matters, nor an electorate twice as large', () =>
    fc.assert(
      fc.property(elections, ({ field, ballots }) => {
        const places = placesOf(field, ballots);
        expect(placesOf(field.toReversed(), ballots.toReversed())).toEqual(places);
        expect(placesOf(field, [...ballots, ...ballots])).toEqual(places);
      }),
    ));

  test('whoever withdraws leaves the others in their order', () =>
    fc.assert(
      fc.property(elections, ({ field, ballots }) => {
        const order = (places: readonly Place[]) => places.map(({ candidate }) => candidate).filter((it) => it !== 'A');
        expect(order(placesOf(field.slice(1), ballots))).toEqual(order(placesOf(field, ballots)));
      }),
    ));

  test('whoever all grade higher is better placed; the same grades share a place, and no others do', () =>
    fc.assert(
      fc.property(elections, ({ field, ballots }) => {
        const { places, merits } = judgmentOf(field, SIX_GRADES, ballots);
        const levels = (candidate: string) =>
          ballots.map((ballot) =>
            SIX_GRADES.findIndex((it) => ballot.some((g) => g.candidate === candidate && g.grade === it)),
          );
        for (const one of merits)
          for (const other of merits) {
            const [ours, theirs] = [levels(one.candidate), levels(other.candidate)];
            const [place, next] = [placeIn(places, one.candidate), placeIn(places, other.candidate)];
            if (ours.length > 0 && ours.every((level, i) => level < (theirs[i] ?? 0))) expect(place).toBeLessThan(next);
            expect(place === next).toBe(one.profile.join() === other.profile.join());
          }
      }),
    ));

  test('a better grade from one juror never costs a place', () =>
    fc.assert(
      fc.property(elections, fc.nat(), ({ field, ballots }, which) => {
        const juror = which % Math.max(1, ballots.length);
        const raised = ballots.map((ballot, i) =>
          i !== juror ? ballot : ballot.map((it) => (it.candidate === 'A' ? { ...it, grade: 'VERY_GOOD' } : it)),
        );
        expect(placeIn(placesOf(field, raised), 'A')).toBeLessThanOrEqual(placeIn(placesOf(field, ballots), 'A'));
      }),
    ));

  test('the majority grade is the highest that more than half give or exceed', () =>
    fc.assert(
      fc.property(elections, ({ field, ballots }) => {
        for (const { profile, majorityGrade } of judgmentOf(field, SIX_GRADES, ballots).merits) {
          const atLeast = profile.map((_, i) => profile.slice(0, i + 1).reduce((a, b) => a + b));
          const highest = SIX_GRADES[atLeast.findIndex((count) => 2 * count > ballots.length)];
          expect(majorityGrade).toBe(ballots.length === 0 ? null : highest);
        }
      }),
    ));
});

describe('marks', () => {
  const criteria = [
    { code: 'x', weight: '3' },
    { code: 'y', weight: '0.5' },
  ];
  const mark = fc.integer({ min: 0, max: 80 }).map((quarters) => (quarters / 4).toFixed(2));
  const cells = (field: readonly string[]) =>
    field.flatMap((candidate) => criteria.map(({ code }) => ({ candidate, criterion: code })));
  const elections = field.chain((field) => {
    const ballot = fc.tuple(...cells(field).map((cell) => mark.map((mark) => ({ ...cell, mark }))));
    return fc.record({ field: fc.constant(field), ballots: fc.array(ballot, { maxLength: 7 }) });
  });

  test('the mean of the means is the sum of all that was given, each by its weight; it lies within what jurors gave', () =>
    fc.assert(
      fc.property(elections, ({ field, ballots }) => {
        const { scores, jurors, places } = scoringOf(field, criteria, ballots);
        for (const { candidate, mean, least, greatest } of scores) {
          const given = ballots.flat().filter((it) => it.candidate === candidate);
          const total = given.reduce(
            (sum, it) => sum.add(new Fraction(it.mark).mul(it.criterion === 'x' ? 3 : '0.5')),
            new Fraction(0),
          );
          if (ballots.length > 0) expect(mean.equals(total.div(3.5).div(ballots.length))).toBe(true);
          expect(least.lte(mean) && mean.lte(greatest)).toBe(true);
        }
        const gaps = jurors.reduce((sum, { gap }) => sum.add(gap), new Fraction(0));
        expect(gaps.equals(0)).toBe(true);
        const { scores: again, places: same } = scoringOf(field.toReversed(), criteria, ballots.toReversed());
        expect(same).toEqual(places);
        expect(again.map(({ mean }) => mean.toFraction())).toEqual(scores.map(({ mean }) => mean.toFraction()));
      }),
    ));
});
