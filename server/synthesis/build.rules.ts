import Fraction from 'fraction.js';
import { typedIn } from '../prose/typed.rules.ts';
import { wayIn } from '../prose/way.rules.ts';
import { nearestOf } from '../quotation/near.rules.ts';
import type { Block } from '../quotation/query.rules.ts';
import { numberIn, type Said, saidOf } from '../quotation/said.rules.ts';
import { namesIn, type Told } from '../quotation/told.rules.ts';
import { printedBy } from './block.rules.ts';
import { contradictedIn, type Printed, printedOf } from './contradiction.rules.ts';
import { type Line, linesOf, type Piece, sentenceAt, typedPartOf } from './manuscript.rules.ts';

/** Why a text cannot be built. */
export type TextFaultCode =
  | 'TYPED'
  | 'UNREADABLE'
  | 'UNKNOWN'
  | 'WITHHELD'
  | 'MISSING'
  | 'BROKEN'
  | 'STALE'
  | 'SAID_OTHERWISE'
  | 'SAID_ELSEWHERE'
  | 'OTHER_WAY';

/** One thing that keeps a text from being built. */
export interface TextFault {
  readonly code: TextFaultCode;
  /** From 1. */
  readonly line: number;
  readonly sentence: string;
  /** What was written: a figure, or what stands between braces. */
  readonly subject: string;
  /** What it said when it was last read; for SAID_OTHERWISE and SAID_ELSEWHERE, how it is printed there. */
  readonly old: string | null;
  /** What it says now. */
  readonly now: string | null;
  /** A query that may have been meant; null when none comes near. */
  readonly remedy: string | null;
}

/** A line as it is printed. */
export interface BuiltLine {
  readonly number: number;
  readonly kind: Line['kind'];
  readonly block: Block | null;
  readonly runs: readonly Run[];
}

/** A stretch of words: typed, or the answer to a query; FAULTY when there is none. */
export interface Run {
  readonly text: string;
  readonly strong: boolean;
  readonly of: 'TYPED' | 'QUERY' | 'FAULTY';
}

/** A text whose every figure was asked for. */
export interface Built {
  readonly lines: readonly BuiltLine[];
  readonly faults: readonly TextFault[];
  /** What each query said, by the query as it was written: what is kept when someone reads it. */
  readonly figures: Readonly<Record<string, string>>;
  /** Names that hold a number, kept as they are: whoever approves answers for them. */
  readonly names: readonly string[];
}

/** What each query said when someone last read the text. */
export type Read = Readonly<Record<string, string>>;

/** What a text is held against, besides what its edition tells. */
export interface Beside {
  /** What its queries said when it was last read; null when nobody read it. */
  readonly read: Read | null;
  /** How the other text of the edition prints its figures, by what each is of. */
  readonly elsewhere: ReadonlyMap<string, string>;
}

/** Builds a text on what an edition tells. */
export function builtOf(manuscript: string, told: Told, { read, elsewhere }: Beside = ALONE): Built {
  const lines = linesOf(manuscript);
  const asked = answeredIn(lines, told);
  const printed = lines.flatMap((line) =>
    (line.block ? printedBy(line.block, told) : []).map(([name, words]) => ({ line, name, words })),
  );
  const faults = [
    ...lines.flatMap((line) => typedFaults(line, told)),
    ...asked.flatMap((each) => faultsOf(each, told)),
    ...asked.flatMap(({ line, at, source, said }) => staleIn(line, at, source, wordsOf(said), read)),
    ...printed.flatMap(({ line, name, words }) => staleIn(line, 0, name, words, read)),
    ...contradictionsIn(asked, told.edition.year, elsewhere),
  ];
  return {
    lines: lines.map((line) => builtLine(line, told)),
    faults: faults.toSorted((a, b) => a.line - b.line),
    figures: Object.fromEntries([
      ...printed.map(({ name, words }) => [name, words]),
      ...asked.flatMap(({ source, said }) => (said && 'words' in said ? [[source, said.words]] : [])),
    ]),
    names: [
      ...new Set(
        asked.flatMap(({ asked }) => (asked.kind === 'QUERY' && asked.query.verb === 'NAME' ? [asked.query.text] : [])),
      ),
    ],
  };
}

const ALONE: Beside = { read: null, elsewhere: new Map() };

/** Figures typed by hand, and braces that open or close nothing. */
function typedFaults(line: Line, told: Told): TextFault[] {
  const rest = typedPartOf(line);
  const typed = typedIn(rest, namesIn(told)).map(({ text, at }) => ({
    ...faultOf('TYPED', line, at, text),
    remedy: remedyFor(text, told),
  }));
  const stray = [...rest.matchAll(/\{\{|\}\}/g)].map(({ 0: text, index }) => faultOf('UNREADABLE', line, index, text));
  return [...typed, ...stray];
}

