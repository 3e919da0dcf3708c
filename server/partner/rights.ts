/**
 * What whoever asks may read beyond what everyone may: a small plain value, by which answers are kept. Nothing that is
 * published is closed to anyone, so that there is nothing else to limit.
 */
export interface Rights {
  /** The editions whose press set it may read under embargo. */
  readonly embargo: readonly number[];
}

/** What anyone may read: all that is published, and nothing else. */
export const PUBLIC: Rights = { embargo: [] };
