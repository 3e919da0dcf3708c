/** What a span of a text tells of an agent. */
export type IdentifierKind = 'NAME' | 'PHONE' | 'EMAIL';

/** Why a span is held to identify someone: what stands around it. */
export type IdentifierReason =
  | 'TITLE'
  | 'FIRST_NAME'
  | 'FULL_NAME'
  | 'INTRODUCED'
  | 'SIGNED'
  | 'DIRECT_LINE'
  | 'EXTENSION'
  | 'PERSONAL_ADDRESS';

/** A span of a text that identifies an agent. */
export interface Identifier {
  readonly kind: IdentifierKind;
  readonly reason: IdentifierReason;
  /** From the first character to the one after the last, in the text as it was written. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What is the structure's own, and identifies nobody: its names and its town, its public numbers and mailboxes. */
export interface Known {
  readonly names: readonly string[];
  readonly phones: readonly string[];
  readonly emails: readonly string[];
}

/** What stands where, before it is said to be anything. */
export type Found = Pick<Identifier, 'start' | 'end' | 'text'>;

/** What takes the place of a character that names nobody: of no word, of no number. */
const MASK = '\u0001';

/** The same text, as long, in which what the patterns find names nobody any more. */
export const maskedBy = (text: string, patterns: readonly RegExp[]): string =>
  patterns.reduce((rest, pattern) => rest.replace(pattern, (found) => MASK.repeat(found.length)), text);

/** Where patterns are found in a text. */
export const spansOf = (text: string, patterns: readonly RegExp[]): Found[] =>
  patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
      ...{ start: index, end: index + found.length, text: found },
    })),
  );
