import { type FieldNode, type GraphQLField, getNamedType, isObjectType } from 'graphql';
import { Refusal } from '../kernel/errors.ts';
import type { Variables } from './bound.ts';
import { type Compiler, joined, jsonObject } from './compiler.ts';
import { keyOf } from './dictionary.ts';
import type { Link, NounName } from './noun.ts';
import { nouns } from './nouns.ts';
import { cursorSql, type Ladder, ladderOf, placeIn, READING } from './sort.ts';
import { quoted } from './statement.ts';
import { conditionsIn, instantIn } from './where.ts';

/** How many records a page holds when nothing is asked, and at most. */
export const PAGE = 20;
export const MOST = 100;

/** The rows of a list before any page is cut: a link from a row, or the root of the contract. */
interface Span {
  readonly noun: NounName;
  readonly conditions: readonly string[];
}

/** A list of the contract, as an expression of JSON text: `nodes`, `edges`, `pageInfo` and `totalCount`. */
export function connectionSql(
  compiler: Compiler,
  link: Link,
  field: GraphQLField<unknown, unknown>,
  nodes: readonly FieldNode[],
  row: string | null,
): string {
  const asked = compiler.argumentsOf(field, nodes);
  const where = conditionsIn(compiler.values, link.to, asked.where as Variables | undefined);
  const since = row === null ? changedSince(compiler, link.to, asked.changedSince) : [];
  const span: Span = { noun: link.to, conditions: [...spanOf(compiler, link, asked, row), ...where, ...since] };
  const within = row === null ? asked.version != null : !link.acrossYears;
  const ladder = ladderOf(link.to, String(asked.orderBy ?? READING), within && nouns[link.to].reading.length > 0);
  const page = pageOf(compiler, span, ladder, asked, `${link.to}.${asked.orderBy ?? READING}`);
  return written(compiler, field, nodes, span, page);
}

function spanOf(compiler: Compiler, link: Link, asked: Variables, row: string | null): string[] {
  if (row !== null) {
    compiler.moving ||= link.acrossYears ?? false;
    return [joined(link, row, 't'), ...(link.acrossYears ? [LATEST] : [])];
  }
  compiler.pin(asked.version);
  if (asked.version != null) return [`t.version = ${compiler.values.bind(asked.version, 'text')}`];
  return EVERY_VERSION.has(link.to) ? [] : [LATEST];
}

/** What is told of every version, and not only of the latest. */
const EVERY_VERSION: ReadonlySet<NounName> = new Set(['Dataset', 'Erratum']);

/** Of each year, its latest version. */
const LATEST = 'd.number = (select max(l.number) from dataset l where l.year = d.year)';

/** What the version that was current at an instant did not say, or said otherwise. */
function changedSince({ values }: Compiler, noun: NounName, asked: unknown): string[] {
  if (asked == null) return [];
  const since = () => instantIn(values, asked);
  const { table } = nouns[noun];
  const same = keyOf(table).map((column) =>
    column === 'version' ? `o.version = (${was(since())})` : `o.${column} = t.${column}`,
  );
  const apart = `(to_jsonb(t) - 'version') is distinct from (select to_jsonb(o) - 'version' from ${table} o where ${same.join(' and ')})`;
  return [`d.published_at > ${since()}`, ...(table === 'dataset' ? [] : [apart])];
}

const was = (since: string): string =>
  `select b.version from dataset b where b.year = d.year and b.published_at <= ${since} order by b.number desc limit 1`;

/** One page: the rows it is cut from, in SQL and in their order, and the way it is read. */
interface Page {
  readonly rows: string;
  /** How many it holds, in SQL. */
  readonly size: string;
  readonly backwards: boolean;
  readonly started: boolean;
  readonly cursor: string;
}

function pageOf(compiler: Compiler, span: Span, ladder: Ladder, asked: Variables, list: string): Page {
  const { values } = compiler;
  const { first, last, after, before } = asked;
  if (first != null && last != null) throw new Refusal('PAGE_SIZE');
  const backwards = last != null;
  const size = values.bind(first ?? last ?? PAGE, 'bigint', pageSize);
  const beyond = (cursor: unknown, past: '>' | '<') => {
    const place = ladder.rungs.map(({ cast }, i) =>
      values.bind(cursor, cast, (value) => placeIn(value, list, ladder)[i]),
    );
    return `(${ladder.rungs.map(({ sql }) => sql).join(', ')}) ${past} (${place.join(', ')})`;
  };
  const [on, back] = ladder.down ? (['<', '>'] as const) : (['>', '<'] as const);
  const bounds = [...(after == null ? [] : [beyond(after, on)]), ...(before == null ? [] : [beyond(before, back)])];
  const order = ladder.orderBy(backwards);
  const keys = ladder.rungs.map(({ sql }, i) => `${sql} as k${i}`).join(', ');
  return {
    rows: `select t.*, ${keys} ${fromOf(span, bounds, order)} order by ${order} limit ${size}`,
    size,
    backwards,
    started: (backwards ? before : after) != null,
    cursor: cursorSql(list, ladder.rungs.length),
  };
}

