import type { Board, Category, Decision, Standing, Trophy } from './jury.graphql.ts';

/** One trophy to award: what the ranking says, what was decided so far, the latest decision first. */
export interface Case {
  readonly category: Category;
  /** Ranked structures, best first. */
  readonly standings: readonly Standing[];
  readonly trophy: Trophy | null;
  readonly decisions: readonly Decision[];
}

/** The categories that carry a trophy, in the order of the palmarès. */
export const casesOf = ({ categories, ranking, trophies, decisions }: Board): Case[] =>
  categories.items
    .filter(({ awarded }) => awarded)
    .map((category) => {
      const lines = ranking.find((one) => one.category.id === category.id)?.lines ?? [];
      const trophy = trophies.items.find((one) => one.category?.id === category.id) ?? null;
      return {
        category,
        trophy,
        standings: lines.filter(({ rank }) => rank !== null),
        decisions: decisions.items.filter((one) => one.trophy.id === trophy?.id),
      };
    });

/** Fewest ranked structures for a trophy to be awarded: the server refuses under it, the page says so before. */
export const MINIMUM_FIELD = 3;

/** Those the ranking puts first: one, or several ex æquo. */
export const firstsOf = (standings: readonly Standing[]): Standing[] => standings.filter(({ rank }) => rank === 1);

/** Whether a choice is exactly those the ranking puts first. */
export function followsRanking(standings: readonly Standing[], chosen: readonly string[]): boolean {
  const first = firstsOf(standings).map(({ enrolment }) => enrolment.structure.id);
  return first.length === chosen.length && first.every((id) => chosen.includes(id));
}

/** The name of a structure of the ranking; null when it is no longer in it. */
export const nameIn = (standings: readonly Standing[], id: string): string | null =>
  standings.find(({ enrolment }) => enrolment.structure.id === id)?.enrolment.structure.name ?? null;
