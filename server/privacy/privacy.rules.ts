import { announcedIn, firstNamesIn } from './person.rules.ts';
import { placeless } from './place.rules.ts';
import { linesIn, mailboxesIn } from './reach.rules.ts';
import { type Identifier, type Known, maskedBy } from './span.rules.ts';

const nothingKnown: Known = { names: [], phones: [], emails: [] };

/**
 * What identifies an agent in a French text: names, direct lines, e-mail addresses, in order and apart from one another.
 * The structure's own names, numbers and mailboxes are none; nor are places that bear someone's name, nor public offices.
 * What is found is a suspicion, for whoever wrote it to judge: Rose is a colour, and Martin a surname.
 */
export function identifiersIn(text: string, known: Known = nothingKnown): Identifier[] {
  const plain = text
    .replace(/[\u00a0\u202f\u2009]/g, ' ')
    .replace(/[’‘]/g, "'")
    .replace(/[‐‑]/g, '-');
  const mailboxes = mailboxesIn(plain, known);
  const rest = placeless(maskedBy(plain, [/\S+@\S+/gu]), known);
  const found = [...mailboxes, ...linesIn(plain, known), ...announcedIn(rest), ...firstNamesIn(rest)];
  return apart(text, found);
}

/** Spans that overlap are one, of the kind and the reason of the one that begins first, or that is longest. */
function apart(text: string, found: readonly Identifier[]): Identifier[] {
  const spans: Identifier[] = [];
  for (const span of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = spans.at(-1);
    if (last && span.start < last.end) {
      const end = Math.max(last.end, span.end);
      spans[spans.length - 1] = { ...last, end, text: text.slice(last.start, end) };
    } else spans.push({ ...span, text: text.slice(span.start, span.end) });
  }
  return spans;
}
