import { describe, expect, test } from 'vitest';
import { noisesOf } from '../../server/uncertainty/noise.rules.ts';
import { inOrder, overallOf, type Sampled } from '../../server/uncertainty/sample.rules.ts';
import { ranksOf, standingsOf } from '../../server/uncertainty/standing.rules.ts';
import { robustnessOf } from '../../server/uncertainty/uncertainty.rules.ts';
import { channelOf } from '../support/fieldwork.ts';

const structure = (id: string, channels: Readonly<Record<string, readonly number[]>>): Sampled => ({
  ...{ id, channels: Object.entries(channels).map(([code, tests]) => channelOf(code, 1, tests)) },
});
/** What is said of one structure, alone in its category unless others are given. */
const said = (one: Sampled, others: readonly Sampled[] = [], rest: readonly Sampled[] = []) =>
  robustnessOf([one, ...others], { seed: '5eed', replicates: 400, rest })[0];

/** Two tests lie 21, 3 and 17 from their mean by e-mail; 3, 17 and 21 by phone. */
const trio = [
  structure('Anse', { mail: [49, 91], phone: [81, 87] }), // 70 and 84: 77
  structure('Brou', { mail: [60, 66], phone: [46, 80] }), // 63 and 63: 63
  structure('Cluny', { mail: [10, 44], phone: [10, 52] }), // 27 and 31: 29
];

/** Nothing round about it: weights 3 and 7, three tests and two, criteria whose weights may move. */
const uneven = ['Anse', 'Brou', 'Cluny'].map((id, i): Sampled => {
  const mail = channelOf('mail', 3, [41 + 7 * i, 83 - i, 66]);
  const criteria = [
    { code: 'delay', weight: 3, score: mail.score - 10 },
    { code: 'tone', weight: 1, score: mail.score + 30 },
  ];
  return { id, channels: [{ ...mail, criteria }, channelOf('phone', 7, [57 - i * i, 88 - 9 * i])] };
});

test('the same seed gives the same figures to the last digit, on every machine', () => {
  const found = robustnessOf(uneven, { seed: '5eed', replicates: 200 });
  expect(found.map(({ interval, rank, weights }) => [interval, rank, weights.score])).toMatchInlineSnapshot(`
    [
      [
        {
          "high": 90.07539666786346,
          "low": 51.254447060761294,
        },
        {
          "high": 3,
          "low": 1,
        },
        {
          "high": 70.36145678095244,
          "low": 69.05329286601959,
        },
      ],
      [
        {
          "high": 85.29431172639808,
          "low": 47.966860670171066,
        },
        {
          "high": 3,
          "low": 1,
        },
        {
          "high": 67.28387879215184,
          "low": 66.37248003292838,
        },
      ],
      [
        {
          "high": 83.5747676227045,
          "low": 44.37788635580131,
        },
        {
          "high": 3,
          "low": 1,
        },
        {
          "high": 63.74199679056099,
          "low": 62.78837843169586,
        },
      ],
    ]
  `);
  expect(robustnessOf(uneven, { seed: '5eed', replicates: 200 })).toEqual(found);
});

test('another seed gives other figures, close to the first', () => {
  const high = (seed: string) => robustnessOf(uneven, { seed, replicates: 4000 })[1]?.interval?.high ?? 0;
  expect(high('5eee')).not.toBe(high('5eed'));
  expect(Math.abs(high('5eee') - high('5eed'))).toBeLessThan(1);
});

