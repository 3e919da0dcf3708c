import { INSTEAD } from './instead.rules.ts';
import { identifiersIn } from './privacy.rules.ts';
import type { Identifier, Known } from './span.rules.ts';

/** What becomes of a passage that may identify an agent: it names nobody and stays, or something else stands instead. */
export type Treatment = 'KEEP' | 'MASK';

/** A text as what was decided of its passages leaves it, beside all that may identify someone in it as it came. */
export function settledIn(
  text: string,
  known: Known,
  decided: ReadonlyMap<string, Treatment>,
): { readonly text: string; readonly passages: readonly Identifier[] } {
  const passages = identifiersIn(text, known);
  let settled = text;
  for (const { start, end, kind, text } of passages.toReversed())
    if (decided.get(text) === 'MASK') settled = settled.slice(0, start) + INSTEAD[kind] + settled.slice(end);
  return { text: settled, passages };
}
