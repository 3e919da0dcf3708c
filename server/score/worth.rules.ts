import Fraction from 'fraction.js';
import { type Decimal, sum, ZERO } from './exact.rules.ts';

/** What weighs in a grid, as far as its weights go. A weight is a decimal of 0 or more. */
export interface Weighing {
  readonly steps: readonly { readonly id: string; readonly weight: Decimal | null }[];
  readonly channels: readonly WeighingChannel[];
}

interface WeighingChannel {
  readonly id: string;
  readonly weight: Decimal;
  readonly optional: boolean;
  readonly compared: boolean;
  readonly criteria: readonly WeighingCriterion[];
}

interface WeighingCriterion {
  readonly id: string;
  readonly weight: Decimal;
  readonly bonus: boolean;
  readonly step: { readonly id: string };
}

/** What a part of a grid is worth when everything was measured, 0 to 1, exact. */
export interface Worth {
  /** Of its channel; 1 for a channel. What a bonus may add comes on top of the whole. */
  readonly ofChannel: Fraction;
  /** Of the overall score; null for what only adds to it (a bonus) or stays out of it (a channel apart). */
  readonly ofWhole: Fraction | null;
}

/**
 * What each channel, each step within a channel ("channel step") and each criterion is worth, by identifier:
 *
 *     criterion = channel ÷ Σ channels × step ÷ Σ steps of the channel × criterion ÷ Σ criteria of the step
 *
 * Where steps do not weigh, a criterion is shared over its whole channel. A step without a criterion that weighs, or
 * that weighs nothing itself, leaves its weight to the others. The criteria of the channels that count make 1.
 */
export function worthOf({ steps, channels }: Weighing): ReadonlyMap<string, Worth> {
  const counted = channels.filter(({ optional, compared }) => !optional || compared);
  const whole = total(counted);
  const all = new Map<string, Worth>();
  for (const channel of channels) {
    const share = counted.includes(channel) ? part(channel.weight, whole) : null;
    const tell = (id: string, ofChannel: Fraction, bonus = false) =>
      all.set(id, { ofChannel, ofWhole: bonus || !share ? null : ofChannel.mul(share) });
    tell(channel.id, new Fraction(1));
    const within = sharesIn(channel, steps);
    for (const { id, bonus } of channel.criteria) tell(id, within.get(id) ?? ZERO, bonus);
    for (const step of steps) {
      const own = channel.criteria.filter((each) => each.step.id === step.id && !each.bonus);
      tell(`${channel.id} ${step.id}`, sum(own.map(({ id }) => within.get(id) ?? ZERO)));
    }
  }
  return all;
}

/** The share of each criterion of a channel in it. */
function sharesIn({ criteria }: WeighingChannel, steps: Weighing['steps']): ReadonlyMap<string, Fraction> {
  const possible = criteria.filter(({ bonus }) => !bonus);
  const totals = new Map(steps.map(({ id }) => [id, total(possible.filter(({ step }) => step.id === id))]));
  const weighing = steps.filter(({ id, weight }) => weight !== null && totals.get(id)?.n !== 0n);
  const journey = sum(weighing.map(({ weight }) => fraction(weight)));
  const all = total(possible);
  return new Map(
    criteria.map(({ id, weight, bonus, step }) => {
      if (bonus || weighing.length === 0) return [id, part(weight, all)];
      const own = weighing.find((each) => each.id === step.id);
      return [id, own ? part(weight, totals.get(step.id) ?? ZERO).mul(part(own.weight, journey)) : ZERO];
    }),
  );
}

/**
 * Shares as they are shown, in units of 10⁻ⁿ of the whole: none is off by a unit or more, and together they make
 * exactly what their exact sum rounds to. Largest remainders get the units that are left.
 */
export function shown(shares: readonly Fraction[], places: number, whole?: number): number[] {
  const units = shares.map((share) => share.mul(10 ** places));
  const floors = units.map((unit) => Number(unit.floor().toString()));
  const target = whole ?? Number(sum(units).round().toString());
  const left = target - floors.reduce((a, b) => a + b, 0);
  const order = units
    .map((unit, i) => ({ i, rest: unit.sub(floors[i] ?? 0) }))
    .sort((a, b) => b.rest.compare(a.rest) || a.i - b.i);
  const raised = new Set(order.slice(0, Math.max(0, left)).map(({ i }) => i));
  return floors.map((floor, i) => floor + (raised.has(i) ? 1 : 0));
}

const fraction = (weight: Decimal | null): Fraction =>
  weight !== null && /^\d+(\.\d+)?$/.test(weight) ? new Fraction(weight) : ZERO;
const total = (all: readonly { readonly weight: Decimal }[]): Fraction =>
  sum(all.map(({ weight }) => fraction(weight)));
const part = (weight: Decimal | null, of: Fraction): Fraction => (of.n === 0n ? ZERO : fraction(weight).div(of));