describe('drawing agrees with the list of everything that could be drawn', () => {
  /** Each deviation of two tests lies √2 too close to 0, and stands for its opposite too. */
  const deviations = [21, 3, 17].flatMap((each) => [each * Math.SQRT2, -each * Math.SQRT2]);
  /** Two channels with 3 degrees of freedom each and the same variance: 6 in all. */
  const widening = 1.9432 / 1.6449;
  const twoTests = deviations.flatMap((a) => deviations.map((b) => (a + b) / 2));
  const ofTwo = twoTests.flatMap((mail) => twoTests.map((phone) => (widening * (mail + phone)) / 2));
  const ofOne = deviations.flatMap((mail) => deviations.map((phone) => (widening * (mail + phone)) / 2));
  const studied = (category: readonly Sampled[], rest: readonly Sampled[] = []) =>
    robustnessOf(category, { seed: '5eed', replicates: 20_000, rest });
  const single = structure('Dole', { mail: [50], phone: [50] });

  test.each([
    ['two tests a channel, in the middle', () => studied(trio)[1], 63, ofTwo],
    ['two tests a channel, near the end', () => studied(trio)[2], 29, ofTwo],
    ['one test a channel, with the noise of the other categories', () => studied([single], trio)[0], 50, ofOne],
  ])('%s: 5 in 100 lie below the interval and 5 above', (_, study, score, everything) => {
    const found = study();
    const below = (deviation: number) => everything.filter((each) => each < deviation).length / everything.length;
    const { low, high } = found?.interval ?? { low: Number.NaN, high: Number.NaN };
    for (const [bound, share] of [
      [low - score, 0.05],
      [high - score, 0.95],
    ] as const) {
      expect(below(bound - 0.5)).toBeLessThan(share + 0.005);
      expect(below(bound + 0.5)).toBeGreaterThan(share - 0.005);
    }
  });

  test('two structures are told apart when the lower overtakes the higher in less than 5 % of all cases', () => {
    const overtaking = (lead: number) =>
      ofTwo.reduce((sum, a) => sum + ofTwo.filter((b) => b - a >= lead).length, 0) / ofTwo.length ** 2;
    expect(overtaking(77 - 63)).toBeGreaterThan(0.1);
    expect(overtaking(63 - 29)).toBeLessThan(0.045);
    const robustness = studied(trio);
    expect(robustness.map(({ rank }) => rank)).toEqual([
      { low: 1, high: 2 },
      { low: 1, high: 2 },
      { low: 3, high: 3 },
    ]);
    expect(robustness.map(({ tied }) => tied)).toEqual([
      { from: 1, to: 2 },
      { from: 1, to: 2 },
      { from: 3, to: 3 },
    ]);
  });
});

describe('nothing is said', () => {
  const floor = { code: 'letter', weight: 1, score: 0, tests: [], criteria: [], bonus: 0 };
  const mute = { interval: null, rank: null, tied: null };

  test.each<[string, Sampled | undefined, Sampled[]]>([
    ['NO_TESTS', { id: 'a', channels: [floor] }, trio],
    ['SINGLE_TEST', { id: 'a', channels: [channelOf('mail', 1, [50]), floor] }, trio],
    ['NO_REPETITION', structure('a', { mail: [50, 60], visit: [70] }), trio],
    ['NO_SPREAD', structure('a', { mail: [50, 50], phone: [80, 80] }), [structure('b', { mail: [10, 10] })]],
  ])('of a structure for the reason %s, but what the weights do', (reason, one, others) => {
    expect(said(one as Sampled, others)).toMatchObject({ reason, ...mute });
    expect(said(one as Sampled, others)?.weights.rank.high).toBeGreaterThan(0);
  });

  test('and nobody is told apart from whom nothing is known', () => {
    const [best, second, last] = trio as [Sampled, Sampled, Sampled];
    const unknown = structure('Zuydcoote', { visit: [100], counter: [90] });
    expect(said(last, [best, second, unknown])?.rank).toEqual({ low: 3, high: 4 });
    expect(said(unknown, trio)?.reason).toBe('NO_REPETITION');
  });
});

test('equal scores share a rank and the next one skips, whatever floating point makes of them', () => {
  expect(ranksOf([30, 70, 100 * (0.1 + 0.2), 10])).toEqual([2, 1, 2, 4]);
});

test('an interval does not lean, even when tests do', () => {
  const leaning = Array.from({ length: 8 }, (_, i) => structure(`s${i}`, { mail: [70 + i, 70 - i, 70, 70, 20] }));
  const { low, high } = robustnessOf(leaning, { seed: '5eed', replicates: 20_000 })[0]?.interval ?? { low: 0, high: 0 };
  expect(Math.abs((low + high) / 2 - 60)).toBeLessThan(0.5);
});

