/** What whoever asks may read, as a small plain value: answers are kept by it. */
export interface Rights {
  /** The years it is limited to; null for every published edition. */
  readonly editions: readonly number[] | null;
  /** The codes of the categories it is limited to; null for all. */
  readonly categories: readonly string[] | null;
  /** The editions whose press set it may read under embargo. */
  readonly embargo: readonly number[];
}

/** What anyone may read: all that is published, and nothing else. */
export const PUBLIC: Rights = { editions: null, categories: null, embargo: [] };
