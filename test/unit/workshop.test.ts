import { expect, test } from 'vitest';
import { draftOf, isReadable, rulesOf } from '../../admin/workshop/draft.ts';
import { podiumDiffers, podiumInForce } from '../../admin/workshop/podiums.ts';
import { officialSettings, settingsIn, sharesOf } from '../../admin/workshop/settings.ts';
import { type Entrant, fieldOf, type Setting, simulate } from '../../admin/workshop/simulate.ts';

const codes = ['PHONE', 'EMAIL', 'RECEPTION'];
const entrant = (rank: number | null, score: string | null, ...channels: (string | null)[]): Entrant => ({
  ...{ category: 'towns', rank, score, channels, notApplicable: [], excluded: false },
});
/** As a run left them: the telephone weighs 3, e-mail 1; the counter is an option that is not compared. */
const entrants = [
  entrant(1, '87.50', '100.000000000000', '50.000000000000', null),
  entrant(2, '85.00', '90.000000000000', '70.000000000000', '10.000000000000'),
  entrant(2, '85.00', '85.000000000000', null, '95.000000000000'),
  entrant(null, null, null, null, '60.000000000000'),
  { ...entrant(null, null, '99.000000000000', '99.000000000000', null), excluded: true },
];
const channel = (weight: number, more: Partial<Setting> = {}): Setting => ({
  ...{ weight, compared: true, whenAbsent: 'RENORMALISE', floor: 20 },
  ...more,
});
const official = [channel(3), channel(1), channel(2, { compared: false })];
const under = (settings: readonly Setting[], among: readonly Entrant[] = entrants) => {
  const { scores, ranks } = simulate(fieldOf(codes, among), settings);
  return among.map((_, i) => (ranks[i] ? `${ranks[i]} ${scores[i]?.toFixed(2)}` : 'out'));
};

test('when nothing is moved, scores and ranks are the official ones', () => {
  expect(under(official)).toEqual(entrants.map(({ rank, score }) => (rank ? `${rank} ${score}` : 'out')));
});

test('a weight that moves may change who is first', () => {
  expect(under([channel(1), channel(3), official[2] as Setting])).toEqual([
    '3 62.50',
    '2 75.00',
    '1 85.00',
    'out',
    'out',
  ]);
});

test('each policy gives its own place to a structure without a score', () => {
  const without = (more: Partial<Setting>) => under([channel(3), channel(1, more), official[2] as Setting])[2];
  expect(without({ whenAbsent: 'ZERO' })).toBe('3 63.75');
  expect(without({ whenAbsent: 'FLOOR', floor: 100 })).toBe('1 88.75');
  expect(without({ whenAbsent: 'EXCLUDE' })).toBe('out');
});

test('a structure that was tested on no compared channel has no score, whatever the policy', () => {
  for (const whenAbsent of ['RENORMALISE', 'ZERO', 'FLOOR', 'EXCLUDE'] as const)
    expect(under([channel(3, { whenAbsent }), channel(1, { whenAbsent }), official[2] as Setting])[3]).toBe('out');
  expect(under([channel(3), channel(1), channel(2)])[3]).toBe('3 60.00');
});

test('a channel that does not apply counts under no policy', () => {
  const counter: Entrant = { ...entrant(1, '100.00', '100.000000000000', null, null), notApplicable: ['EMAIL'] };
  expect(under([channel(3), channel(1, { whenAbsent: 'ZERO' }), official[2] as Setting], [counter])).toEqual([
    '1 100.00',
  ]);
  expect(under([channel(3), channel(1, { whenAbsent: 'EXCLUDE' }), official[2] as Setting], [counter])).toEqual([
    '1 100.00',
  ]);
});

test('equals stay equal although floating point weighs them', () => {
  const third = entrant(1, '33.33', '33.333333333333', '33.333333333333', '33.333333333334');
  const same = entrant(1, '33.33', '100.000000000000', '0.000000000000', '0.000000000000');
  expect(under([channel(1), channel(1), channel(1)], [third, same])).toEqual(['1 33.33', '1 33.33']);
});

