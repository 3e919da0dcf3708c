/** Why a mean is not told; `partner/closed.ts` says it in words. */
export type Why = 'SMALL_BASE' | 'DOMINANCE' | 'EXTREME' | 'PROTECTS_ANOTHER';

/** One structure behind the means of an edition. Scores are on 100, by measure: `overall`, `channel.PHONE`, what a prize ranks on… */
export interface Contributor {
  readonly category: string;
  readonly region: string | null;
  readonly department: string | null;
  readonly scores: ReadonlyMap<string, number>;
  /** The marks on 100 that its scores are made of, by a code of their own. */
  readonly marks?: ReadonlyMap<string, number>;
  /** The part of each mark in a score, by measure; a score that is made of none is a mark itself. */
  readonly parts?: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** Structures whose means are told together. Their code is the first half of that of a mean. */
export interface Population {
  readonly code: string;
  readonly members: readonly Contributor[];
}

/** All structures, those of each category, région and département, where there are any. */
export function populationsOf(all: readonly Contributor[]): Population[] {
  const by = (kind: string, codeOf: (each: Contributor) => string | null): Population[] =>
    [...Map.groupBy(all, codeOf)].flatMap(([code, members]) =>
      code === null ? [] : [{ code: `${kind}.${code}`, members }],
    );
  return [
    { code: 'all', members: all },
    ...by('category', ({ category }) => category),
    ...by('region', ({ region }) => region),
    // One that records place in two régions belongs in no hierarchy: nothing is told of it.
    ...by('department', ({ department }) => department).filter(
      ({ members }) => new Set(members.map(({ region }) => region)).size === 1,
    ),
  ];
}

export const cellOf = ({ code }: Pick<Population, 'code'>, measure: string): string => `${code}/${measure}`;
