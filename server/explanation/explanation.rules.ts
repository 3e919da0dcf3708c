import Fraction from 'fraction.js';
import type { ChannelOutcome, ChannelRule, ChannelScore } from '../score/channel.rules.ts';
import { HUNDRED, ONE, sum, ZERO } from '../score/exact.rules.ts';
import type { CriterionRule } from '../score/measure.rules.ts';
import type { Scale } from '../score/scale.rules.ts';
import type { Rules, StructureScore } from '../score/score.rules.ts';

/** The overall score of one structure, taken apart. All parts are exact, in points of the overall score. */
export interface Explanation {
  readonly score: Fraction;
  /** In the order of the grid; their points add up to the score. */
  readonly channels: readonly ChannelPart[];
}

/** What one channel brings: its steps, its bonus criteria, its cap and what is counted in place of a score add up to it. */
export interface ChannelPart {
  readonly code: string;
  readonly outcome: ChannelOutcome;
  /** Its weight in that of the channels that count, 0 to 1; 0 when it stays out of the overall score. */
  readonly share: Fraction;
  readonly points: Fraction;
  readonly steps: readonly StepPart[];
  /** Its bonus criteria, before the cap. */
  readonly bonus: readonly CriterionPart[];
  /** What the cap takes off them, 0 or less. */
  readonly cap: Fraction;
  /** What is counted in place of a score: 0, or the part of the floor; null when there is a score or nothing counts. */
  readonly floor: Fraction | null;
}

/** What the criteria of one journey step bring to their channel. */
export interface StepPart {
  /** Null for criteria that belong to no step. */
  readonly code: string | null;
  readonly points: Fraction;
  readonly criteria: readonly CriterionPart[];
}

/** What one criterion brings, and what it would still bring at full marks. */
export interface CriterionPart {
  readonly code: string;
  /** share × effect × score; 0 without a score. */
  readonly points: Fraction;
  /** share × effect × (full marks − score), before any cap; null without a score: what does not count cannot improve. */
  readonly gain: Fraction | null;
}

/**
 * The parts of an overall score:
 *
 *     criterion = W/ΣW × effect × criterion score        a bonus criterion too, before the cap
 *     cap       = − W/ΣW × the points the cap took off
 *     floor     = W/ΣW × floor                           for a channel counted without a score; 0 when it counts as zero
 *
 * They add up to the score exactly (test/property/explanation.test.ts). Null without a score: nothing to take apart.
 */
export function explanationOf(rules: Rules, { score, channels }: StructureScore): Explanation | null {
  if (score === null) return null;
  const weights = rules.channels.map(({ weight }, i) => (channels[i]?.counted ? new Fraction(weight) : ZERO));
  const total = sum(weights);
  return {
    score,
    channels: rules.channels.map((rule, i) =>
      channelPartOf(rule, channels[i] as ChannelScore, (weights[i] as Fraction).div(total)),
    ),
  };
}

/** The most a scale can give, on 100: a criterion whose best answer earns 0.8 point has its full marks at 80. */
export function fullMarksOf(scale: Scale): Fraction {
  const best = (points: readonly string[]) =>
    points.map((each) => new Fraction(each)).reduce((most, each) => (each.gt(most) ? each : most), ZERO);
  switch (scale.type) {
    case 'YES_NO':
      return best([scale.yes, scale.no]).mul(HUNDRED);
    case 'CHOICE':
      return best(scale.choices.map(({ points }) => points)).mul(HUNDRED);
    case 'STEPS':
      return best([...scale.steps.map(({ points }) => points), scale.beyond]).mul(HUNDRED);
    case 'LINEAR':
      return ONE.mul(HUNDRED);
  }
}

function channelPartOf(rule: ChannelRule, channel: ChannelScore, share: Fraction): ChannelPart {
  const parts = rule.criteria.map((criterion, i) => ({
    criterion,
    ...criterionPartOf(criterion, channel.criteria[i]?.score ?? null, share.mul(channel.effects[i] ?? ZERO)),
  }));
  const possible = parts.filter(({ criterion }) => !criterion.bonus);
  return {
    ...{ code: channel.code, outcome: channel.outcome, share },
    points: share.mul(channel.counted ?? ZERO),
    steps: [...Map.groupBy(possible, ({ criterion }) => criterion.step ?? null)].map(([code, own]) => ({
      ...{ code, points: sum(own.map(({ points }) => points)), criteria: own.map(plain) },
    })),
    bonus: parts.filter(({ criterion }) => criterion.bonus).map(plain),
    cap: share.mul(channel.capped).neg(),
    floor: channel.score === null && channel.counted !== null ? share.mul(channel.counted) : null,
  };
}

function criterionPartOf({ code, scale }: CriterionRule, score: Fraction | null, effect: Fraction): CriterionPart {
  if (score === null) return { code, points: ZERO, gain: null };
  const missing = fullMarksOf(scale).sub(score);
  return { code, points: effect.mul(score), gain: missing.gt(ZERO) ? effect.mul(missing) : ZERO };
}

const plain = ({ code, points, gain }: CriterionPart): CriterionPart => ({ code, points, gain });
