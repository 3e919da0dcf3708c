import { bare, cluesOf, type GiveawayKind, type Identity } from './clue.rules.ts';

/** A span of a text that says whose it is. */
export interface Giveaway {
  readonly kind: GiveawayKind;
  /** From the first character to the one after the last, in the text as it was written. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** One field of a file: a text, or an image that was put there. */
export interface FileField {
  readonly code: string;
  readonly text: string;
  /** Whether it holds an image: whatever it shows, it is taken for a logo. */
  readonly image?: boolean;
}

/** What gives a structure away in its file, field by field. */
export const giveawaysInFile = (
  file: readonly FileField[],
  identity: Identity,
): (Giveaway & { readonly field: string })[] =>
  file.flatMap(({ code, text, image = false }) => {
    const found = image ? [{ kind: 'LOGO', start: 0, end: text.length, text } as const] : giveawaysIn(text, identity);
    return found.map((giveaway) => ({ field: code, ...giveaway }));
  });

/**
 * The spans of a text that give a structure away, in order and apart from one another. Capitals, accents, hyphens,
 * apostrophes and invisible signs change nothing, nor do "St" for "Saint" or a name written in one word. A name of fewer
 * than four letters is looked for with its capital only: Eu, Is and Y are words too. What is found is a suspicion, for
 * someone to judge: Vienne is a river, Port a harbour.
 */
export function giveawaysIn(text: string, identity: Identity): Giveaway[] {
  const folded = foldedOf(text);
  const found = cluesOf(identity).flatMap(({ kind, pattern, capital = false }) =>
    [...folded.text.matchAll(pattern)].flatMap((match): Giveaway[] => {
      const start = folded.starts[match.index] ?? 0;
      const end = folded.ends[match.index + match[0].length - 1] ?? start;
      const span = text.slice(start, end);
      return capital && !/^\p{Lu}/u.test(span) ? [] : [{ kind, start, end, text: span }];
    }),
  );
  return apart(text, found);
}

/** The same text with a sign in the place of each span, again until nothing is left to find. */
export function concealed(text: string, identity: Identity): string {
  const found = giveawaysIn(text, identity);
  if (found.length === 0) return text;
  const cut = found.toReversed().reduce((said, { start, end }) => `${said.slice(0, start)}[…]${said.slice(end)}`, text);
  return concealed(cut, identity); // what was cut may have hidden the edge of a neighbour
}

/** Spans that overlap are one, of the kind of the longest that begins first. */
function apart(text: string, found: readonly Giveaway[]): Giveaway[] {
  const spans: Giveaway[] = [];
  for (const span of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = spans.at(-1);
    if (!last || span.start >= last.end) spans.push(span);
    else if (span.end > last.end)
      spans[spans.length - 1] = { ...last, end: span.end, text: text.slice(last.start, span.end) };
  }
  return spans;
}

/** A text as it is compared, and where each of its characters comes from. */
interface Folded {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

function foldedOf(text: string): Folded {
  const [starts, ends]: [number[], number[]] = [[], []];
  let [folded, start] = ['', 0];
  for (const sign of text) {
    const end = start + sign.length;
    const letters = bare(sign);
    if (letters === '' && ends.length > 0) ends[ends.length - 1] = end; // an accent belongs to the letter before it
    for (let i = 0; i < letters.length; i++) {
      starts.push(start);
      ends.push(end);
    }
    folded += letters;
    start = end;
  }
  return { text: folded, starts, ends };
}
