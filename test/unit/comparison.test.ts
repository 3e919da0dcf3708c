import { describe, expect, test } from 'vitest';
import { breaksBetween, comparabilityOf, isBreak } from '../../server/comparison/break.rules.ts';
import { changeOf, comparisonOf } from '../../server/comparison/comparison.rules.ts';
import type { ChannelRule } from '../../server/score/channel.rules.ts';
import type { CriterionRule } from '../../server/score/measure.rules.ts';
import type { Scale } from '../../server/score/scale.rules.ts';
import type { Rules } from '../../server/score/score.rules.ts';
import { editionOf, found, told } from '../support/compared.ts';

const yesNo: Scale = { type: 'YES_NO', yes: '1', no: '0' };
const absences = { NOT_OFFERED: 'ZERO', NOT_OBSERVED: 'RENORMALISE', REFUSED: 'ZERO' } as const;
const asked = (code: string, weight = '1', scale: Scale = yesNo): CriterionRule => ({ code, weight, scale, absences });
const channel = (code: string, ...criteria: CriterionRule[]): ChannelRule => ({
  code,
  weight: '1',
  optional: false,
  criteria,
});
const grid = (...channels: ChannelRule[]): Rules => ({ channels });
const taker = (key: string, ...answers: [string, string][]) => ({
  ...{ key, category: 'towns', findings: answers.map(([code, value]) => found(code, value)) },
});
const split = (before: ReturnType<typeof editionOf>, after: ReturnType<typeof editionOf>) =>
  changeOf(comparisonOf(before, after));

describe('a change of a mean', () => {
  const light = grid(channel('PHONE', asked('a'), asked('b')));
  const heavy = grid(channel('PHONE', asked('a'), asked('b', '3')));

  /*
   * A yes to a, a no to b: 50, and 25 once b weighs 3. Then a is lost too: 0. Under the first weights that loss is 50,
   * under the second 25: 75/2 like for like. What remains of −50 is −25/2, for the weights.
   */
  test('is shared between what was lost and the weights, by the rules of both editions', () => {
    const before = editionOf(light, [taker('T1', ['a', '1'], ['b', '0'])]);
    expect(told(split(before, editionOf(heavy, [taker('T1', ['a', '1'], ['b', '0'])])))).toEqual({
      ...{ likeForLike: '0', grid: '-25', panel: '0', coverage: '0' },
    });
    expect(told(split(before, editionOf(heavy, [taker('T1', ['a', '0'], ['b', '0'])])))).toEqual({
      ...{ likeForLike: '-75/2', grid: '-25/2', panel: '0', coverage: '0' },
    });
  });

  test('is that of coverage when a structure is no longer tested where it earned nothing', () => {
    const rules = grid(channel('PHONE', asked('a')), channel('EMAIL', asked('b')));
    const before = editionOf(rules, [taker('T1', ['a', '1'], ['b', '0'])]);
    const change = split(before, editionOf(rules, [taker('T1', ['a', '1'])]));
    expect(told(change)).toEqual({ likeForLike: '0', grid: '0', panel: '0', coverage: '50' });
  });

  // T1 stays at 100; T2 leaves with 0 and T3 comes in with 50: 50 before, 75 after.
  test('is that of the panel when the structure that stays does not move', () => {
    const before = editionOf(light, [taker('T1', ['a', '1'], ['b', '1']), taker('T2', ['a', '0'], ['b', '0'])]);
    const after = editionOf(light, [taker('T1', ['a', '1'], ['b', '1']), taker('T3', ['a', '1'], ['b', '0'])]);
    const change = split(before, after);
    expect(told(change)).toEqual({ likeForLike: '0', grid: '0', panel: '25', coverage: '0' });
    expect(change.base).toEqual({ before: 2, after: 2, both: 1 });
  });

  test('has no parts when the editions share nothing, and says why', () => {
    const before = editionOf(light, [taker('T1', ['a', '1'])]);
    const other = grid(channel('PHONE', asked('z')));
    expect(split(before, editionOf(light, [taker('T2', ['a', '1'])]))).toMatchObject({
      unsplit: 'NO_COMMON_STRUCTURE',
    });
    expect(split(before, editionOf(other, [taker('T1', ['z', '1'])]))).toMatchObject({
      unsplit: 'NO_COMMON_CRITERION',
    });
    const two = grid(channel('PHONE', asked('a')), channel('EMAIL', asked('b')));
    const [byPhone, byEmail] = [editionOf(two, [taker('T1', ['a', '1'])]), editionOf(two, [taker('T1', ['b', '1'])])];
    expect(split(byPhone, byEmail)).toMatchObject({ unsplit: 'NO_COMMON_SCORE' });
    expect(split(before, editionOf(light, []))).toMatchObject({ unsplit: 'NO_SCORE', parts: null, change: null });
  });
});

describe('two grids', () => {
  const before = editionOf(
    grid(channel('PHONE', asked('a'), asked('b'), asked('gone')), channel('EMAIL', asked('c'))),
    [],
  );
  const halved: Scale = { type: 'YES_NO', yes: '0.5', no: '0' };
  const after = editionOf(
    grid(
      channel('PHONE', { ...asked('a', '1.0'), floor: '20' }, asked('b', '2', halved), asked('new')),
      channel('EMAIL', asked('c')),
    ),
    [],
  );

  test('break the series of what changed, and of nothing else', () => {
    const { criteria, channels, overall } = breaksBetween(before, after);
    expect(Object.fromEntries(criteria.map(({ criterion, changes }) => [criterion, changes]))).toEqual({
      // A weight written otherwise and a floor that no absence uses change nothing.
      ...{ a: ['UNCHANGED'], b: ['SCALE_CHANGED', 'WEIGHT_CHANGED'], c: ['UNCHANGED'] },
      ...{ new: ['ADDED'], gone: ['REMOVED'] },
    });
    expect(channels.map((each) => [each.channel, isBreak(each)])).toEqual([
      ['PHONE', true],
      ['EMAIL', false],
    ]);
    expect(overall.changes).toEqual(['CRITERIA_CHANGED']);
  });

  test('compare a criterion only when every value found has a place on both scales', () => {
    const choice = (...codes: string[]): Scale => ({
      ...{ type: 'CHOICE', choices: codes.map((code) => ({ code, label: code, points: '1' })) },
    });
    const of = (scale: Scale, value: string) => ({
      ...editionOf(grid(channel('PHONE', asked('a', '1', scale))), []),
      findings: [found('a', value)],
    });
    const why = (...[was, is]: [ReturnType<typeof of>, ReturnType<typeof of>]) => comparabilityOf(was, is).get('a');
    expect(why(of(choice('x', 'y'), 'x'), of(choice('x', 'z'), 'x'))).toBe(null);
    expect(why(of(choice('x', 'y'), 'y'), of(choice('x', 'z'), 'x'))).toBe('VALUE_OUTSIDE_SCALE');
    expect(why(of(yesNo, '1'), of(choice('x', 'z'), 'x'))).toBe('KIND_CHANGED');
  });
});
