import {
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import type { Chance } from '../../server/demo/random.ts';

/** One operation as it is sent. */
export interface Sent {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * Draws operations from a contract: every field, argument, filter, order, nesting, alias, fragment and directive can
 * come up, and what is wrong with a document as well. `words` are texts that may match something.
 */
export function operationsFrom(
  schema: GraphQLSchema,
  chance: Chance,
  words: readonly string[],
  cursors: Cursors,
): () => Sent {
  return () => new Drawing(schema, chance, words, cursors).operation();
}

/** Cursors that were answered before, by the noun of their list. */
export type Cursors = ReadonlyMap<string, readonly string[]>;

/** How large a page may be asked for, and a few that are refused. */
const SIZES = [1, 1, 2, 2, 3, 5, 8, 20, 20, 50, 100, 100, 20, 5, 3, 0, 101];
/** Arguments that seldom hold what a list takes: asked less often than the others. */
const RARE = new Set(['after', 'before', 'version', 'changedSince']);

const CONTRACT_ITSELF = [
  '{ __schema { queryType { name } types { name kind fields { name description } } } }',
  '{ __type(name: "Figure") { possibleTypes { name } } a: __type(name: "Nothing") { name } }',
];

/** What a list is of; nothing for what is no list. */
function nodeOf(type: GraphQLOutputType): GraphQLObjectType | undefined {
  const list = getNamedType(type);
  const nodes = isObjectType(list) ? list.getFields().nodes : undefined;
  const node = nodes && getNamedType(nodes.type);
  return isObjectType(node) ? node : undefined;
}

/** Every leaf of a type, those of its figures included, and no other object. */
const everyLeaf = (type: GraphQLObjectType): string =>
  Object.values(type.getFields())
    .flatMap((field) => {
      const own = getNamedType(field.type);
      if (isLeafType(own)) return field.args.length === 0 ? [field.name] : [];
      if (!isUnionType(own)) return [];
      return [`${field.name} { ${own.getTypes().map((each) => `... on ${each.name} { ${everyLeaf(each)} }`)} }`];
    })
    .join(' ');

/** Whether a filter is on a column of few values. */
const isClosed = ({ type }: { readonly type: GraphQLInputType }): boolean => {
  const own = getNamedType(type);
  return isInputObjectType(own) && Object.values(own.getFields()).some((each) => isEnumType(getNamedType(each.type)));
};

class Drawing {
  private readonly declared: string[] = [];
  private readonly fragments: string[] = [];
  private readonly variables: Record<string, unknown> = {};

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly chance: Chance,
    private readonly words: readonly string[],
    private readonly cursors: Cursors,
  ) {}

  operation(): Sent {
    const { chance } = this;
    if (chance.happens(0.02)) return { query: this.one(CONTRACT_ITSELF), variables: {} };
    const root = this.schema.getQueryType() as GraphQLObjectType;
    const body = chance.happens(0.15) ? this.sweep(root) : this.selection(root, chance.whole(1, 3));
    const declared = this.declared.length > 0 ? `(${this.declared.join(', ')})` : '';
    const query = `query Asked${declared} { ${body} }\n${this.fragments.join('\n')}`;
    return { query: chance.happens(0.03) ? this.spoilt(query) : query, variables: this.variables };
  }

  /** All that one list says of itself, in a page as large as there is and any order: what has more to tell comes oftener. */
  private sweep(root: GraphQLObjectType): string {
    const lists = Object.values(root.getFields()).filter(({ args }) => args.some(({ name }) => name === 'first'));
    const list = this.one(lists.flatMap((each) => Object.keys(nodeOf(each.type)?.getFields() ?? {}).map(() => each)));
    const node = nodeOf(list.type) as GraphQLObjectType;
    const order = list.args.find(({ name }) => name === 'orderBy');
    const ordered =
      order && this.chance.happens(0.5) ? `orderBy: ${this.given(order.name, order.type, node.name)}` : '';
    const rest = list.args.filter(({ name }) => !['first', 'last', 'before', 'orderBy'].includes(name));
    const more = this.argumentsOf(rest, node.name).replace(/^\(|\)$/g, '');
    return `${list.name}(first: 100 ${ordered} ${more}) { totalCount pageInfo { endCursor } nodes { ${everyLeaf(node)} } }`;
  }

  private one<Item>(items: readonly Item[]): Item {
    return items[this.chance.whole(0, items.length - 1)] as Item;
  }

  private selection(type: GraphQLOutputType, depth: number): string {
    const { chance } = this;
    if (isUnionType(type))
      return type
        .getTypes()
        .map((each) => `... on ${each.name} { ${this.selection(each, depth)} }`)
        .join(' ');
    if (!isObjectType(type)) return '';
    const fields = Object.values(type.getFields()).filter(({ type }) => depth > 0 || isLeafType(getNamedType(type)));
    const wanted = chance.shuffled(fields).slice(0, chance.whole(1, depth > 1 ? 3 : 5));
    const parts = wanted.map((field): string => {
      const inner = getNamedType(field.type);
      const below = isLeafType(inner)
        ? ''
        : ` { ${this.selection(inner, inner.name.endsWith('Connection') || isUnionType(inner) ? depth : depth - 1)} }`;
      // Two of one name with other arguments would contradict each other: what takes some is renamed.
      const alias = field.args.length > 0 || chance.happens(0.1) ? `a${chance.whole(0, 1e6)}: ` : '';
      return `${alias}${field.name}${this.argumentsOf(field.args, inner.name.replace(/Connection$/, ''))}${this.directive()}${below}`;
    });
    const whole = ['__typename', ...parts].slice(chance.happens(0.3) || parts.length === 0 ? 0 : 1).join(' ');
    if (!chance.happens(0.15)) return whole;
    if (chance.happens(0.5)) return `... on ${type.name}${this.directive()} { ${whole} }`;
    const name = `F${this.fragments.length}`;
    this.fragments.push(`fragment ${name} on ${type.name} { ${whole} }`);
    return `...${name}`;
  }

  private directive(): string {
    if (!this.chance.happens(0.06)) return '';
    return ` @${this.one(['skip', 'include'])}(if: ${this.chance.happens(0.5) ? this.variable('Boolean!', this.chance.happens(0.5)) : this.one(['true', 'false'])})`;
  }

  private argumentsOf(args: readonly GraphQLArgument[], noun: string): string {
    const given = args.filter(
      ({ name, type }) => isNonNullType(type) || this.chance.happens(RARE.has(name) ? 0.08 : 0.25),
    );
    // Both ends at once is refused: seldom is enough.
    const names = given.map(({ name }) => name);
    const kept =
      names.includes('first') && names.includes('last') && this.chance.happens(0.9)
        ? given.filter(({ name }) => name !== 'last')
        : given;
    const told = kept.map((argument) => `${argument.name}: ${this.given(argument.name, argument.type, noun)}`);
    return told.length > 0 ? `(${told.join(', ')})` : '';
  }

  private given(name: string, type: GraphQLInputType, noun: string): string {
    const known = /^(after|before)$/.test(name) && this.chance.happens(0.9) ? this.cursors.get(noun) : undefined;
    const value = known ? this.one(known) : this.value(name, type, 2);
    return this.chance.happens(0.3) ? this.variable(String(type), value) : this.literal(type, value);
  }

  private variable(type: string, value: unknown): string {
    const name = `v${this.declared.length}`;
    this.declared.push(`$${name}: ${type}`);
    this.variables[name] = value;
    return `$${name}`;
  }

  private value(name: string, type: GraphQLInputType, depth: number): unknown {
    const { chance } = this;
    const own = getNullableType(type);
    if (isListType(own))
      return Array.from({ length: chance.whole(0, 3) }, () => this.value(name, own.ofType, depth - 1));
    if (isInputObjectType(own)) {
      const fields = Object.values(own.getFields()).filter(
        (field) => depth > 0 || !isInputObjectType(getNamedType(field.type)),
      );
      // What is closed narrows most: filters of few values come first as often as not.
      const drawn = chance.shuffled(fields);
      const first = chance.happens(0.5) ? drawn.toSorted((a, b) => Number(isClosed(b)) - Number(isClosed(a))) : drawn;
      const some = first.slice(0, chance.whole(0, 2));
      return Object.fromEntries(some.map((field) => [field.name, this.value(field.name, field.type, depth - 1)]));
    }
    if (isEnumType(own)) return this.one(own.getValues()).name;
    switch (getNamedType(own).name) {
      case 'Int':
        if (name === 'first' || name === 'last') return this.one(SIZES);
        return this.one([0, 1, 2, 5, 8, 20, 100, 101, 2021, 2022, 2023, -1]);
      case 'Year':
        return this.one([2021, 2022, 2022, 2023, 2024]);
      case 'Float':
        return this.one([0, 0.5, 30, 48.39, 50, 57.81, 65, 100]);
      case 'Boolean':
        return chance.happens(0.5);
      case 'DateTimeISO':
        return this.one(['2020-01-01T00:00:00.000Z', '2022-11-10T11:00:00.000Z', '2030-01-01T00:00:00.000Z']);
      case 'LocalDate':
        return this.one(['2022-11-10', '2023-06-01']);
      default:
        return this.one(this.words);
    }
  }

  private literal(type: GraphQLInputType, value: unknown): string {
    const own = getNullableType(type);
    if (isListType(own)) return `[${(value as unknown[]).map((each) => this.literal(own.ofType, each)).join(', ')}]`;
    if (isInputObjectType(own)) {
      const fields = own.getFields();
      const told = Object.entries(value as object).map(
        ([key, each]) => `${key}: ${this.literal(fields[key]?.type as GraphQLInputType, each)}`,
      );
      return `{ ${told.join(', ')} }`;
    }
    return isEnumType(own) ? String(value) : JSON.stringify(value);
  }

  /** The same, with something wrong in it. */
  private spoilt(query: string): string {
    const at = this.chance.whole(0, query.length - 1);
    return this.one([
      query.slice(0, at),
      `${query.slice(0, at)} nothing ${query.slice(at)}`,
      query.replace('}', '} }'),
    ]);
  }
}
