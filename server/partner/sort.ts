import { Refusal } from '../kernel/errors.ts';
import type { Column, ColumnType } from './column.ts';
import { columnsOf } from './dictionary.ts';
import type { NounName } from './noun.ts';
import { nouns } from './nouns.ts';

/** One expression that rows are ordered by: in SQL over the row `t` and its version `d`, and how a cursor tells it. */
export interface Rung {
  readonly sql: string;
  readonly cast: 'boolean' | 'bigint' | 'numeric' | 'text';
}

/** An order of a list: its rungs, all of them upwards or all downwards, the last ones telling every row apart. */
export interface Ladder {
  readonly rungs: readonly Rung[];
  readonly down: boolean;
  /** The same order as PostgreSQL sorts by soonest, read either way. */
  orderBy(backwards: boolean): string;
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
  const year: Step[] = within ? [] : [{ sql: '-d.year', cast: 'bigint' }];
  const rest = nouns[name].reading.flatMap((each) => (columns[each] ? [stepOf(each, columns[each])] : []));
  if (!column || !way) return climbed([...year, ...rest], false);
  const lower = column.toLowerCase();
  const own = columns[lower] ?? (lower === 'year' ? columnsOf('dataset').year : undefined);
  if (!own) throw new Refusal('CURSOR_INVALID');
  const first: Step = lower === 'year' ? { sql: 'd.year', cast: 'bigint' } : stepOf(lower, own);
  return climbed([first, ...year, ...rest], way === 'DESC');
}

const sortable = (name: NounName): string[] => {
  const { table, columns, reading } = nouns[name];
  const all = Object.entries(columnsOf(table)).filter(([column, { type }]) => type !== 'texts' && column !== 'version');
  const shown = all.map(([column]) => column).filter((column) => !columns || columns.includes(column));
  return [...new Set(['year', ...shown.filter((column) => column !== 'position' || !reading.includes('position'))])];
};

/** One expression of an order; `nothing` stands for its value where there may be none. */
interface Step extends Rung {
  readonly nothing?: string;
}

function stepOf(column: string, { type, nullable }: Column): Step {
  const { nothing, ...rung } = written[type](`t.${column}`);
  return nullable ? { ...rung, nothing } : rung;
}

/** Rows that have nothing there come last, whichever way: a row of a cursor cannot say so without a rung of its own. */
const climbed = (steps: readonly Step[], down: boolean): Ladder => ({
  down,
  rungs: steps.flatMap(({ sql, cast, nothing }): Rung[] =>
    nothing === undefined
      ? [{ sql, cast }]
      : [
          { sql: `(${sql} is ${down ? 'not null' : 'null'})`, cast: 'boolean' },
          { sql: `coalesce(${sql}, ${nothing})`, cast },
        ],
  ),
  orderBy: (backwards) =>
    steps
      .map(({ sql, nothing }) => {
        const way = down !== backwards ? 'desc' : 'asc';
        return `${sql} ${way}${nothing === undefined ? '' : ` nulls ${backwards ? 'first' : 'last'}`}`;
      })
      .join(', '),
});

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
