import Fraction from 'fraction.js';
import { type Decimal, HUNDRED, least, sum, weightedSum, ZERO } from './exact.rules.ts';
import {
  type AbsencePolicy,
  applies,
  type CriterionRule,
  type CriterionScore,
  criterionScoreOf,
  type Tally,
} from './measure.rules.ts';
import { remembered } from './memory.rules.ts';

/** One channel as the arithmetic needs it. `weight` is in points of weight within the grid. */
export interface ChannelRule {
  readonly code: string;
  readonly weight: Decimal;
  /** Taken only by some structures: scored, and kept out of the overall score unless `compared`. */
  readonly optional: boolean;
  readonly compared?: boolean | undefined;
  /** What a structure without a score on this channel counts. RENORMALISE when left out. */
  readonly whenAbsent?: AbsencePolicy | undefined;
  /** What FLOOR counts, on 100. */
  readonly floor?: Decimal | null | undefined;
  /** Knock-out: a score under this, on 100, takes the structure out of the award. */
  readonly minimum?: Decimal | null | undefined;
  /** Most points on 100 that its bonus criteria may add; no other limit than 100 when left out. */
  readonly bonusCap?: Decimal | null | undefined;
  readonly criteria: readonly CriterionRule[];
}

/** What became of a channel in the overall score. */
export type ChannelOutcome =
  | 'SCORED'
  | 'NOT_COMPARED'
  | 'NOT_APPLICABLE'
  | 'RENORMALISED'
  | 'ZERO'
  | 'FLOOR'
  | 'EXCLUDED';

/** One channel scored, with every intermediate value; all scores exact and on 100. */
export interface ChannelScore {
  readonly code: string;
  /** What was earned plus the bonus; null when nothing could be measured. */
  readonly score: Fraction | null;
  /** The weighted mean of its criteria, before any bonus. */
  readonly earned: Fraction | null;
  /** The points its bonus criteria added, after the cap. */
  readonly bonus: Fraction;
  /** The points the cap took off them. */
  readonly capped: Fraction;
  /** What enters the overall score: the score, zero or the floor; null when the channel stays out of it. */
  readonly counted: Fraction | null;
  readonly outcome: ChannelOutcome;
  readonly base: number;
  /** The share of its weight that rests on values, 0 to 1; null when no criterion of it applies. */
  readonly share: Fraction | null;
  /** In the order of the rule. */
  readonly criteria: readonly CriterionScore[];
  /** The part each criterion has in what was earned: Σ effect × criterion = earned + bonus before its cap. */
  readonly effects: readonly Fraction[];
}

/** A threshold fallen under: on a criterion or on a channel. */
export interface KnockOut {
  readonly scope: 'CRITERION' | 'CHANNEL';
  readonly code: string;
  readonly minimum: Decimal;
  readonly score: Fraction;
}

/**
 * One channel. Bonus criteria are earned but not possible: they add w·criterion / Σ w of the others, at most the cap,
 * and a channel never exceeds 100.
 */
export function channelScoreOf(
  channel: ChannelRule,
  tallyFor: (criterion: CriterionRule) => Tally,
  stepWeights: ReadonlyMap<string, Fraction> | null,
): ChannelScore {
  const criteria = channel.criteria.map((criterion) => criterionScoreOf(criterion, tallyFor(criterion)));
  const { possible, extra, effects, share } = partsOf(channel, criteria, stepWeights);
  const scores = criteria.map(({ score }) => score);
  const earned = possible && weightedSum(possible, scores);
  const raw = extra ? weightedSum(extra, scores) : ZERO;
  const bonus = earned && raw !== ZERO ? least(least(raw, capOf(channel)), HUNDRED.sub(earned)) : ZERO;
  const score = earned && (bonus === ZERO ? earned : earned.add(bonus));
  return {
    ...{ code: channel.code, criteria, earned, bonus, score, capped: raw === ZERO ? ZERO : raw.sub(bonus) },
    ...outcomeOf(channel, score, share),
    base: score === null ? 0 : criteria.reduce((total, { base }) => total + base, 0),
    ...{ share, effects },
  };
}

/** The thresholds a channel and its criteria fell under. */
export function knockedOut(rule: ChannelRule, { score, criteria }: ChannelScore): KnockOut[] {
  const under = (
    scope: KnockOut['scope'],
    code: string,
    minimum: Decimal | null | undefined,
    score: Fraction | null,
  ) => (minimum != null && score?.lt(minimum) ? [{ scope, code, minimum, score }] : []);
  return [
    ...rule.criteria.flatMap(({ code, minimum }, i) => under('CRITERION', code, minimum, criteria[i]?.score ?? null)),
    ...under('CHANNEL', rule.code, rule.minimum, score),
  ];
}

