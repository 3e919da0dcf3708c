import { type EntityMetadata, type FilterQuery, type OrderDefinition, raw } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { ArgsType, type ClassType, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { countOf } from './count.ts';
import { Refusal } from './errors.ts';
import { Search } from './scalars.ts';

export enum Order {
  ASC = 'ASC',
  DESC = 'DESC',
}
registerEnumType(Order, { name: 'Order', description: 'Ascending or descending.' });

/** How a list of the back office is asked for. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 1, description: 'From 1.' })
  page: number = 1;

  @Field(() => Int, { defaultValue: 25, description: 'Rows a page, 1 to 100.' })
  perPage: number = 25;

  @Field(() => String, { nullable: true, description: 'A sortable field of the list; anything else is ignored.' })
  sort?: string | null;

  @Field(() => Order, { defaultValue: Order.ASC, description: 'Direction of the sort.' })
  order: Order = Order.ASC;

  @Field(() => [ID], { nullable: true, description: 'Only these records.' })
  ids?: string[] | null;

  @Field(() => Search, { nullable: true, description: 'Words to look for.' })
  q?: string | null;
}

/** One page of a list. */
export interface Page<T> {
  readonly items: T[];
  readonly total: number;
}

/** The GraphQL type of a page of a noun. */
export function pageType<T extends object>(item: ClassType<T>): ClassType<Page<T>> {
  @ObjectType(`${item.name}Page`, { description: `One page of a list of ${item.name}.` })
  class ItemPage implements Page<T> {
    @Field(() => [item], { description: 'The rows of this page.' })
    items!: T[];

    @Field(() => Int, { description: 'How many rows all pages have.' })
    total!: number;
  }
  return ItemPage;
}

/** The most rows of a page; an export reads longer ones, see `readingWhole`. */
const MOST = 100;

/** An entity manager whose pages hold more rows, and whose lists are counted only on their first page. */
export const readingWhole = (em: EntityManager, rows: number): EntityManager =>
  em.fork({
    loggerContext: { ...em.getLoggerContext(), rows },
    keepTransactionContext: true,
    clear: true,
  }) as EntityManager;

/** The place of a page among rows that are there already. */
export function pageAmong<T>(em: EntityManager, all: readonly T[], { page, perPage }: PageArgs): Page<T> {
  const { rows } = em.getLoggerContext();
  const most = Math.min(Math.max(perPage, 1), typeof rows === 'number' ? rows : MOST);
  const from = (Math.max(page, 1) - 1) * most;
  return { items: all.slice(from, from + most), total: all.length };
}

/** One page of the rows that meet every condition: at most 100, sorted only by what is allowed, ties broken by id. */
export async function pageOf<T extends { id: string }>(
  em: EntityManager,
  item: ClassType<T>,
  conditions: readonly Condition<T>[],
  args: PageArgs,
  sortable: readonly string[],
): Promise<Page<T>> {
  const { rows } = em.getLoggerContext();
  const whole = typeof rows === 'number';
  const perPage = Math.min(Math.max(args.perPage, 1), whole ? rows : MOST);
  const offset = (Math.max(args.page, 1) - 1) * perPage;
  const sort = args.sort && sortable.includes(args.sort) ? args.sort : sortable[0];
  const orderBy = [...(sort ? [sorted(em, item, sort, args.order)] : []), { id: Order.ASC }] as OrderDefinition<T>;
  const where = { $and: [...conditions, ...(args.ids ? [{ id: { $in: args.ids } }] : [])] } as FilterQuery<T>;
  // Side by side, on two connections: counting is what takes long, and the rows need not wait for it.
  const [items, total] = await Promise.all([
    em.find<T, never, '*', never>(item, where, { orderBy, limit: perPage, offset }),
    whole && offset > 0 ? null : countOf<T>(em, item, where),
  ]);
  return { items, total: total ?? offset + items.length };
}

/** One record one may see. Forbidden and absent look alike. */
export async function oneOf<T extends { id: string }>(
  em: EntityManager,
  item: ClassType<T>,
  id: string,
  visible: Condition<T> = {},
): Promise<T> {
  const record = await em.findOne<T>(item, { $and: [{ id }, visible] } as FilterQuery<T>);
  if (!record) throw new Refusal('NOT_FOUND');
  return record;
}

/** A condition on the rows of a noun, as MikroORM takes it. */
export type Condition<T> = FilterQuery<NoInfer<T>> | object;

/** `structure.name`, ASC → { structure: { name: ASC } } */
const nested = (path: string, leaf: unknown): object =>
  path
    .split('.')
    .reverse()
    .reduce((inner, word) => ({ [word]: inner }), leaf) as object;

/** The same with something made of the column at its end, that column being known by its table when it is asked for. */
const nestedIn = (path: string, made: (column: string) => string, leaf: unknown): object => {
  const words = path.split('.');
  const own = words.pop() ?? '';
  const key = raw((alias) => made(`${alias}."${own.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}"`));
  return words.reverse().reduce((inner, word) => ({ [word]: inner }), { [key]: leaf } as object);
};

/** In the order of a field; words as a French dictionary has them, É beside E and not after Z. */
function sorted<T extends object>(em: EntityManager, item: ClassType<T>, path: string, order: Order): object {
  const isText = kindOf(em.getMetadata().get(item as never), path.split('.')) === 'text';
  return isText ? nestedIn(path, (column) => `${column} collate "fr-x-icu"`, order) : nested(path, order);
}

/** The type of the column that a path of fields ends at. */
function kindOf({ properties }: EntityMetadata, [first = '', ...rest]: readonly string[]): string | undefined {
  const property = properties[first as never] as EntityMetadata['props'][number] | undefined;
  if (rest.length > 0 && property?.targetMeta) return kindOf(property.targetMeta, rest);
  return property?.enum ? undefined : property?.columnTypes[0];
}

/** The rows where one of the fields contains every word looked for, whatever the case, the accents and the apostrophes. */
export function matching(q: string | null | undefined, ...fields: string[]): object {
  const words = (q ?? '').split(/\s+/).filter(Boolean);
  const like = (field: string, word: string) =>
    nestedIn(field, (column) => `folded(${column})`, {
      $like: raw('folded(?)', [`%${word.replace(/[\\%_]/g, '\\$&')}%`]),
    });
  return { $and: words.map((word) => ({ $or: fields.map((field) => like(field, word)) })) };
}

/** The conditions that were asked for: those left out do not narrow anything. */
export const asked = (conditions: Readonly<Record<string, unknown>>): object[] =>
  Object.entries(conditions)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([path, value]) => nested(path, value));
