import { readFileSync } from 'node:fs';
import { identifiersIn } from '../../server/privacy/privacy.rules.ts';
import type { Known } from '../../server/privacy/span.rules.ts';

/** A verbatim, and where it identifies an agent. */
interface Verbatim {
  readonly text: string;
  readonly marks: readonly { readonly start: number; readonly end: number }[];
}

/** The structure whose visitors wrote the verbatims: its own names, number and mailbox identify nobody. */
export const romain: Known = {
  names: ['Ville de Saint-Romain', 'Saint-Romain-le-Puy', 'Saint-Étienne'],
  phones: ['04 77 00 12 34'],
  emails: ['mairie.accueil@saint-romain.example'],
};

/** The verbatims of a file, one a line; what identifies an agent stands there between double brackets. */
export const verbatimsIn = (name: 'tuned' | 'held'): Verbatim[] =>
  readFileSync(new URL(`./verbatims/${name}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(read);

function read(line: string): Verbatim {
  const marks: { start: number; end: number }[] = [];
  let text = '';
  for (const part of line.split(/(\[\[.*?\]\])/)) {
    const mark = /^\[\[(.*)\]\]$/.exec(part)?.[1];
    if (mark !== undefined) marks.push({ start: text.length, end: text.length + mark.length });
    text += mark ?? part;
  }
  return { text, marks };
}

/** How well the rules find what is marked: a mark is found when it is covered whole, a span is right when it touches one. */
export function judged(verbatims: readonly Verbatim[]) {
  const missed: string[] = [];
  const wrong: string[] = [];
  let [marks, spans] = [0, 0];
  for (const verbatim of verbatims) {
    const found = identifiersIn(verbatim.text, romain);
    marks += verbatim.marks.length;
    spans += found.length;
    for (const { start, end } of verbatim.marks)
      if (!found.some((span) => span.start <= start && span.end >= end))
        missed.push(`${verbatim.text.slice(start, end)} in: ${verbatim.text}`);
    for (const span of found)
      if (!verbatim.marks.some(({ start, end }) => span.start < end && span.end > start))
        wrong.push(`${span.text} (${span.reason}) in: ${verbatim.text}`);
  }
  return { recall: 1 - missed.length / marks, precision: 1 - wrong.length / spans, missed, wrong };
}
