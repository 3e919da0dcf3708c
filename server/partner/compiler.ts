import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { collectSubfields } from 'graphql/execution/collectFields.js';
import { getArgumentValues } from 'graphql/execution/values.js';
import type { Variables } from './bound.ts';
import type { ColumnType } from './column.ts';
import { connectionSql } from './connection.ts';
import { columnsOf } from './dictionary.ts';
import type { FigureOf, Link, NounName } from './noun.ts';
import { nouns } from './nouns.ts';
import { quoted, type Values } from './statement.ts';

/** What a field of the contract is made of; the compiler reads it where execution would call a resolver. */
export type Read =
  | { readonly as: 'column'; readonly column: string }
  | { readonly as: 'figure'; readonly figure: FigureOf }
  | { readonly as: 'one'; readonly link: Link }
  | { readonly as: 'list'; readonly link: Link }
  /** All rows of a table beside the versions that have these columns equal: they come and go by themselves. */
  | { readonly as: 'rows'; readonly from: string; readonly on: readonly string[]; readonly order: string }
  | { readonly as: 'sql'; readonly sql: (row: string) => string; readonly moving?: boolean };

export const readOf = ({ extensions }: GraphQLField<unknown, unknown>): Read | null =>
  (extensions.read as Read | undefined) ?? null;

/** One operation on its way to become a statement. */
export class Compiler {
  /** Whether a later version may change the answer. */
  moving = false;
  /** The versions it is pinned to. */
  readonly pins: unknown[] = [];
  private depth = 0;

  constructor(
    readonly schema: GraphQLSchema,
    readonly fragments: Record<string, FragmentDefinitionNode>,
    readonly variables: Variables,
    readonly values: Values,
  ) {}

  /** A name for a row of the statement that no other has. */
  row(): string {
    this.depth += 1;
    return `t${this.depth}`;
  }

  /** What is read of one version never changes, once there is that version. */
  pin(version: unknown): void {
    if (version == null) this.moving = true;
    else this.pins.push(version);
  }

  argumentsOf(field: GraphQLField<unknown, unknown>, [node]: readonly FieldNode[]): Variables {
    return node ? getArgumentValues(field, node, this.variables) : {};
  }

  /** Each response key of a selection, with its field; `__typename` has none. */
  fieldsOf(type: GraphQLObjectType, nodes: readonly FieldNode[]): Asked[] {
    const found = collectSubfields(this.schema, this.fragments, { ...this.variables }, type, [...nodes]);
    return [...found].map(([key, own]) => ({
      key,
      nodes: own,
      field: type.getFields()[own[0]?.name.value ?? ''] ?? null,
    }));
  }

  /** A selection on one row, as an expression of JSON text. */
  object(type: GraphQLObjectType, nodes: readonly FieldNode[], row: string): string {
    return jsonObject(
      this.fieldsOf(type, nodes).map(({ key, field, nodes }) => [
        key,
        field ? this.field(field, nodes, row) : quoted(`"${type.name}"`),
      ]),
    );
  }

  private field(field: GraphQLField<unknown, unknown>, nodes: readonly FieldNode[], row: string): string {
    const read = readOf(field);
    const type = getNamedType(field.type);
    switch (read?.as) {
      case 'column':
        return columnJson(`${row}.${read.column}`, columnTypeOf(field, read.column));
      case 'figure':
        return this.figure(read.figure, type, nodes, row);
      case 'one':
        return isObjectType(type) ? this.one(read.link, type, nodes, row) : 'null';
      case 'list':
        return connectionSql(this, read.link, field, nodes, row);
      case 'rows':
        return isObjectType(type) ? this.rows(read, type, nodes, row) : 'null';
      case 'sql':
        this.moving ||= read.moving ?? false;
        return `coalesce(to_json(${read.sql(row)})::text, 'null')`;
      default:
        throw new Error(`The contract does not say what ${field.name} is made of.`);
    }
  }

