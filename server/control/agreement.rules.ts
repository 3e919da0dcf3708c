import type { Finding } from '../audit/finding.rules.ts';
import type { CriterionKind } from '../score/scale.rules.ts';
import { type Agreement, agreementOf, nominal, quadratic } from './kappa.rules.ts';

/** One criterion, read twice. */
export interface Reading {
  readonly kind: CriterionKind;
  readonly first: Finding;
  readonly second: Finding;
}

/** How far two readings agree on the criteria of one kind. */
export interface KindAgreement extends Agreement {
  readonly kind: CriterionKind;
  /** Whether farther apart counts more: for figures; answers and choices are the same or not. */
  readonly weighted: boolean;
  /** Pairs left out because one or both found no value: whether there is one is told apart. */
  readonly apart: number;
}

const isCoded = (kind: CriterionKind): boolean => kind === 'YES_NO' || kind === 'CHOICE';

/**
 * The agreement of two readings by kind of criterion. Answers and choices are compared with their absences, each of which
 * is an answer like another; figures only where both readings have one.
 */
export function agreementByKind(readings: readonly Reading[]): KindAgreement[] {
  return [...Map.groupBy(readings, ({ kind }) => kind)].map(([kind, own]) => {
    if (isCoded(kind)) {
      const pairs = own.map(({ first, second }) => [said(first), said(second)] as const);
      return { kind, weighted: false, apart: 0, ...agreementOf(pairs, nominal) };
    }
    const both = own.filter(({ first, second }) => first.amount !== null && second.amount !== null);
    const pairs = both.map(({ first, second }) => [Number(first.amount), Number(second.amount)] as const);
    return { kind, weighted: true, apart: own.length - both.length, ...agreementOf(pairs, quadratic) };
  });
}

/** Whether there was something to measure at all: both found a value, or the same absence. */
export const presenceAgreement = (readings: readonly Reading[]): Agreement =>
  agreementOf(
    readings.map(({ first, second }) => [first.absence ?? 'VALUE', second.absence ?? 'VALUE'] as const),
    nominal,
  );

const said = ({ absence, choice, amount }: Finding): string => absence ?? choice ?? String(Number(amount));
