import fc from 'fast-check';
import Fraction from 'fraction.js';
import { expect, test } from 'vitest';
import type { ChannelRule } from '../../server/score/channel.rules.ts';
import { meanOf, rounded } from '../../server/score/exact.rules.ts';
import type { Finding } from '../../server/score/measure.rules.ts';
import { type StructureScore, scoreOf } from '../../server/score/score.rules.ts';
import { measured, rising, sumOf } from '../support/arbitrary.ts';

const everyScore = ({ score, channels }: StructureScore) => [
  score,
  ...channels.flatMap((channel) => [channel.score, ...channel.criteria.map((criterion) => criterion.score)]),
];
/** Fractions hold big integers, which compare best as text. */
const told = (score: StructureScore) =>
  everyScore(score)
    .map((each) => each?.toFraction() ?? null)
    .join();

test('every score lies between 0 and 100', () =>
  fc.assert(
    fc.property(measured, ({ channels, findings }) => {
      for (const score of everyScore(scoreOf({ channels }, findings)))
        expect(score === null || (score.gte(0) && score.lte(100))).toBe(true);
    }),
  ));

test('the order in which tests come in changes nothing', () =>
  fc.assert(
    fc.property(
      measured.chain((sample) =>
        fc.tuple(fc.constant(sample), fc.shuffledSubarray(sample.findings, { minLength: sample.findings.length })),
      ),
      ([{ channels, findings }, shuffled]) => {
        expect(told(scoreOf({ channels }, shuffled))).toBe(told(scoreOf({ channels }, findings)));
      },
    ),
  ));

test('all weights multiplied by one number change nothing', () =>
  fc.assert(
    fc.property(measured, fc.integer({ min: 1, max: 50 }), ({ channels, findings }, k) => {
      const times = (weight: string) => new Fraction(weight).mul(k).toString(20);
      const heavier = channels.map(
        (channel): ChannelRule => ({
          ...{ ...channel, weight: times(channel.weight) },
          criteria: channel.criteria.map((criterion) => ({ ...criterion, weight: times(criterion.weight) })),
        }),
      );
      expect(told(scoreOf({ channels: heavier }, findings))).toBe(told(scoreOf({ channels }, findings)));
    }),
  ));

test('a higher value on a scale that rises never lowers a score', () =>
  fc.assert(
    fc.property(measured, rising, fc.nat(1000), fc.nat(1000), ({ channels, findings }, scale, low, more) => {
      const [channel] = channels;
      const [criterion] = channel?.criteria ?? [];
      if (!channel || !criterion) return;
      const rules = [
        { ...channel, criteria: [{ ...criterion, scale }, ...channel.criteria.slice(1)] },
        ...channels.slice(1),
      ];
      const others = findings.filter((each) => each.criterion !== criterion.code);
      const found = (value: number): Finding => ({ criterion: criterion.code, value: String(value), absence: null });
      const before = scoreOf({ channels: rules }, [...others, found(low)]);
      const after = scoreOf({ channels: rules }, [...others, found(low + more)]);
      for (const [i, score] of everyScore(before).entries())
        expect(score === null || everyScore(after)[i]?.gte(score)).toBe(true);
    }),
  ));

test('what does not apply leaves every score where it is', () =>
  fc.assert(
    fc.property(measured, fc.nat(), ({ channels, findings }, at) => {
      const criteria = channels.flatMap((channel) => channel.criteria);
      const absent: Finding = {
        ...{ criterion: criteria[at % criteria.length]?.code ?? '', value: null, absence: 'NOT_APPLICABLE' },
      };
      expect(told(scoreOf({ channels }, [...findings, absent]))).toBe(told(scoreOf({ channels }, findings)));
    }),
  ));

test('an optional channel never moves the overall score', () =>
  fc.assert(
    fc.property(measured, ({ channels, findings }) => {
      const compulsory = channels.filter(({ optional }) => !optional);
      expect(scoreOf({ channels }, findings).score?.toFraction()).toBe(
        scoreOf({ channels: compulsory }, findings).score?.toFraction(),
      );
    }),
  ));

test('the parts of a score add up to it exactly', () =>
  fc.assert(
    fc.property(measured, ({ channels, findings }) => {
      const { score, channels: scored, base } = scoreOf({ channels }, findings);
      const parts = channels.flatMap(({ weight, optional }, i) => {
        const part = scored[i]?.score;
        return part && !optional ? [{ part, weight: new Fraction(weight), base: scored[i]?.base ?? 0 }] : [];
      });
      expect(score === null).toBe(parts.length === 0);
      if (score === null) return;
      const weights = sumOf(parts.map(({ weight }) => weight));
      expect(sumOf(parts.map(({ part, weight }) => part.mul(weight).div(weights))).equals(score)).toBe(true);
      expect(base).toBe(parts.reduce((total, each) => total + each.base, 0));
    }),
  ));

const fractions = fc
  .tuple(fc.bigInt(-(10n ** 12n), 10n ** 12n), fc.bigInt(1n, 10n ** 9n))
  .map(([n, d]) => new Fraction(n, d));

test('a mean lies between the least and the greatest, whatever their order', () =>
  fc.assert(
    fc.property(fc.array(fractions, { minLength: 1, maxLength: 12 }), (values) => {
      const mean = meanOf(values) as Fraction;
      const sorted = values.toSorted((a, b) => a.compare(b));
      expect(mean.gte(sorted[0] as Fraction) && mean.lte(sorted.at(-1) as Fraction)).toBe(true);
      expect(meanOf(sorted)?.equals(mean)).toBe(true);
    }),
  ));

test('a rounding is the nearest number of so many places, and away from zero when two are as near', () =>
  fc.assert(
    fc.property(fractions, fc.integer({ min: 0, max: 6 }), (value, places) => {
      // By whole numbers: ⌊|n|·10ᵖ / d⌋, and one more when what remains is at least half of d.
      const [n, d] = [value.n * 10n ** BigInt(places), value.d];
      const units = n / d + (2n * (n % d) >= d ? 1n : 0n);
      const text = rounded(value, places);
      expect(text).toMatch(places === 0 ? /^-?\d+$/ : new RegExp(`^-?\\d+\\.\\d{${places}}$`));
      expect(BigInt(text.replace(/[-.]/g, ''))).toBe(units);
      expect(text.startsWith('-')).toBe(value.s < 0n && units > 0n);
    }),
  ));

test('a rounding never changes the order of two numbers', () =>
  fc.assert(
    fc.property(fractions, fractions, fc.integer({ min: 0, max: 4 }), (a, b, places) => {
      const order = new Fraction(rounded(a, places)).compare(rounded(b, places));
      expect(order === 0 || Math.sign(order) === Math.sign(a.compare(b))).toBe(true);
    }),
  ));
