import { wordOf } from './cell.rules.ts';

/** A column that an import reads. */
export interface Column {
  /** Its heading in our templates, and the key its cells go by. */
  readonly name: string;
  readonly required: boolean;
  /** What it is called, where its name is a code; absent otherwise. */
  readonly label?: string;
  /** Other headings people give it: Insee's, those of other registers, plain words. */
  readonly synonyms?: readonly string[];
  /** Words that betray another column: "nom" in "Nom du département" is not its code. */
  readonly never?: readonly string[];
  /** Read when a file brings it; no template asks for it. */
  readonly spare?: boolean;
  /** The column beside which a file must have it. */
  readonly requiredWith?: string;
  /** Said of each file anew: a value for all rows of one is not that of the next. */
  readonly anew?: boolean;
  /** The only values it takes, when they are few. */
  readonly values?: readonly string[];
}

/** Why a heading is taken for a column. */
export type Confidence = 'CHOSEN' | 'REMEMBERED' | 'EXACT' | 'LIKELY' | 'NONE';

/** What a heading of a file is taken for; nothing, when its column is null. */
export interface Heading {
  readonly heading: string;
  readonly column: string | null;
  readonly confidence: Confidence;
}

/** What someone said of a heading: its column, or null to leave it out. */
export type Choice = Pick<Heading, 'heading' | 'column'>;

/** "Code_INSEE (2022)" → "code insee": how headings are compared. */
export const headingOf = (heading: string): string =>
  wordOf(heading.replace(/[_\-./()[\]:;*°"]+/g, ' '))
    .replace(/\b(?:19|20)\d\d\b/g, ' ')
    .replace(/([a-z])\d+\b/g, '$1')
    .replace(/ +/g, ' ')
    .trim();

/** A column, and the words it is known by, as headings are compared: worked out once for a whole file. */
interface Known {
  readonly column: string;
  readonly name: string;
  readonly phrases: readonly string[];
  readonly never: readonly string[];
}

const knownOf = ({ name, label, synonyms = [], never = [] }: Column): Known => ({
  ...{ column: name, name: wordOf(name), never },
  phrases: [name, ...(label ? [label] : []), ...synonyms].map(headingOf),
});

/** How well a heading fits a column: 0 not at all, 3 its very name. */
function fitOf(word: string, said: string, { name, phrases, never }: Known): number {
  if (word === name) return 3;
  if (said === '') return 0;
  if (phrases.includes(said)) return 2.5;
  const words = said.split(' ');
  if (never.some((word) => words.includes(word))) return 0;
  const within = phrases.filter(
    (phrase) => phrase.length > 2 && phrase.split(' ').every((word) => words.includes(word)),
  );
  const longest = Math.max(0, ...within.map(({ length }) => length));
  if (longest > 0) return 1 + longest / (said.length + 1);
  return phrases.some((phrase) => phrase.length > 4 && isNear(phrase, said)) ? 1 : 0;
}

/** Whether two words differ by one letter: added, lost or replaced. */
function isNear(one: string, other: string): boolean {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same++;
  const [rest, others] = [one.slice(same), other.slice(same)];
  return rest.slice(1) === others.slice(1) || rest === others.slice(1) || rest.slice(1) === others;
}

/** What each heading is taken for: the best fits first, each column once, the left one of two equals. */
export const guessColumns = (headings: readonly string[], columns: readonly Column[]): Heading[] =>
  guessAmong(headings, columns.map(knownOf));

function guessAmong(headings: readonly string[], columns: readonly Known[]): Heading[] {
  const fits = headings
    .flatMap((heading, at) => {
      const [word, said] = [wordOf(heading), headingOf(heading)];
      return columns.map((known) => ({ at, column: known.column, fit: fitOf(word, said, known) }));
    })
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit || a.at - b.at);
  const guesses = new Map<number, { readonly column: string; readonly fit: number }>();
  const given = new Set<string>();
  for (const { at, column, fit } of fits)
    if (!guesses.has(at) && !given.has(column)) {
      guesses.set(at, { column, fit });
      given.add(column);
    }
  return headings.map((heading, at) => {
    const guess = guesses.get(at);
    if (!guess) return { heading, column: null, confidence: 'NONE' };
    return { heading, column: guess.column, confidence: guess.fit >= 2.5 ? 'EXACT' : 'LIKELY' };
  });
}

/**
 * What each heading is taken for, once someone said something of them: what was said holds, the others are guessed among
 * the columns that are left. A column that is no more was not said.
 */
export function namedColumns(
  headings: readonly string[],
  columns: readonly Column[],
  choices: readonly Choice[],
  confidence: 'CHOSEN' | 'REMEMBERED',
): Heading[] {
  const names = new Set(columns.map(({ name }) => name));
  const said = new Map(
    choices.flatMap(({ heading, column }) => (column === null || names.has(column) ? [[heading, column]] : [])),
  );
  const taken = new Set(headings.flatMap((heading) => said.get(heading) ?? []));
  const guesses = guessColumns(
    headings.filter((heading) => !said.has(heading)),
    columns.filter(({ name }) => !taken.has(name)),
  );
  return headings.map((heading) => {
    const column = said.get(heading);
    if (column !== undefined) return { heading, column, confidence };
    return guesses.find((guess) => guess.heading === heading) ?? { heading, column: null, confidence: 'NONE' };
  });
}

/** The line that looks most like a heading among the first ones, the upper of two equals: above it may stand a title. */
export function headAmong(lines: readonly { readonly cells: readonly string[] }[], columns: readonly Column[]): number {
  const worth = { EXACT: 2, LIKELY: 1, NONE: 0, CHOSEN: 0, REMEMBERED: 0 } as const;
  const known = columns.map(knownOf);
  const worths = lines.map(({ cells }) =>
    guessAmong(cells, known).reduce((sum, { confidence }) => sum + worth[confidence], 0),
  );
  return Math.max(0, worths.indexOf(Math.max(...worths)));
}
