import { expect, test } from 'vitest';
import { type Contributor, forbiddenBy, withheldMeans } from '../../server/publication/disclosure.rules.ts';

const scoring = (category: string, scores: readonly number[], department: string | null = null): Contributor[] =>
  scores.map((score) => ({
    ...{ category, department, region: department && '44', first: false, scores: new Map([['overall', score]]) },
  }));
const why = (all: readonly Contributor[], cell: string, threshold = { fewest: 5, largest: 0.85 }) =>
  withheldMeans(all, ['overall'], threshold).get(`${cell}/overall`) ?? null;

test('four structures are too few, five are not', () => {
  expect(why(scoring('a', [40, 50, 60, 70]), 'category.a')).toBe('SMALL_BASE');
  expect(why(scoring('a', [40, 50, 60, 70, 30]), 'category.a')).toBeNull();
});

test('the fewest structures and the largest share are what the edition says', () => {
  const six = scoring('a', [40, 50, 60, 70, 30, 45]);
  expect([3, 6, 7].map((fewest) => why(six, 'all', { fewest, largest: 0.85 }))).toEqual([null, null, 'SMALL_BASE']);
  const led = scoring('a', [90, 15, 10, 10, 10]);
  expect([0.67, 0.66, 0.6].map((largest) => why(led, 'all', { fewest: 5, largest }))).toEqual([
    ...[null, 'DOMINANCE', 'DOMINANCE'],
  ]);
});

test('no structure makes up more than 85 % of what is told', () => {
  expect(why(scoring('a', [90, 5, 4, 3, 3]), 'all')).toBe('DOMINANCE');
  expect(why(scoring('a', [84, 5, 4, 4, 3]), 'all')).toBeNull();
});

test('a mean so near an end that it tells what each scored is withheld, and of a category that names its first, sooner', () => {
  expect(why(scoring('a', [100, 100, 99, 98, 97]), 'all')).toBe('EXTREME');
  expect(why(scoring('a', [0, 1, 2, 3, 3]), 'all')).toBe('EXTREME');
  const [first, ...others] = scoring('a', [100, 95, 90, 90, 85]);
  const named = [...others, ...(first ? [{ ...first, first: true }] : [])];
  expect(why(named, 'category.a')).toBe('EXTREME');
  expect(why([...others, ...(first ? [first] : [])], 'category.a')).toBeNull();
});

test('where one category is too small, the next smallest keeps its secret', () => {
  const all = [
    ...scoring('a', [40, 50, 60, 70, 30, 45, 55]),
    ...scoring('b', [20, 80, 50, 60, 65, 70]),
    ...scoring('c', [10, 90]),
  ];
  expect(['all', 'category.a', 'category.b', 'category.c'].map((cell) => why(all, cell))).toEqual([
    ...[null, null],
    ...['PROTECTS_ANOTHER', 'SMALL_BASE'],
  ]);
});

test('two departments too small for themselves protect one another, and their region is told', () => {
  const all = [
    ...scoring('a', [40, 50, 60], '35'),
    ...scoring('a', [20, 80, 70], '56'),
    ...scoring('a', [50, 51, 52, 53, 54], '22'),
  ];
  expect(['all', 'region.44', 'department.22', 'department.35', 'department.56'].map((cell) => why(all, cell))).toEqual(
    [...[null, null, null], ...['SMALL_BASE', 'SMALL_BASE']],
  );
});

test('a correction tells neither what was withheld nor what would come out otherwise than it was told', () => {
  const earlier = [
    { code: 'all/overall', value: 60, count: 300, why: null },
    { code: 'region.44/overall', value: 55, count: 12, why: null },
    { code: 'region.53/overall', value: 61.5, count: 9, why: null },
    { code: 'region.11/overall', value: null, count: null, why: 'SMALL_BASE' as const },
  ];
  const now = new Map([
    ['all/overall', { value: 60, count: 300 }],
    ['region.44/overall', { value: 54.2, count: 11 }],
    ['region.53/overall', { value: 61.5, count: 10 }],
    ['region.11/overall', { value: 48, count: 5 }],
  ]);
  expect([...forbiddenBy(earlier, now)]).toEqual([
    ['region.44/overall', 'PROTECTS_ANOTHER'],
    ['region.53/overall', 'PROTECTS_ANOTHER'],
    ['region.11/overall', 'SMALL_BASE'],
  ]);
});