/** What follows from the weights alone, once it is known which criteria have a score, a value, or do not apply. */
interface Parts {
  /** The effects of the criteria that are possible, and of the bonus; null when nothing was earned, or no bonus is. */
  readonly possible: readonly Fraction[] | null;
  readonly extra: readonly Fraction[] | null;
  readonly effects: readonly Fraction[];
  readonly share: Fraction | null;
}

/**
 * The parts of the criteria of a channel. An edition knows few patterns of what is missing: each is worked out once,
 * which makes scoring twice as fast.
 */
function partsOf(
  channel: ChannelRule,
  criteria: readonly CriterionScore[],
  stepWeights: ReadonlyMap<string, Fraction> | null,
): Parts {
  const known = patternsOf(channel);
  if (known.stepWeights !== stepWeights) {
    known.stepWeights = stepWeights;
    known.parts.clear();
  }
  const pattern = criteria.map(patternOf).join('');
  const before = known.parts.get(pattern);
  if (before) return before;
  const effects = effectsOf(channel, criteria, stepWeights);
  const only = (bonus: boolean) =>
    effects?.map((effect, i) => ((channel.criteria[i]?.bonus ?? false) === bonus ? effect : ZERO)) ?? null;
  const extra = only(true);
  const parts: Parts = {
    ...{ possible: only(false), extra: extra?.some(({ n }) => n !== 0n) ? extra : null },
    ...{ effects: effects ?? channel.criteria.map(() => ZERO), share: shareOf(channel, criteria) },
  };
  if (known.parts.size < MOST_PATTERNS) known.parts.set(pattern, parts);
  return parts;
}

const MOST_PATTERNS = 1000;
const patternsOf = remembered((_: ChannelRule) => ({
  stepWeights: null as ReadonlyMap<string, Fraction> | null,
  parts: new Map<string, Parts>(),
}));

/** All that the parts of a channel depend on, for one criterion: has it a score, has it a value, does it apply? */
const patternOf = ({ score, tally }: CriterionScore): string =>
  tally.values > 0 ? 'v' : score ? 's' : applies(tally) ? 'a' : '-';

/** The part of each criterion in its channel, given which of them have a score; null when none that is possible has. */
function effectsOf(
  { criteria: rules }: ChannelRule,
  criteria: readonly CriterionScore[],
  stepWeights: ReadonlyMap<string, Fraction> | null,
): Fraction[] | null {
  const weights = rules.map(({ weight }, i) => (criteria[i]?.score ? new Fraction(weight) : ZERO));
  const possible = weights.map((weight, i) => (rules[i]?.bonus ? ZERO : weight));
  const total = sum(possible);
  if (total.equals(ZERO)) return null;
  if (!stepWeights) return weights.map((weight) => weight.div(total));
  const steps = new Map(
    [...stepWeights].flatMap(([step, weight]): [string, { weight: Fraction; total: Fraction }][] => {
      const own = sum(possible.filter((_, i) => rules[i]?.step === step));
      return own.equals(ZERO) ? [] : [[step, { weight, total: own }]];
    }),
  );
  const all = sum([...steps.values()].map(({ weight }) => weight));
  if (all.equals(ZERO)) return null;
  return weights.map((weight, i) => {
    if (rules[i]?.bonus) return weight.div(total);
    const step = steps.get(rules[i]?.step ?? '');
    return step ? weight.div(step.total).mul(step.weight).div(all) : ZERO;
  });
}

function outcomeOf(
  { optional, compared, whenAbsent = 'RENORMALISE', floor }: ChannelRule,
  score: Fraction | null,
  share: Fraction | null,
): Pick<ChannelScore, 'counted' | 'outcome'> {
  if (optional && !compared) return { counted: null, outcome: 'NOT_COMPARED' };
  if (score) return { counted: score, outcome: 'SCORED' };
  if (share === null) return { counted: null, outcome: 'NOT_APPLICABLE' };
  switch (whenAbsent) {
    case 'ZERO':
      return { counted: ZERO, outcome: 'ZERO' };
    case 'FLOOR':
      return { counted: new Fraction(floor ?? 0), outcome: 'FLOOR' };
    case 'EXCLUDE':
      return { counted: null, outcome: 'EXCLUDED' };
    case 'RENORMALISE':
      return { counted: null, outcome: 'RENORMALISED' };
  }
}

/** Over the possible criteria that apply: the weight of those with a value, in the weight of all. */
function shareOf({ criteria: rules }: ChannelRule, criteria: readonly CriterionScore[]): Fraction | null {
  const applying = rules.flatMap(({ weight, bonus }, i) => {
    const tally = criteria[i]?.tally;
    return bonus || !tally || !applies(tally) ? [] : [{ weight: new Fraction(weight), known: tally.values > 0 }];
  });
  const total = sum(applying.map(({ weight }) => weight));
  if (total.equals(ZERO)) return null;
  return sum(applying.flatMap(({ weight, known }) => (known ? [weight] : []))).div(total);
}

const capOf = ({ bonusCap }: ChannelRule): Fraction => (bonusCap == null ? HUNDRED : new Fraction(bonusCap));
