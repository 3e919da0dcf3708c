import Fraction from 'fraction.js';
import { type Decimal, fractionOf, ONE, ZERO } from './exact.rules.ts';
import { faulty, type GridFault, sentencesOf } from './fault.rules.ts';
import { remembered } from './memory.rules.ts';

/** How one measured value becomes points, from 0 (nothing earned) to 1 (everything earned). */
export type Scale =
  /** Points for each of the two answers; a question one wants answered by "no" gives its point to `no`. */
  | { readonly type: 'YES_NO'; readonly yes: Decimal; readonly no: Decimal }
  /** Points for each code that may be chosen. */
  | { readonly type: 'CHOICE'; readonly choices: readonly Choice[] }
  /** Straight line between the value worth nothing and the value worth everything, in either direction. */
  | { readonly type: 'LINEAR'; readonly zeroAt: Decimal; readonly oneAt: Decimal }
  /** The first step whose bound lies strictly above the value; `beyond` when none does. */
  | { readonly type: 'STEPS'; readonly steps: readonly Step[]; readonly beyond: Decimal };

export interface Choice {
  readonly code: string;
  readonly label: string;
  readonly points: Decimal;
}

export interface Step {
  readonly below: Decimal;
  readonly points: Decimal;
}

/** What a mystery citizen may be asked to measure. */
export type CriterionKind = 'YES_NO' | 'SCALE' | 'CHOICE' | 'COUNT' | 'DURATION' | 'SHARE';

/** Which kinds of scale can turn a kind of criterion into points. */
export const scaleTypes: Readonly<Record<CriterionKind, readonly Scale['type'][]>> = {
  YES_NO: ['YES_NO'],
  SCALE: ['LINEAR', 'STEPS'],
  CHOICE: ['CHOICE'],
  COUNT: ['LINEAR', 'STEPS'],
  DURATION: ['LINEAR', 'STEPS'],
  SHARE: ['LINEAR', 'STEPS'],
};

/**
 * The points a value earns, 0 to 1, exact. A yes/no value is "1" or "0"; a choice is its code; anything else a decimal.
 * Throws RangeError for a choice the scale does not know: imports and forms refuse it before it gets here.
 */
export function pointsOf(scale: Scale, value: string): Fraction {
  switch (scale.type) {
    case 'YES_NO':
      return new Fraction(value === '1' ? scale.yes : scale.no);
    case 'CHOICE': {
      const choice = scale.choices.find(({ code }) => code === value);
      if (!choice) throw new RangeError(`No choice ${value} on this scale`);
      return new Fraction(choice.points);
    }
    case 'LINEAR': {
      const { zeroAt, length } = lengthOf(scale);
      return clamp(fractionOf(value).sub(zeroAt).div(length));
    }
    case 'STEPS': {
      const measured = fractionOf(value);
      return new Fraction(scale.steps.find(({ below }) => measured.lt(below))?.points ?? scale.beyond);
    }
  }
}

/** What is wrong with a scale for a kind of criterion; empty when it can be used. */
export function scaleFaults(kind: CriterionKind, scale: Scale): GridFault[] {
  if (!scaleTypes[kind].includes(scale.type))
    return [
      faulty('SCALE_OF_KIND', `a ${kind} criterion cannot use a ${scale.type} scale`, 'scale', {
        ...{ kind, type: scale.type },
      }),
    ];
  const faults = pointsIn(scale)
    .filter((points) => !isPoints(points))
    .map((points) => faulty('POINTS_RANGE', `points must lie between 0 and 1, got ${points}`, 'scale', { points }));
  if (scale.type === 'LINEAR' && new Fraction(scale.zeroAt).equals(scale.oneAt))
    faults.push(faulty('LINE_OF_ONE_POINT', 'a line needs two different bounds', 'scale'));
  if (scale.type === 'CHOICE' && scale.choices.length < 2)
    faults.push(faulty('CHOICE_TOO_FEW', 'a choice needs at least two answers', 'scale'));
  if (scale.type === 'STEPS' && !isRising(scale.steps.map(({ below }) => below)))
    faults.push(faulty('STEPS_NOT_RISING', 'steps must rise from one bound to the next', 'scale'));
  return faults;
}

/** The same, in words for its author. */
export const faultsOf = (kind: CriterionKind, scale: Scale): string[] => sentencesOf(scaleFaults(kind, scale));

/**
 * Why a value cannot stand for a measurement of this kind on this scale; null when it can.
 * A rating stays within the bounds of its line, a count is whole, a delay is not negative, a share lies in 0..1.
 */
export function refusalOf(kind: CriterionKind, scale: Scale, value: string): ValueRefusal | null {
  if (kind === 'CHOICE')
    return scale.type === 'CHOICE' && scale.choices.some(({ code }) => code === value) ? null : 'UNKNOWN_CHOICE';
  if (!/^-?\d{1,9}(\.\d{1,6})?$/.test(value)) return 'NOT_A_NUMBER';
  const measured = fractionOf(value);
  const within = (low: Decimal, high: Decimal) => measured.gte(low) && measured.lte(high);
  switch (kind) {
    case 'YES_NO':
      return value === '1' || value === '0' ? null : 'NOT_YES_OR_NO';
    case 'COUNT':
      return measured.s >= 0n && measured.d === 1n ? null : 'NOT_A_COUNT';
    case 'DURATION':
      return measured.s >= 0n ? null : 'OUT_OF_SCALE';
    case 'SHARE':
      return within('0', '1') ? null : 'OUT_OF_SCALE';
    case 'SCALE': {
      const [low, high] = boundsOf(scale);
      return within(low, high) ? null : 'OUT_OF_SCALE';
    }
  }
}

export type ValueRefusal = 'NOT_A_NUMBER' | 'NOT_YES_OR_NO' | 'NOT_A_COUNT' | 'OUT_OF_SCALE' | 'UNKNOWN_CHOICE';

/** The lowest and highest rating a scale knows: the two ends of its line, or 0 and the last bound of its steps. */
export function boundsOf(scale: Scale): [low: Decimal, high: Decimal] {
  if (scale.type === 'LINEAR')
    return new Fraction(scale.zeroAt).lt(scale.oneAt) ? [scale.zeroAt, scale.oneAt] : [scale.oneAt, scale.zeroAt];
  if (scale.type === 'STEPS') return ['0', scale.steps.at(-1)?.below ?? '0'];
  return ['0', '1'];
}

function pointsIn(scale: Scale): Decimal[] {
  switch (scale.type) {
    case 'YES_NO':
      return [scale.yes, scale.no];
    case 'CHOICE':
      return scale.choices.map(({ points }) => points);
    case 'STEPS':
      return [...scale.steps.map(({ points }) => points), scale.beyond];
    case 'LINEAR':
      return [];
  }
}

const lengthOf = remembered(({ zeroAt, oneAt }: Extract<Scale, { type: 'LINEAR' }>) => ({
  zeroAt: new Fraction(zeroAt),
  length: new Fraction(oneAt).sub(zeroAt),
}));
const clamp = (share: Fraction): Fraction => (share.lt(ZERO) ? ZERO : share.gt(ONE) ? ONE : share);
const isPoints = (points: Decimal): boolean => /^(0(\.\d+)?|1(\.0+)?)$/.test(points);
const isRising = (bounds: readonly Decimal[]): boolean =>
  bounds.every((bound, i) => i === 0 || new Fraction(bound).gt(bounds[i - 1] ?? bound));
