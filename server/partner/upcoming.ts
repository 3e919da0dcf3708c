import {
  type FieldNode,
  type GraphQLFieldConfig,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
} from 'graphql';
import type { Compiler, Read } from './compiler.ts';
import { figure } from './figure.ts';

const need = <Type extends ConstructorParameters<typeof GraphQLNonNull>[0]>(type: Type) => new GraphQLNonNull(type);
const reading = (read: Read) => ({ extensions: { read } });

const edition = new GraphQLObjectType({
  name: 'UpcomingEdition',
  description: 'An edition whose release was announced. Nothing else is told of it before its instant.',
  fields: {
    year: {
      ...{ type: need(GraphQLInt), description: 'The year it will be known by. Example: 2022.' },
      ...reading({ as: 'sql', sql: (row) => `${row}.year` }),
    },
    overall: {
      ...{ type: need(figure), description: 'Its mean overall score: withheld until it is released, EMBARGO.' },
      ...reading({
        as: 'figure',
        figure: { description: '', value: 'value', unit: 'SCORE', until: 'release_at' },
      }),
    },
  },
});

/** The editions whose release was announced: public by a choice, and the only thing told of what is not out yet. */
export const upcoming: GraphQLFieldConfig<unknown, unknown> = {
  type: need(new GraphQLList(need(edition))),
  description:
    'The editions whose release was announced, the earliest year first: those who publish choose to. None says nothing ' +
    'of what is under way.',
};

/** An announcement as a row: its figures are withheld, whatever there is behind them. */
const ANNOUNCED = `(select a.year, a.release_at, null::numeric as value, 'EMBARGO' as withheld from announcement a)`;

/** The announced editions as JSON text. */
export function upcomingSql(compiler: Compiler, nodes: readonly FieldNode[]): string {
  compiler.moving = true;
  const row = compiler.row();
  const each = compiler.object(edition, nodes, row);
  return `(select coalesce('[' || string_agg(${each}, ',' order by ${row}.year) || ']', '[]') from ${ANNOUNCED} ${row})`;
}
