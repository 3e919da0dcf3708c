import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CriterionKind, faultsOf, pointsOf, refusalOf, scaleTypes } from '../../server/score/scale.rules.ts';
import { decimal, lines, rising, steps, yesNo } from '../support/arbitrary.ts';

const scales = fc.oneof(lines, steps, yesNo);
const kinds = fc.constantFrom<CriterionKind>('YES_NO', 'SCALE', 'COUNT', 'DURATION', 'SHARE');

test('points lie between 0 and 1, however far the value', () =>
  fc.assert(
    fc.property(scales, decimal(-1000, 1000), (scale, value) => {
      const points = pointsOf(scale, value);
      expect(points.gte(0) && points.lte(1)).toBe(true);
    }),
  ));

test('a scale that rises never gives less for more', () =>
  fc.assert(
    fc.property(rising, decimal(-100, 1000), decimal(0, 1000), (scale, value, more) => {
      const [low, high] = [value, String(Number(value) + Number(more))];
      expect(pointsOf(scale, high).gte(pointsOf(scale, low))).toBe(true);
    }),
  ));

test('a line turned round gives what was missing to 1', () =>
  fc.assert(
    fc.property(lines, decimal(-50, 150), (line, value) => {
      if (line.type !== 'LINEAR') return;
      const turned = { ...line, zeroAt: line.oneAt, oneAt: line.zeroAt };
      expect(pointsOf(line, value).add(pointsOf(turned, value)).equals(1)).toBe(true);
    }),
  ));

test('a scale without fault gives points to every value it does not refuse', () =>
  fc.assert(
    fc.property(
      kinds,
      scales,
      fc.oneof(decimal(-2, 120), fc.constantFrom('0', '1', 'oui', '', '1e3', '٣', '1/2')),
      (kind, scale, value) => {
        fc.pre(faultsOf(kind, scale).length === 0);
        if (refusalOf(kind, scale, value) !== null) return;
        const points = pointsOf(scale, value);
        expect(points.gte(0) && points.lte(1)).toBe(true);
      },
    ),
  ));

test('only the scales of a kind are without fault for it', () =>
  fc.assert(
    fc.property(kinds, scales, (kind, scale) => {
      expect(faultsOf(kind, scale).length === 0).toBe(scaleTypes[kind].includes(scale.type));
    }),
  ));
