import {
  GraphQLEnumType,
  type GraphQLFieldConfig,
  type GraphQLFieldConfigArgumentMap,
  type GraphQLFieldConfigMap,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLSchema,
  GraphQLString,
} from 'graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Year } from '../kernel/scalars.ts';
import { changeFields } from './change.ts';
import type { Read } from './compiler.ts';
import { MOST, PAGE } from './connection.ts';
import { columnsOf } from './dictionary.ts';
import { figure, pageInfo } from './figure.ts';
import type { Link, NounName } from './noun.ts';
import { nouns } from './nouns.ts';
import { papers } from './paper.ts';
import { ordersOf, READING } from './sort.ts';
import { camel, filterOf, outputOf, saidOf } from './type.ts';
import { upcoming } from './upcoming.ts';
import { filtered } from './where.ts';

type Field = GraphQLFieldConfig<unknown, unknown>;
const need = (type: GraphQLOutputType) => new GraphQLNonNull(type as GraphQLObjectType);
const all = (type: GraphQLObjectType) => need(new GraphQLList(new GraphQLNonNull(type)));
const reading = (type: GraphQLOutputType, description: string, read: Read): Field => ({
  ...{ type, description },
  extensions: { read },
});

const types = new Map<NounName, GraphQLObjectType>();
const connections = new Map<NounName, GraphQLObjectType>();
const wheres = new Map<NounName, GraphQLInputObjectType>();
const orders = new Map<NounName, GraphQLEnumType>();

function remembered<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

const typeOf = (name: NounName): GraphQLObjectType =>
  remembered(
    types,
    name,
    () => new GraphQLObjectType({ name, description: nouns[name].description, fields: () => fieldsOf(name) }),
  );

function fieldsOf(name: NounName): GraphQLFieldConfigMap<unknown, unknown> {
  const { table, columns, hidden = [], figures = {}, ones = {}, lists = {} } = nouns[name];
  const shown = Object.entries(columnsOf(table)).filter(
    ([column]) => (columns ?? [column]).includes(column) && !hidden.includes(column),
  );
  return {
    ...Object.fromEntries(
      shown.map(([column, known]): [string, Field] => [
        camel(column),
        {
          ...{ type: outputOf(known), description: saidOf(known) },
          extensions: { noun: name, read: { as: 'column', column } satisfies Read },
        },
      ]),
    ),
    ...(name === 'Dataset' ? { supersededBy, texts: papers } : {}),
    ...entriesOf(figures, (own) => reading(need(figure), own.description, { as: 'figure', figure: own })),
    ...entriesOf(ones, (link) => {
      const type = typeOf(link.to);
      return reading(link.nullable ? type : need(type), link.description, { as: 'one', link });
    }),
    ...entriesOf(lists, listField),
  };
}

/** The version that took the place of another. */
const supersededBy: Field = reading(
  GraphQLString,
  'The latest version of the same year, once there is a later one; null for the latest. Example: 2022.2.',
  {
    as: 'sql',
    moving: true,
    sql: (row) =>
      `(select s.version from dataset s where s.year = ${row}.year and s.number > ${row}.number order by s.number desc limit 1)`,
  },
);

const entriesOf = <Value>(entries: Readonly<Record<string, Value>>, make: (value: Value) => Field) =>
  Object.fromEntries(Object.entries(entries).map(([key, value]) => [key, make(value)]));

const listField = (link: Link): Field => ({
  ...reading(need(connectionOf(link.to)), link.description, { as: 'list', link }),
  args: pageArguments(link.to),
});

const connectionOf = (name: NounName): GraphQLObjectType =>
  remembered(connections, name, () => {
    const edge = new GraphQLObjectType({
      name: `${name}Edge`,
      description: `One ${name} of a list, with its cursor.`,
      fields: () => ({
        cursor: { type: need(GraphQLString), description: 'Where it stands in the list. Example: WyJNZWFuIl0.' },
        node: { type: need(typeOf(name)), description: 'The record.' },
      }),
    });
    return new GraphQLObjectType({
      name: `${name}Connection`,
      description: `A page of a list of ${name}.`,
      fields: () => ({
        nodes: { type: all(typeOf(name)), description: 'The records of this page.' },
        edges: { type: all(edge), description: 'The same, each with its cursor.' },
        pageInfo: { type: need(pageInfo), description: 'Where the page stops.' },
        totalCount: { type: need(GraphQLInt), description: 'How many records answer, on all pages. Example: 38.' },
      }),
    });
  });