const answeredIn = (lines: readonly Line[], told: Told): Answered[] =>
  lines.flatMap((line) => placeholdersIn(line).map((place) => ({ line, ...place, said: saidIn(place, told) })));

const wordsOf = (said: Said | null): string | null => (said && 'words' in said ? said.words : null);

type Place = Extract<Piece, { kind: 'PLACEHOLDER' }>;
interface Answered extends Place {
  readonly line: Line;
  readonly said: Said | null;
}

const placeholdersIn = ({ pieces }: Line): Place[] => pieces.filter((piece) => piece.kind === 'PLACEHOLDER');

const saidIn = ({ asked }: Place, told: Told): Said | null =>
  asked.kind === 'QUERY' ? saidOf(asked.query, asked.options, told) : null;

const faultOf = (code: TextFaultCode, { number, source }: Line, at: number, subject: string): TextFault => ({
  ...{ code, line: number, sentence: sentenceAt(source, at), subject },
  ...{ old: null, now: null, remedy: null },
});

function faultsOf({ line, at, source, asked, said }: Answered, told: Told): TextFault[] {
  if (asked.kind === 'UNREADABLE')
    return [{ ...faultOf('UNREADABLE', line, at, source), remedy: nearestOf(source, told) }];
  if (!said) return [];
  if ('none' in said) {
    const remedy =
      said.none === 'UNKNOWN' ? nearestOf(source, told) : said.none === 'BROKEN' ? `${source} | broken` : null;
    return [{ ...faultOf(said.none, line, at, source), remedy }];
  }
  if (said.sign === undefined) return [];
  const way = wayIn(line.source, at);
  const bare = asked.options.unsigned && said.sign !== 0 && way === 0;
  return bare || way * said.sign < 0 ? [{ ...faultOf('OTHER_WAY', line, at, source), now: movedBy(said) }] : [];
}

/** How much, with the sign that a sentence may have left out. */
const movedBy = ({ figure, sign }: Extract<Said, { words: string }>): string =>
  `${(sign ?? 0) < 0 ? '−' : '+'}${(figure ?? '').replace(/^[+−]/, '')}`;

/** What is no longer what it was when the text was read; what cannot be said any more is a fault of its own. */
function staleIn(line: Line, at: number, source: string, now: string | null, read: Read | null): TextFault[] {
  const old = read?.[source];
  return old === undefined || now === null || old === now ? [] : [{ ...faultOf('STALE', line, at, source), old, now }];
}

/** The figures printed in two ways, here or in another text of the edition. */
const contradictionsIn = (
  all: readonly Answered[],
  year: number,
  elsewhere: ReadonlyMap<string, string>,
): TextFault[] =>
  contradictedIn(printedIn(all, year), elsewhere).map(({ place: { line, at, source }, figure, other, ...each }) => ({
    ...faultOf(each.elsewhere ? 'SAID_ELSEWHERE' : 'SAID_OTHERWISE', line, at, source),
    ...{ old: other, now: figure },
  }));

const printedIn = (all: readonly Answered[], year: number): Printed<Answered>[] =>
  all.flatMap((each) =>
    each.asked.kind === 'QUERY' ? (printedOf(each, each.asked.query, each.said, year) ?? []) : [],
  );

/** How a text prints each figure it asks for, by what the figure is of. */
export const figuresPrinted = (manuscript: string, told: Told): ReadonlyMap<string, string> =>
  new Map(
    printedIn(answeredIn(linesOf(manuscript), told), told.edition.year)
      .toReversed()
      .map(({ name, figure }) => [name, figure]),
  );

/** The figure that is printed just so, when one is: what was typed may have been copied from it. A percentage is a rate. */
function remedyFor(text: string, { figures }: Told): string | null {
  const digits = text.replace(/[^\d,.]/g, '').replace('.', ',');
  const isRate = /%|pour ?cent/i.test(text);
  if (digits === '') return null;
  const found = [...figures.values()].find(
    ({ value, unit }) =>
      value !== null &&
      (unit === 'SHARE') === isRate &&
      [0, 1, 2].some((places) => numberIn(unit, new Fraction(value), places).replaceAll(' ', '') === digits),
  );
  return found?.key ?? null;
}

function builtLine(line: Line, told: Told): BuiltLine {
  return {
    ...{ number: line.number, kind: line.kind, block: line.block },
    runs: line.pieces.map((piece): Run => {
      if (piece.kind === 'WORDS') return { text: piece.text, strong: piece.strong, of: 'TYPED' };
      const said = saidIn(piece, told);
      return said && 'words' in said
        ? { text: said.words, strong: piece.strong, of: 'QUERY' }
        : { text: `{{ ${piece.source} }}`, strong: piece.strong, of: 'FAULTY' };
    }),
  };
}
