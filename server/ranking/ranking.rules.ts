import Fraction from 'fraction.js';
import {
  baseOf,
  type IndicatorRule,
  type IndicatorValue,
  meanIndicatorOf,
  meanValueOf,
  shareOf,
  type Test,
} from '../score/indicator.rules.ts';
import { type ChannelRule, type StructureScore, scoreOf } from '../score/score.rules.ts';
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
export function placeAll(channels: readonly ChannelRule[], entrants: readonly Entrant[]): Placed[] {
  const scored = entrants.map((entrant) => ({
    entrant,
    ...scoreOf(
      channels,
      entrant.tests.flatMap((test) => [...test.values()]),
    ),
  }));
  const ranks = new Map<Entrant, number>();
  for (const peers of Map.groupBy(scored, ({ entrant }) => entrant.category).values())
    for (const { entrant: peer, rank: place } of rank(peers, ({ score }) => score)) ranks.set(peer.entrant, place);
  return scored.map((each) => ({ ...each, rank: ranks.get(each.entrant) ?? null }));
}

/** What an indicator is worth, and how many structures it rests on. */
export function indicatorOf(rule: IndicatorRule, placed: readonly Placed[]): IndicatorValue & { contributors: number } {
  switch (rule.type) {
    case 'STRUCTURES': {
      const count = new Fraction(placed.length);
      return { value: count, numerator: count, denominator: placed.length, contributors: placed.length };
    }
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
    case 'CHANNEL_SCORE':
      return scoreMeanOf(
        placed.map(({ channels }) => channels.find(({ code }) => code === rule.channel)?.score ?? null),
      );
    case 'CATEGORY_SCORE':
      return scoreMeanOf(placed.filter(({ entrant }) => entrant.category === rule.category).map(({ score }) => score));
  }
}

function scoreMeanOf(scores: readonly (Fraction | null)[]): IndicatorValue & { contributors: number } {
  const known = scores.flatMap((score) => score ?? []);
  return { ...meanIndicatorOf(known), contributors: known.length };
}

const testsOf = ({ entrant }: Placed): readonly Test[] => entrant.tests;
