import type Fraction from 'fraction.js';
import { fractionOf, least, meanOf, sum, weightedSum, ZERO } from '../score/exact.rules.ts';
import type { Marked } from './ballot.rules.ts';
import type { Criterion } from './paper.rules.ts';
import { type Place, placesOf } from './place.rules.ts';

/** What jurors gave: exact fractions on the scale of the paper. */
export interface Spread {
  readonly mean: Fraction;
  readonly least: Fraction;
  readonly greatest: Fraction;
}

/** What one juror gave to the candidates, beside what the jury gave: shown, never corrected. */
export interface Leaning extends Spread {
  /** The juror's mean less that of the jury: below 0, stricter than the others. */
  readonly gap: Fraction;
}

/** An election by marks. */
export interface ScoringCount {
  /** The mean of each candidate and how far its jurors are apart, in the order of the places. */
  readonly scores: readonly (Spread & { readonly candidate: string })[];
  readonly places: readonly Place[];
  /** One a ballot, in the order the ballots came in. */
  readonly jurors: readonly Leaning[];
}

/**
 * Elects by marks on weighted criteria.
 *
 *     score of a candidate = mean over jurors of  Σ wᵢ·markᵢ / Σ wᵢ      exact; equal means equal
 *
 * Each juror weighs the same, and no mark is standardised: a correction would let a juror's marks for one candidate
 * change what they gave another, and would go on moving published scores (Evalato, "Score normalization explained").
 * Source of the mean: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 6, linear aggregation.
 */
export function scoringOf(
  candidates: readonly string[],
  criteria: readonly Criterion[],
  ballots: readonly (readonly Marked[])[],
): ScoringCount {
  const given = ballots.map((marks) => new Map(candidates.map((it) => [it, weighed(it, criteria, marks)])));
  const received = new Map(candidates.map((it) => [it, spreadOf(given.map((juror) => juror.get(it) ?? ZERO))]));
  const scoreOf = (candidate: string) => received.get(candidate) ?? NOTHING;
  const places = placesOf(candidates, (one, other) => scoreOf(one).mean.gt(scoreOf(other).mean));
  const scores = places.map(({ candidate }) => ({ candidate, ...scoreOf(candidate) }));
  const ofJury = spreadOf(scores.map(({ mean }) => mean)).mean;
  const jurors = given.map((juror) => spreadOf([...juror.values()])).map((it) => ({ ...it, gap: it.mean.sub(ofJury) }));
  return { scores, places, jurors };
}

const NOTHING: Spread = { mean: ZERO, least: ZERO, greatest: ZERO };

/** What one juror gave one candidate: the weighted mean of their marks. */
function weighed(candidate: string, criteria: readonly Criterion[], marks: readonly Marked[]): Fraction {
  const weights = criteria.map(({ weight }) => fractionOf(weight));
  const values = criteria.map(({ code }) => {
    const found = marks.find((it) => it.candidate === candidate && it.criterion === code);
    return found ? fractionOf(found.mark) : ZERO;
  });
  return weightedSum(weights, values).div(sum(weights));
}

function spreadOf(values: readonly Fraction[]): Spread {
  const mean = meanOf(values);
  if (mean === null) return NOTHING;
  const most = (a: Fraction, b: Fraction): Fraction => (a.gt(b) ? a : b);
  return { mean, least: values.reduce(least), greatest: values.reduce(most) };
}
