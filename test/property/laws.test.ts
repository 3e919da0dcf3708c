import fc from 'fast-check';
import Fraction from 'fraction.js';
import { expect, test } from 'vitest';
import type { Tally } from '../../server/score/measure.rules.ts';
import { type Rules, scoreOfTallies } from '../../server/score/score.rules.ts';
import { grids, type Measured, measuredOn, tallyFor } from '../support/scored.ts';

/** What must hold on every grid, with bonus and caps, floors, weighed steps, options and every kind of absence. */
const measured = measuredOn(grids(3, 4));
const scoreIn = ({ rules, tallies }: Measured) => scoreOfTallies(rules, tallyFor(tallies)).score;
const told = (score: Fraction | null) => score?.toFraction() ?? null;
const changed = (tallies: Measured['tallies'], code: string, tally: Tally) => new Map(tallies).set(code, tally);
const nothing = { NOT_APPLICABLE: 0, NOT_OFFERED: 0, NOT_OBSERVED: 0, REFUSED: 0 };
const notApplicable: Tally = { points: new Fraction(0), values: 0, absent: { ...nothing, NOT_APPLICABLE: 2 } };

test('a score lies between 0 and 100, whatever bonus it had', () =>
  fc.assert(
    fc.property(measured, ({ rules, tallies }) => {
      const { score, channels } = scoreOfTallies(rules, tallyFor(tallies));
      for (const each of [score, ...channels.flatMap(({ score, earned, counted }) => [score, earned, counted])])
        expect(each === null || (each.gte(0) && each.lte(100))).toBe(true);
    }),
  ));

test('a criterion that does not apply changes nothing, whatever its weight, its policy or its place', () =>
  fc.assert(
    fc.property(
      measured,
      fc.nat(),
      fc.nat(),
      fc.integer({ min: 1, max: 9 }),
      fc.boolean(),
      (sample, at, to, weight, bonus) => {
        const { rules, tallies } = sample;
        const channel = rules.channels[at % rules.channels.length];
        const model = channel?.criteria[0];
        if (!channel || !model) return;
        const added = { ...model, code: 'added', weight: String(weight), bonus };
        const criteria = channel.criteria.toSpliced(to % (channel.criteria.length + 1), 0, added);
        const larger: Rules = {
          ...rules,
          channels: rules.channels.map((each) => (each === channel ? { ...channel, criteria } : each)),
        };
        const with_ = { rules: larger, tallies: changed(tallies, 'added', notApplicable) };
        expect(told(scoreIn(with_))).toBe(told(scoreIn(sample)));
      },
    ),
  ));

test('improving an answer never lowers the score', () =>
  fc.assert(
    fc.property(measured, fc.nat(), fc.nat(14), ({ rules, tallies }, at, sevenths) => {
      const codes = [...tallies.keys()];
      const code = codes[at % codes.length] ?? '';
      const before = tallies.get(code) as Tally;
      const points = before.points.add(new Fraction(sevenths, 7));
      const better = { ...before, points: points.gt(before.values) ? new Fraction(before.values) : points };
      const [was, is] = [tallies, changed(tallies, code, better)].map((each) => scoreIn({ rules, tallies: each }));
      expect(was === null ? is === null || is === undefined : is?.gte(was as Fraction)).toBe(true);
    }),
  ));

test('the order of channels and of criteria changes nothing', () =>
  fc.assert(
    fc.property(measured, ({ rules, tallies }) => {
      const backwards: Rules = {
        ...rules,
        channels: rules.channels.map((each) => ({ ...each, criteria: each.criteria.toReversed() })).toReversed(),
      };
      expect(told(scoreIn({ rules: backwards, tallies }))).toBe(told(scoreIn({ rules, tallies })));
    }),
  ));

test('a bonus is never a loss', () =>
  fc.assert(
    fc.property(measured, ({ rules, tallies }) => {
      const without: Rules = {
        ...rules,
        channels: rules.channels.map((each) => ({ ...each, criteria: each.criteria.filter(({ bonus }) => !bonus) })),
      };
      const [full, bare] = [scoreIn({ rules, tallies }), scoreIn({ rules: without, tallies })];
      expect(full === null ? bare === null : bare !== null && full.gte(bare)).toBe(true);
    }),
  ));

test('all weights of one level multiplied by one number change nothing', () =>
  fc.assert(
    fc.property(measured, fc.integer({ min: 2, max: 9 }), ({ rules, tallies }, k) => {
      const times = (weight: string | null | undefined) => (weight == null ? null : String(Number(weight) * k));
      const heavier: Rules = {
        ...rules,
        steps: (rules.steps ?? []).map(({ code, weight }) => ({ code, weight: times(weight) })),
        channels: rules.channels.map((channel) => ({
          ...{ ...channel, weight: times(channel.weight) ?? '0' },
          criteria: channel.criteria.map((each) => ({ ...each, weight: times(each.weight) ?? '0' })),
        })),
      };
      expect(told(scoreIn({ rules: heavier, tallies }))).toBe(told(scoreIn({ rules, tallies })));
    }),
  ));

test('a channel that is not compared never moves the overall score', () =>
  fc.assert(
    fc.property(measured, ({ rules, tallies }) => {
      const compared = { ...rules, channels: rules.channels.filter((each) => !each.optional || each.compared) };
      expect(told(scoreIn({ rules: compared, tallies }))).toBe(told(scoreIn({ rules, tallies })));
    }),
  ));
