import fc from 'fast-check';
import Fraction from 'fraction.js';
import { expect, test } from 'vitest';
import { rank } from '../../server/ranking/rank.rules.ts';
import { followsRanking, refusalOfAward } from '../../server/vote/decision.rules.ts';

const scores = fc.array(
  fc.option(fc.tuple(fc.nat(6), fc.integer({ min: 1, max: 3 })).map(([n, d]) => new Fraction(n, d))),
  { maxLength: 30 },
);

test('a rank is one more than the number of better entrants', () =>
  fc.assert(
    fc.property(scores, (all) => {
      const entrants = all.map((score, id) => ({ id, score }));
      for (const { entrant, rank: place } of rank(entrants, ({ score }) => score))
        expect(place).toBe(1 + all.filter((other) => other && entrant.score && other.gt(entrant.score)).length);
    }),
  ));

test('everyone with a score is ranked once, and nobody else', () =>
  fc.assert(
    fc.property(scores, (all) => {
      const entrants = all.map((score, id) => ({ id, score }));
      const ranked = rank(entrants, ({ score }) => score).map(({ entrant }) => entrant.id);
      expect(ranked.toSorted((a, b) => a - b)).toEqual(entrants.flatMap(({ id, score }) => (score ? [id] : [])));
    }),
  ));

test('ranks rise along the list', () =>
  fc.assert(
    fc.property(scores, (all) => {
      const places = rank(all, (score) => score).map((each) => each.rank);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    }),
  ));

test('a choice without motive is recorded only when it follows the ranking of a large enough field', () =>
  fc.assert(
    fc.property(
      fc.array(fc.option(fc.integer({ min: 1, max: 4 })), { maxLength: 6 }),
      fc.array(fc.integer({ min: 0, max: 7 }), { maxLength: 3 }),
      (ranks, choice) => {
        const standings = ranks.map((rank, i) => ({ structureId: String(i), rank, eligible: true }));
        const chosen = choice.map(String);
        if (refusalOfAward(standings, { structureIds: chosen, motive: null }, { awardField: 3 }) !== null) return;
        expect(followsRanking(standings, chosen, { awardField: 3 })).toBe(true);
        const best = Math.min(...ranks.flatMap((rank) => rank ?? []));
        expect(chosen.every((id) => ranks[Number(id)] === best)).toBe(true);
        if (chosen.length > 0) expect(ranks.filter((rank) => rank !== null).length).toBeGreaterThanOrEqual(3);
      },
    ),
  ));
