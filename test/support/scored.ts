import fc from 'fast-check';
import Fraction from 'fraction.js';
import type { ChannelRule } from '../../server/score/channel.rules.ts';
import type { CriterionRule, Tally } from '../../server/score/measure.rules.ts';
import type { Scale } from '../../server/score/scale.rules.ts';
import type { Rules } from '../../server/score/score.rules.ts';

/** A grid and what was found on it by one structure, criterion by criterion. */
export interface Measured {
  readonly rules: Rules;
  readonly tallies: ReadonlyMap<string, Tally>;
}

const whole = (min: number, max: number) => fc.integer({ min, max }).map(String);
const policy = fc.constantFrom('RENORMALISE' as const, 'ZERO' as const, 'FLOOR' as const);
const scale = fc.constantFrom<Scale>(
  { type: 'LINEAR', zeroAt: '0', oneAt: '5' },
  { type: 'YES_NO', yes: '1', no: '0' },
  { type: 'YES_NO', yes: '0.8', no: '0.1' }, // full marks at 80
);

const criterion = (code: string): fc.Arbitrary<CriterionRule> =>
  fc.record({
    ...{ code: fc.constant(code), weight: whole(1, 4), scale, step: fc.constantFrom('in', 'out') },
    ...{ bonus: fc.nat(3).map((n) => n === 0), floor: whole(0, 60) },
    absences: fc.record({ NOT_OFFERED: policy, NOT_OBSERVED: policy, REFUSED: policy }),
  });

const channel = (code: string, most: number): fc.Arbitrary<ChannelRule> =>
  fc.integer({ min: 1, max: most }).chain((size) =>
    fc.record({
      ...{ code: fc.constant(code), weight: whole(1, 5), optional: fc.nat(5).map((n) => n === 0) },
      ...{ compared: fc.boolean(), whenAbsent: policy, floor: whole(0, 60) },
      bonusCap: fc.constantFrom(null, '0', '5', '20'),
      criteria: fc.tuple(...Array.from({ length: size }, (_, i) => criterion(`${code}.${i}`))),
    }),
  );

/** A grid with all that bends the arithmetic: bonus and caps, floors, weighed steps, options, every kind of absence. */
export const grids = (channels: number, criteria: number): fc.Arbitrary<Rules> =>
  fc
    .tuple(
      fc
        .integer({ min: 1, max: channels })
        .chain((size) => fc.tuple(...Array.from({ length: size }, (_, i) => channel(`c${i}`, criteria)))),
      fc.option(fc.tuple(whole(1, 3), whole(0, 3))),
    )
    .map(([channels, steps]) => ({
      channels,
      steps: ['in', 'out'].map((code, i) => ({ code, weight: steps?.[i] ?? null })),
    }));

const tally: fc.Arbitrary<Tally> = fc
  .tuple(fc.nat(3), fc.nat(14), fc.constantFrom(0, 0, 0, 1), fc.constantFrom(0, 0, 1), fc.constantFrom(0, 0, 1))
  .map(([values, points, notOffered, notObserved, notApplicable]) => ({
    points: new Fraction(Math.min(points, 7 * values), 7),
    values,
    absent: { NOT_APPLICABLE: notApplicable, NOT_OFFERED: notOffered, NOT_OBSERVED: notObserved, REFUSED: 0 },
  }));

/** What one structure may be found to be worth on a grid. */
export const talliesOn = ({ channels }: Rules): fc.Arbitrary<ReadonlyMap<string, Tally>> => {
  const codes = channels.flatMap(({ criteria }) => criteria.map(({ code }) => code));
  return fc.tuple(...codes.map(() => tally)).map((all) => new Map(codes.map((code, i) => [code, all[i] as Tally])));
};

/** A grid, and one structure measured on it. */
export const measuredOn = (grid: fc.Arbitrary<Rules>): fc.Arbitrary<Measured> =>
  grid.chain((rules) => talliesOn(rules).map((tallies) => ({ rules, tallies })));

export const tallyFor =
  (tallies: ReadonlyMap<string, Tally>) =>
  ({ code }: CriterionRule): Tally =>
    tallies.get(code) as Tally;
