import Fraction from 'fraction.js';
import type { DelayRule } from '../delay/delay.rules.ts';
import type { ChannelRule } from '../score/channel.rules.ts';
import type { Condition } from '../score/condition.rules.ts';
import type { CriterionRule, Finding } from '../score/measure.rules.ts';
import { boundsOf, type CriterionKind, refusalOf, type Scale } from '../score/scale.rules.ts';
import { isCompared, type Rules } from '../score/score.rules.ts';

/** What the values of a criterion are, which the arithmetic of scores does not need to know. */
export interface Nature {
  readonly kind: CriterionKind;
  readonly unit: string | null;
  /** How the value is derived from events: working days are not calendar days. */
  readonly delay: DelayRule | null;
  /** When it is asked: the same question put in other cases is another question. */
  readonly conditions: readonly Condition[];
}

/** A grid under its policy, as two editions are compared. */
export interface ComparedGrid {
  readonly rules: Rules;
  /** By the code of the criterion. */
  readonly natures: ReadonlyMap<string, Nature>;
}

/** What became of a criterion or a channel from one grid to the next. MOVED: it is asked on another channel. */
export type GridChange =
  | 'ADDED'
  | 'REMOVED'
  | 'MOVED'
  | 'KIND_CHANGED'
  | 'SCALE_CHANGED'
  | 'WEIGHT_CHANGED'
  | 'POLICY_CHANGED'
  | 'CRITERIA_CHANGED'
  | 'UNCHANGED';

/** One criterion, one channel, or the whole grid, with all that changed in it; UNCHANGED alone when nothing did. */
export interface GridBreak {
  /** The channel, in the later grid when it is in both; null for the whole grid. */
  readonly channel: string | null;
  /** The criterion; null for a channel or the whole grid. */
  readonly criterion: string | null;
  readonly changes: readonly GridChange[];
}

/** Where the series of two editions break. Any change but UNCHANGED breaks the series it is part of. */
export interface Breaks {
  readonly criteria: readonly GridBreak[];
  readonly channels: readonly GridBreak[];
  readonly overall: GridBreak;
}

/** What differs from one grid to the next, in the order of the later one, then what it no longer has. */
export function breaksBetween(before: ComparedGrid, after: ComparedGrid): Breaks {
  const [was, is] = [placesIn(before.rules), placesIn(after.rules)];
  const criteria = inEither(was, is).map((code): GridBreak => {
    const [old, now] = [was.get(code), is.get(code)];
    const changes = old && now ? criterionChanges(before, after, old, now) : ([now ? 'ADDED' : 'REMOVED'] as const);
    return { channel: (now ?? old)?.channel.code ?? null, criterion: code, changes: orUnchanged(changes) };
  });
  const [had, has] = [byCode(before.rules.channels), byCode(after.rules.channels)];
  const channels = inEither(had, has).map((code): GridBreak => {
    const touched = criteria.some(
      (each) => isBreak(each) && (each.channel === code || was.get(each.criterion ?? '')?.channel.code === code),
    );
    const changes = channelChanges(had.get(code), has.get(code));
    return {
      ...{ channel: code, criterion: null },
      changes: orUnchanged(touched ? [...changes, 'CRITERIA_CHANGED'] : changes),
    };
  });
  return { criteria, channels, overall: overallBreak(before.rules, after.rules, channels) };
}

/** Whether a series goes on without a gap. */
export const isBreak = ({ changes }: Pick<GridBreak, 'changes'>): boolean => !changes.includes('UNCHANGED');

/** Why a criterion is not compared: it is in one grid only, takes other values, or has values the other scale lacks. */
export type Incomparable = 'ADDED' | 'REMOVED' | 'MOVED' | 'KIND_CHANGED' | 'VALUE_OUTSIDE_SCALE';

/**
 * Every criterion of two grids, with why it cannot be compared, or null when it can: the same code on the same channel,
 * values of the same kind, and no value found in either edition that the scale of the other does not know.
 */
export function comparabilityOf(
  before: ComparedGrid & { readonly findings: readonly Finding[] },
  after: ComparedGrid & { readonly findings: readonly Finding[] },
): ReadonlyMap<string, Incomparable | null> {
  const [was, is] = [placesIn(before.rules), placesIn(after.rules)];
  const values = Map.groupBy([...before.findings, ...after.findings], ({ criterion }) => criterion);
  return new Map(
    inEither(was, is).map((code): [string, Incomparable | null] => {
      const [old, now] = [was.get(code), is.get(code)];
      if (!old || !now) return [code, now ? 'ADDED' : 'REMOVED'];
      if (old.channel.code !== now.channel.code) return [code, 'MOVED'];
      const kind = after.natures.get(code)?.kind;
      if (!kind || !sameNature(before.natures.get(code), after.natures.get(code))) return [code, 'KIND_CHANGED'];
      if (kind === 'SCALE' && rangeIn(old) !== rangeIn(now)) return [code, 'KIND_CHANGED'];
      const found = new Set(values.get(code)?.flatMap(({ value }) => value ?? []));
      const scales = [old.criterion.scale, now.criterion.scale];
      const fits = [...found].every((value) => scales.every((scale) => refusalOf(kind, scale, value) === null));
      return [code, fits ? null : 'VALUE_OUTSIDE_SCALE'];
    }),
  );
}

