import Fraction from 'fraction.js';
import type { Decimal } from './exact.rules.ts';
import { faulty, type GridFault, type GridFaultCode, ofCriterion, sentencesOf } from './fault.rules.ts';
import { boundsOf, type CriterionKind, refusalOf, type Scale } from './scale.rules.ts';

/** An answer that another criterion of the same test must have: one of some, or a number from a bound to below another. */
export type Condition =
  | { readonly criterion: string; readonly in: readonly string[] }
  | { readonly criterion: string; readonly from?: Decimal | null; readonly below?: Decimal | null };

/** A criterion, as far as its conditions go: it is asked only when all of them hold. */
export interface Conditional {
  readonly code: string;
  readonly kind: CriterionKind;
  readonly scale: Scale;
  readonly conditions?: readonly Condition[];
  /** How its value is derived from events, which makes it whole. */
  readonly delay?: object | null;
}

/** Whether a criterion is asked, given the values already found on the test; an absent value meets no condition. */
export const isAsked = (
  { conditions = [] }: Pick<Conditional, 'conditions'>,
  valueFor: (code: string) => string | null,
) =>
  conditions.every((condition) => {
    const value = valueFor(condition.criterion);
    return value !== null && holds(condition, value);
  });

/**
 * What is wrong with the conditions of one channel: an unknown, later or own criterion, an answer that cannot be given,
 * conditions that contradict one another, straight or through the criteria they rest on.
 */
export function faultsInConditions(criteria: readonly Conditional[]): GridFault[] {
  const places = new Map(criteria.map(({ code }, place) => [code, place]));
  return criteria.flatMap((criterion, place) => {
    const wrong = (criterion.conditions ?? []).flatMap((condition): GridFault[] => {
      const on = condition.criterion;
      const other = places.get(on);
      if (other === undefined)
        return [broken('CONDITION_UNKNOWN', `depends on ${on}, which this channel does not have`, { on })];
      if (other >= place) return [broken('CONDITION_LATER', `depends on ${on}, which is not asked before it`, { on })];
      return answerFaults(condition, criteria[other] as Conditional);
    });
    const faults = wrong.length > 0 ? wrong : contradictionsOf(criterion, criteria);
    return faults.map((fault) => ofCriterion(criterion.code, fault));
  });
}

/** The same, each in a sentence. */
export const conditionFaults = (criteria: readonly Conditional[]): string[] =>
  sentencesOf(faultsInConditions(criteria));

const broken = (code: GridFaultCode, sentence: string, about: Readonly<Record<string, string>>): GridFault =>
  faulty(code, sentence, 'conditions', about);

function answerFaults(condition: Condition, { code, kind, scale }: Conditional): GridFault[] {
  const coded = isCoded(kind);
  const on = code;
  if (coded !== 'in' in condition) {
    const sentence = `depends on ${code} by ${coded ? 'a number' : 'an answer'}, but it is a ${kind}`;
    return [broken('CONDITION_OTHER_SORT', sentence, { on, kind })];
  }
  if ('in' in condition) {
    const answers = answersOf(scale);
    const unknown = condition.in.filter((answer) => !answers.includes(answer));
    if (condition.in.length === 0) return [broken('CONDITION_EMPTY', `depends on no answer of ${code}`, { on })];
    return unknown.map((answer) =>
      broken('CONDITION_ANSWER', `depends on the answer ${answer}, which ${code} cannot have`, { on, answer }),
    );
  }
  if (condition.from == null && condition.below == null)
    return [broken('CONDITION_UNBOUNDED', `depends on any value of ${code}: give a bound`, { on })];
  return [];
}

/** What a criterion rests on must be answered in a way that lets it be asked: where nobody can, that is a fault. */
function contradictionsOf(criterion: Conditional, criteria: readonly Conditional[]): GridFault[] {
  return [...restingOn(criterion, criteria)].flatMap(([on, conditions]) => {
    const other = criteria.find((each) => each.code === on);
    if (!other || valueMeeting(other, conditions) !== null) return [];
    const why = conditions.length === 1 ? `${on} has no such value` : `its conditions on ${on} contradict one another`;
    return [broken('NEVER_ASKED', `can never be asked: ${why}`, { on })];
  });
}

/** All that must have been answered for a criterion to be asked, straight or through the criteria it rests on. */
export function restingOn(
  criterion: Conditional,
  criteria: readonly Conditional[],
): ReadonlyMap<string, readonly Condition[]> {
  const all = new Map<string, Condition[]>();
  const seen = new Set<Conditional>();
  const visit = (each: Conditional | undefined) => {
    if (!each || seen.has(each)) return;
    seen.add(each);
    for (const condition of each.conditions ?? []) {
      all.set(condition.criterion, [...(all.get(condition.criterion) ?? []), condition]);
      visit(criteria.find(({ code }) => code === condition.criterion));
    }
  };
  visit(criterion);
  return all;
}

/** The least value, or the first answer, that a criterion can have and that meets all conditions; null when none does. */
export function valueMeeting(criterion: Conditional, conditions: readonly Condition[]): string | null {
  const { kind, scale } = criterion;
  const candidates = isCoded(kind) ? answersOf(scale) : [leastFrom(criterion, conditions)];
  const fits = (value: string) => refusalOf(kind, scale, value) === null;
  return candidates.find((value) => fits(value) && conditions.every((condition) => holds(condition, value))) ?? null;
}

/** The least value from every bound on, as finely as values are written: whole for a count and for what events tell. */
function leastFrom({ kind, scale, delay }: Conditional, conditions: readonly Condition[]): Decimal {
  const lowest = kind === 'SCALE' ? boundsOf(scale)[0] : '0';
  const bounds = conditions.flatMap((condition) => ('in' in condition ? [] : (condition.from ?? [])));
  const least = [lowest, ...bounds].map((bound) => new Fraction(bound)).reduce((a, b) => (a.lt(b) ? b : a));
  return least.ceil(kind === 'COUNT' || delay ? 0 : 6).toString();
}

function holds(condition: Condition, value: string): boolean {
  if ('in' in condition) return condition.in.includes(value);
  const { from, below } = condition;
  const found = new Fraction(value);
  return (from == null || found.gte(from)) && (below == null || found.lt(below));
}

const isCoded = (kind: CriterionKind): boolean => kind === 'YES_NO' || kind === 'CHOICE';

const answersOf = (scale: Scale): string[] =>
  scale.type === 'CHOICE' ? scale.choices.map(({ code }) => code) : ['1', '0'];
