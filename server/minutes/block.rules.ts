/** A piece of a document, in the order it is read. Templates lay blocks out and say nothing of their own. */
export type Block =
  | { readonly kind: 'HEADING' | 'TEXT'; readonly text: string }
  | { readonly kind: 'FACTS'; readonly facts: readonly Fact[] }
  | { readonly kind: 'LIST'; readonly list: readonly string[] }
  | { readonly kind: 'QUOTE'; readonly text: string; readonly by: string }
  | ({ readonly kind: 'TABLE' } & Table);

export type Fact = readonly [label: string, value: string];

/** Figures and words in rows; the first column names them. */
export interface Table extends Layout {
  /** What the table says, above it. */
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

interface Layout {
  /** Which columns are words, read from the left: the others are figures. */
  readonly words: readonly number[];
  /** Which column takes the width that is left; null for a table no wider than what it says. */
  readonly wide: number | null;
}

export const heading = (text: string): Block => ({ kind: 'HEADING', text });
export const text = (said: string): Block => ({ kind: 'TEXT', text: said });
export const facts = (...all: readonly (Fact | null)[]): Block => ({
  kind: 'FACTS',
  facts: all.filter((fact) => fact !== null),
});

/** A list; nothing when it is empty. */
export const list = (all: readonly string[]): Block[] => (all.length === 0 ? [] : [{ kind: 'LIST', list: all }]);

/** A table; nothing when it has no row. */
export const table = (
  caption: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  { words = [0], wide = null }: Partial<Layout> = {},
): Block[] => (rows.length === 0 ? [] : [{ kind: 'TABLE', caption, head, rows, words, wide }]);
