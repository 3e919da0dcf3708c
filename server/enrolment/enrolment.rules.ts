import { wordOf } from '../kernel/cell.rules.ts';

/** The longest name of a certification. */
export const LONGEST_CERTIFICATION = 200;

/**
 * The certifications in some texts, each of which may list several with commas between them: none empty, none twice
 * whatever its case, in the order they come.
 */
export function certificationsIn(texts: readonly string[]): string[] {
  const names = texts.flatMap((text) => text.split(',')).map((name) => name.trim().replace(/\s+/g, ' '));
  const byWord = new Map<string, string>();
  for (const name of names) if (name !== '' && !byWord.has(wordOf(name))) byWord.set(wordOf(name), name);
  return [...byWord.values()];
}
