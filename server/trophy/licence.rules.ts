/** What goes with an award, or with a mention: what decides which licences a laureate has. */
export type Scope = 'TROPHY' | 'PRIZE' | 'MENTION';

/** What a wording may leave open, written between braces: "Lauréat {edition} {year}". */
export interface Words {
  readonly laureate: string;
  readonly award: string;
  readonly edition: string;
  readonly year: string;
  readonly ordinal: string;
  /** Null for a laureate without a mention. */
  readonly mention: string | null;
}

const known: Readonly<Record<Scope, readonly (keyof Words)[]>> = {
  TROPHY: ['laureate', 'award', 'edition', 'year', 'ordinal'],
  PRIZE: ['laureate', 'award', 'edition', 'year', 'ordinal'],
  MENTION: ['laureate', 'award', 'edition', 'year', 'ordinal', 'mention'],
};

/** What stands between braces in a wording and nothing can be put for: it would be printed as it is. */
export function unknownIn(wording: string, scope: Scope): string[] {
  const open = [...wording.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
  return [...new Set(open)].filter((name) => !(known[scope] as readonly string[]).includes(name));
}

/** A wording with its names filled in. */
export const filled = (wording: string, words: Words): string =>
  wording.replace(/\{(\w+)\}/g, (open, name: string) => words[name as keyof Words] ?? open);

/** The scopes of a laureate: those of its award, and of its mention if it has one. */
export const scopesOf = (award: string, mention: string | null): Scope[] => [
  ...(['TROPHY', 'PRIZE'] as const).filter((scope) => scope === award),
  ...(mention === null ? [] : (['MENTION'] as const)),
];

/** Where a day, such as 2022-11-10, stands to a term, both of whose days are within it. */
export function standingOf({ from, until }: Term, day: string): 'COMING' | 'RUNNING' | 'OVER' {
  if (day < from) return 'COMING';
  return until !== null && day > until ? 'OVER' : 'RUNNING';
}

/** From a first day to a last one; null without an end. */
export interface Term {
  readonly from: string;
  readonly until: string | null;
}
