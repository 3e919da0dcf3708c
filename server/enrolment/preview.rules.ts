import type { StructureKind } from '../kernel/kinds.ts';

/** Structures alike: of one kind, in the same categories before and after, placed or not, enrolled or not. */
export interface Fallen {
  readonly kind: StructureKind;
  /** Keys of categories; none when nobody takes them, several when they are claimed together. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly placed: boolean;
  readonly count: number;
  readonly enrolled: number;
  readonly elsewhere: number;
}

/** Where structures claimed like this are: a category, NONE, or SEVERAL. */
export const bucketOf = (keys: readonly string[]): string => (keys.length > 1 ? 'SEVERAL' : (keys[0] ?? 'NONE'));

/** How many there are of those that meet a condition. */
export const countOf = (
  groups: readonly Fallen[],
  meets: (group: Fallen) => boolean,
  what: 'count' | 'enrolled' | 'elsewhere' = 'count',
): number => groups.reduce((total, group) => total + (meets(group) ? group[what] : 0), 0);

/** Counts by something, the largest first, then in the order of its name. */
export function countsBy(groups: readonly Fallen[], by: (group: Fallen) => string): [string, number][] {
  const counts = new Map<string, number>();
  for (const group of groups) counts.set(by(group), (counts.get(by(group)) ?? 0) + group.count);
  return [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}