const pageArguments = (name: NounName): GraphQLFieldConfigArgumentMap => ({
  first: {
    type: GraphQLInt,
    description: `How many from the beginning, 1 to ${MOST}; ${PAGE} when neither it nor last is given. Example: 25.`,
  },
  after: { type: GraphQLString, description: 'Only what follows this cursor: the endCursor of the page before.' },
  last: { type: GraphQLInt, description: `How many from the end, 1 to ${MOST}. Example: 25.` },
  before: {
    type: GraphQLString,
    description: 'Only what comes before this cursor: the startCursor of the page after.',
  },
  where: { type: whereOf(name), description: 'Only the records that answer all of this.' },
  orderBy: {
    type: orderOf(name),
    defaultValue: READING,
    description: 'In which order; equals are told apart as they are read.',
  },
});

const whereOf = (name: NounName): GraphQLInputObjectType =>
  remembered(
    wheres,
    name,
    () =>
      new GraphQLInputObjectType({
        name: `${name}Where`,
        description: `Conditions on ${name}; all of those given must hold.`,
        fields: () => ({
          ...Object.fromEntries(
            Object.entries(filtered(name)).map(([column, known]) => [
              camel(column),
              { type: filterOf(known), description: saidOf(known) },
            ]),
          ),
          any: {
            type: new GraphQLList(new GraphQLNonNull(whereOf(name))),
            description: 'At least one of these must hold as well.',
          },
        }),
      }),
  );

const orderOf = (name: NounName): GraphQLEnumType =>
  remembered(
    orders,
    name,
    () =>
      new GraphQLEnumType({
        name: `${name}Order`,
        description: `The orders of a list of ${name}. Records without a value come last.`,
        values: Object.fromEntries(
          ordersOf(name).map((order) => [
            order,
            { description: order === READING ? 'The latest edition first, then as it is printed.' : undefined },
          ]),
        ),
      }),
  );

const pinned = {
  type: GraphQLString,
  description: 'Only this dataset version; by default the latest of each year. Example: 2022.1.',
};

const roots = (): GraphQLFieldConfigMap<unknown, unknown> =>
  Object.fromEntries(
    (Object.keys(nouns) as NounName[]).flatMap((name): [string, Field][] => {
      const { root } = nouns[name];
      if (!root) return [];
      const field = listField({ to: name, on: {}, description: root.description });
      const changedSince = {
        type: GraphQLDateTimeISO,
        description:
          'Only what was not yet published, or read otherwise, at this instant. What disappeared is told by `changes`. ' +
          'Example: 2022-12-01T00:00:00.000Z.',
      };
      return [[root.name, { ...field, args: { version: pinned, ...field.args, changedSince } }]];
    }),
  );

const single = (name: 'Edition' | 'Dataset', description: string, args: GraphQLFieldConfigArgumentMap): Field => ({
  ...reading(typeOf(name), description, { as: 'one', link: { to: name, on: {}, description } }),
  args,
});

/** The contract with the world: it reads what was published, and nothing else exists in it. */
export const contract = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: 'Query',
    description: 'What was published.',
    fields: () => ({
      edition: single(
        'Edition',
        'One edition, in its latest version or a pinned one; null when nothing was published.',
        {
          year: { type: new GraphQLNonNull(Year), description: 'The year it is known by. Example: 2022.' },
          version: {
            type: GraphQLString,
            description: 'A version of that year; the latest by default. Example: 2022.1.',
          },
        },
      ),
      dataset: single('Dataset', 'One version, by its name; null when it does not exist.', {
        version: { type: new GraphQLNonNull(GraphQLString), description: 'Its name. Example: 2022.1.' },
      }),
      ...roots(),
      ...changeFields(),
      upcoming,
    }),
  }),
});
