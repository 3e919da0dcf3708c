import { expect, test } from 'vitest';
import { wilson } from '../../server/uncertainty/share.rules.ts';

/** Newcombe (1998), Statistics in Medicine 17:857, table I, method 3; then the same at 90 %, z²/(n + z²) by hand. */
test.each([
  [81, 263, 95, 0.2553, 0.3662],
  [15, 148, 95, 0.0624, 0.1605],
  [0, 20, 95, 0, 0.1611],
  [1, 29, 95, 0.0061, 0.1718],
  [0, 20, 90, 0, 0.1192],
  [20, 20, 90, 0.8808, 1],
] as const)('%i of %i lies, at %i %%, between %d and %d', (numerator, denominator, level, low, high) => {
  const span = wilson(numerator, denominator, level);
  expect(span?.low).toBeCloseTo(low, 4);
  expect(span?.high).toBeCloseTo(high, 4);
});

test('nothing is said of a share of nothing', () => {
  expect(wilson(0, 0, 95)).toBeNull();
});

test('more than all, less than none and no number are refused', () => {
  for (const numerator of [3, -1, Number.NaN]) expect(() => wilson(numerator, 2, 90)).toThrow(RangeError);
});
