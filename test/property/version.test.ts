import fc from 'fast-check';
import Fraction from 'fraction.js';
import { expect, test } from 'vitest';
import {
  type Conversion,
  conversionAfter,
  converted,
  countedOf,
  type Line,
  rowsAfter,
  type Said,
} from '../../server/grid/version.carry.rules.ts';
import { factorOf, fateKindOf, fatesBetween, type Versioned } from '../../server/grid/version.rules.ts';
import { absences } from '../../server/score/measure.rules.ts';
import { imagined } from '../support/imagined.ts';
import { nextOf } from '../support/versioned.ts';

const answers = ['a', 'b', 'c'] as const;
const conversion: fc.Arbitrary<Conversion> = fc.oneof(
  fc.constant(null),
  fc.record({
    answers: fc
      .tuple(...answers.map(() => fc.oneof(fc.constantFrom(...answers), fc.constantFrom(...absences))))
      .map((all) =>
        Object.fromEntries(
          all.map((to, i) => [
            answers[i] as string,
            answers.includes(to as 'a') ? { choice: to } : { absence: to as (typeof absences)[number] },
          ]),
        ),
      ),
  }),
);
const said: fc.Arbitrary<Said> = fc.oneof(
  fc.constantFrom(...answers).map((value) => ({ value, absence: null })),
  fc.constantFrom(...absences).map((absence) => ({ value: null, absence })),
);

test('two conversions in one step are the two one after the other', () =>
  fc.assert(
    fc.property(conversion, conversion, said, (first, then, found) => {
      const both = conversionAfter(first, then);
      const once = converted(first, found);
      expect(both === undefined ? undefined : converted(both, found)).toEqual(once && converted(then, once));
    }),
  ));

test('a factor keeps a value exact or refuses it, and never rounds', () =>
  fc.assert(
    fc.property(fc.nat(99_999_999), fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 400 }), (n, a, b) => {
      const value = (n / 1000).toFixed(3);
      const factor = factorOf(`${a}/${b}`);
      const exact = new Fraction(value).mul(a).div(b);
      const found = converted(factor, { value, absence: null });
      if (found) expect(new Fraction(found.value ?? '').equals(exact)).toBe(true);
      else expect(exact.mul(1_000_000).d).not.toBe(1n);
    }),
  ));

const versioned = (rules: { channels: readonly { code: string; criteria: readonly object[] }[] }): Versioned[] =>
  rules.channels.flatMap(({ code: channel, criteria }) =>
    criteria.map((each) => ({ unit: null, delay: null, ...each, channel, conditions: [] }) as unknown as Versioned),
  );

test('between two identical versions everything is kept, and every test counts what it found', () =>
  fc.assert(
    fc.property(imagined, ({ rules }) => {
      const criteria = versioned(rules);
      const fates = fatesBetween(criteria, criteria, []);
      expect(fates.map((fate) => [fateKindOf(fate), fate.source, fate.target])).toEqual(
        criteria.map(({ code }) => ['KEPT', code, code]),
      );
    }),
  ));

test('every criterion of both versions has one fate, whatever was declared', () =>
  fc.assert(
    fc.property(
      imagined.chain(({ rules }) => nextOf(rules, 2).map((next) => ({ rules, next }))),
      fc.infiniteStream(fc.boolean()),
      ({ rules, next }, coins) => {
        const [before, after] = [versioned(rules), versioned(next.rules)];
        const fates = fatesBetween(
          before,
          after,
          next.fates.filter(() => coins.next().value),
        );
        const named = (end: 'source' | 'target') => fates.flatMap((fate) => fate[end] ?? []).sort();
        expect(named('source')).toEqual(before.map(({ code }) => code).sort());
        expect([...new Set(named('target'))]).toEqual(after.map(({ code }) => code).sort());
      },
    ),
  ));

const ids = ['s0', 's1', 's2'];
const lines = (from: string, to: string): fc.Arbitrary<Line[]> =>
  fc.tuple(...ids.map(() => fc.tuple(fc.boolean(), conversion))).map((all) =>
    all.map(([kept, conversion], i) => ({
      ...{ source: `${from}${ids[i]}`, target: kept ? `${to}${ids[i]}` : null },
      conversion: kept ? conversion : null,
    })),
  );
const found = fc
  .tuple(...ids.map(() => said))
  .map((all) => new Map(all.map((each, i): [string, Said] => [`1${ids[i]}`, each])));
const fresh = (to: string) => [{ target: `${to}new`, absence: 'NOT_OBSERVED' as const, channels: ['c'] }];

test('a test two versions old counts what it would have counted version after version', () =>
  fc.assert(
    fc.property(lines('1', '2'), lines('2', '3'), found, (second, third, measured) => {
      const one = rowsAfter([], second, fresh('2')) ?? [];
      const carriedOn = { source: '2new', target: '3kept', conversion: null };
      const both = rowsAfter(one, [...third, carriedOn], fresh('3')) ?? [];
      const alone = rowsAfter([], [...third, carriedOn], fresh('3')) ?? [];
      expect(countedOf(both, 'c', measured)).toEqual(countedOf(alone, 'c', countedOf(one, 'c', measured)));
    }),
  ));
