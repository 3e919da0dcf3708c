import Fraction from 'fraction.js';
import { canonical, type Json } from '../kernel/canonical.rules.ts';
import type { SeenFinding } from '../ranking/samples.ts';
import type { ChannelRule, ChannelScore } from '../score/channel.rules.ts';
import { rounded, sum, ZERO } from '../score/exact.rules.ts';
import type { Rules, StructureScore } from '../score/score.rules.ts';

/** One test of one channel: what was found, by criterion. */
export interface ChannelTest {
  readonly channel: string;
  readonly findings: readonly SeenFinding[];
}

/**
 * The answers of a structure, test after test within each channel. Neither reference nor date: a structure must not
 * learn who came and when, so that tests stand in the order of their content, which says nothing of time.
 */
export function answersOf(channels: readonly string[], tests: readonly ChannelTest[]): Json {
  return channels.flatMap((channel) =>
    tests
      .filter((test) => test.channel === channel)
      .map(({ findings }) => Object.fromEntries(findings.map((each) => [each.criterion, answerOf(each)])))
      .sort((a, b) => (canonical(a) < canonical(b) ? -1 : 1))
      .map((answers, i) => ({ channel, number: i + 1, answers })),
  );
}

/** What was seen; with its motive when it no longer counts, so that whoever computes again leaves it out too. */
const answerOf = ({ neutralised, ...found }: SeenFinding): { readonly [key: string]: Json } => {
  const { value, absence } = neutralised ?? found;
  return { ...(value === null ? { absence } : { value }), ...(neutralised ? { neutralised: neutralised.motive } : {}) };
};

/** Every intermediate value of a score, exact, as fractions such as "6205/91". */
export function valuesOf(rules: Rules, { channels, share, exclusion, knockOuts, score }: StructureScore): Json {
  return {
    criteria: channels.flatMap(({ criteria, effects }) =>
      criteria.map(({ code, score, base, tally }, i) => ({
        ...{ code, points: tally.points.toFraction(), values: tally.values, counted: base },
        ...{ score: exactOf(score), effect: (effects[i] ?? ZERO).toFraction() },
      })),
    ),
    channels: channels.map((channel, i) => ({
      ...{ code: channel.code, steps: stepsOf(rules, rules.channels[i], channel), earned: exactOf(channel.earned) },
      ...{ bonus: channel.bonus.toFraction(), capped: channel.capped.toFraction(), score: exactOf(channel.score) },
      ...{ share: exactOf(channel.share), counted: exactOf(channel.counted), outcome: channel.outcome },
    })),
    share: share.toFraction(),
    exclusion: exclusion && {
      reason: exclusion.reason,
      code: 'code' in exclusion ? exclusion.code : null,
      absence: 'absence' in exclusion ? exclusion.absence : null,
    },
    knockOuts: knockOuts.map(({ score, ...each }) => ({ ...each, score: score.toFraction() })),
    ...{ exact: exactOf(score), rounded: score && rounded(score, 2) },
  };
}

/** The score of each step of a channel, null for one where nothing counts; null when steps do not weigh. */
function stepsOf({ steps = [] }: Rules, rule: ChannelRule | undefined, { criteria }: ChannelScore): Json {
  if (steps.every(({ weight }) => weight == null)) return null;
  return steps.map(({ code }) => {
    const own = (rule?.criteria ?? []).flatMap(({ step, bonus, weight }, i) => {
      const score = criteria[i]?.score;
      return step === code && !bonus && score ? [{ weight: new Fraction(weight), score }] : [];
    });
    const weights = sum(own.map(({ weight }) => weight));
    const earned = sum(own.map(({ weight, score }) => score.mul(weight)));
    return { code, score: weights.equals(ZERO) ? null : earned.div(weights).toFraction() };
  });
}

const exactOf = (value: Fraction | null): string | null => value?.toFraction() ?? null;