test('where nobody was tested twice, differences between structures stand in, and the channel is named', () => {
  const visits = [20, 50, 95].map((visit, i) => structure(`s${i}`, { mail: [50, 60 + i], visit: [visit] }));
  const [first, second, third] = visits as [Sampled, Sampled, Sampled];
  const bounded = said(first, [second, third]);
  expect(bounded?.bounded).toEqual(['visit']);
  const between = (20 - 55) ** 2 + (50 - 55) ** 2 + (95 - 55) ** 2;
  const farther = [structure('r', { visit: [0] }), structure('q', { visit: [100] })];
  expect(noisesOf(visits, farther).get('visit')).toMatchObject({ freedom: 2, variance: between / 2 });
  const twice = structure('s3', { mail: [50, 63], visit: [49, 51] });
  const known = said(first, [second, third, twice]);
  expect(known?.bounded).toEqual([]);
  const width = (found: typeof known) => (found?.interval?.high ?? 0) - (found?.interval?.low ?? 0);
  expect(width(known)).toBeLessThan(width(bounded));
});

test('a category that can speak for itself does not listen to the others', () => {
  const six = Array.from({ length: 6 }, (_, i) => structure(`s${i}`, { mail: [40 + i, 60 - i] }));
  const wild = [structure('w', { mail: [0, 100] })];
  const [own] = robustnessOf(six, { seed: '5eed', rest: wild });
  expect(own).toEqual(robustnessOf(six, { seed: '5eed' })[0]);
  const few = six.slice(0, 2);
  const helped = robustnessOf(few, { seed: '5eed', rest: wild })[0];
  expect(helped?.interval).not.toEqual(robustnessOf(few, { seed: '5eed' })[0]?.interval);
});

describe('weights', () => {
  const criterion = (code: string, weight: number, score: number) => ({ code, weight, score });
  const one: Sampled = {
    id: 'one',
    channels: [
      { code: 'mail', weight: 60, score: 80, tests: [-5, 5], criteria: [], bonus: 0 },
      { code: 'phone', weight: 40, score: 30, tests: [-5, 5], criteria: [], bonus: 0 },
    ],
  };

  test('a score reaches what it is worth when each channel weighs a tenth more or less', () => {
    expect(said(one)?.weights.score.high).toBeCloseTo((66 * 80 + 36 * 30) / 102, 9);
    expect(said(one)?.weights.score.low).toBeCloseTo((54 * 80 + 44 * 30) / 98, 9);
  });

  test('ranks that only weights decide move, those that no weight decides do not', () => {
    const even: Sampled = { ...one, id: 'even', channels: one.channels.map((each) => ({ ...each, score: 60 })) };
    const best: Sampled = { ...one, id: 'best', channels: one.channels.map((each) => ({ ...each, score: 90 })) };
    expect(robustnessOf([one, even, best], { seed: '5eed' }).map(({ weights }) => weights.rank)).toEqual([
      { low: 2, high: 3 },
      { low: 2, high: 3 },
      { low: 1, high: 1 },
    ]);
  });

  test('a channel moves with its criteria, keeps its bonus, and never exceeds 100', () => {
    const criteria = [criterion('delay', 2, 100), criterion('tone', 2, 80)];
    const channel = { code: 'mail', weight: 1, score: 95, tests: [-5, 5], criteria, bonus: 5 };
    const { low, high } = said({ id: 'a', channels: [channel] })?.weights.score ?? { low: 0, high: 0 };
    expect(low).toBeGreaterThan(94); // (1.8 × 100 + 2.2 × 80) / 4 + 5
    expect(low).toBeLessThan(94.2);
    expect(high).toBeGreaterThan(95.8);
    expect(high).toBeLessThan(96);
    const full = { ...channel, score: 100, bonus: 15 };
    expect(said({ id: 'a', channels: [full] })?.weights.score).toEqual({ low: 100, high: 100 });
  });

  test('cannot move so far that one of them weighs nothing', () => {
    for (const weightMove of [1, -0.1, Number.NaN])
      expect(() => robustnessOf([one], { seed: '5eed', weightMove })).toThrow(RangeError);
  });
});

