import type { Board, Category, Decision, Mandate, Prize, Standing, Trophy } from './jury.graphql.ts';

/** One award to decide: what the ranking says, what was decided so far, the latest decision first. */
export interface Case {
  readonly id: string;
  /** The category whose trophy it is, or the special prize: its name and its rules. */
  readonly award: Category | Prize;
  readonly prize: Prize | null;
  /** Those in the field, best first: the ranked; everyone, where the jury chooses freely. */
  readonly standings: readonly Standing[];
  /** The structures its rules put first, as the server reads them. */
  readonly firsts: readonly string[];
  readonly trophy: Trophy | null;
  /** The panel that decides it in its meeting; null when staff record its decision here. */
  readonly mandate: Mandate | null;
  readonly decisions: readonly Decision[];
}

/** Every award of the edition: the trophies in the order of the palmarès, then the special prizes. */
export const casesOf = ({ awardCases, trophies, decisions }: Board): Case[] =>
  awardCases.flatMap(({ id, category, prize, lines, firsts, mandate }) => {
    const award = category ?? prize;
    if (!award) return [];
    const trophy = trophies.items.find((one) => (one.category ?? one.prize)?.id === id) ?? null;
    const standings = isFree(prize) ? lines : lines.filter(({ rank }) => rank !== null);
    return [
      {
        id,
        award,
        prize,
        standings,
        firsts,
        trophy,
        mandate,
        decisions: decisions.items.filter((one) => one.trophy.id === trophy?.id),
      },
    ];
  });

/** Whether the jury chooses freely: no ranking puts anybody first. */
export const isFree = (prize: Prize | null): boolean => prize?.basis === 'FREE';

/** Whether too few are in the field for it to be awarded. */
export const isTooSmall = ({ standings, award }: Case): boolean => standings.length < award.awardField;

/** Those the rules put first: one, or several ex æquo. */
export const firstsOf = ({ standings, firsts }: Case): Standing[] =>
  standings.filter(({ enrolment }) => firsts.includes(enrolment.structure.id));

/** Whether equals are for the jury to part: by the rule, or because they are more than may share it. */
export const isParted = ({ firsts, award: { tieRule, mostLaureates } }: Case): boolean =>
  firsts.length > 1 && (tieRule === 'JURY' || (mostLaureates !== null && firsts.length > mostLaureates));

/** Whether a choice needs no motive: exactly those the rules put first. */
export const followsRanking = ({ firsts }: Case, chosen: readonly string[]): boolean =>
  firsts.length === chosen.length && firsts.every((id) => chosen.includes(id));

/** The name of a structure in the field; null when it is no longer in it. */
export const nameIn = (standings: readonly Standing[], id: string): string | null =>
  standings.find(({ enrolment }) => enrolment.structure.id === id)?.enrolment.structure.name ?? null;
