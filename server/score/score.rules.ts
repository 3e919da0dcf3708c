import Fraction from 'fraction.js';
import { type Decimal, pointsOf, type Scale, ZERO } from './scale.rules.ts';

/** The version of the arithmetic below; it is stored with every run, and changes whenever a digit could. */
export const ENGINE = '1.0.0';

/** Why a criterion has no value. "Not applicable" is neither zero nor missing. */
export type Absence = 'NOT_APPLICABLE' | 'NOT_OFFERED' | 'NOT_OBSERVED' | 'REFUSED';

/** What an absence does to the score: it leaves the denominator, or it counts as nothing earned. */
export type AbsenceRule = 'LEAVE_OUT' | 'ZERO';

/** One criterion as the arithmetic needs it. `weight` is in points of weight within its channel, above 0. */
export interface CriterionRule {
  readonly code: string;
  readonly weight: Decimal;
  readonly scale: Scale;
  /** Not applicable always leaves the denominator; the three other absences follow the grid. */
  readonly absences: Readonly<Record<Exclude<Absence, 'NOT_APPLICABLE'>, AbsenceRule>>;
}

/** One channel as the arithmetic needs it. An optional channel is scored but stays out of the overall score. */
export interface ChannelRule {
  readonly code: string;
  readonly weight: Decimal;
  readonly optional: boolean;
  readonly criteria: readonly CriterionRule[];
}

/** What one test found on one criterion: a value (a decimal, or the code of a choice) or the reason there is none. */
export interface Finding {
  readonly criterion: string;
  readonly value: string | null;
  readonly absence: Absence | null;
}

/** A score on 100, exact, with how many findings it rests on. Null when nothing could be measured. */
export interface CriterionScore {
  readonly code: string;
  readonly score: Fraction | null;
  readonly base: number;
}

export interface ChannelScore extends CriterionScore {
  readonly criteria: readonly CriterionScore[];
}

export interface StructureScore {
  readonly score: Fraction | null;
  readonly base: number;
  readonly channels: readonly ChannelScore[];
}

/**
 * The score of one structure, from what its validated tests found.
 *
 *     criterion = 100 × mean of the points of its findings     (absent findings as their rule says)
 *     channel   = Σ wᵢ·criterionᵢ / Σ wᵢ                       over its criteria that have a score
 *     overall   = Σ Wⱼ·channelⱼ / Σ Wⱼ                         over its channels that have a score and are not optional
 *
 * Exact fractions throughout: nothing is rounded here, so equal means equal and ranks never depend on a rounding.
 * Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 6, linear aggregation. An optional
 * channel never enters a comparison with structures that were not tested on it.
 */
export function scoreOf(channels: readonly ChannelRule[], findings: readonly Finding[]): StructureScore {
  const found = Map.groupBy(findings, ({ criterion }) => criterion);
  const scored = channels.map((channel): ChannelScore => {
    const criteria = channel.criteria.map((criterion) => criterionScoreOf(criterion, found.get(criterion.code) ?? []));
    return { code: channel.code, criteria, ...weightedMean(criteria, channel.criteria) };
  });
  const compared = channels.map((channel, i) => ({ channel, score: scored[i] })).filter((c) => !c.channel.optional);
  const overall = weightedMean(
    compared.flatMap((c) => c.score ?? []),
    compared.map((c) => c.channel),
  );
  return { ...overall, channels: scored };
}

function criterionScoreOf(criterion: CriterionRule, findings: readonly Finding[]): CriterionScore {
  const points = findings.flatMap((finding) => pointsEarned(criterion, finding) ?? []);
  const score = points.length === 0 ? null : sum(points).mul(100).div(points.length);
  return { code: criterion.code, score, base: points.length };
}

/** The points of one finding, 0 to 1; null when it leaves the denominator. */
export function pointsEarned(criterion: CriterionRule, { value, absence }: Finding): Fraction | null {
  if (value !== null) return pointsOf(criterion.scale, value);
  if (absence === null || absence === 'NOT_APPLICABLE') return null;
  return criterion.absences[absence] === 'ZERO' ? ZERO : null;
}

/** The mean of the scores there are, each by its weight, with the sum of their bases. Null when there are none. */
function weightedMean(
  scores: readonly CriterionScore[],
  weighted: readonly { readonly weight: Decimal }[],
): { score: Fraction | null; base: number } {
  const terms = scores.flatMap(({ score, base }, i) =>
    score === null ? [] : [{ score, base, weight: new Fraction(weighted[i]?.weight ?? '0') }],
  );
  const weights = sum(terms.map(({ weight }) => weight));
  if (weights.equals(ZERO)) return { score: null, base: 0 };
  const score = sum(terms.map(({ score, weight }) => score.mul(weight))).div(weights);
  return { score, base: terms.reduce((total, { base }) => total + base, 0) };
}

/** The plain mean of what there is, exact; null of nothing. */
export function meanOf(values: readonly Fraction[]): Fraction | null {
  return values.length === 0 ? null : sum(values).div(values.length);
}

const sum = (terms: readonly Fraction[]): Fraction => terms.reduce((total, term) => total.add(term), ZERO);

/** The one documented rounding of Baromètre: half away from zero, to so many decimals, as a plain decimal text. */
export function rounded(value: Fraction, places: number): Decimal {
  const scaled = value
    .abs()
    .mul(10n ** BigInt(places))
    .add(new Fraction(1, 2))
    .floor();
  const digits = scaled.n.toString().padStart(places + 1, '0');
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return value.s < 0n && scaled.n !== 0n ? `-${text}` : text;
}
