import {
  GraphQLBoolean,
  GraphQLEnumType,
  GraphQLFloat,
  type GraphQLInputFieldConfig,
  GraphQLInputObjectType,
  type GraphQLInputType,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  type GraphQLOutputType,
  type GraphQLScalarType,
  GraphQLString,
} from 'graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Day } from '../kernel/scalars.ts';
import type { Closed, Column, ColumnType } from './column.ts';

/** `published_at` is `publishedAt` in the contract. */
export const camel = (column: string): string => column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** What is said of a column wherever it appears: what it is, its unit, an example. */
export const saidOf = ({ description: [, english], unit, example }: Column): string =>
  `${english}${unit ? ` Unit: ${unit[1]}.` : ''} Example: ${example}.`;

const scalars: Readonly<Record<ColumnType, GraphQLScalarType>> = {
  ...{ text: GraphQLString, texts: GraphQLString, integer: GraphQLInt, decimal: GraphQLFloat },
  ...{ boolean: GraphQLBoolean, date: Day, instant: GraphQLDateTimeISO },
};

/** The enumerations of the contract, each made once. */
const enums = new Map<string, GraphQLEnumType>();

export function enumOf({ name, description: [, description], values }: Closed): GraphQLEnumType {
  const known = enums.get(name) ?? new GraphQLEnumType({ name, description, values: valuesOf(values) });
  enums.set(name, known);
  return known;
}

const valuesOf = (values: Closed['values']) =>
  Object.fromEntries(Object.entries(values).map(([key, [, description]]) => [key, { value: key, description }]));

const leafOf = ({ type, closed }: Column) => (closed ? enumOf(closed) : scalars[type]);

/** How a column is answered. */
export function outputOf(column: Column): GraphQLOutputType {
  const leaf = leafOf(column);
  const whole = column.type === 'texts' ? new GraphQLList(new GraphQLNonNull(leaf)) : leaf;
  return column.nullable ? whole : new GraphQLNonNull(whole);
}

/** The conditions on a column, one type for each kind of column: made once. */
const filters = new Map<string, GraphQLInputObjectType>();

export function filterOf(column: Column): GraphQLInputType {
  const { type, closed } = column;
  if (type === 'boolean') return GraphQLBoolean;
  const leaf = leafOf(column);
  const name = `${closed?.name ?? filterNames[type]}Filter`;
  const asked = Object.fromEntries(
    conditionsOn(type, closed !== undefined).map((each) => [each, conditions[each](leaf)]),
  );
  const known =
    filters.get(name) ??
    new GraphQLInputObjectType({
      name,
      description: 'Conditions on one column; all of those given must hold.',
      fields: asked,
    });
  filters.set(name, known);
  return known;
}

export type Condition = 'is' | 'in' | 'from' | 'to' | 'startsWith' | 'contains' | 'known';

const filterNames: Readonly<Record<ColumnType, string>> = {
  ...{ text: 'Text', texts: 'Texts', integer: 'Int', decimal: 'Decimal', boolean: '', date: 'Day', instant: 'Instant' },
};

function conditionsOn(type: ColumnType, closed: boolean): Condition[] {
  if (closed) return ['is', 'in', 'known'];
  if (type === 'text') return ['is', 'in', 'startsWith', 'contains', 'known'];
  if (type === 'texts') return ['contains'];
  if (type === 'integer') return ['is', 'in', 'from', 'to', 'known'];
  return ['from', 'to', 'known'];
}

type Asking = (leaf: GraphQLScalarType | GraphQLEnumType) => GraphQLInputFieldConfig;

const conditions: Readonly<Record<Condition, Asking>> = {
  is: (type) => ({ type, description: 'Exactly this.' }),
  in: (type) => ({ type: new GraphQLList(new GraphQLNonNull(type)), description: 'One of these.' }),
  from: (type) => ({ type, description: 'This or more.' }),
  to: (type) => ({ type, description: 'This or less.' }),
  startsWith: () => ({ type: GraphQLString, description: 'Beginning with this, letter case aside.' }),
  contains: () => ({ type: GraphQLString, description: 'With this in it, letter case aside.' }),
  known: () => ({ type: GraphQLBoolean, description: 'Whether there is a value at all.' }),
};