describe('two entrants, replicate by replicate', () => {
  /** Twenty replicates: what is not said of a replicate is that nothing moved. */
  const entrant = (score: number, ...moved: number[]) => ({
    ...{ score, unknown: false },
    deviations: Float64Array.from({ length: 20 }, (_, i) => moved[i] ?? 0),
  });
  const apart = (...entrants: ReturnType<typeof entrant>[]) =>
    standingsOf(entrants).map(({ rank, tied }) => [rank.low, rank.high, tied.from, tied.to]);

  test('are told apart until the lower catches up once in twenty', () => {
    expect(apart(entrant(80), entrant(70, 9.9))).toEqual([
      [1, 1, 1, 1],
      [2, 2, 2, 2],
    ]);
    expect(apart(entrant(80), entrant(70, 10.1))).toEqual([
      [1, 2, 1, 2],
      [1, 2, 1, 2],
    ]);
  });

  test('may meet halfway: the one falls while the other rises', () => {
    expect(apart(entrant(80, -6), entrant(70, 6))[0]).toEqual([1, 2, 1, 2]);
    expect(apart(entrant(80, 6), entrant(70, 6))[0]).toEqual([1, 1, 1, 1]);
  });

  test('leave a third where it is', () => {
    expect(apart(entrant(80, -6), entrant(70, 6), entrant(10))).toEqual([
      [1, 2, 1, 2],
      [1, 2, 1, 2],
      [3, 3, 3, 3],
    ]);
  });
});

test('no order of structures, channels or criteria is another', () => {
  const at = (code: string) => ({ ...channelOf(code, 1, [10, 20]), criteria: [] });
  const category = ['b', 'a', 'c'].map((id) => ({ id, channels: [at('phone'), at('mail')] }));
  expect(inOrder(category).map(({ id, channels }) => [id, ...channels.map(({ code }) => code)])).toEqual([
    ['a', 'mail', 'phone'],
    ['b', 'mail', 'phone'],
    ['c', 'mail', 'phone'],
  ]);
});

test('what weighs nothing has no score', () => {
  expect(() => overallOf({ id: 'none', channels: [] })).toThrow('No channel of none weighs anything');
  expect(() => overallOf({ id: 'light', channels: [channelOf('mail', 0, [50, 60])] })).toThrow(RangeError);
});

describe('what counts as a test', () => {
  const untested = { code: 'visit', weight: 1, score: 40, tests: [], criteria: [], bonus: 0 };
  const light = { ...channelOf('visit', 0, [50, 60]), weight: 0 };

  test('is what was found on a channel that weighs: one alone is still one', () => {
    const one = { id: 'a', channels: [channelOf('mail', 1, [50]), light] };
    expect(said(one, trio)?.reason).toBe('SINGLE_TEST');
    expect(said({ id: 'a', channels: [untested, light] }, trio)?.reason).toBe('NO_TESTS');
  });

  test('is not what a channel counts without: no repetition is asked of it, and it is not named', () => {
    const visits = [20, 50, 95].map((visit, i) => structure(`s${i}`, { mail: [50, 60 + i], visit: [visit] }));
    const without = { id: 'a', channels: [channelOf('mail', 1, [50, 63]), untested] };
    expect(said(without, visits)).toMatchObject({ reason: null, bounded: [] });
    expect(noisesOf([...visits, without], []).get('visit')).toMatchObject({ freedom: 2 });
  });

  test('varies or not: whose tests all agree is told apart from nobody', () => {
    const agreed = [90, 50, 10].map((score, i) => structure(`s${i}`, { mail: [score, score] }));
    expect(robustnessOf(agreed, { seed: '5eed' }).map(({ reason }) => reason)).toEqual(Array(3).fill('NO_SPREAD'));
    const flat = { id: 'flat', channels: [channelOf('letter', 1, [1, 1])] };
    expect(said(trio[0] as Sampled, [flat])?.rank).toEqual({ low: 1, high: 2 });
  });
});
