/** One criterion of one structure as it enters a channel: told apart by its code, so that its weight moves for all. */
export interface SampledCriterion {
  readonly code: string;
  /** Its part in the channel, in any unit, 0 or more. */
  readonly weight: number;
  /** From 0 to 100. */
  readonly score: number;
}

/** What one structure obtained on one channel, and how its tests differ from one another. */
export interface SampledChannel {
  readonly code: string;
  /** In points of weight, 0 or more. */
  readonly weight: number;
  /** From 0 to 100. */
  readonly score: number;
  /**
   * For each test, how far the channel score would go if all tests were like that one, to the first order: it is the
   * deviation of a test from the mean when the score is a mean of tests, and the influence of the test (infinitesimal
   * jackknife) otherwise. They add up to 0. Empty for a channel that counts without tests, as a floor: it never varies.
   */
  readonly tests: readonly number[];
  /** What the channel score is the weighted mean of, to move the weights; empty when no weight could change it. */
  readonly criteria: readonly SampledCriterion[];
  /** Points from 0 already added to the weighted mean of the criteria. */
  readonly bonus: number;
}

/** One structure as it enters a ranking. Its score is the mean of its channels by their weights. */
export interface Sampled {
  readonly id: string;
  readonly channels: readonly SampledChannel[];
}

/** What the channels of a structure weigh together. Throws RangeError when nothing weighs anything: it has no score. */
export function weightOf({ id, channels }: Sampled): number {
  const total = channels.reduce((sum, { weight }) => sum + weight, 0);
  if (!(total > 0)) throw new RangeError(`No channel of ${id} weighs anything`);
  return total;
}

/** The score of a structure, from 0 to 100. Floating point: beside the official score, never instead of it. */
export const overallOf = (structure: Sampled): number =>
  clamp(structure.channels.reduce((sum, { weight, score }) => sum + weight * score, 0) / weightOf(structure));

/** Within 0 to 100. */
export const clamp = (score: number): number => Math.min(100, Math.max(0, score));

/** The same structures by id, each with its channels and criteria by code, so that no sum depends on their order. */
export function inOrder(structures: readonly Sampled[]): Sampled[] {
  const ordered = structures.map(({ id, channels }) => ({
    id,
    channels: channels
      .map((channel) => ({ ...channel, criteria: channel.criteria.toSorted(by(({ code }) => code)) }))
      .sort(by(({ code }) => code)),
  }));
  return ordered.sort(by(({ id }) => id));
}

/** By a text, its code units: the same order in every language. */
const by =
  <T>(text: (item: T) => string) =>
  (a: T, b: T): number =>
    text(a) < text(b) ? -1 : Number(text(a) > text(b));