test('nobody is ranked when no channel weighs anything', () => {
  expect(under([channel(0), channel(0), channel(0)])).toEqual(['out', 'out', 'out', 'out', 'out']);
});

test('categories do not meet', () => {
  expect(under(official, [{ ...entrants[0], category: 'regions' } as Entrant, entrants[1] as Entrant])).toEqual([
    '1 87.50',
    '1 85.00',
  ]);
});

test('a share is taken over the channels that are compared', () => {
  const settings = official.map((own, i) => ({ code: codes[i] as string, ...own }));
  expect(sharesOf(settings)).toEqual([0.75, 0.25, null]);
});

test('an address that says nonsense leaves the grid as it is', () => {
  const grid = officialSettings([
    { code: 'PHONE', weight: '3', compared: true, whenAbsent: 'RENORMALISE', floor: null },
  ]);
  const nonsense = new URLSearchParams('weight.PHONE=-3&absent.PHONE=HALF&floor.PHONE=101&compared.PHONE=perhaps');
  expect(settingsIn(nonsense, grid)).toEqual(grid);
  expect(settingsIn(new URLSearchParams('weight.PHONE=&weight.EMAIL=9'), grid)[0]?.weight).toBe(3);
});

const grid = {
  minimumShare: null,
  channels: [
    { code: 'PHONE', optional: false, compared: false, whenAbsent: 'RENORMALISE', floor: null },
    { code: 'RECEPTION', optional: true, compared: false, whenAbsent: 'RENORMALISE', floor: null },
  ],
} as const satisfies Parameters<typeof draftOf>[0];

test('a policy that is opened and closed again says what it said', () => {
  for (const rules of [
    {},
    { minimumShare: '0.57' },
    { channels: [{ code: 'RECEPTION', whenAbsent: 'FLOOR', floor: '12.5', compared: true }] },
    { minimumShare: '0.655', absences: { NOT_OFFERED: 'FLOOR', REFUSED: 'EXCLUDE' }, floor: '30' },
  ] as const)
    expect(rulesOf(grid, draftOf(grid, rules))).toEqual(rules);
});

test('a policy written by hand says only where it departs from the grid', () => {
  const draft = draftOf(grid, {});
  const phone = { whenAbsent: 'FLOOR', floor: '12,5', compared: true } as const;
  const written = { ...draft, minimumShare: '65', channels: { ...draft.channels, PHONE: phone } };
  expect(rulesOf(grid, written)).toEqual({
    ...{ minimumShare: '0.65', channels: [{ code: 'PHONE', whenAbsent: 'FLOOR', floor: '12.5' }] },
  });
  expect(isReadable(written)).toBe(true);
  expect(isReadable({ ...written, minimumShare: '101' })).toBe(false);
  expect(isReadable({ ...written, channels: { PHONE: { ...phone, floor: 'vingt' } } })).toBe(false);
});

test('a podium differs when someone else stands on it, or the same at another rank', () => {
  const place = (id: string, rank: number | null, rankInForce: number | null) => ({
    ...{ rank, rankInForce, score: null, scoreInForce: null, enrolment: { id, structure: { id, name: id } } },
  });
  const of = (...podium: ReturnType<typeof place>[]) => ({
    ...{ category: { id: 'c', code: 'towns', label: 'Towns' }, rankedCount: 4 },
    podium: podium.filter(({ rank }) => rank !== null && rank <= 3),
    moved: podium.filter(({ rank, rankInForce }) => rank !== rankInForce),
  });
  const same = of(place('a', 1, 1), place('b', 2, 2), place('c', 3, 3), place('d', 5, 4));
  expect(podiumDiffers(same)).toBe(false);
  const swapped = of(place('b', 1, 2), place('a', 2, 1), place('c', 3, 3));
  expect(podiumDiffers(swapped)).toBe(true);
  expect(podiumInForce(swapped).map(({ enrolment }) => enrolment.id)).toEqual(['a', 'b', 'c']);
  const left = of(place('a', 1, 1), place('b', 2, 2), place('c', null, 3));
  expect(podiumDiffers(left)).toBe(true);
  expect(podiumInForce(left)).toHaveLength(3);
});