  private one(link: Link, type: GraphQLObjectType, nodes: readonly FieldNode[], row: string): string {
    const other = this.row();
    const { table } = nouns[link.to];
    return `coalesce((select ${this.object(type, nodes, other)} from ${table} ${other} where ${joined(link, row, other)}), 'null')`;
  }

  private rows(
    { from, on, order }: Extract<Read, { as: 'rows' }>,
    type: GraphQLObjectType,
    nodes: readonly FieldNode[],
    row: string,
  ): string {
    this.moving = true;
    const other = this.row();
    const each = this.object(type, nodes, other);
    const where = on.map((column) => `${other}.${column} = ${row}.${column}`).join(' and ');
    return `(select coalesce('[' || string_agg(${each}, ',' order by ${other}.${order}) || ']', '[]') from ${from} ${other} where ${where})`;
  }

  /** Told or withheld: the column `withheld` decides which selection is answered. */
  private figure(figure: FigureOf, type: unknown, nodes: readonly FieldNode[], row: string): string {
    if (!isUnionType(type)) return 'null';
    const [told, withheld] = type
      .getTypes()
      .map((member) =>
        jsonObject(
          this.fieldsOf(member, nodes).map(({ key, field }) => [
            key,
            field ? figureJson(figure, field.name, row) : quoted(`"${member.name}"`),
          ]),
        ),
      );
    return `case when ${row}.withheld is null then ${told} else ${withheld} end`;
  }
}

interface Asked {
  readonly key: string;
  readonly nodes: readonly FieldNode[];
  readonly field: GraphQLField<unknown, unknown> | null;
}

/** Two rows that a link brings together. */
export const joined = ({ on }: Link, row: string, other: string): string =>
  Object.entries(on)
    .map(([own, its]) => `${other}.${its} = ${own.startsWith("'") ? own : `${row}.${own}`}`)
    .join(' and ');

function figureJson(figure: FigureOf, part: string, row: string): string {
  const from = (column: string | undefined, type: Written) =>
    column ? columnJson(`${row}.${column}`, type) : `'null'`;
  switch (part) {
    case 'value':
      return from(figure.value, 'decimal');
    case 'unit':
      return typeof figure.unit === 'string' ? quoted(`"${figure.unit}"`) : from(figure.unit.column, 'word');
    case 'structureCount':
      return from(figure.structures, 'integer');
    case 'numerator':
      return from(figure.numerator, 'decimal');
    case 'denominator':
      return from(figure.denominator, 'integer');
    case 'reason':
      return from('withheld', 'word');
    case 'until':
      return from(figure.until, 'instant');
    default:
      return `'null'`;
  }
}

const columnTypeOf = ({ extensions }: GraphQLField<unknown, unknown>, column: string): Written => {
  const known = columnsOf(nouns[extensions.noun as NounName].table)[column];
  return known?.closed ? 'word' : (known?.type ?? 'text');
};

/** How a column is written; a word is a value of an enumeration, in which there is nothing to escape. */
type Written = ColumnType | 'word';

/** A column as JSON text. Numbers and words are written as they are, which is far quicker than asking for JSON. */
function columnJson(sql: string, written: Written): string {
  switch (written) {
    case 'integer':
    case 'boolean':
      return `coalesce(${sql}::text, 'null')`;
    case 'decimal':
      return `coalesce(trim_scale(${sql})::text, 'null')`;
    case 'word':
      return `coalesce('"' || ${sql} || '"', 'null')`;
    case 'instant':
      return `coalesce('"' || to_char(${sql} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"', 'null')`;
    default:
      return `coalesce(to_json(${sql})::text, 'null')`;
  }
}

/** An object as an expression of JSON text: what is constant is written once. */
export function jsonObject(entries: readonly (readonly [key: string, sql: string])[]): string {
  const parts = entries.flatMap(([key, sql], i) => [quoted(`${i > 0 ? ',' : '{'}"${key}":`), sql]);
  return entries.length === 0 ? `'{}'` : `(${[...parts, `'}'`].join(' || ').replaceAll(`' || '`, '')})`;
}
