import {
  type DocumentNode,
  type ExecutionResult,
  executeSync,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';
import { type Declared, declaredIn, shapeOf, type Variables } from './bound.ts';
import { type Compiled, compile } from './operation.ts';
import { type Plan, resolved } from './statement.ts';

/** A connection to schema `published`, as a role that may read it and nothing else. */
export interface Reader {
  /** A statement without a name is planned each time. */
  query<Row>(name: string | undefined, text: string, values: readonly unknown[]): Promise<Row[]>;
}

/** All that an operation of the published world knows: a connection that can read nothing else. */
export interface PartnerContext {
  readonly reader: Reader;
  /** What whoever asks may read, in one word: two who may read the same share their answers. */
  readonly rights: string;
  /** Told by the execution. An object of its own, since Apollo hands a copy of the context on. */
  readonly told: Executed;
}

/** What an execution tells beside its answer; nothing where it was refused. */
export interface Executed {
  /** The versions the answer is pinned to; null when a later version may change it. */
  pins?: readonly string[] | null;
  /** The document that was answered, and which of its operations. */
  asked?: Pick<Asked, 'document' | 'operation'>;
}

/** One operation to be answered. */
export interface Asked {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Variables;
  readonly context: PartnerContext;
}

/** Why no operation of a document can be answered. */
function unanswerable({ operation }: Partial<Asked>, operationName: string | undefined): ExecutionResult {
  const message = operation
    ? `Schema is not configured to execute ${operation.operation} operation.`
    : operationName
      ? `Unknown operation named "${operationName}".`
      : 'Must provide operation name if query contains multiple operations.';
  const extensions = { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } };
  return { errors: [new GraphQLError(message, { extensions })] };
}

/** Where an answer that is already JSON lies in `data`: it is sent as PostgreSQL wrote it. */
const WRITTEN = Symbol('written');

/** A result as JSON text, what is already text as it is. */
export function stringified(result: object): string {
  const { data, ...rest } = result as ExecutionResult;
  const written = data && (data as { [WRITTEN]?: string })[WRITTEN];
  if (written === undefined) return JSON.stringify(result);
  const more = JSON.stringify(rest);
  return more === '{}' ? `{"data":${written}}` : `{"data":${written},${more.slice(1)}`;
}

/** How many statements may be named, hence kept planned by each connection; the others are planned each time. */
const MOST_NAMED = 500;
/** How many shapes of variables are remembered of one document. */
const MOST_SHAPES = 50;

/** The operation that was chosen in a document, if there is one. */
interface Given {
  readonly operation?: OperationDefinitionNode | undefined;
  readonly operationName?: string | undefined;
}

/** What an operation was compiled to, by the shape of its variables. */
interface Shapes {
  readonly declared: readonly Declared[];
  readonly shapes: Map<string, Compiled>;
}

/** Answers operations of the contract: each document is compiled once for each shape of its variables. */
export function openAnswering(schema: GraphQLSchema) {
  const known = new WeakMap<OperationDefinitionNode, Shapes>();
  const names = new Set<string>();

  const compiledOf = ({ document, operation }: Asked, variables: Variables): Compiled => {
    const { declared, shapes } = known.get(operation) ?? { declared: declaredIn(schema, operation), shapes: new Map() };
    known.set(operation, { declared, shapes });
    const shape = shapeOf(declared, variables);
    const compiled = shapes.get(shape) ?? compile(schema, document, operation, variables);
    if (shapes.size < MOST_SHAPES) shapes.set(shape, compiled);
    return compiled;
  };

  const read = async (plan: Plan, variables: Variables, context: PartnerContext): Promise<string> => {
    if (names.size < MOST_NAMED) names.add(plan.name);
    const name = names.has(plan.name) ? plan.name : undefined;
    const [row] = await context.reader.query<{ data: string }>(name, plan.text, plan.values.in(variables));
    return row?.data ?? 'null';
  };

  return async (given: Omit<Asked, 'operation'> & Given): Promise<ExecutionResult> => {
    const { operation, operationName, context } = given;
    if (operation?.operation !== 'query') return unanswerable(operation ? { operation } : {}, operationName);
    const asked = { ...given, operation };
    const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], asked.variables);
    if (errors) return { errors };
    try {
      const { plan, introspected } = compiledOf(asked, coerced);
      const contract = introspected.length > 0 ? introspection(schema, asked, introspected) : null;
      if (contract?.errors) return contract;
      const pins = pinsOf(plan, coerced);
      const data = plan ? await read(plan, coerced, context) : '{}';
      Object.assign(context.told, { pins, asked });
      if (!contract) return { data: { [WRITTEN]: data } as Record<string, unknown> };
      return { data: { ...contract.data, ...JSON.parse(data) } };
    } catch (error) {
      const originalError = error instanceof Error ? error : new Error(String(error));
      return { data: null, errors: [new GraphQLError(originalError.message, { originalError })] };
    }
  };
}

const pinsOf = (plan: Plan | null, variables: Variables): readonly string[] | null =>
  !plan || plan.moving ? null : plan.pins.map((pin) => String(resolved(pin, variables)));

/** What is asked of the contract itself, by graphql-js. */
function introspection(
  schema: GraphQLSchema,
  { document, operation, variables }: Asked,
  keys: readonly string[],
): ExecutionResult {
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  const rootFields = Object.keys(schema.getQueryType()?.getFields() ?? {});
  const only = { ...operation, selectionSet: withoutFields(operation.selectionSet, new Set(rootFields)) };
  const definitions = [
    only,
    ...fragments.map((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION && each.typeCondition.name.value === 'Query'
        ? { ...each, selectionSet: withoutFields(each.selectionSet, new Set(rootFields)) }
        : each,
    ),
  ];
  const { data, errors } = executeSync({ schema, document: { ...document, definitions }, variableValues: variables });
  if (errors) return { data: null, errors };
  return { data: Object.fromEntries(keys.map((key) => [key, data?.[key]])) };
}

/** The root selection without what is read of the published world; inline fragments keep the rest of theirs. */
function withoutFields(
  set: OperationDefinitionNode['selectionSet'],
  names: ReadonlySet<string>,
): OperationDefinitionNode['selectionSet'] {
  return {
    ...set,
    selections: set.selections.flatMap((each): SelectionNode[] => {
      if (each.kind === Kind.FIELD) return names.has(each.name.value) ? [] : [each];
      return each.kind === Kind.INLINE_FRAGMENT
        ? [{ ...each, selectionSet: withoutFields(each.selectionSet, names) }]
        : [each];
    }),
  };
}
