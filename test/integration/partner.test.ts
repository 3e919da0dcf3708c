import {
  type GraphQLNamedType,
  getNamedType,
  isLeafType,
  isObjectType,
  isUnionType,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';
import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { contract } from '../../server/partner/contract.ts';
import { tableNames } from '../../server/partner/dictionary.ts';
import { compile } from '../../server/partner/operation.ts';
import { actorOf, makeBackOffice } from '../support/back-office.ts';
import { makeEdition, publishNow, type Rehearsal, verbs } from '../support/edition.ts';
import { structures } from '../support/sample.ts';

const office = await makeBackOffice('partner');
const { app, done, headersOf, read, reading, sql } = office;
const { id, enrolment } = await makeEdition(office, 'PUBLISHED');
const PALMARES = '{ edition(year: 2022) { year structureCount trophies { nodes { laureates { nodes { name } } } } } }';
const palmares = (await read(PALMARES)).data;

describe('the role of the published world', async () => {
  const reader = new pg.Client(reading);
  await reader.connect();
  afterAll(() => reader.end());
  const relations = await sql<{ name: string; kind: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name, c.relkind as kind from pg_class c
     join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
     order by 1`,
  );
  const outside = relations.filter(({ name }) => !name.startsWith('published.'));
  const inside = relations.filter(({ name }) => name.startsWith('published.'));

  test('reads what was published', async () => {
    expect(inside.map(({ name }) => name)).toEqual(
      [...tableNames, 'announcement', 'paper'].map((each) => `published.${each}`).toSorted(),
    );
    // Nothing was corrected yet, nor announced, and no text is online.
    for (const { name } of inside.filter(({ name }) => !/erratum|announcement|paper/.test(name)))
      expect((await reader.query(`select * from ${name}`)).rowCount, name).toBeGreaterThan(0);
  });

  test.each(outside.map(({ name }) => name))('is refused on %s', async (name) => {
    await expect(reader.query(`select from ${name}`)).rejects.toThrow(/permission denied/);
  });

  test('meets every schema of the back office among those refusals', () => {
    const schemas = new Set(outside.map(({ name }) => name.split('.')[0]));
    expect([...schemas].sort()).toEqual(['access', 'auth', 'embargoed', 'press', 'public']);
    expect(outside.length).toBeGreaterThan(30);
  });

  test('writes nothing, even when it takes off its own bridle', async () => {
    await reader.query('set default_transaction_read_only = off');
    for (const { name } of inside.filter(({ kind }) => kind === 'r'))
      for (const statement of [
        `insert into ${name} select * from ${name}`,
        `update ${name} set ${name === 'published.announcement' ? 'year = year' : 'version = version'}`,
        `delete from ${name}`,
        `truncate ${name} cascade`,
        `drop table ${name} cascade`,
        `alter table ${name} disable trigger all`,
      ])
        await expect(reader.query(statement), statement).rejects.toThrow(/permission denied|must be owner/);
  });

  test.each([
    'create temporary table loot (line text)',
    'create table published.loot (line text)',
    'create table public.loot (line text)',
    'create schema loot',
    'create function published.loot() returns int language sql as $$ select 1 $$',
    'set role postgres',
    'alter role published_reader superuser',
    `copy published.dataset to program 'cat'`,
    `select pg_read_file('/etc/passwd')`,
    `select set_config('barometre.actor', 'Ada', false) from public.structure`,
    'select published.record_change()',
  ])('is refused: %s', async (statement) => {
    await expect(reader.query(statement)).rejects.toThrow(/permission denied|must be|does not exist|Only roles/);
  });

  test('does not wait for ever', async () => {
    const fresh = new pg.Client(reading);
    await fresh.connect();
    const { rows } = await fresh.query('show statement_timeout');
    await fresh.end();
    expect(rows).toEqual([{ statement_timeout: '2s' }]);
  });
});

/** Everything that can be asked of a type of the contract, so many types down. */
function everythingOf(type: GraphQLNamedType | undefined, depth: number): string {
  if (isUnionType(type))
    return type
      .getTypes()
      .map((member) => `... on ${member.name} { ${everythingOf(member, depth)} }`)
      .join(' ');
  if (!isObjectType(type)) return '';
  const parts = Object.values(type.getFields()).map(({ name, type: of, args }) => {
    const inner = getNamedType(of);
    if (isLeafType(inner)) return name;
    if (depth === 0 && !isUnionType(inner)) return '';
    const most = args.some((argument) => argument.name === 'first') ? '(first: 100)' : '';
    return `${name}${most} { ${everythingOf(inner, depth - 1)} }`;
  });
  return `__typename ${parts.join(' ')}`;
}

describe('the published contract', async () => {
  // Past editions, so that there is something to page through; one of them is not published.
  for (const year of [2015, 2016, 2017, 2018, 2019]) {
    const edition = await done('mutation ($input: EditionInput!) { createEdition(input: $input) { id } }', {
      input: { ordinal: year - 2000, year, label: `Édition ${year}`, provenance: 'REPORTED' },
    });
    for (const phase of ['FIELDWORK', 'CONTROL', 'DELIBERATION', 'EMBARGO'])
      await done(verbs.move, { id: edition.id, phase });
    const { hash } = await done<Rehearsal>(verbs.rehearse, { id: edition.id });
    if (year !== 2017) await publishNow(office, edition.id, hash);
  }

  test('names nobody but the laureates, whatever is asked of it', async () => {
    const fields = Object.values(contract.getQueryType()?.getFields() ?? {});
    const asked = fields.map(({ name, args, type }) => {
      const needed: Record<string, string> = {
        edition: '(year: 2022)',
        dataset: '(version: "2022.1")',
        changes: '(from: "2022.1", to: "2018.1")',
      };
      const most = args.some((argument) => argument.name === 'first') ? '(first: 100)' : (needed[name] ?? '');
      return parse(`{ ${name}${most} { ${everythingOf(getNamedType(type), 3)} } }`);
    });
    // Deeper than any guest may ask at once, so that the words of a whole edition are there: straight to the statement.
    const reader = new pg.Client(reading);
    await reader.connect();
    const dump: string[] = [];
    for (const document of asked) {
      expect(validate(contract, document)).toEqual([]);
      const { plan } = compile(contract, document, document.definitions[0] as OperationDefinitionNode, {});
      const { rows } = await reader.query(plan?.text ?? '', plan?.values.in({}));
      dump.push(String(rows[0].data));
    }
    await reader.end();
    const said = dump.join('\n');
    for (const text of dump) expect(JSON.parse(text)).toBeTruthy();
    const laureates = ['T1', 'R1'];
    for (const { reference, name, siren } of structures) {
      expect(said.includes(name), name).toBe(laureates.includes(reference));
      expect(said.includes(name.split(' ').at(-1) ?? ''), name).toBe(laureates.includes(reference));
      expect(said.includes(siren), siren).toBe(false);
      expect(said.includes(`"${reference}"`), reference).toBe(false);
      expect(said.includes(enrolment[reference] ?? '?'), reference).toBe(false);
    }
    expect(said).not.toContain(id);
  });

  test('has no way in but what was published: neither structures, nor tests, nor people', () => {
    const nouns = [
      'categories',
      'changes',
      'channels',
      'criteria',
      'dataset',
      'datasets',
      'edition',
      'editions',
      'errata',
      'frames',
    ];
    const more = ['indicators', 'laureates', 'means', 'steps', 'trophies', 'upcoming'];
    expect(Object.keys(contract.getQueryType()?.getFields() ?? {}).toSorted()).toEqual([...nouns, ...more]);
    expect(contract.getMutationType()).toBeUndefined();
    expect(contract.getSubscriptionType()).toBeUndefined();
  });

  test.each([
    ['a year nobody published', '(year: 2011)'],
    ['an edition that is ready but not published', '(year: 2017)'],
    ['a version that does not exist', '(year: 2022, version: "2022.9")'],
    ['a version of another year', '(year: 2022, version: "2018.1")'],
    ['a version that is no version', `(year: 2022, version: "' or true --")`],
  ])('answers null for %s', async (_, asked) => {
    expect(await read(`{ edition${asked} { year } }`)).toMatchObject({ data: { edition: null }, refusals: [] });
  });

  interface Connection {
    readonly editions: {
      readonly nodes: { year: number }[];
      readonly edges: { cursor: string; node: { year: number } }[];
      readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
      readonly totalCount: number;
    };
  }
  const page = async (first: number, after: string | null = null) => {
    const query = `query ($first: Int!, $after: String) { editions(first: $first, after: $after) {
      nodes { year } edges { cursor node { year } } pageInfo { hasNextPage endCursor } totalCount } }`;
    return (await read<Connection>(query, { first, after })).data.editions;
  };
  const YEARS = [2022, 2019, 2018, 2016, 2015];

  test.each([1, 2, 3, 4, 5, 100])('is read through in pages of %i without loss or repeat', async (first) => {
    const years: number[] = [];
    let after: string | null = null;
    for (;;) {
      const { nodes, edges, pageInfo, totalCount } = await page(first, after);
      expect(totalCount).toBe(5);
      expect(nodes).toEqual(edges.map(({ node }) => node));
      expect(pageInfo.endCursor).toBe(edges.at(-1)?.cursor);
      years.push(...nodes.map(({ year }) => year));
      expect(pageInfo.hasNextPage).toBe(years.length < 5);
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(years).toEqual(YEARS);
  });

  test('pages on from the cursor of any line, and from the last one to nothing', async () => {
    const { edges } = await page(100);
    const from = async (i: number) => (await page(100, edges[i]?.cursor)).nodes.map(({ year }) => year);
    expect(await from(1)).toEqual(YEARS.slice(2));
    expect(await page(100, edges[4]?.cursor)).toMatchObject({
      nodes: [],
      pageInfo: { hasNextPage: false, endCursor: null },
    });
  });

  test('a page already read is the same after a new edition', async () => {
    const { pageInfo } = await page(2);
    const before = await page(2, pageInfo.endCursor);
    const edition = await sql<{ id: string }>(`select id from edition where year = 2017`);
    const { hash } = await done<Rehearsal>(verbs.rehearse, { id: edition[0]?.id });
    await sql(`update edition set year = 2030 where year = 2017`);
    expect((await done<Rehearsal>(verbs.rehearse, { id: edition[0]?.id })).hash).not.toBe(hash);
    const { hash: read } = await done<Rehearsal>(verbs.rehearse, { id: edition[0]?.id });
    await publishNow(office, edition[0]?.id ?? '', read);
    expect({ ...(await page(2, pageInfo.endCursor)), totalCount: 5 }).toEqual(before);
    await expect.poll(async () => (await page(1)).nodes).toEqual([{ year: 2030 }]);
  });
});

const alias = (n: number) => Array.from({ length: n }, (_, i) => `a${i}: editions { totalCount }`).join(' ');
const deep = (n: number) => `{ __schema { types { ${'fields { type { '.repeat(n)} name ${'} } '.repeat(n)} } } }`;
const attacks: [name: string, code: string, body: unknown][] = [
  ['a page of nothing', 'PAGE_SIZE', { query: '{ editions(first: 0) { totalCount } }' }],
  ['a page of less than nothing', 'PAGE_SIZE', { query: '{ editions(first: -1) { totalCount } }' }],
  ['a page of 101', 'PAGE_SIZE', { query: '{ editions(first: 101) { totalCount } }' }],
  ['a cursor made up', 'CURSOR_INVALID', { query: '{ editions(after: "moi") { totalCount } }' }],
  ['an empty cursor', 'CURSOR_INVALID', { query: '{ editions(after: "") { totalCount } }' }],
  [
    'the cursor of another list',
    'CURSOR_INVALID',
    { query: `{ editions(after: "${Buffer.from('structure:1').toString('base64url')}") { totalCount } }` },
  ],
  ['a year before time', 'GRAPHQL_VALIDATION_FAILED', { query: '{ edition(year: 12) { year } }' }],
  [
    'a year in letters',
    'BAD_USER_INPUT',
    { query: 'query ($y: Year!) { edition(year: $y) { year } }', variables: { y: 'deux mille' } },
  ],
  [
    'a NUL in a version',
    'NOT_FOUND',
    { query: 'query ($v: String) { edition(year: 2022, version: $v) { year } }', variables: { v: '\u0000' } },
  ],
  ['a field that does not exist', 'GRAPHQL_VALIDATION_FAILED', { query: '{ structures { name } }' }],
  ['a mutation', 'OPERATION_RESOLUTION_FAILURE', { query: 'mutation { requestRelease { id } }' }],
  ['a subscription', 'OPERATION_RESOLUTION_FAILURE', { query: 'subscription { editions { totalCount } }' }],
  ['a document cut short', 'GRAPHQL_PARSE_FAILED', { query: '{ editions {' }],
  ['an empty document', 'BAD_REQUEST', { query: '' }],
  ['no document', 'BAD_REQUEST', {}],
  ['a document that is a number', 'BAD_REQUEST', { query: 42 }],
  [
    'an operation that is not there',
    'OPERATION_RESOLUTION_FAILURE',
    { query: 'query A { __typename }', operationName: 'B' },
  ],
  ['a hundred aliases', 'QUERY_TOO_COSTLY', { query: `{ ${alias(100)} }` }],
  ['types of fields of types, fifty deep', 'GRAPHQL_VALIDATION_FAILED', { query: deep(50) }],
  ['ten thousand tokens', 'QUERY_TOO_COSTLY', { query: `{ ${'__typename '.repeat(10_000)} }` }],
  ['a thousand directives', 'QUERY_TOO_COSTLY', { query: `{ __typename ${'@skip(if: false) '.repeat(400)} }` }],
  [
    'fragments in a circle',
    'GRAPHQL_VALIDATION_FAILED',
    {
      query: '{ edition(year: 2022) { ...A } } fragment A on Edition { ...B } fragment B on Edition { ...A }',
    },
  ],
];

/** What any answer to an attack must be: told in our shape, without a word on how we are built. */
const expectTyped = (body: string, code: string) => {
  const { errors } = JSON.parse(body) as { errors: { message: string; extensions: { code: string } }[] };
  expect(errors.map(({ extensions }) => extensions.code)).toContain(code);
  expect(body).not.toMatch(/stack|node_modules|\.ts:\d|\/server\/|SELECT|select document|pg_|Did you mean/i);
};

describe('an outsider', () => {
  test.each(attacks)('is told what is wrong with %s: %s', async (_, code, body) => {
    const response = await app.inject({ method: 'POST', url: '/graphql', payload: body as object });
    expectTyped(response.body, code);
    expect((await read(PALMARES)).data).toEqual(palmares);
  });

  const json = { 'content-type': 'application/json' };
  test.each([
    ['a body of 10 MB', 413, 'TOO_LARGE', json, JSON.stringify({ query: `{ ${'a'.repeat(10_000_000)} }` })],
    ['half a JSON', 400, 'BAD_REQUEST', json, '{"query": "{ __typename'],
    ['no JSON at all', 400, 'BAD_REQUEST', json, 'bonjour'],
    ['nothing', 400, 'BAD_REQUEST', json, ''],
    ['a list of requests', 400, 'BAD_REQUEST', json, '[{"query":"{ __typename }"}]'],
    ['XML', 415, 'BAD_REQUEST', { 'content-type': 'application/xml' }, '<query/>'],
  ])('who sends %s is answered %i', async (_, status, code, headers, payload) => {
    for (const url of ['/graphql', '/admin/graphql']) {
      const response = await app.inject({ method: 'POST', url, headers, payload });
      expect(response.statusCode, url).toBe(status);
      expectTyped(response.body, code);
    }
    expect((await read(PALMARES)).data).toEqual(palmares);
  });

  test('changes nothing by an address that is only read', async () => {
    const query = 'mutation { createEdition(input: { ordinal: 1, year: 2011, label: "x" }) { id } }';
    const before = await sql('select count(*) from edition');
    const url = `/admin/graphql?query=${encodeURIComponent(query)}`;
    for (const headers of [{}, { 'apollo-require-preflight': 'yes' }]) {
      const response = await app.inject({ url, headers: { ...headersOf('MANAGER'), ...headers } });
      expect(response.statusCode).toBeGreaterThanOrEqual(400);
      expect(response.body).not.toMatch(/stack|node_modules/);
    }
    expect(await sql('select count(*) from edition')).toEqual(before);
  });

  test('does not post to the back office from a form of another site', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const headers = { ...headersOf('MANAGER'), 'content-type': type };
      const payload = '{"query":"{ editions { total } }"}';
      const response = await app.inject({ method: 'POST', url: '/admin/graphql', headers, payload });
      expect(response.statusCode, type).toBeGreaterThanOrEqual(400);
      expect(response.body).not.toContain('total"');
    }
  });

  test('cannot read the contract of the back office, whoever they are', async () => {
    for (const asker of [null, 'JUROR', 'ADMINISTRATOR'] as const) {
      const query = '{ __schema { types { name } } }';
      const headers = headersOf(asker);
      const response = await app.inject({ method: 'POST', url: '/admin/graphql', headers, payload: { query } });
      expectTyped(response.body, 'GRAPHQL_VALIDATION_FAILED');
      expect(response.body).not.toContain('Enrolment');
    }
  });

  test('finds no other door', async () => {
    for (const url of [
      '/admin/uploads',
      '/api',
      '/.env',
      '/server/main.ts',
      '/../package.json',
      '/admin/graphql/../uploads',
      '/%00',
    ]) {
      const response = await app.inject({ url });
      expect(response.statusCode, url).toBeGreaterThanOrEqual(400);
      expect(response.body).not.toMatch(/stack|node_modules/);
    }
    expect((await app.inject('/healthz')).json()).toEqual({ alive: true });
    expect((await app.inject('/readyz')).json()).toEqual({ ready: true });
  });

  test('with an account of their own gets no further than their role', async () => {
    const me = actorOf('PARTICIPANT', '00000000-0000-4000-8000-00000000dead');
    const lists = '{ structures { total } enrolments { total } laureates { total } }';
    const nothing = { total: 0 };
    expect((await office.ask(me, lists)).data).toEqual({
      structures: nothing,
      enrolments: nothing,
      laureates: nothing,
    });
    for (const query of [
      '{ audits { total } }',
      '{ changes { total } }',
      '{ mails { total } }',
      '{ accounts { total } }',
      '{ decisions { total } }',
      '{ datasets { total } }',
      '{ uploads { total } }',
      '{ scoreRuns { total } }',
    ])
      expect((await office.ask(me, query)).refusals, query).toEqual(['FORBIDDEN']);
  });
});
