const NARROW = '\u202f';
const FIXED = '\u00a0';

/**
 * Sets French as a printer would: narrow fixed space before ; ! ? and %, fixed space before : and inside « »,
 * curly apostrophes. The dictionaries are then written with ordinary spaces, which people can read and edit.
 */
export const typeset = (text: string): string =>
  text
    .replace(/'/g, '’')
    .replace(/ ([;!?])/g, `${NARROW}$1`)
    .replace(/ %(?!\{)/g, `${NARROW}%`)
    .replace(/ :/g, `${FIXED}:`)
    .replace(/« /g, `«${FIXED}`)
    .replace(/ »/g, `${FIXED}»`);

/** A tree of sentences. */
export interface Words {
  readonly [key: string]: string | Words;
}

/** The same tree in another language: every sentence must be there. */
export type Translated<T> = { readonly [K in keyof T]: T[K] extends string ? string : Translated<T[K]> };

/** A whole dictionary, set. */
export const typesetAll = <T extends Words>(words: T): T =>
  Object.fromEntries(
    Object.entries(words).map(([key, value]) => [key, typeof value === 'string' ? typeset(value) : typesetAll(value)]),
  ) as T;
