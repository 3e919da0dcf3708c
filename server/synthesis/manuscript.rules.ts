import { type Asked, askedIn, type Block } from '../quotation/query.rules.ts';

/** A stretch of a line: words, or a placeholder. */
export type Piece =
  | { readonly kind: 'WORDS'; readonly text: string; readonly strong: boolean }
  | {
      readonly kind: 'PLACEHOLDER';
      readonly asked: Exclude<Asked, { kind: 'BLOCK' }>;
      /** As it was written, braces left out. */
      readonly source: string;
      readonly strong: boolean;
      /** Characters from the start of the line. */
      readonly at: number;
    };

/** A line of a manuscript that is not empty. */
export interface Line {
  /** From 1. */
  readonly number: number;
  /** As it was written. */
  readonly source: string;
  readonly kind: 'TITLE' | 'HEADING' | 'ITEM' | 'PARAGRAPH';
  readonly pieces: readonly Piece[];
  /** What the line stands for, when it is one placeholder that takes a line of its own. */
  readonly block: Block | null;
}

/**
 * A manuscript, line by line: "# title", "## heading", "- item", otherwise a paragraph, which is one line; **strong**;
 * {{ what is asked }}.
 */
export const linesOf = (manuscript: string): Line[] =>
  manuscript.split(/\r?\n/).flatMap((source, i) => (source.trim() === '' ? [] : lineOf(source, i + 1)));

const marks = [
  ['TITLE', /^\s*# +/],
  ['HEADING', /^\s*##+ +/],
  ['ITEM', /^\s*[-*•] +/],
] as const;

function lineOf(source: string, number: number): Line {
  const [kind, mark] = marks.find(([, pattern]) => pattern.test(source)) ?? ['PARAGRAPH' as const, /^\s*/];
  const [{ length }] = mark.exec(source) ?? [''];
  const [, alone] = /^\s*\{\{([^{}]*)\}\}\s*$/.exec(source) ?? [];
  const asked = alone === undefined ? null : askedIn(alone);
  if (asked?.kind === 'BLOCK') return { number, source, kind: 'PARAGRAPH', pieces: [], block: asked.block };
  return { number, source, kind, pieces: piecesIn(source, length), block: null };
}

function piecesIn(source: string, from: number): Piece[] {
  const pieces: Piece[] = [];
  let strong = false;
  for (const { 0: found, 1: inner, index } of source
    .slice(from)
    .matchAll(/\{\{([^{}]*)\}\}|\*\*|(?:(?!\*\*|\{\{[^{}]*\}\})[\s\S])+/g)) {
    if (found === '**') strong = !strong;
    else if (inner === undefined) pieces.push({ kind: 'WORDS', text: found, strong });
    else pieces.push({ kind: 'PLACEHOLDER', asked: inlineOf(inner), source: inner.trim(), strong, at: from + index });
  }
  return pieces;
}

/** What takes a line of its own asks nothing in the middle of a sentence. */
function inlineOf(source: string): Exclude<Asked, { kind: 'BLOCK' }> {
  const asked = askedIn(source);
  return asked.kind === 'BLOCK' ? { kind: 'UNREADABLE' } : asked;
}

/** A line in which each placeholder is one mark, so long as what it stands for: what is left was typed. */
export const typedPartOf = ({ source }: Line): string =>
  source.replace(/\{\{[^{}]*\}\}/g, (found) => '\uFFFC'.repeat(found.length));

/** The sentence of a line that holds a character, as it was written. */
export function sentenceAt(source: string, at: number): string {
  const ends = [...source.matchAll(/[.!?…](?=\s+[\p{Lu}«{])/gu)].map(({ index }) => index + 1);
  const from = ends.filter((end) => end <= at).at(-1) ?? 0;
  const until = ends.find((end) => end > at) ?? source.length;
  return source
    .slice(from, until)
    .replace(/^\s*(?:#+|[-*•])\s+/, '')
    .trim();
}
