import {
  GraphQLEnumType,
  type GraphQLFieldConfigMap,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
} from 'graphql';
import { jsonObject } from './compiler.ts';
import { factNames, keyOf, type TableName } from './dictionary.ts';
import { quoted, type Values } from './statement.ts';

const kinds = new GraphQLEnumType({
  name: 'ChangeKind',
  description: 'What became of a record from one version to another.',
  values: {
    APPEARED: { description: 'The earlier version did not have it.' },
    CHANGED: { description: 'It reads otherwise.' },
    DISAPPEARED: { description: 'The later version no longer has it: forget it.' },
  },
});

const tables = new GraphQLEnumType({
  name: 'TableName',
  description: 'The tables of the published world.',
  values: Object.fromEntries(factNames.map((name) => [name, { description: `The table ${name}.` }])),
});

const need = <Type extends ConstructorParameters<typeof GraphQLNonNull>[0]>(type: Type) => new GraphQLNonNull(type);

const change = new GraphQLObjectType({
  name: 'Change',
  description: 'What became of one record from one version to another; its removal too.',
  fields: {
    table: { type: need(tables), description: 'The table it is in. Example: laureate.' },
    key: {
      type: need(GraphQLString),
      description: 'What tells it apart in the table, joined by a slash. Example: 0/1.',
    },
    kind: { type: need(kinds), description: 'What became of it. Example: CHANGED.' },
    fields: {
      type: need(new GraphQLList(need(GraphQLString))),
      description: 'The columns that differ; all of them for one that appeared or disappeared. Example: name.',
    },
  },
});

const changes = new GraphQLObjectType({
  name: 'ChangeList',
  description: 'Everything that differs between two versions.',
  fields: {
    nodes: { type: need(new GraphQLList(need(change))), description: 'Table by table, in the order of their keys.' },
    totalCount: { type: need(GraphQLInt), description: 'How many there are. Example: 3.' },
  },
});

/** What differs between two versions, removals included: whoever keeps a copy brings it up to date with this. */
export const changeFields = (): GraphQLFieldConfigMap<unknown, unknown> => ({
  changes: {
    type: need(changes),
    description: 'What differs from one version to another, removals included; nothing when either does not exist.',
    args: {
      from: { type: need(GraphQLString), description: 'The version you have. Example: 2022.1.' },
      to: { type: need(GraphQLString), description: 'The version you want. Example: 2022.2.' },
    },
  },
});

const parts: Readonly<Record<string, string>> = {
  table: 'to_json(x."table")::text',
  key: 'to_json(x.key)::text',
  kind: 'to_json(x.kind)::text',
  fields: 'to_json(x.fields)::text',
};

/** The changes between two versions as JSON text. `asked` says which parts. */
export function changesSql(values: Values, from: unknown, to: unknown, asked: readonly ChangeAsked[]): string {
  const listed = (node: ChangeAsked['node']) => {
    const each = jsonObject(node.map(([key, part]) => [key, parts[part] ?? quoted('"Change"')]));
    return `coalesce('[' || string_agg(${each}, ',' order by x.place, x.key) || ']', '[]')`;
  };
  const object = jsonObject(
    asked.map(({ key, part, node }) => {
      if (part === 'nodes') return [key, listed(node)];
      return [key, part === 'totalCount' ? 'count(*)::text' : quoted('"ChangeList"')];
    }),
  );
  const [old, now] = [values.bind(from, 'text'), values.bind(to, 'text')];
  const each = factNames.map((name, place) => changedIn(name, place, old, now));
  return `(select ${object} from (${each.join(' union all ')}) x having true)`;
}

/** One response key of the list, with the part it asks for; of `nodes`, what it asks of each change. */
export interface ChangeAsked {
  readonly key: string;
  readonly part: string;
  readonly node: readonly (readonly [key: string, part: string])[];
}

function changedIn(name: TableName, place: number, old: string, now: string): string {
  const key = keyOf(name).filter((column) => column !== 'version');
  const told = key.length === 0 ? `''` : `concat_ws('/', ${key.join(', ')})`;
  const side = (version: string) =>
    `(select ${told} as key, to_jsonb(t) - '{version,number,published_at,hash,signature,public_key}'::text[] as told from ${name} t where version = ${version})`;
  const both = `exists (select from dataset where version = ${old}) and exists (select from dataset where version = ${now})`;
  return `select '${name}' as "table", ${place} as place, coalesce(a.key, b.key) as key,
    case when a.key is null then 'APPEARED' when b.key is null then 'DISAPPEARED' else 'CHANGED' end as kind,
    array(select c.key from jsonb_each(coalesce(b.told, a.told)) c where a.told is null or b.told is null
      or a.told -> c.key is distinct from b.told -> c.key order by c.key) as fields
    from ${side(old)} a full join ${side(now)} b on a.key = b.key where a.told is distinct from b.told and ${both}`;
}