/** The ratings that can be given: four out of five is not four out of ten. */
const rangeIn = ({ criterion: { scale } }: Place): string => boundsOf(scale).map(number).join();

interface Place {
  readonly channel: ChannelRule;
  readonly criterion: CriterionRule;
  /** The weight of its step, when steps are weighed. */
  readonly step: string | null;
}

const placesIn = ({ channels, steps = [] }: Rules): ReadonlyMap<string, Place> =>
  new Map(
    channels.flatMap((channel) =>
      channel.criteria.map((criterion): [string, Place] => {
        const step = steps.find(({ code, weight }) => code === criterion.step && weight != null);
        return [criterion.code, { channel, criterion, step: step ? `${step.code} ${number(step.weight)}` : null }];
      }),
    ),
  );

function criterionChanges(before: ComparedGrid, after: ComparedGrid, old: Place, now: Place): GridChange[] {
  const [was, is] = [old.criterion, now.criterion];
  const weightOf = ({ criterion: { weight, bonus = false }, step }: Place) => `${number(weight)} ${bonus} ${step}`;
  return [
    ...when(old.channel.code !== now.channel.code, 'MOVED'),
    ...when(!sameNature(before.natures.get(was.code), after.natures.get(is.code)), 'KIND_CHANGED'),
    ...when(pointsIn(was.scale) !== pointsIn(is.scale), 'SCALE_CHANGED'),
    ...when(weightOf(old) !== weightOf(now), 'WEIGHT_CHANGED'),
    ...when(policyIn(was) !== policyIn(is), 'POLICY_CHANGED'),
  ];
}

function channelChanges(old: ChannelRule | undefined, now: ChannelRule | undefined): GridChange[] {
  if (!old || !now) return [now ? 'ADDED' : 'REMOVED'];
  const policyOf = ({ whenAbsent = 'RENORMALISE', floor, bonusCap, ...channel }: ChannelRule) =>
    [isCompared(channel), whenAbsent, whenAbsent === 'FLOOR' && number(floor ?? '0'), number(bonusCap ?? '100')].join();
  return [
    ...when(number(old.weight) !== number(now.weight), 'WEIGHT_CHANGED'),
    ...when(policyOf(old) !== policyOf(now), 'POLICY_CHANGED'),
  ];
}

/** The overall series: what happens on a channel that enters no overall score does not break it. */
function overallBreak(before: Rules, after: Rules, channels: readonly GridBreak[]): GridBreak {
  const counts = new Set([...before.channels, ...after.channels].filter(isCompared).map(({ code }) => code));
  const touched = channels.filter((each) => isBreak(each) && counts.has(each.channel ?? ''));
  const weights = touched.some(({ changes }) => changes.includes('WEIGHT_CHANGED'));
  const changes: GridChange[] = [
    ...when(
      touched.some(({ changes }) => changes.some((each) => each !== 'WEIGHT_CHANGED')),
      'CRITERIA_CHANGED',
    ),
    ...when(weights, 'WEIGHT_CHANGED'),
    ...when(number(before.minimumShare ?? '0') !== number(after.minimumShare ?? '0'), 'POLICY_CHANGED'),
  ];
  return { channel: null, criterion: null, changes: orUnchanged(changes) };
}

const policyIn = ({ absences, floor }: CriterionRule): string => {
  const own = [absences.NOT_OFFERED, absences.NOT_OBSERVED, absences.REFUSED];
  return [...own, own.includes('FLOOR') && number(floor ?? '0')].join();
};

const sameNature = (a: Nature | undefined, b: Nature | undefined): boolean => natureIn(a) === natureIn(b);
const natureIn = (nature: Nature | undefined): string =>
  JSON.stringify([
    ...[nature?.kind, nature?.unit, nature?.delay?.from, nature?.delay?.to, nature?.delay?.count],
    nature?.conditions ?? [],
  ]);

/** What a scale is worth, in one text: wording changes no point. */
function pointsIn(scale: Scale): string {
  const told = () => {
    switch (scale.type) {
      case 'YES_NO':
        return [scale.yes, scale.no].map(number);
      case 'LINEAR':
        return [scale.zeroAt, scale.oneAt].map(number);
      case 'STEPS':
        return [...scale.steps.map(({ below, points }) => `${number(below)}:${number(points)}`), number(scale.beyond)];
      case 'CHOICE':
        return scale.choices.map(({ code, points }) => `${code}:${number(points)}`).toSorted();
    }
  };
  return `${scale.type} ${told().join()}`;
}

/** "2.50" and "2.5" are one weight. */
const number = (decimal: string | null | undefined): string => new Fraction(decimal ?? '0').toFraction();

const when = (holds: boolean, change: GridChange): GridChange[] => (holds ? [change] : []);
const orUnchanged = (changes: readonly GridChange[]): readonly GridChange[] =>
  changes.length === 0 ? ['UNCHANGED'] : changes;
const byCode = <Coded extends { readonly code: string }>(all: readonly Coded[]): ReadonlyMap<string, Coded> =>
  new Map(all.map((each) => [each.code, each]));
const inEither = (was: ReadonlyMap<string, unknown>, is: ReadonlyMap<string, unknown>): string[] => [
  ...is.keys(),
  ...[...was.keys()].filter((code) => !is.has(code)),
];
