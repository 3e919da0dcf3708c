/** A mean of two editions, and what moved at the same structures. */
export interface Compared {
  /** How many structures each mean rests on, and how many are in both. */
  readonly beforeCount: number;
  readonly afterCount: number;
  readonly bothCount: number;
  /** What moved with the same structures, in points; null when it cannot be said. */
  readonly change: number | null;
}

/** Nothing unpublished may be known within five points, as for the means themselves. */
const WIDTH = 10;

export const isFew = (count: number, fewest: number): boolean => count > 0 && count < fewest;

/**
 * Whether what moved at the same structures may be told beside both means. It may not:
 *
 * - of fewer structures than the threshold, or where fewer came or went: the difference would be theirs;
 * - where some only came, or only went: one mean is then that of the same structures, with the change so is the other,
 *   and what is left of it is the mean of those who came, or went, which nobody decided to tell;
 * - where nearly all went from one end of the scale to the other: it tells what each scored, in both editions.
 */
export function isFollowed({ beforeCount, afterCount, bothCount, change }: Compared, fewest: number): boolean {
  const [gone, come] = [beforeCount - bothCount, afterCount - bothCount];
  if (bothCount < fewest || isFew(gone, fewest) || isFew(come, fewest)) return false;
  return gone > 0 === come > 0 && bothCount * (100 - Math.abs(change ?? 0)) >= WIDTH;
}
