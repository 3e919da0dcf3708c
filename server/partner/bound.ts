import {
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isScalarType,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql';

/** The values of the variables of one request, coerced. */
export type Variables = Readonly<Record<string, unknown>>;

/**
 * A value that a statement takes from the variables each time it runs. What decides how a statement is written (an
 * enumeration, a boolean, what is null or left out) is never bound, so that one text serves every other value.
 */
export class Bound {
  readonly path: readonly string[];

  constructor(path: readonly string[]) {
    this.path = path;
  }

  in(variables: Variables): unknown {
    return this.path.reduce<unknown>((value, key) => (value as Variables)[key], variables);
  }

  toJSON(): string {
    return '$';
  }
}

/** The variables that an operation declares, with the type of each. */
export const declaredIn = (schema: GraphQLSchema, operation: OperationDefinitionNode): Declared[] =>
  (operation.variableDefinitions ?? []).map(({ variable, type }) => ({
    name: variable.name.value,
    type: typeFromAST(schema, type) as GraphQLInputType,
  }));

export interface Declared {
  readonly name: string;
  readonly type: GraphQLInputType;
}

/** The variables with every value that can be bound replaced. */
export function boundVariables(declared: readonly Declared[], given: Variables): Variables {
  const bound: Record<string, unknown> = {};
  for (const { name, type } of declared) if (name in given) bound[name] = boundIn(type, given[name], [name]);
  return bound;
}

/** What of the variables decides how a statement is written: equal for two requests, they share one. */
export const shapeOf = (declared: readonly Declared[], given: Variables): string =>
  declared.map(({ name, type }) => shapeIn(type, given[name])).join();

function shapeIn(type: GraphQLInputType, value: unknown): string {
  if (isNonNullType(type)) return shapeIn(type.ofType, value);
  if (value === undefined) return '';
  const free = value !== null && isScalarType(type) && type.name !== 'Boolean';
  return free ? '$' : JSON.stringify(boundIn(type, value, []));
}

function boundIn(type: GraphQLInputType, value: unknown, path: readonly string[]): unknown {
  if (value === null || value === undefined) return value;
  if (isNonNullType(type)) return boundIn(type.ofType, value, path);
  if (isListType(type)) {
    const each = isNonNullType(type.ofType) ? type.ofType.ofType : type.ofType;
    if (isEnumType(each)) return value;
    if (!isInputObjectType(each)) return new Bound(path);
    return (value as unknown[]).map((item, i) => boundIn(each, item, [...path, String(i)]));
  }
  if (isInputObjectType(type)) {
    const fields = type.getFields();
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, own]) => {
        const field = fields[key];
        return field ? [[key, boundIn(field.type, own, [...path, key])]] : [];
      }),
    );
  }
  return isEnumType(type) || type.name === 'Boolean' ? value : new Bound(path);
}
