import { Bound } from './bound.ts';
import type { Column, ColumnType } from './column.ts';
import { columnsOf } from './dictionary.ts';
import type { NounName } from './noun.ts';
import { nouns } from './nouns.ts';
import type { Values } from './statement.ts';
import { type Condition, camel } from './type.ts';

const casts: Readonly<Record<ColumnType, string>> = {
  ...{ text: 'text', texts: 'text', integer: 'bigint', decimal: 'numeric', boolean: 'boolean' },
  ...{ date: 'date', instant: 'timestamptz' },
};

/** The columns that a noun can be filtered by: all of its table, and the year of its edition. */
export function filtered(name: NounName): Readonly<Record<string, Column>> {
  const own = columnsOf(nouns[name].table);
  const { year } = columnsOf('dataset');
  return year ? { year, ...own } : own;
}

type Asked = Readonly<Record<string, unknown>>;

/** What a filter asks of a row `t` in its version `d`, in SQL: everything that is given must hold. */
export function conditionsIn(values: Values, name: NounName, where: Asked | null | undefined): string[] {
  if (!where) return [];
  const { any } = where;
  const own = Object.entries(filtered(name)).flatMap(([column, known]) => {
    const asked = where[camel(column)];
    if (asked === null || asked === undefined) return [];
    const sql = column === 'year' ? 'd.year' : `t.${column}`;
    if (known.type === 'boolean') return [`${sql} = ${asked === true}`];
    return Object.entries(asked as Asked).flatMap(([condition, value]) =>
      value === null || value === undefined
        ? []
        : [conditionIn(values, sql, known.type, condition as Condition, value)],
    );
  });
  const one = Array.isArray(any) ? [anyOf(any.map((each: Asked) => conditionsIn(values, name, each)))] : [];
  return [...own, ...one];
}

/** Any of nothing is nothing; an empty filter among several lets everything through. */
const anyOf = (all: readonly string[][]): string =>
  all.length === 0 ? 'false' : `(${all.map((each) => (each.length === 0 ? 'true' : each.join(' and '))).join(' or ')})`;

function conditionIn(values: Values, sql: string, type: ColumnType, condition: Condition, value: unknown): string {
  const cast = casts[type];
  const bound = () =>
    type === 'instant' ? instantIn(values, value) : values.bind(value, cast, type === 'date' ? ofOurEra : undefined);
  switch (condition) {
    case 'is':
      return `${sql} = ${values.bind(value, cast)}`;
    case 'in':
      return `${sql} = any(${values.bind(value, `${cast}[]`, listed)})`;
    case 'from':
      return `${sql} >= ${bound()}`;
    case 'to':
      return `${sql} <= ${bound()}`;
    case 'startsWith':
      return `starts_with(lower(${sql}), lower(${values.bind(value, 'text')}))`;
    case 'contains':
      return type === 'texts'
        ? `${values.bind(value, 'text')} = any(${sql})`
        : `strpos(lower(${sql}), lower(${values.bind(value, 'text')})) > 0`;
    case 'known':
      return value instanceof Bound || value ? `${sql} is not null` : `${sql} is null`;
  }
}

/** An instant, in SQL: as seconds, since PostgreSQL writes the years before ours otherwise than ISO 8601. */
export const instantIn = (values: Values, asked: unknown): string =>
  `to_timestamp(${values.bind(asked, 'double precision', (value) => new Date(value as string | Date).getTime() / 1000)})`;

/** PostgreSQL knows no year 0. */
const ofOurEra = (day: unknown): unknown => (String(day).startsWith('0000') ? '0001-01-01' : day);

const listed = (value: unknown): unknown => (Array.isArray(value) ? value : [value]);
