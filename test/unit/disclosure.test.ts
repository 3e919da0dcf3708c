import { expect, test } from 'vitest';
import type { Contributor } from '../../server/disclosure/contributor.rules.ts';
import { decided } from '../../server/disclosure/decided.ts';
import { forbiddenBy, withheldIn } from '../../server/disclosure/disclosure.rules.ts';
import type { Honour } from '../../server/disclosure/honour.rules.ts';

const scoring = (category: string, scores: readonly number[], department: string | null = null): Contributor[] =>
  scores.map((score) => ({
    ...{ category, department, region: department && '44', scores: new Map([['overall', score]]) },
  }));
const USUAL = { fewest: 5, largest: 0.85 };
const why = (all: readonly Contributor[], cell: string, threshold = USUAL, honours: readonly Honour[] = []) =>
  withheldIn({ all, measures: ['overall'], threshold, honours, before: new Map() }).get(`${cell}/overall`) ?? null;

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

test('a mean so near an end that it tells what each scored is withheld', () => {
  expect(why(scoring('a', [100, 100, 99, 98, 97]), 'all')).toBe('EXTREME');
  expect(why(scoring('a', [0, 1, 2, 3, 3]), 'all')).toBe('EXTREME');
  expect(why(scoring('a', [100, 95, 90, 90, 85]), 'all')).toBeNull();
});

test('what is asked twice is decided once, and anew as soon as a score, a rule or the palmarès is another', async () => {
  const all = scoring('a', [12, 8, 3, 2, 2, 1]);
  const asked = { all, measures: ['overall'], threshold: USUAL, honours: [], before: new Map() };
  const first = await decided(asked);
  expect(first).toEqual(withheldIn(asked));
  expect(await decided(structuredClone(asked))).toBe(first);
  for (const other of [
    { ...asked, all: scoring('a', [12, 8, 3, 2, 2, 2]) },
    { ...asked, threshold: { fewest: 6, largest: 0.85 } },
    { ...asked, honours: [telling(all, all.slice(0, 1))] },
    { ...asked, before: new Map([['all/overall', 'SMALL_BASE' as const]]) },
  ])
    expect(await decided(other)).not.toBe(first);
});

const telling = (
  field: readonly Contributor[],
  named: readonly Contributor[],
  least: number | null = null,
): Honour => ({
  ...{ measure: 'overall', field, named, least },
});

test('a mean that holds the best of a category near 100, once it is named, is withheld', () => {
  const all = scoring('a', [99, 93, 92, 92, 91]);
  expect(why(all, 'category.a')).toBeNull();
  expect(why(all, 'category.a', USUAL, [telling(all, all.slice(0, 1))])).toBe('PROTECTS_ANOTHER');
  const tied = scoring('a', [99, 99, 93, 92, 92, 91]);
  expect(why(tied, 'category.a', USUAL, [telling(tied, tied.slice(0, 2))])).toBe('PROTECTS_ANOTHER');
});

test('so is one so low that nobody under the second place can have ten points, once both are named', () => {
  const all = scoring('a', [12, 8, 3, 2, 2, 1]);
  const told = (named: number) => why(all, 'category.a', USUAL, [telling(all, all.slice(0, named))]);
  expect([told(0), told(1), told(2)]).toEqual([null, null, 'PROTECTS_ANOTHER']);
});

test('a special prize names whoever is best of several categories, and not of its own', () => {
  const [a, b] = [scoring('a', [99, 93, 92, 92, 91]), scoring('b', [40, 50, 60, 70, 30])];
  expect(why([...a, ...b], 'category.a', USUAL, [telling([...a, ...b], a.slice(0, 1))])).toBe('PROTECTS_ANOTHER');
  expect(why([...a, ...b], 'category.a', USUAL, [telling(a, a.slice(0, 1)), telling(b, b.slice(2, 3))])).toBe(
    'PROTECTS_ANOTHER',
  );
});

test('where nobody has the score that an award asks for, a mean just under it is withheld', () => {
  const all = scoring('a', [99, 59, 59, 58, 58, 57]);
  expect([null, 60, 70].map((least) => why(all, 'category.a', USUAL, [telling(all.slice(1), [], least)]))).toEqual([
    ...[null, 'PROTECTS_ANOTHER', null],
  ]);
});

