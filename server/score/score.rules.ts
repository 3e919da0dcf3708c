import Fraction from 'fraction.js';
import { type ChannelRule, type ChannelScore, channelScoreOf, type KnockOut, knockedOut } from './channel.rules.ts';
import { type Decimal, sum, weightedSum, ZERO } from './exact.rules.ts';
import { type CriterionRule, exclusionOf, type Finding, type Missing, type Tally, tallyOf } from './measure.rules.ts';
import { remembered } from './memory.rules.ts';

/** The version of the arithmetic; it is stored with every run, and changes whenever a digit could. */
export const ENGINE = '2.0.0';

/** A grid with the policy in force, as the arithmetic needs it. */
export interface Rules {
  readonly channels: readonly ChannelRule[];
  /** Weights of journey steps: all of them, or none; without, criteria weigh by themselves. */
  readonly steps?: readonly StepRule[] | undefined;
  /** Least share of the weight of the grid that must rest on values, 0 to 1; under it a structure has no score. */
  readonly minimumShare?: Decimal | null | undefined;
}

export interface StepRule {
  readonly code: string;
  readonly weight?: Decimal | null | undefined;
}

/** Why a structure is out of the ranking. */
export type Exclusion =
  | { readonly reason: 'ABSENCE'; readonly code: string; readonly absence: Missing }
  | { readonly reason: 'CHANNEL'; readonly code: string }
  | { readonly reason: 'TOO_LITTLE_DATA'; readonly share: Fraction };

/** One structure scored, with every intermediate value. */
export interface StructureScore {
  /** On 100, exact; null when nothing could be measured or when it is excluded. */
  readonly score: Fraction | null;
  /** How many findings the score rests on. */
  readonly base: number;
  /** The share of the weight of the grid that rests on values, 0 to 1; what does not apply is left out. */
  readonly share: Fraction;
  readonly exclusion: Exclusion | null;
  /** Thresholds it fell under: it keeps its score and rank, and cannot receive the award. */
  readonly knockOuts: readonly KnockOut[];
  readonly channels: readonly ChannelScore[];
}

/**
 * The score of one structure, from what its validated tests found.
 *
 *     criterion = 100 × mean of the points of its findings          absences as the policy says
 *     step      = Σ wᵢ·criterionᵢ / Σ wᵢ                            only when steps are weighed
 *     channel   = Σ wᵢ·criterionᵢ / Σ wᵢ, or Σ vₛ·stepₛ / Σ vₛ      plus its bonus, at most 100
 *     overall   = Σ Wⱼ·channelⱼ / Σ Wⱼ                              over the channels that are compared
 *
 * Exact fractions throughout: nothing is rounded here, so equal means equal and ranks never depend on a rounding.
 * Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 6, linear aggregation. An optional
 * channel never enters a comparison with structures that were not tested on it, unless the policy says so.
 */
export function scoreOf(rules: Rules, findings: readonly Finding[]): StructureScore {
  const found = Map.groupBy(findings, ({ criterion }) => criterion);
  return scoreOfTallies(rules, (criterion) => tallyOf(criterion, found.get(criterion.code) ?? []));
}

/** The same, from findings already summed up, criterion by criterion. */
export function scoreOfTallies(rules: Rules, tallyFor: (criterion: CriterionRule) => Tally): StructureScore {
  const stepWeights = stepWeightsOf(rules);
  const channels = rules.channels.map((channel) => channelScoreOf(channel, tallyFor, stepWeights));
  const scored = rules.channels.map((rule, i) => ({ rule, ...(channels[i] as ChannelScore) }));
  const counted = scored.flatMap(({ rule, counted, base }) =>
    counted === null ? [] : [{ counted, base, weight: weightOf(rule) }],
  );
  const weights = counted.map(({ weight }) => weight);
  const total = sum(weights);
  const share = shareOf(scored);
  // A structure that nobody tested has no score, whatever the policy: zero would be a verdict on nothing.
  const tested = scored.some(({ outcome }) => outcome === 'SCORED');
  const exclusion = tested ? exclusionIn(rules, scored, share) : null;
  return {
    score:
      !tested || exclusion || total.equals(ZERO)
        ? null
        : weightedSum(
            weights,
            counted.map(({ counted }) => counted),
          ).div(total),
    base: counted.reduce((n, { base }) => n + base, 0),
    ...{ share, exclusion, channels },
    knockOuts: scored.flatMap(({ rule, ...channel }) => knockedOut(rule, channel)),
  };
}

/** Whether a channel enters the overall score: an optional one only when the policy says so. */
export const isCompared = ({ optional, compared }: Pick<ChannelRule, 'optional' | 'compared'>): boolean =>
  !optional || compared === true;

type Scored = ChannelScore & { readonly rule: ChannelRule };

function exclusionIn({ minimumShare }: Rules, scored: readonly Scored[], share: Fraction): Exclusion | null {
  for (const { rule, criteria, outcome } of scored.filter(({ rule }) => isCompared(rule))) {
    for (const [i, criterion] of rule.criteria.entries()) {
      const absence = exclusionOf(criterion, criteria[i]?.tally as Tally);
      if (absence) return { reason: 'ABSENCE', code: criterion.code, absence };
    }
    if (outcome === 'EXCLUDED') return { reason: 'CHANNEL', code: rule.code };
  }
  return minimumShare && share.lt(minimumShare) ? { reason: 'TOO_LITTLE_DATA', share } : null;
}

/** Σ Wⱼ·shareⱼ / Σ Wⱼ over the compared channels that apply at all: how much of the grid rests on values. */
function shareOf(scored: readonly Scored[]): Fraction {
  const compared = scored.flatMap(({ rule, share }) =>
    share !== null && isCompared(rule) ? [{ share, weight: weightOf(rule) }] : [],
  );
  const weights = compared.map(({ weight }) => weight);
  const total = sum(weights);
  const shares = compared.map(({ share }) => share);
  return total.equals(ZERO) ? ZERO : weightedSum(weights, shares).div(total);
}

const weightOf = remembered(({ weight }: ChannelRule) => new Fraction(weight));

/** The weight of each step, when the grid weighs them; null when criteria weigh by themselves. */
const stepWeightsOf = remembered(({ steps = [] }: Rules): ReadonlyMap<string, Fraction> | null => {
  const weighed = steps.flatMap(({ code, weight }): [string, Fraction][] =>
    weight == null ? [] : [[code, new Fraction(weight)]],
  );
  return weighed.length === 0 ? null : new Map(weighed);
});
