import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, test } from 'vitest';
import { makeBackOffice } from '../support/back-office.ts';
import { makeEdition } from '../support/edition.ts';

const office = await makeBackOffice('attack', { anyonesAllowance: 5000 });
const { app, headersOf } = office;
await makeEdition(office, 'PUBLISHED');
await app.listen({ port: 0, host: '127.0.0.1' });
const port = (app.server.address() as AddressInfo).port;
afterAll(() => app.close());

const YEARS = '{ editions { totalCount } }';
const ask = (payload: object, more: object = {}) =>
  app.inject({ method: 'POST', url: '/graphql', remoteAddress: '203.0.113.66', payload, ...more });
/** Someone else, meanwhile. */
const others = async () =>
  (
    await app.inject({ method: 'POST', url: '/graphql', remoteAddress: '198.51.100.9', payload: { query: YEARS } })
  ).json();
const codesIn = (body: string): string[] =>
  (JSON.parse(body) as { errors?: { extensions: { code: string } }[] }).errors?.map(
    ({ extensions }) => extensions.code,
  ) ?? [];
const TELLS_NOTHING = /stack|node_modules|\.ts:\d|\/server\/|select |pg_|relation|syntax error at|Did you mean/i;

/** Fragments that open one another twice each: a document of a few lines, and of 2 to the power of 60 selections. */
const doubling = Array.from({ length: 60 }, (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`).join(
  ' ',
);
const deep = (n: number): string => (n === 0 ? 'version' : `trophies { nodes { edition { ${deep(n - 1)} } } }`);

const floods: [name: string, code: RegExp, query: string][] = [
  [
    'a thousand aliases',
    /QUERY_TOO_COSTLY/,
    `{ ${Array.from({ length: 1000 }, (_, i) => `a${i}: editions { totalCount }`).join(' ')} }`,
  ],
  ['ten thousand fields', /QUERY_TOO_COSTLY/, `{ editions { nodes { ${'year '.repeat(10_000)} } } }`],
  ['a thousand directives', /QUERY_TOO_COSTLY/, `{ editions ${'@include(if: true) '.repeat(1000)} { totalCount } }`],
  [
    'fragments in a circle',
    /GRAPHQL_VALIDATION_FAILED/,
    '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
  ],
  [
    'fragments that double',
    /QUERY_TOO_COSTLY|GRAPHQL_VALIDATION_FAILED|^$/,
    `{ ...F0 } ${doubling} fragment F60 on Query { editions { totalCount } }`,
  ],
  ['thirty levels', /GRAPHQL_VALIDATION_FAILED|QUERY_TOO_COSTLY/, `{ edition(year: 2022) { ${deep(10)} } }`],
  [
    'pages within pages',
    /QUERY_TOO_COSTLY/,
    '{ editions(first: 100) { nodes { means(first: 100) { nodes { series(first: 100) { nodes { code } } } } } } }',
  ],
  [
    'introspection without end',
    /GRAPHQL_VALIDATION_FAILED/,
    `{ __schema { types { ${'fields { type { '.repeat(40)} name ${'} } '.repeat(40)} } } }`,
  ],
];

describe('a flood', () => {
  test.each(floods)('of %s is refused at once, and others are served', async (_, code, query) => {
    const start = performance.now();
    const [{ body }, served] = await Promise.all([ask({ query }), others()]);
    expect(codesIn(body).join() || '').toMatch(code);
    expect(body.replace(/"message":"[^"]*"/g, '')).not.toMatch(TELLS_NOTHING);
    expect(served.data.editions.totalCount).toBeGreaterThan(0);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  test('of lists of requests is not opened', async () => {
    const { statusCode, body } = await ask(Array.from({ length: 1000 }, () => ({ query: YEARS })));
    expect(statusCode).toBe(400);
    expect(body.length).toBeLessThan(1000);
  });

  test('of requests spends the hour of whoever sends them, and nobody else’s', async () => {
    const query = '{ editions(first: 100) { nodes { trophies(first: 9) { nodes { position } } } } }';
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        ask({ query: `${query}${' '.repeat(i)}` }, { remoteAddress: '203.0.113.80' }),
      ),
    );
    const statuses = answers.map(({ statusCode }) => statusCode);
    expect(statuses.filter((status) => status === 200).length).toBe(5);
    expect(statuses.filter((status) => status === 429).length).toBe(35);
    expect((await others()).data.editions.totalCount).toBeGreaterThan(0);
  });
});

describe('nonsense', () => {
  test.each([
    ['a cursor made up', { query: '{ editions(after: "moi") { totalCount } }' }],
    ['a cursor of another list', { query: '{ editions(after: "WyJNZWFuLlJFQURJTkciXQ") { totalCount } }' }],
    ['a page in letters', { query: 'query ($n: Int) { editions(first: $n) { totalCount } }', variables: { n: 'dix' } }],
    [
      'a page too large for a number',
      { query: 'query ($n: Int) { editions(first: $n) { totalCount } }', variables: { n: 1e20 } },
    ],
    [
      'an object for a year',
      { query: 'query ($y: Year!) { edition(year: $y) { year } }', variables: { y: { gt: 1 } } },
    ],
    [
      'a list for a version',
      { query: 'query ($v: String) { edition(year: 2022, version: $v) { year } }', variables: { v: ['2022.1'] } },
    ],
    [
      'half a character',
      { query: 'query ($v: String) { edition(year: 2022, version: $v) { year } }', variables: { v: '\ud800' } },
    ],
    [
      'SQL for a version',
      {
        query: 'query ($v: String) { edition(year: 2022, version: $v) { year } }',
        variables: { v: "2022.1' or pg_sleep(9) --" },
      },
    ],
    [
      'a prototype for variables',
      JSON.parse('{"query":"{ editions { totalCount } }","variables":{"__proto__":{"x":1},"constructor":1}}'),
    ],
  ])('such as %s never meets PostgreSQL’s own words', async (_, payload) => {
    const { statusCode, body } = await ask(payload, { remoteAddress: '203.0.113.70' });
    expect(statusCode).toBeLessThan(500);
    expect(codesIn(body)).not.toContain('INTERNAL');
    expect(body).not.toMatch(TELLS_NOTHING);
  });

  test.each(['"', '*, "x"', 'W/"0"', '"'.repeat(5000), '\u00e9', 'null'])(
    'such as the tag %j gets the answer itself, or nothing new',
    async (tag) => {
      const answer = await app.inject({
        url: `/graphql?query=${encodeURIComponent(YEARS)}`,
        headers: { 'if-none-match': tag },
      });
      expect([200, 304]).toContain(answer.statusCode);
    },
  );
});

describe('a page of another site', () => {
  const origin = 'https://ailleurs.example';

  test('reads what anyone may, and is told so beforehand; it sends no cookie and needs none', async () => {
    const allowed = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    });
    expect([allowed.status, allowed.headers.get('access-control-allow-origin')]).toEqual([204, '*']);
    expect(allowed.headers.get('access-control-allow-credentials')).toBeNull();
    const read = await ask({ query: YEARS }, { headers: { origin }, remoteAddress: '203.0.113.71' });
    expect(read.headers['access-control-allow-origin']).toBe('*');
  });

  test('is not let near the back office', async () => {
    const back = await app.inject({
      method: 'POST',
      url: '/admin/graphql',
      headers: { ...headersOf('MANAGER'), origin },
      payload: { query: '{ editions { total } }' },
    });
    expect(back.headers).not.toHaveProperty('access-control-allow-origin');
    expect(
      (await app.inject({ method: 'OPTIONS', url: '/admin/graphql', headers: { origin } })).statusCode,
    ).toBeGreaterThanOrEqual(400);
  });

  test('changes nothing by an address that is only read', async () => {
    for (const query of [
      'mutation { issueOwnToken }',
      'mutation { __typename }',
      'subscription { editions { totalCount } }',
    ]) {
      const { statusCode, body } = await app.inject({
        url: `/graphql?query=${encodeURIComponent(query)}`,
        remoteAddress: '203.0.113.72',
      });
      expect(statusCode, query).toBeGreaterThanOrEqual(400);
      expect(JSON.parse(body).data ?? null).toBeNull();
    }
  });
});

test('after all of it the process lives, and nothing it did not foresee was met', async () => {
  expect((await app.inject('/readyz')).json()).toEqual({ ready: true });
  expect(office.complaints).toEqual([]);
});