/** Ten structures that were tested by e-mail alone, ten by phone as well. */
const mixed = (email: (i: number) => number): Contributor[] =>
  Array.from({ length: 20 }, (_, i) => {
    const marks = new Map([['EMAIL', email(i)], ...(i < 10 ? [] : [['PHONE', 80 - 3 * i] as const])]);
    const codes = [...marks.keys()];
    const parts = new Map([
      ['overall', new Map(codes.map((code) => [code, 1 / marks.size]))],
      ...codes.map((code) => [`channel.${code}`, new Map([[code, 1]])] as const),
    ]);
    const scoreOf = (of: ReadonlyMap<string, number>) =>
      [...of].reduce((sum, [code, part]) => sum + part * (marks.get(code) ?? 0), 0);
    const scores = new Map([...parts].map(([measure, of]) => [measure, scoreOf(of)]));
    return { category: 'a', region: null, department: null, scores, marks, parts };
  });

test('measures of the same marks are all told, unless what is left between them is somebody’s score', () => {
  const measures = ['overall', 'channel.EMAIL', 'channel.PHONE'];
  const toldOf = (all: Contributor[]) => {
    const withheld = withheldIn({
      ...{ all, measures, threshold: { fewest: 3, largest: 0.85 }, honours: [], before: new Map() },
    });
    return measures.filter((measure) => !withheld.has(`all/${measure}`));
  };
  expect(toldOf(mixed((i) => 30 + i))).toEqual(measures);
  // The whole less a half of both is a half of what those without a phone scored: nothing, all of them.
  expect(toldOf(mixed((i) => (i < 10 ? 0 : 30 + i)))).not.toEqual(measures);
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

test('two that are alone in their départements are not told by what is left of their région, as each knows itself', () => {
  const left = (...sizes: number[]) => [
    ...['35', '56'].flatMap((department, i) => scoring('a', [40, 80, 60].slice(0, sizes[i]), department)),
    ...scoring('a', [50, 51, 52, 53, 54], '22'),
  ];
  const toldOf = (all: Contributor[]) => ['region.44', 'department.22'].filter((cell) => !why(all, cell));
  expect(toldOf(left(2, 2))).toEqual(['region.44', 'department.22']);
  expect(toldOf(left(1, 1))).toEqual(['region.44']);
});

test('whoever is first knows that nobody is above it: a mean just under its score is withheld', () => {
  expect(why(scoring('a', [59, 59, 58, 58, 57]), 'category.a')).toBe('PROTECTS_ANOTHER');
  expect(why(scoring('a', [59, 59, 58, 58, 20]), 'category.a')).toBeNull();
});

test('what the palmarès says beside one’s own score is nothing that means could take back', () => {
  const all = scoring('a', [97, 96, 60, 40, 20, 50]);
  expect(why(all, 'category.a', USUAL, [telling(all, all.slice(0, 1))])).toBeNull();
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

test('two that are known to be at an end take nothing from the doubt on structures of other categories', () => {
  const parts = new Map([
    [
      'channel.SOCIAL',
      new Map([
        ['access', 0.2],
        ['processing', 0.8],
      ]),
    ],
  ]);
  const social = (category: string, access: number, processing: number): Contributor => {
    const scores = new Map([['channel.SOCIAL', 0.2 * access + 0.8 * processing]]);
    const marks = new Map([
      ['access', access],
      ['processing', processing],
    ]);
    return { category, region: null, department: null, scores, marks, parts };
  };
  const all = [
    ...Array.from({ length: 250 }, (_, i) => social('a', (i * 37) % 100, (i * 53) % 100)),
    ...Array.from({ length: 90 }, (_, i) => social('c', (i * 41) % 100, (i * 59) % 100)),
    ...[social('b', 100, 100), social('b', 100, 100)],
  ];
  const asked = { all, measures: ['channel.SOCIAL'], threshold: USUAL, honours: [], before: new Map() };
  expect([...withheldIn(asked).keys()]).toEqual(
    ['category.b', 'all', 'category.c'].map((place) => `${place}/channel.SOCIAL`),
  );
});
