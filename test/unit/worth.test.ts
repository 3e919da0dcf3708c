import Fraction from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { shown, type Weighing, worthOf } from '../../server/score/worth.rules.ts';

const criterion = (id: string, weight: string, step: string, bonus = false) => ({
  id,
  weight,
  bonus,
  step: { id: step },
});
const channel = (id: string, weight: string, criteria: ReturnType<typeof criterion>[], more = {}) => ({
  ...{ id, weight, optional: false, compared: false, criteria },
  ...more,
});
/** Telephone is worth 3 of 4: access weighs 1 of its 4, answer 3; e-mail, 1 of 4, has nothing on access. */
const grid: Weighing = {
  steps: [
    { id: 'access', weight: '1' },
    { id: 'answer', weight: '3' },
    { id: 'empty', weight: '5' },
    { id: 'apart', weight: null },
  ],
  channels: [
    channel('phone', '3', [
      ...[criterion('rings', '1', 'access'), criterion('connected', '3', 'access'), criterion('tone', '2', 'answer')],
      ...[criterion('more', '3', 'answer', true), criterion('lost', '2', 'apart')],
    ]),
    channel('email', '1', [criterion('clear', '2', 'answer')]),
    channel('counter', '4', [criterion('greeted', '1', 'access')], { optional: true }),
  ],
};
const told = (of: Weighing, id: string) => {
  const { ofChannel, ofWhole } = worthOf(of).get(id) ?? {};
  return [ofChannel?.toFraction(), ofWhole?.toFraction() ?? null];
};

describe('what a part of a grid is worth', () => {
  test.each<[string, string, string | null]>([
    ['phone', '1', '3/4'],
    ['rings', '1/16', '3/64'], // 1/4 of access, which is 1/4 of the channel
    ['connected', '3/16', '9/64'],
    ['tone', '3/4', '9/16'],
    ['more', '3/8', null], // a bonus: 3 beside the 8 of the others
    ['lost', '0', '0'], // its step does not weigh, where others do
    ['clear', '1', '1/4'], // the only step it has takes the weight of all
    ['greeted', '1', null], // an option that stays out of the comparison
    ['phone access', '1/4', '3/16'],
    ['phone answer', '3/4', '9/16'],
    ['phone empty', '0', '0'],
  ])('%s is %s of its channel, %s of the whole', (id, ofChannel, ofWhole) => {
    expect(told(grid, id)).toEqual([ofChannel, ofWhole]);
  });

  test('criteria weigh by themselves where no step does', () => {
    const flat = { ...grid, steps: grid.steps.map(({ id }) => ({ id, weight: null })) };
    expect(told(flat, 'rings')).toEqual(['1/8', '3/32']);
    expect(told(flat, 'lost')).toEqual(['1/4', '3/16']);
  });

  test.each(['', 'x2', '2x', '-2', '2.'])('a weight that is still being typed counts for nothing: %j', (weight) => {
    const typed = {
      steps: [],
      channels: [channel('a', '1', [criterion('x', weight, 's'), criterion('y', '12', 's')])],
    };
    expect(told(typed, 'x')).toEqual(['0', '0']);
    expect(told(typed, 'y')).toEqual(['1', '1']);
  });
});

describe('shares as they are shown', () => {
  const units = (shares: readonly string[], places: number) =>
    shown(
      shares.map((share) => new Fraction(share)),
      places,
    );
  test('the largest remainders take what is left, equals in their order', () => {
    expect(units(['0.332', '0.335', '0.333'], 2)).toEqual([33, 34, 33]);
    expect(units(['1/3', '1/3', '1/3'], 2)).toEqual([34, 33, 33]);
    expect(units(['1/6', '1/6', '2/3'], 2)).toEqual([17, 17, 66]);
  });
});
