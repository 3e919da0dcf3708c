import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { collectFields } from 'graphql/execution/collectFields.js';
import { boundVariables, declaredIn, type Variables } from './bound.ts';
import { changesSql } from './change.ts';
import { Compiler, jsonObject, readOf } from './compiler.ts';
import { connectionSql } from './connection.ts';
import { nouns } from './nouns.ts';
import { named, type Plan, quoted, Values } from './statement.ts';
import { upcomingSql } from './upcoming.ts';

/** An operation of the contract: what is read of the published world, and what is asked of the contract itself. */
export interface Compiled {
  /** Null when nothing but the contract itself is asked for. */
  readonly plan: Plan | null;
  /** The root fields that introspection answers, by response key. */
  readonly introspected: readonly string[];
}

const INTROSPECTION = new Set(['__schema', '__type']);

/** Writes the one statement that answers an operation: everything it reads is of one instant. */
export function compile(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): Compiled {
  const fragments = Object.fromEntries(
    document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  );
  const bound = boundVariables(declaredIn(schema, operation), variables);
  const values = new Values();
  const compiler = new Compiler(schema, fragments, bound, values);
  const root = schema.getQueryType();
  if (!root) throw new Error('The contract has no queries.');
  const asked = [...collectFields(schema, fragments, { ...bound }, root, operation.selectionSet)];
  const introspected = asked.flatMap(([key, [node]]) => (INTROSPECTION.has(node?.name.value ?? '') ? [key] : []));
  const read = asked.filter(([key]) => !introspected.includes(key));
  if (read.length === 0) return { plan: null, introspected };
  const entries = read.map(([key, nodes]): [string, string] => [key, rootSql(compiler, nodes)]);
  const text = values.settle(`select ${jsonObject(entries)} as data`);
  return { plan: { name: named(text), text, values, moving: compiler.moving, pins: compiler.pins }, introspected };
}

function rootSql(compiler: Compiler, nodes: readonly FieldNode[]): string {
  const name = nodes[0]?.name.value ?? '';
  const field = compiler.schema.getQueryType()?.getFields()[name];
  if (!field) return quoted('"Query"');
  const read = readOf(field);
  if (read?.as === 'list') return connectionSql(compiler, read.link, field, nodes, null);
  const type = getNamedType(field.type);
  if (!isObjectType(type)) throw new Error(`${name} answers no object.`);
  const asked = compiler.argumentsOf(field, nodes);
  if (read?.as === 'one') return oneSql(compiler, nouns[read.link.to].table, type, nodes, asked);
  return name === 'upcoming' ? upcomingSql(compiler, nodes) : changesOf(compiler, nodes, asked);
}

function oneSql(
  compiler: Compiler,
  table: string,
  type: Parameters<Compiler['object']>[0],
  nodes: readonly FieldNode[],
  { year, version }: Variables,
): string {
  const row = compiler.row();
  const { values } = compiler;
  const ofYear = year == null ? [] : [`${row}.year = ${values.bind(year, 'bigint')}`];
  const pinned = version == null ? [] : [`${row}.version = ${values.bind(version, 'text')}`];
  compiler.pin(version);
  const where = [...ofYear, ...pinned].join(' and ');
  const object = compiler.object(type, nodes, row);
  return `coalesce((select ${object} from ${table} ${row} where ${where} order by ${row}.number desc limit 1), 'null')`;
}

/** The changes of two versions that exist never change; asked too early, they would come to be. */
function changesOf(compiler: Compiler, nodes: readonly FieldNode[], { from, to }: Variables): string {
  compiler.moving = true;
  const type = compiler.schema.getType('ChangeList');
  const node = compiler.schema.getType('Change');
  if (!isObjectType(type) || !isObjectType(node)) throw new Error('The contract tells no changes.');
  const asked = compiler.fieldsOf(type, nodes).map(({ key, field, nodes }) => ({
    ...{ key, part: field?.name ?? '__typename' },
    node:
      field?.name === 'nodes'
        ? compiler.fieldsOf(node, nodes).map(({ key, field }): [string, string] => [key, field?.name ?? '__typename'])
        : [],
  }));
  return changesSql(compiler.values, from, to, asked);
}
