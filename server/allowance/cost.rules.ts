import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';

type Variables = Readonly<Record<string, unknown>>;

/** How many items a list is taken to hold when it is not asked for by the page. */
export const USUAL_LENGTH = 10;

/**
 * What an operation costs: the most objects it asks for, one point each. A page counts for the size that was asked for,
 * whether it is full or not, another list for ten items, or what its field declares (`extensions.size`); scalars,
 * introspection and the wrapping of a page are free. It follows from the operation alone, never from the data: nothing
 * that is not published can show in it. Counting stops above `most`, which is enough to refuse.
 *
 * The document was validated: its depth and aliases are bounded, its fragments do not go in circles.
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  given: Variables,
  most: number,
): number {
  // Those that are wrong are refused when the operation is answered: they cost what they say.
  const { coerced: variables = given } = getVariableValues(schema, operation.variableDefinitions ?? [], { ...given });
  const fragments = new Map(
    document.definitions.flatMap((each): [string, FragmentDefinitionNode][] =>
      each.kind === 'FragmentDefinition' ? [[each.name.value, each]] : [],
    ),
  );
  let spent = 0;

  const visit = (sets: readonly SelectionSetNode[], type: GraphQLOutputType, times: number, page: number): void => {
    const named = getNamedType(type);
    if (!isCompositeType(named)) return;
    for (const [, fields] of collect(sets, fragments, variables)) {
      const [first] = fields;
      const field = first && fieldOf(schema, named.name, first, fields);
      if (!first || !field || !isCompositeType(getNamedType(field.type))) continue;
      const asked = sizeAsked(field, first, variables);
      const many = isListType(getNullableType(field.type))
        ? PAGED.has(field.name) && page
          ? page
          : lengthOf(field)
        : 1;
      const wraps = asked !== null || WRAPPINGS.test(getNamedType(field.type).name);
      spent += wraps ? 0 : times * many;
      if (spent > most) return;
      const within = fields.flatMap(({ selectionSet }) => selectionSet ?? []);
      visit(within, field.type, times * many, asked ?? (wraps ? page : 0));
      if (spent > most) return;
    }
  };
  const root = schema.getRootType(operation.operation);
  if (root) visit([operation.selectionSet], root, 1, 0);
  return Math.max(1, spent);
}

/** The lists of a page, and what stands between a page and its items. */
const PAGED: ReadonlySet<string> = new Set(['nodes', 'edges']);
const WRAPPINGS = /(Edge|Connection|PageInfo)$/;

const lengthOf = ({ extensions }: GraphQLField<unknown, unknown>): number =>
  typeof extensions.size === 'number' ? extensions.size : USUAL_LENGTH;

/** How many items a page was asked to hold; null for a field that takes no page. One that is nonsense is refused later. */
function sizeAsked(field: GraphQLField<unknown, unknown>, node: FieldNode, variables: Variables): number | null {
  const sizes = field.args.filter(({ name }) => name === 'first' || name === 'last');
  if (sizes.length === 0) return null;
  const said = sizes.map(({ name, defaultValue }) => {
    const value = node.arguments?.find((argument) => argument.name.value === name)?.value;
    if (value?.kind === 'IntValue') return Number(value.value);
    if (value?.kind === 'Variable') return variables[value.name.value] ?? defaultValue;
    return value ? null : defaultValue;
  });
  const numbers = said.filter((size): size is number => typeof size === 'number' && size > 0);
  return numbers.length > 0 ? Math.max(...numbers) : USUAL_LENGTH * 2;
}

function fieldOf(
  schema: GraphQLSchema,
  parent: string,
  node: FieldNode,
  all: readonly FieldNode[],
): GraphQLField<unknown, unknown> | null {
  const type = schema.getType(parent);
  if (isObjectType(type)) return type.getFields()[node.name.value] ?? null;
  // Of a union or an interface: the field as any of its types declares it.
  const types = type && isCompositeType(type) && !isObjectType(type) ? schema.getPossibleTypes(type) : [];
  const declaring = types.find((each: GraphQLObjectType) => each.getFields()[all[0]?.name.value ?? '']);
  return declaring?.getFields()[node.name.value] ?? null;
}

/** The fields of some selections by the name they answer under, fragments opened, each fragment once. */
function collect(
  sets: readonly SelectionSetNode[],
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  variables: Variables,
): Map<string, FieldNode[]> {
  const found = new Map<string, FieldNode[]>();
  const opened = new Set<string>();
  const open = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      if (isLeftOut(selection, variables)) continue;
      if (selection.kind === 'Field') {
        const key = selection.alias?.value ?? selection.name.value;
        found.set(key, [...(found.get(key) ?? []), selection]);
      } else if (selection.kind === 'InlineFragment') open(selection.selectionSet);
      else if (!opened.has(selection.name.value)) {
        opened.add(selection.name.value);
        const fragment = fragments.get(selection.name.value);
        if (fragment) open(fragment.selectionSet);
      }
    }
  };
  for (const set of sets) open(set);
  return found;
}

/** Whether a directive leaves something out. What it rests on was validated; a variable that is missing leaves it in. */
function isLeftOut(node: SelectionSetNode['selections'][number], variables: Variables): boolean {
  const said = (name: string): unknown => {
    const value = node.directives?.find((each) => each.name.value === name)?.arguments?.[0]?.value;
    if (value?.kind === 'BooleanValue') return value.value;
    return value?.kind === 'Variable' ? variables[value.name.value] : undefined;
  };
  return said('skip') === true || said('include') === false;
}
