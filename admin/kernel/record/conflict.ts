type Fields = Readonly<Record<string, unknown>>;

/** Whose value a field takes. */
export type Side = 'mine' | 'theirs';

/** A field that someone moved since it was read: as it was, as each left it. */
export interface Moved {
  readonly name: string;
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
  /** Who moved it; both, to different values, is a clash that only a person can decide. */
  readonly by: Side | 'clash';
}

/** What two people did to one record, field by field. What both left, or moved to the same, is not said. */
export function movedOf(base: Fields, mine: Fields, theirs: Fields): Moved[] {
  const names = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])];
  return names.flatMap((name): Moved[] => {
    const field = { name, base: base[name], mine: mine[name], theirs: theirs[name] };
    if (alike(field.mine, field.theirs)) return [];
    if (alike(field.base, field.mine)) return [{ ...field, by: 'theirs' }];
    if (alike(field.base, field.theirs)) return [{ ...field, by: 'mine' }];
    return [{ ...field, by: 'clash' }];
  });
}

/** What both want together: each change of either, and for the clashes what was chosen. Null while one is undecided. */
export function mergedOf(mine: Fields, moved: readonly Moved[], chosen: Readonly<Record<string, Side>>): Fields | null {
  const merged: Record<string, unknown> = { ...mine };
  for (const { name, by, theirs } of moved) {
    const side = by === 'clash' ? chosen[name] : by;
    if (!side) return null;
    if (side === 'theirs') merged[name] = theirs;
  }
  return merged;
}

/** An empty text and no value are one thing to people. */
const alike = (a: unknown, b: unknown): boolean => written(a) === written(b);

const written = (value: unknown): string =>
  JSON.stringify(value === '' || value === undefined ? null : value, (_, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
