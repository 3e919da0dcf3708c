import Fraction from 'fraction.js';
import { type Decimal, sum } from './exact.rules.ts';
import { pointsOf, type Scale } from './scale.rules.ts';

/** Why a criterion has no value. "Not applicable" is neither zero nor missing. */
export const absences = ['NOT_APPLICABLE', 'NOT_OFFERED', 'NOT_OBSERVED', 'REFUSED'] as const;
export type Absence = (typeof absences)[number];

/**
 * What an absence does: it leaves the denominator (RENORMALISE), counts as nothing earned (ZERO), counts as a declared
 * score (FLOOR), or takes the structure out of the ranking (EXCLUDE).
 */
export const policies = ['RENORMALISE', 'ZERO', 'FLOOR', 'EXCLUDE'] as const;
export type AbsencePolicy = (typeof policies)[number];

/** The absences a policy speaks of: "not applicable" always leaves the denominator. */
export type Missing = Exclude<Absence, 'NOT_APPLICABLE'>;

/** One criterion as the arithmetic needs it. `weight` is in points of weight within its channel, 0 for information. */
export interface CriterionRule {
  readonly code: string;
  readonly weight: Decimal;
  readonly scale: Scale;
  /** The journey step it belongs to; matters only when steps are weighed. */
  readonly step?: string | undefined;
  /** Earned but not possible: it adds to its channel and is absent from what could be earned. */
  readonly bonus?: boolean | undefined;
  /** Knock-out: a score under this, on 100, takes the structure out of the award. */
  readonly minimum?: Decimal | null | undefined;
  readonly absences: Readonly<Record<Missing, AbsencePolicy>>;
  /** What FLOOR counts, on 100. */
  readonly floor?: Decimal | null | undefined;
}

/** What one test found on one criterion: a value (a decimal, or the code of a choice) or the reason there is none. */
export interface Finding {
  readonly criterion: string;
  readonly value: string | null;
  readonly absence: Absence | null;
}

/** All findings of one structure on one criterion, summed up: enough to score it, whatever their number. */
export interface Tally {
  /** The points, 0 to 1 each, of the findings that have a value, added up. */
  readonly points: Fraction;
  /** How many have a value. */
  readonly values: number;
  /** How many have none, by reason. */
  readonly absent: Readonly<Record<Absence, number>>;
}

/** A criterion scored: exact, on 100, null when nothing counts; with how many findings it rests on. */
export interface CriterionScore {
  readonly code: string;
  readonly score: Fraction | null;
  readonly base: number;
  readonly tally: Tally;
}

/** Sums up the findings of one structure on one criterion. */
export const tallyOf = ({ scale }: Pick<CriterionRule, 'scale'>, findings: readonly Finding[]): Tally =>
  tallyOfPoints(
    findings.flatMap(({ value, absence }): (Fraction | Absence)[] =>
      value !== null ? [pointsOf(scale, value)] : absence !== null ? [absence] : [],
    ),
  );

/** Sums up findings already turned into points, or into the reason there are none. */
export function tallyOfPoints(findings: readonly (Fraction | Absence)[]): Tally {
  const absent = { NOT_APPLICABLE: 0, NOT_OFFERED: 0, NOT_OBSERVED: 0, REFUSED: 0 };
  const points: Fraction[] = [];
  for (const found of findings)
    if (typeof found === 'string') absent[found] += 1;
    else points.push(found);
  return { points: sum(points), values: points.length, absent };
}

/**
 * The score of one criterion:
 *
 *     100 × (Σ points + floor/100 × floored) / (values + zeroed + floored)
 *
 * Not applicable, and what its policy renormalises, are in neither part. Null when nothing is left.
 */
export function criterionScoreOf(criterion: CriterionRule, tally: Tally): CriterionScore {
  const counted = (policy: AbsencePolicy) =>
    missing.reduce((n, absence) => n + (criterion.absences[absence] === policy ? tally.absent[absence] : 0), 0);
  const floored = counted('FLOOR');
  const base = tally.values + counted('ZERO') + floored;
  if (base === 0) return { code: criterion.code, score: null, base, tally };
  const { s, n, d } =
    floored === 0 ? tally.points : tally.points.add(new Fraction(criterion.floor ?? 0).mul(floored).div(100));
  // One reduction instead of the two of a multiplication and a division.
  return { code: criterion.code, score: new Fraction(s * n * 100n, d * BigInt(base)), base, tally };
}

/** The first absence of a criterion whose policy takes the structure out of the ranking; null when none does. */
export const exclusionOf = ({ absences: rules }: CriterionRule, { absent }: Tally): Missing | null =>
  missing.find((absence) => rules[absence] === 'EXCLUDE' && absent[absence] > 0) ?? null;

/** Whether the criterion has a meaning for this structure: false when it was only ever not applicable. */
export const applies = ({ absent, values }: Tally): boolean =>
  absent.NOT_APPLICABLE === 0 || values + missing.reduce((n, absence) => n + absent[absence], 0) > 0;

const missing = ['NOT_OFFERED', 'NOT_OBSERVED', 'REFUSED'] as const satisfies readonly Missing[];
