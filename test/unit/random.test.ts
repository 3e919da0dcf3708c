import { expect, test } from 'vitest';
import { student95 } from '../../server/uncertainty/quantile.rules.ts';
import { murmur3, Stream, streamOf } from '../../server/uncertainty/random.rules.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const first = (stream: Stream, count: number) => Array.from({ length: count }, () => stream.next());

test('the generator gives the numbers its authors published', () => {
  const published = [
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
  ];
  expect(first(new Stream([1, 2, 3, 4]), 10)).toEqual(published); // their C code, as tested in the crate rand_xoshiro
});

test.each([
  ['', 0, 0],
  ['', 1, 0x514e28b7],
  ['', 0xffffffff, 0x81f16f39],
  ['test', 0, 0xba6bd213],
  ['Hello, world!', 0, 0xc0363e43],
  ['Hello, world!', 0x9747b28c, 0x24884cba],
  ['The quick brown fox jumps over the lazy dog', 0, 0x2e4ff723],
  ['The quick brown fox jumps over the lazy dog', 0x9747b28c, 0x2fa826cd],
])('the fingerprint of "%s" under %i is the published one', (text, seed, fingerprint) => {
  expect(murmur3(bytes(text), seed)).toBe(fingerprint);
});

test('a seed and a purpose always give the same numbers, and another seed or purpose gives others', () => {
  const told = (...purpose: [string, ...string[]]) => first(streamOf(...purpose), 4).join();
  expect(told('5eed', 'a', 'b')).toBe(told('5eed', 'a', 'b'));
  const all = [told('5eed', 'a', 'b'), told('5eee', 'a', 'b'), told('5eed', 'ab'), told('5eed', 'a', 'b', '')];
  expect(new Set(all).size).toBe(4);
});

test('every number below a bound is drawn about as often', () => {
  const stream = streamOf('5eed', 'dice');
  const seen = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < 60_000; i++) {
    const drawn = stream.below(6);
    seen[drawn] = (seen[drawn] ?? 0) + 1;
  }
  for (const count of seen) expect(Math.abs(count - 10_000)).toBeLessThan(400); // four standard deviations
});

test.each([
  [1, 6.314],
  [2, 2.92],
  [4, 2.132],
  [5, 2.015],
  [6, 1.943],
  [8, 1.86],
  [10, 1.812],
  [15, 1.753],
  [30, 1.697],
  [120, 1.658],
])('with %i degrees of freedom, 5 %% of Student’s law lie beyond %d', (freedom, point) => {
  expect(student95(freedom)).toBeCloseTo(point, 3); // Abramowitz and Stegun, table 26.10
});

test('fewer degrees of freedom never narrow anything', () => {
  const points = Array.from({ length: 400 }, (_, i) => student95(0.5 + i / 20));
  expect(points).toEqual(points.toSorted((a, b) => b - a));
});
