import { expect, test } from 'vitest';
import { takes } from '../../server/enrolment/category.rules.ts';
import { type Actor, Role } from '../../server/kernel/actor.ts';
import { StructureKind } from '../../server/kernel/kinds.ts';
import { isOpenOnStage, mayAttend } from '../../server/rehearsal/rehearsal.policy.ts';
import { inventCandidate, inventTest, inventValue } from '../../server/rehearsal/simulation.rules.ts';
import { type CriterionKind, pointsOf, refusalOf, type Scale } from '../../server/score/scale.rules.ts';
import { streamOf } from '../../server/uncertainty/random.rules.ts';

const town = { kinds: [StructureKind.COMMUNE], populationFrom: 20_000, populationBelow: 50_000 };

test('an invented structure is one that its category takes, and no other', () => {
  const others = [{ kinds: [StructureKind.COMMUNE], populationFrom: null, populationBelow: 30_000 }];
  const cast = Array.from({ length: 6 }, (_, place) => inventCandidate(town, others, place, 6));
  expect(cast.map((each) => each === null)).toEqual([true, true, false, false, false, false]);
  for (const each of cast)
    if (each) expect([takes(town, each), others.some((other) => takes(other, each))]).toEqual([true, false]);
});

test('a category whose every structure another claims has no cast', () => {
  const all = { kinds: [StructureKind.COMMUNE], populationFrom: null, populationBelow: null };
  expect(inventCandidate(town, [all], 0, 3)).toBeNull();
});

test('a territory and a census are obeyed by who is invented', () => {
  const rule = { ...town, departmentCodes: ['67'], territory: 'OUT' as const, censusYear: 2019 };
  expect(inventCandidate(rule, [], 0, 1)).toMatchObject({ populationYear: 2019 });
  expect(inventCandidate(rule, [], 0, 1)?.departmentCode).not.toBe('67');
  expect(inventCandidate({ ...rule, territory: 'IN' }, [], 0, 1)?.departmentCode).toBe('67');
});

const scales: readonly [CriterionKind, Scale][] = [
  ['YES_NO', { type: 'YES_NO', yes: '0', no: '1' }],
  [
    'CHOICE',
    {
      type: 'CHOICE',
      choices: [
        { code: 'a', label: 'A', points: '0' },
        { code: 'b', label: 'B', points: '1' },
      ],
    },
  ],
  ['SCALE', { type: 'LINEAR', zeroAt: '0', oneAt: '4' }],
  ['COUNT', { type: 'LINEAR', zeroAt: '10', oneAt: '2' }],
  ['SHARE', { type: 'LINEAR', zeroAt: '0', oneAt: '1' }],
  [
    'DURATION',
    {
      type: 'STEPS',
      steps: [
        { below: '3', points: '1' },
        { below: '10', points: '0.5' },
      ],
      beyond: '0',
    },
  ],
];

test.each(scales)('a value invented for a %s fits its scale, and a better structure earns no less', (kind, scale) => {
  const points = [0, 25, 50, 75, 100].map((luck) => {
    const value = inventValue({ code: 'x', kind, scale }, luck) ?? '';
    expect(refusalOf(kind, scale, value)).toBeNull();
    return pointsOf(scale, value).valueOf();
  });
  expect(points).toEqual(points.toSorted((a, b) => a - b));
  expect([points[0], points[4]]).toEqual([0, 1]);
});

test('a criterion whose conditions do not hold is not applicable in an invented test', () => {
  const asked = { code: 'answered', kind: 'YES_NO', scale: { type: 'YES_NO', yes: '1', no: '0' } } as const;
  const then = {
    code: 'courteous',
    kind: 'YES_NO',
    scale: asked.scale,
    conditions: [{ criterion: 'answered', in: ['1'] }],
  } as const;
  const tests = Array.from({ length: 400 }, (_, i) => inventTest([asked, then], 50, streamOf('1', String(i))));
  for (const [first, second] of tests) expect(second?.absence === 'NOT_APPLICABLE').toBe(first?.value !== '1');
  expect(new Set(tests.map(([first]) => first?.value))).toEqual(new Set(['1', '0', null]));
});

test('an operation nobody thought of is closed when it changes something', () => {
  expect(isOpenOnStage('Mutation', 'sendTomorrowsLetters')).toBe(false);
  expect(isOpenOnStage('Mutation', 'requestRelease')).toBe(false);
  expect(isOpenOnStage('Mutation', 'awardTrophy')).toBe(true);
});

test('a participant attends no rehearsal, even on the list', () => {
  const as = (role: Role): Actor => ({ id: 'me', name: 'Moi', email: 'moi@example.org', role, structureId: null });
  expect(mayAttend(as(Role.PARTICIPANT), ['me'])).toBe(false);
  expect(mayAttend(as(Role.JUROR), ['me'])).toBe(true);
  expect(mayAttend(as(Role.JUROR), [])).toBe(false);
  expect(mayAttend(as(Role.MANAGER), [])).toBe(true);
});
