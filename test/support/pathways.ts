import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isEnumType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from 'graphql';

const read = (file: string) => readFileSync(new URL(`../../schema/${file}`, import.meta.url), 'utf8');

/** One operation, and the arguments it takes. */
export interface Pathway {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

type Known = Readonly<Record<string, unknown>>;

/**
 * Every question that the contract of the back office lets a structure ask, each way down its answer apart, so that a
 * field it is refused hides none of the others: the leaves of each object, down to a depth. `known` gives the arguments
 * that must be given, by name; a question that needs another is asked as the contract takes it, with a made-up one.
 */
export function pathwaysOf(known: Known, depth = 3): Pathway[] {
  const schema = buildSchema(read('admin.graphql'));
  const open = new Set(
    read('permissions.txt')
      .split('\n')
      .filter((line) => line.includes('PARTICIPANT'))
      .map((line) => line.split(/\s+/)[0] ?? ''),
  );
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ name }) => open.has(name));
  return fields.flatMap((field) => {
    const { declared, given, variables } = argumentsOf(field, known);
    return waysDown(field, depth).map((way) => ({
      query: `query ${declared} { ${field.name}${given} ${way} }`,
      variables,
    }));
  });
}

function argumentsOf({ args }: GraphQLField<unknown, unknown>, known: Known) {
  const must = args.filter(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined);
  const variables = Object.fromEntries(
    must.map(({ name, type }) => {
      const named = getNamedType(type);
      const first = isEnumType(named) ? named.getValues()[0]?.name : undefined;
      return [name, known[name] ?? first ?? '00000000-0000-4000-8000-000000000099'];
    }),
  );
  const declared = must.length > 0 ? `(${must.map(({ name, type }) => `$${name}: ${type}`).join(', ')})` : '';
  const given = must.length > 0 ? `(${must.map(({ name }) => `${name}: $${name}`).join(', ')})` : '';
  return { declared, given, variables };
}

/** The ways down from a field: its own leaves, then those of each object under it, never twice through one type. */
function waysDown(field: GraphQLField<unknown, unknown>, depth: number, seen: readonly string[] = []): string[] {
  const type = getNamedType(field.type);
  if (isLeafType(type)) return [''];
  if (!isObjectType(type) || seen.includes(type.name)) return [];
  const own = leavesOf(type);
  const below =
    depth === 0
      ? []
      : Object.values(type.getFields()).flatMap((each) =>
          isLeafType(getNamedType(each.type)) || needsMore(each)
            ? []
            : waysDown(each, depth - 1, [...seen, type.name]).map((way) => `{ ${each.name} ${way} }`),
        );
  return [...(own.length > 0 ? [`{ ${own.join(' ')} }`] : []), ...below];
}

const leavesOf = (type: GraphQLObjectType): string[] =>
  Object.values(type.getFields()).flatMap((field) =>
    isLeafType(getNamedType(field.type)) && !needsMore(field) ? [field.name] : [],
  );

const needsMore = ({ args }: GraphQLField<unknown, unknown>): boolean =>
  args.some(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined);
