import Fraction from 'fraction.js';
import { type Line, linesOf, type Piece, sentenceAt, typedPartOf } from './manuscript.rules.ts';
import { nearestOf } from './near.rules.ts';
import type { Block } from './query.rules.ts';
import { numberIn, type Said, saidOf } from './said.rules.ts';
import { namesIn, type Told } from './told.rules.ts';
import { typedIn } from './typed.rules.ts';
import { wayIn } from './way.rules.ts';

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
  | 'OTHER_WAY';

/** One thing that keeps a text from being built. */
export interface TextFault {
  readonly code: TextFaultCode;
  /** From 1. */
  readonly line: number;
  readonly sentence: string;
  /** What was written: a figure, or what stands between braces. */
  readonly subject: string;
  /** What it said when it was last read; for SAID_OTHERWISE, what another sentence says. */
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

/** Builds a text on what an edition tells; `read` is what its queries said when it was last read, if it was. */
export function builtOf(manuscript: string, told: Told, read: Read | null): Built {
  const lines = linesOf(manuscript);
  const asked = lines.flatMap((line) =>
    placeholdersIn(line).map((place) => ({ line, ...place, said: saidIn(place, told) })),
  );
  const names = namesIn(told);
  const typed = lines.flatMap((line) =>
    typedIn(typedPartOf(line), names).map(
      ({ text, at }): TextFault => ({
        ...faultOf('TYPED', line, at, text),
        remedy: remedyFor(text, told),
      }),
    ),
  );
  const faults = [
    ...typed,
    ...asked.flatMap((each) => faultsOf(each, told)),
    ...asked.flatMap((each) => staleIn(each, read)),
    ...contradictionsIn(asked),
  ];
  return {
    lines: lines.map((line) => builtLine(line, told)),
    faults: faults.toSorted((a, b) => a.line - b.line),
    figures: Object.fromEntries(
      asked.flatMap(({ source, said }) => (said && 'words' in said ? [[source, said.words]] : [])),
    ),
    names: [
      ...new Set(
        asked.flatMap(({ asked }) => (asked.kind === 'QUERY' && asked.query.verb === 'NAME' ? [asked.query.text] : [])),
      ),
    ],
  };
}

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
  return bare || way * said.sign < 0 ? [{ ...faultOf('OTHER_WAY', line, at, source), now: said.words }] : [];
}

function staleIn({ line, at, source, said }: Answered, read: Read | null): TextFault[] {
  const old = read?.[source];
  const now = said && 'words' in said ? said.words : null;
  return old === undefined || old === now ? [] : [{ ...faultOf('STALE', line, at, source), old, now }];
}

/** The same figure, printed in two ways: a reader would take them for two. */
function contradictionsIn(all: readonly Answered[]): TextFault[] {
  const figures = all.flatMap((each) => {
    const { asked, said } = each;
    if (asked.kind !== 'QUERY' || !said || !('words' in said) || said.figure === null) return [];
    return [{ ...each, name: asked.name, figure: said.figure.replace(/^[+−]/, '') }];
  });
  return [...Map.groupBy(figures, ({ name }) => name).values()].flatMap(([first, ...others]) =>
    others
      .filter(({ figure }) => figure !== first?.figure)
      .map(({ line, at, source, figure }) => ({
        ...faultOf('SAID_OTHERWISE', line, at, source),
        ...{ old: first?.figure ?? null, now: figure },
      })),
  );
}

/** The figure that is printed just so, when one is: what was typed may have been copied from it. */
function remedyFor(text: string, { figures }: Told): string | null {
  const digits = text.replace(/[^\d,.]/g, '').replace('.', ',');
  if (digits === '') return null;
  const found = [...figures.values()].find(
    ({ value, unit }) =>
      value !== null &&
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
