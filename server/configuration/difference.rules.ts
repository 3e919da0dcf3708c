/** Any JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };
type Item = { readonly [key: string]: Json | undefined };

export type ChangeKind = 'ADDED' | 'REMOVED' | 'CHANGED' | 'REORDERED';

/**
 * One difference between two configurations. `path` goes down from the root: names of fields, and the codes of items in
 * lists. REORDERED carries the codes of a list in their new order.
 */
export interface Difference {
  readonly kind: ChangeKind;
  readonly path: readonly string[];
  /** The names of the items it is inside, from the outermost. */
  readonly subject: readonly string[];
  readonly before: Json;
  readonly after: Json;
}

/** Fields whose value is told as a whole: their inside means nothing apart. */
const WHOLE = ['scale', 'rule', 'delay', 'conditions', 'absences', 'policy'];

/**
 * How an item of a list is known: by its code, with its version for a frame; by its number for a clause of one; by its
 * label and whom it is for, for a licence.
 */
function keyOf(item: Json): string | null {
  if (!isItem(item) || 'frame' in item) return null;
  if (typeof item.code === 'string') return 'version' in item ? `${item.code} ${item.version}` : item.code;
  if (typeof item.scope === 'string') return `${item.scope} ${item.label}`;
  return typeof item.number === 'number' ? String(item.number) : null;
}

/** Every difference from one value to another, so that `applied` leads from the first to the second. */
export function differencesOf(
  before: Json,
  after: Json,
  path: readonly string[] = [],
  subject: readonly string[] = [],
) {
  const all: Difference[] = [];
  collect(all, { before, after, path, subject });
  return all;
}

type Pair = Omit<Difference, 'kind'>;

function collect(all: Difference[], pair: Pair): void {
  const { before, after, path } = pair;
  if (same(before, after)) return;
  if (WHOLE.includes(path.at(-1) ?? '')) all.push({ kind: 'CHANGED', ...pair });
  else if (isList(before) && isList(after) && (before.length > 0 || after.length > 0)) collectList(all, pair);
  else if (isItem(before) && isItem(after)) collectFields(all, pair);
  else all.push({ kind: 'CHANGED', ...pair });
}

function collectFields(all: Difference[], { before, after, path, subject }: Pair): void {
  const [was, is] = [before as Item, after as Item];
  for (const name of new Set([...Object.keys(was), ...Object.keys(is)]))
    collect(all, { before: was[name] ?? null, after: is[name] ?? null, path: [...path, name], subject });
}

function collectList(all: Difference[], pair: Pair): void {
  const { path, subject } = pair;
  const [before, after] = [pair.before as readonly Json[], pair.after as readonly Json[]];
  const [was, is] = [byKey(before), byKey(after)];
  if (!was || !is) {
    all.push({ kind: 'CHANGED', ...pair });
    return;
  }
  const within = (key: string, item: Json) => ({ path: [...path, key], subject: [...subject, nameOf(item, key)] });
  for (const [key, item] of was)
    if (!is.has(key)) all.push({ kind: 'REMOVED', ...within(key, item), before: item, after: null });
  for (const [key, item] of is) {
    const known = was.get(key);
    if (known === undefined) all.push({ kind: 'ADDED', ...within(key, item), before: null, after: item });
    else collect(all, { before: known, after: item, ...within(key, item) });
  }
  const natural = [...[...was.keys()].filter((key) => is.has(key)), ...[...is.keys()].filter((key) => !was.has(key))];
  const wanted = [...is.keys()];
  if (!same(natural, wanted)) all.push({ kind: 'REORDERED', path, subject, before: natural, after: wanted });
}

/** What a value becomes once some differences are made to it. */
export function applied(value: Json, differences: readonly Difference[]): Json {
  return differences.reduce((now, { kind, path, after }) => changed(now, path, kind, after), value);
}

function changed(value: Json, path: readonly string[], kind: ChangeKind, after: Json): Json {
  const [name = '', ...rest] = path;
  if (path.length === 0) return kind === 'REORDERED' ? reordered(value, after) : after;
  if (isList(value)) {
    if (rest.length === 0 && kind === 'REMOVED') return value.filter((item) => keyOf(item) !== name);
    if (rest.length === 0 && kind === 'ADDED') return [...value, after];
    return value.map((item) => (keyOf(item) === name ? changed(item, rest, kind, after) : item));
  }
  const item = (value ?? {}) as Item;
  return { ...item, [name]: changed(item[name] ?? null, rest, kind, after) };
}

const reordered = (list: Json, keys: Json): Json => {
  const items = byKey(list as readonly Json[]);
  return (keys as readonly string[]).flatMap((key) => items?.get(key) ?? []);
};

/** The items of a list by what they are known by; null when some are not known, or two alike. */
function byKey(list: readonly Json[]): Map<string, Json> | null {
  const keys = list.map(keyOf);
  if (keys.includes(null) || new Set(keys).size < keys.length) return null;
  return new Map(list.map((item, i) => [keys[i] as string, item]));
}

const nameOf = (item: Json, key: string): string => (isItem(item) && typeof item.label === 'string' ? item.label : key);

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
const isItem = (value: Json): value is Item => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether two values are one, whatever the order of their fields. */
export const same = (one: Json, other: Json): boolean => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

function sorted(value: Json): Json {
  if (isList(value)) return value.map(sorted);
  if (!isItem(value)) return value;
  const filled = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(
    filled.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, each]) => [name, sorted(each as Json)]),
  );
}
