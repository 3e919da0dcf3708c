import { expect, test } from 'vitest';
import { type CriterionKind, faultsOf, pointsOf, refusalOf, type Scale } from '../../server/score/scale.rules.ts';

const yesNo: Scale = { type: 'YES_NO', yes: '0', no: '1' };
const line: Scale = { type: 'LINEAR', zeroAt: '10', oneAt: '3' };
const steps: Scale = {
  type: 'STEPS',
  steps: [
    { below: '4', points: '1' },
    { below: '6', points: '0.5' },
  ],
  beyond: '0',
};
const choice: Scale = {
  type: 'CHOICE',
  choices: [
    { code: 'clair', label: 'Clair', points: '1' },
    { code: 'obscur', label: 'Obscur', points: '0.25' },
  ],
};

test.each<[string, Scale, string, string]>([
  ['a question one wants answered by no', yesNo, '0', '1'],
  ['the same, answered by yes', yesNo, '1', '0'],
  ['the worse end of a line', line, '10', '0'],
  ['the better end of a line', line, '3', '1'],
  ['between the two', line, '5', '5/7'],
  ['past the better end', line, '1', '1'],
  ['past the worse end', line, '400', '0'],
  ['below the first bound', steps, '3.999', '1'],
  ['at a bound, which is the next step', steps, '4', '1/2'],
  ['past the last bound', steps, '6', '0'],
  ['a choice', choice, 'obscur', '1/4'],
])('%s', (_, scale, value, points) => {
  expect(pointsOf(scale, value).toFraction()).toBe(points);
});

test('a choice nobody offered is worth no points at all', () => {
  expect(() => pointsOf(choice, 'violet')).toThrow(RangeError);
});

test.each<[CriterionKind, Scale, string, string | null]>([
  ['YES_NO', yesNo, '2', 'NOT_YES_OR_NO'],
  ['COUNT', steps, '2.5', 'NOT_A_COUNT'],
  ['COUNT', steps, '-1', 'NOT_A_COUNT'],
  ['COUNT', steps, '40', null],
  ['DURATION', line, '-0.5', 'OUT_OF_SCALE'],
  ['DURATION', line, '4000', null],
  ['SHARE', line, '1.01', 'OUT_OF_SCALE'],
  ['SCALE', line, '2.9', 'OUT_OF_SCALE'],
  ['SCALE', line, '10', null],
  ['SCALE', steps, '6.1', 'OUT_OF_SCALE'],
  ['SCALE', line, 'cinq', 'NOT_A_NUMBER'],
  ['SCALE', line, '5e0', 'NOT_A_NUMBER'],
  ['CHOICE', choice, 'violet', 'UNKNOWN_CHOICE'],
  ['CHOICE', choice, 'clair', null],
])('as a %s on %o, %s is answered %s', (kind, scale, value, refusal) => {
  expect(refusalOf(kind, scale, value)).toBe(refusal);
});

test('a scale says all that is wrong with it', () => {
  const upside: Scale = {
    type: 'STEPS',
    steps: [...(steps.type === 'STEPS' ? steps.steps : [])].reverse(),
    beyond: '7',
  };
  expect(faultsOf('COUNT', upside)).toEqual([
    'points must lie between 0 and 1, got 7',
    'steps must rise from one bound to the next',
  ]);
});
