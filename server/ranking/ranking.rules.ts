import Fraction from 'fraction.js';
import type { ChannelScore } from '../score/channel.rules.ts';
import {
  baseOf,
  type IndicatorRule,
  type IndicatorValue,
  meanIndicatorOf,
  meanValueOf,
  shareOf,
  type Test,
} from '../score/indicator.rules.ts';
import { type Rules, type StructureScore, scoreOf } from '../score/score.rules.ts';
import { rank } from './rank.rules.ts';

/** One structure to score: its category, and what its validated tests found. */
export interface Entrant {
  readonly id: string;
  readonly category: string;
  readonly tests: readonly Test[];
}

/** One structure scored, with its place in its category. */
export interface Placed extends StructureScore {
  readonly entrant: Entrant;
  readonly rank: number | null;
}

/** Scores every entrant and ranks each within its category. */
export function placeAll(rules: Rules, entrants: readonly Entrant[]): Placed[] {
  const scored = entrants.map((entrant) => ({
    entrant,
    ...scoreOf(
      rules,
      entrant.tests.flatMap((test) => [...test.values()]),
    ),
  }));
  const ranks = placesOf(scored.map(({ entrant: { id, category }, score }) => ({ id, category, score })));
  return scored.map((each) => ({ ...each, rank: ranks.get(each.entrant.id) ?? null }));
}

/** The place of each structure in its category, by exact score; one without a score has none. */
export function placesOf(
  scored: readonly { readonly id: string; readonly category: string; readonly score: Fraction | null }[],
): Map<string, number> {
  const places = new Map<string, number>();
  for (const peers of Map.groupBy(scored, ({ category }) => category).values())
    for (const { entrant, rank: place } of rank(peers, ({ score }) => score)) places.set(entrant.id, place);
  return places;
}

/** What an indicator is worth, and how many structures it rests on. */
export function indicatorOf(rule: IndicatorRule, placed: readonly Placed[]): CountedIndicator {
  switch (rule.type) {
    case 'SHARE':
      return {
        ...shareOf(rule, placed.flatMap(testsOf)),
        contributors: placed.filter((each) => baseOf(rule, testsOf(each)).length > 0).length,
      };
    case 'MEAN':
      return {
        ...meanValueOf(rule.criterion, placed.flatMap(testsOf)),
        contributors: placed.filter((each) => meanValueOf(rule.criterion, testsOf(each)).denominator > 0).length,
      };
    default:
      return scoreIndicatorOf(
        rule,
        placed.map(({ entrant: { category }, score, channels }) => ({ category, score, channels })),
      );
  }
}

/** An indicator that is counted on structures or on their scores, not on tests. */
export function scoreIndicatorOf(
  rule: Exclude<IndicatorRule, { type: 'SHARE' | 'MEAN' }>,
  scored: readonly {
    readonly category: string;
    readonly score: Fraction | null;
    readonly channels: readonly Pick<ChannelScore, 'code' | 'score'>[];
  }[],
): CountedIndicator {
  switch (rule.type) {
    case 'STRUCTURES': {
      const count = new Fraction(scored.length);
      return { value: count, numerator: count, denominator: scored.length, contributors: scored.length };
    }
    case 'CHANNEL_SCORE':
      return scoreMeanOf(
        scored.map(({ channels }) => channels.find(({ code }) => code === rule.channel)?.score ?? null),
      );
    case 'CATEGORY_SCORE':
      return scoreMeanOf(scored.filter(({ category }) => category === rule.category).map(({ score }) => score));
  }
}

/** An indicator with how many structures contribute to it. */
export type CountedIndicator = IndicatorValue & { readonly contributors: number };

function scoreMeanOf(scores: readonly (Fraction | null)[]): CountedIndicator {
  const known = scores.flatMap((score) => score ?? []);
  return { ...meanIndicatorOf(known), contributors: known.length };
}

const testsOf = ({ entrant }: Placed): readonly Test[] => entrant.tests;
