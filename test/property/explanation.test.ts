import fc from 'fast-check';
import type Fraction from 'fraction.js';
import { expect, test } from 'vitest';
import { explanationOf } from '../../server/explanation/explanation.rules.ts';
import { recalledScoreOf } from '../../server/score/recall.rules.ts';
import { scoreOfTallies } from '../../server/score/score.rules.ts';
import { sumOf } from '../support/arbitrary.ts';
import { grids, measuredOn, tallyFor } from '../support/scored.ts';

const sample = measuredOn(grids(4, 5));

test('the parts of a score add up to it exactly, from criteria to steps, to channels, to the whole', () =>
  fc.assert(
    fc.property(sample, ({ rules, tallies }) => {
      const scored = scoreOfTallies(rules, tallyFor(tallies));
      const explained = explanationOf(rules, scored);
      expect(explained === null).toBe(scored.score === null);
      if (!explained) return;
      for (const { steps, bonus, cap, floor, points } of explained.channels) {
        for (const step of steps)
          expect(sumOf(step.criteria.map((each) => each.points)).equals(step.points)).toBe(true);
        const parts = [...steps, ...bonus].map((each) => each.points);
        expect(sumOf([...parts, cap, ...(floor ? [floor] : [])]).equals(points)).toBe(true);
        expect(cap.lte(0)).toBe(true);
      }
      expect(sumOf(explained.channels.map(({ points }) => points)).equals(scored.score as Fraction)).toBe(true);
    }),
    { numRuns: 300 },
  ));

test('the weights of the channels that count make one whole, and the others have none', () =>
  fc.assert(
    fc.property(sample, ({ rules, tallies }) => {
      const explained = explanationOf(rules, scoreOfTallies(rules, tallyFor(tallies)));
      if (!explained) return;
      expect(sumOf(explained.channels.map(({ share }) => share)).equals(1)).toBe(true);
      for (const { outcome, share, points, steps } of explained.channels)
        if (outcome === 'NOT_COMPARED' || outcome === 'NOT_APPLICABLE' || outcome === 'RENORMALISED')
          expect([share, points, ...steps.map((step) => step.points)].every((part) => part.equals(0))).toBe(true);
    }),
  ));

test('the scores of its criteria, and what never applied, say all of a score again', () =>
  fc.assert(
    fc.property(sample, ({ rules, tallies }) => {
      const scored = scoreOfTallies(rules, tallyFor(tallies));
      const criteria = scored.channels.flatMap(({ criteria }) => criteria);
      const kept = new Map(criteria.flatMap(({ code, score }) => (score ? [[code, score] as const] : [])));
      const told = ({ score, channels }: typeof scored) => [
        score?.toFraction(),
        ...channels.flatMap((channel) => [
          channel.outcome,
          ...[channel.score, channel.earned, channel.bonus, channel.capped, channel.counted, ...channel.effects].map(
            (each) => each?.toFraction(),
          ),
        ]),
      ];
      const without = scored.channels.flatMap(({ code, outcome }) => (outcome === 'NOT_APPLICABLE' ? [code] : []));
      expect(told(recalledScoreOf(rules, kept, new Set(without)))).toEqual(told(scored));
    }),
  ));
