import {
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLInt,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLString,
  GraphQLUnionType,
} from 'graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { unit, withheldReason } from './closed.ts';
import { enumOf } from './type.ts';

const need = (type: GraphQLOutputType) => new GraphQLNonNull(type as GraphQLObjectType);

/** Where a page stops. */
export const pageInfo = new GraphQLObjectType({
  name: 'PageInfo',
  description: 'Where a page of a connection stops.',
  fields: {
    hasNextPage: { type: need(GraphQLBoolean), description: 'Whether more follows. Example: true.' },
    hasPreviousPage: {
      type: need(GraphQLBoolean),
      description: 'Whether something comes before, as far as the arguments tell. Example: false.',
    },
    startCursor: {
      type: GraphQLString,
      description: 'Pass it as `before` to read back; null for an empty page. Example: WyJNZWFuIl0.',
    },
    endCursor: {
      type: GraphQLString,
      description: 'Pass it as `after` to read on; null for an empty page. Example: WyJNZWFuIl0.',
    },
  },
});

const told = new GraphQLObjectType({
  name: 'Told',
  description: 'A figure that may be known, with what it rests on.',
  fields: {
    value: {
      type: need(GraphQLFloat),
      description: 'In its unit: a SHARE from 0 to 1, a SCORE on 100. Example: 65.42.',
    },
    unit: { type: need(enumOf(unit)), description: 'What it is counted in. Example: SCORE.' },
    structureCount: {
      type: GraphQLInt,
      description: 'How many structures it rests on; null where no source says. Example: 38.',
    },
    numerator: {
      type: GraphQLFloat,
      description: 'What passed, for a share; the sum of the values, for a mean of tests. Example: 26.',
    },
    denominator: {
      type: GraphQLInt,
      description: 'How many tests it is taken over; null for a mean of structures. Example: 6.',
    },
  },
});

const withheld = new GraphQLObjectType({
  name: 'Withheld',
  description: 'In place of a figure that is not told: the same whether it exists or not.',
  fields: {
    reason: { type: need(enumOf(withheldReason)), description: 'Why. Example: SMALL_BASE.' },
    until: {
      type: GraphQLDateTimeISO,
      description:
        'From when it will be told: the announced instant of an edition in `upcoming`, by the clock of the server. Null for ' +
        'every other reason: no day lifts it. A release that is stopped takes its announcement back. ' +
        'Example: 2022-11-10T11:00:00.000Z.',
    },
  },
});

/** A figure of the contract: told, or withheld. */
export const figure = new GraphQLUnionType({
  name: 'Figure',
  description: 'A figure: told, or withheld with the reason why. Never null.',
  types: [told, withheld],
});
