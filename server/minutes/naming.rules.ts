import { gradeWords } from '../vote/majority.rules.ts';
import type { Item } from './deliberation.ts';

/** How an item calls things. */
export interface Naming {
  /** The name of a candidate, with its code: "Ville de Chaumont (B)". */
  readonly candidate: (code: string) => string;
  /** What a criterion or a grade says. */
  readonly word: (code: string) => string;
}

/** A code that nothing names is printed as it is: a page never hides what was cast. */
export function namingOf({ candidates, rules }: Item): Naming {
  const names = new Map(candidates.map(({ code, name }) => [code, name]));
  const words: Readonly<Record<string, string>> = { ...gradeWords, ...rules.words };
  const candidate = (code: string) => (names.has(code) ? `${names.get(code)} (${code})` : code);
  return { candidate, word: (code) => words[code] ?? code };
}