/** The rows of a list; with the version of each where something asks for it. */
const fromOf = ({ noun, conditions }: Span, bounds: readonly string[] = [], order = ''): string => {
  const all = [...conditions, ...bounds];
  const where = all.length > 0 ? ` where ${all.join(' and ')}` : '';
  const dated = `${where} ${order}`.includes('d.') ? ' join dataset d on d.version = t.version' : '';
  return `from ${nouns[noun].table} t${dated}${where}`;
};

function pageSize(asked: unknown): number {
  if (typeof asked !== 'number' || asked < 1 || asked > MOST) throw new Refusal('PAGE_SIZE');
  return asked;
}

function written(
  compiler: Compiler,
  field: GraphQLField<unknown, unknown>,
  nodes: readonly FieldNode[],
  span: Span,
  page: Page,
): string {
  const type = getNamedType(field.type);
  if (!isObjectType(type)) throw new Error(`${field.name} is no list.`);
  const row = compiler.row();
  const asked = compiler.fieldsOf(type, nodes);
  const asks = (part: string) => asked.some(({ field: own }) => own?.name === part);
  // Rows are numbered, and one more is read, only where something hangs on it.
  const listed = page.backwards || asks('pageInfo') ? numbered(page, row) : inOrder;
  const object = jsonObject(
    asked.map(({ key, field: own, nodes }) => {
      if (!own) return [key, quoted(`"${type.name}"`)];
      if (own.name === 'totalCount') return [key, `(select count(*)::text ${fromOf(span)})`];
      return [key, partSql(compiler, page, own, nodes, row, listed)];
    }),
  );
  if (!asks('pageInfo') && !asks('nodes') && !asks('edges')) return `(select ${object})`;
  if (listed === inOrder) return `(select ${object} from (${page.rows}) ${row} having true)`;
  return `(with p as materialized (select q.*, row_number() over () as r from (${page.rows} + 1) q) select ${object} from p ${row} having true)`;
}

/** The items of a page as one JSON text, from what each is. */
type Listed = (item: string) => string;

/** Of rows that come as many and in the order as they are answered: sorted once, as PostgreSQL keeps what it aggregates. */
const inOrder: Listed = (item) => `coalesce('[' || string_agg(${item}, ',') || ']', '[]')`;

const numbered =
  ({ size, backwards }: Page, row: string): Listed =>
  (item) =>
    `coalesce('[' || string_agg(case when ${row}.r <= ${size} then ${item} end, ','${backwards ? ` order by ${row}.r desc` : ''}) || ']', '[]')`;

/** `nodes`, `edges` or `pageInfo`, over the rows of a page. */
function partSql(
  compiler: Compiler,
  page: Page,
  part: GraphQLField<unknown, unknown>,
  nodes: readonly FieldNode[],
  row: string,
  listed: Listed,
): string {
  const type = getNamedType(part.type);
  if (!isObjectType(type)) throw new Error(`${part.name} is no part of a list.`);
  const cursor = `'"' || ${page.cursor.replaceAll('p.k', `${row}.k`)} || '"'`;
  if (part.name === 'nodes') return listed(compiler.object(type, nodes, row));
  const typename = quoted(`"${type.name}"`);
  const asked = compiler.fieldsOf(type, nodes);
  if (part.name === 'pageInfo') {
    const info = infoSql(page, cursor, row);
    return jsonObject(asked.map(({ key, field: own }) => [key, own ? (info[own.name] ?? `'null'`) : typename]));
  }
  const edge = asked.map(({ key, field: own, nodes }): [string, string] => {
    const node = own && getNamedType(own.type);
    return [key, isObjectType(node) ? compiler.object(node, nodes, row) : own ? cursor : typename];
  });
  return listed(jsonObject(edge));
}

/** Where a page stops, part by part. */
function infoSql({ size, backwards, started }: Page, cursor: string, row: string): Readonly<Record<string, string>> {
  const more = `coalesce(bool_or(${row}.r > ${size}), false)::text`;
  const at = (place: string) => `coalesce(max(case when ${row}.r = ${place} then ${cursor} end), 'null')`;
  const [near, far] = [at('1'), at(`(select least(count(*), ${size}) from p)`)];
  return {
    hasNextPage: backwards ? `'${started}'` : more,
    hasPreviousPage: backwards ? more : `'${started}'`,
    startCursor: backwards ? far : near,
    endCursor: backwards ? near : far,
  };
}
