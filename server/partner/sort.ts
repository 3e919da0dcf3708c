import { Refusal } from '../kernel/errors.ts';
import type { Column, ColumnType } from './column.ts';
import { columnsOf } from './dictionary.ts';
import { type NounName, nouns } from './noun.ts';

/** One expression that rows are ordered by: in SQL over the row `t` and its version `d`, and how a cursor tells it. */
export interface Rung {
  readonly sql: string;
  readonly cast: 'boolean' | 'bigint' | 'numeric' | 'text';
}

/** An order of a list: its rungs, all of them upwards or all downwards, the last ones telling every row apart. */
export interface Ladder {
  readonly rungs: readonly Rung[];
  readonly down: boolean;
}

/** The order in which an edition is read, the latest edition first. */
export const READING = 'READING';

/** The names of the orders of a noun: as it is read, or by one column either way. */
export const ordersOf = (name: NounName): string[] => [
  READING,
  ...sortable(name).flatMap((column) => [`${column.toUpperCase()}_ASC`, `${column.toUpperCase()}_DESC`]),
];

/** The ladder of an order, by its name; within one version, the year tells nothing apart. */
export function ladderOf(name: NounName, order: string, within: boolean): Ladder {
  const [, column, way] = /^(.+)_(ASC|DESC)$/.exec(order) ?? [];
  const columns = columnsOf(nouns[name].table);
  const year: Rung[] = within ? [] : [{ sql: '-d.year', cast: 'bigint' }];
  const rest = nouns[name].reading.flatMap((each) => (columns[each] ? rungsOf(each, columns[each]) : []));
  if (!column || !way) return { rungs: [...year, ...rest], down: false };
  const lower = column.toLowerCase();
  const own = columns[lower] ?? (lower === 'year' ? columnsOf('dataset').year : undefined);
  if (!own) throw new Refusal('CURSOR_INVALID');
  const first = lower === 'year' ? [{ sql: 'd.year', cast: 'bigint' } as const] : rungsOf(lower, own, way === 'DESC');
  return { rungs: [...first, ...year, ...rest], down: way === 'DESC' };
}

const sortable = (name: NounName): string[] => {
  const { table, columns, reading } = nouns[name];
  const all = Object.entries(columnsOf(table)).filter(([column, { type }]) => type !== 'texts' && column !== 'version');
  const shown = all.map(([column]) => column).filter((column) => !columns || columns.includes(column));
  return [...new Set(['year', ...shown.filter((column) => column !== 'position' || !reading.includes('position'))])];
};

/** Rows that have nothing there come last, whichever way. */
function rungsOf(column: string, { type, nullable }: Column, down = false): Rung[] {
  const { sql, cast, nothing } = written[type](`t.${column}`);
  if (!nullable) return [{ sql, cast }];
  return [
    { sql: down ? `(t.${column} is not null)` : `(t.${column} is null)`, cast: 'boolean' },
    { sql: `coalesce(${sql}, ${nothing})`, cast },
  ];
}

type Written = Rung & { readonly nothing: string };

const written: Readonly<Record<ColumnType, (sql: string) => Written>> = {
  text: (sql) => ({ sql, cast: 'text', nothing: `''` }),
  texts: (sql) => ({ sql: `cardinality(${sql})`, cast: 'bigint', nothing: '0' }),
  integer: (sql) => ({ sql, cast: 'bigint', nothing: '0' }),
  decimal: (sql) => ({ sql, cast: 'numeric', nothing: '0' }),
  boolean: (sql) => ({ sql, cast: 'boolean', nothing: 'false' }),
  date: (sql) => ({ sql: `(${sql} - date '2000-01-01')`, cast: 'bigint', nothing: '0' }),
  instant: (sql) => ({ sql: `(extract(epoch from ${sql}) * 1000000)::bigint`, cast: 'bigint', nothing: '0' }),
};

/** A cursor in SQL: the list it belongs to and where the row stands, in base64url. */
export const cursorSql = (list: string, rungs: number): string => {
  const parts = Array.from({ length: rungs }, (_, i) => `p.k${i}::text`);
  const told = `json_build_array('${list}', ${parts.join(', ')})::text`;
  return `translate(encode(convert_to(${told}, 'UTF8'), 'base64'), E'+/=\\n', '-_')`;
};

const shapes: Readonly<Record<Rung['cast'], RegExp>> = {
  boolean: /^(true|false)$/,
  bigint: /^-?\d{1,17}$/,
  numeric: /^-?\d{1,12}(\.\d{1,12})?$/,
  text: /^[^\0]{0,1000}$/,
};

/** Where a cursor stands: one value a rung. Refused when it does not come from this very list. */
export function placeIn(cursor: unknown, list: string, { rungs }: Ladder): string[] {
  try {
    const [from, ...values] = JSON.parse(Buffer.from(String(cursor), 'base64url').toString()) as unknown[];
    const fits = rungs.every(({ cast }, i) => typeof values[i] === 'string' && shapes[cast].test(values[i]));
    if (from === list && values.length === rungs.length && fits) return values as string[];
  } catch {
    // Not even JSON: refused like any other.
  }
  throw new Refusal('CURSOR_INVALID');
}
