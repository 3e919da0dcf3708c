import fc from 'fast-check';
import Fraction from 'fraction.js';
import type { ChannelRule } from '../../server/score/channel.rules.ts';
import { ZERO } from '../../server/score/exact.rules.ts';
import type { CriterionRule, Finding } from '../../server/score/measure.rules.ts';
import type { Scale } from '../../server/score/scale.rules.ts';

/** A decimal written out with so many places, between two whole bounds. */
export const decimal = (min: number, max: number, places = 2) =>
  fc
    .integer({ min: min * 10 ** places, max: max * 10 ** places })
    .map((n) => new Fraction(n, 10 ** places).toString(20));

const points = fc.integer({ min: 0, max: 20 }).map((n) => String(n / 20));
const distinct = (length: number) =>
  fc
    .uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: length, maxLength: length + 4 })
    .map((bounds) => bounds.toSorted((a, b) => a - b));

export const lines: fc.Arbitrary<Scale> = fc
  .uniqueArray(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 2 })
  .map(([zeroAt = 0, oneAt = 1]) => ({ type: 'LINEAR', zeroAt: String(zeroAt), oneAt: String(oneAt) }));
export const steps: fc.Arbitrary<Scale> = fc
  .record({ bounds: distinct(1), worth: fc.array(points, { minLength: 5, maxLength: 5 }), beyond: points })
  .map(({ bounds, worth, beyond }) => ({
    ...{ type: 'STEPS', beyond },
    steps: bounds.map((below, i) => ({ below: String(below), points: worth[i] ?? '0' })),
  }));
export const yesNo: fc.Arbitrary<Scale> = fc.record({ type: fc.constant('YES_NO'), yes: points, no: points });

/** A scale that rises with what it measures: nothing below earns more. */
export const rising: fc.Arbitrary<Scale> = fc.oneof(
  lines.map((line) => {
    if (line.type !== 'LINEAR') return line;
    const [zeroAt = '0', oneAt = '1'] = [line.zeroAt, line.oneAt].toSorted((a, b) => Number(a) - Number(b));
    return { ...line, zeroAt, oneAt };
  }),
  steps.map((scale) => {
    if (scale.type !== 'STEPS') return scale;
    const worth = [...scale.steps.map((step) => step.points), scale.beyond].toSorted((a, b) => Number(a) - Number(b));
    return {
      ...scale,
      steps: scale.steps.map((step, i) => ({ ...step, points: worth[i] ?? '0' })),
      beyond: worth.at(-1) ?? '0',
    };
  }),
);

const weight = fc.integer({ min: 1, max: 500 }).map((n) => String(n / 100));
const rule = fc.constantFrom('RENORMALISE' as const, 'ZERO' as const);
const criterion = (code: string): fc.Arbitrary<CriterionRule> =>
  fc.record({
    ...{ code: fc.constant(code), weight, scale: fc.oneof(yesNo, lines, steps) },
    absences: fc.record({ NOT_OFFERED: rule, NOT_OBSERVED: rule, REFUSED: rule }),
  });
const channel = (code: string): fc.Arbitrary<ChannelRule> =>
  fc.integer({ min: 1, max: 4 }).chain((size) =>
    fc.record({
      ...{ code: fc.constant(code), weight, optional: fc.boolean() },
      criteria: fc.tuple(...Array.from({ length: size }, (_, i) => criterion(`${code}.${i}`))),
    }),
  );

/** A grid of one to three channels, and what some tests found on it: a value that its scale takes, or an absence. */
export const measured = fc
  .integer({ min: 1, max: 3 })
  .chain((size) => fc.tuple(...Array.from({ length: size }, (_, i) => channel(`c${i}`))))
  .chain((channels: ChannelRule[]) => {
    const criteria = channels.flatMap((each) => each.criteria);
    const finding = fc.constantFrom(...criteria).chain(
      ({ code, scale }): fc.Arbitrary<Finding> =>
        fc.oneof(
          {
            weight: 3,
            arbitrary: (scale.type === 'YES_NO' ? fc.constantFrom('0', '1') : decimal(0, 120)).map((value) => ({
              ...{ criterion: code, value, absence: null },
            })),
          },
          {
            weight: 1,
            arbitrary: fc
              .constantFrom(
                'NOT_APPLICABLE' as const,
                'NOT_OFFERED' as const,
                'NOT_OBSERVED' as const,
                'REFUSED' as const,
              )
              .map((absence) => ({ criterion: code, value: null, absence })),
          },
        ),
    );
    return fc.record({ channels: fc.constant(channels), findings: fc.array(finding, { maxLength: 20 }) });
  });

export const sumOf = (terms: readonly Fraction[]): Fraction => terms.reduce((total, term) => total.add(term), ZERO);
