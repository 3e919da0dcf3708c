import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { serverAudits } from 'graphql-http';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { type Answer, makeBackOffice } from '../support/back-office.ts';
import { makeEdition, type Rehearsal, verbs } from '../support/edition.ts';

const office = await makeBackOffice('answers');
const { app, done, read, reading } = office;
const { id, publish, structure } = await makeEdition(office, 'PUBLISHED');

const LATEST = '{ edition(year: 2022) { version means(first: 100) { nodes { code label } } } }';
const PINNED = '{ edition(year: 2022, version: "2022.1") { means(first: 100) { nodes { code label } } } }';
const get = (query: string, headers: Record<string, string> = {}) =>
  app.inject({
    url: `/graphql?query=${encodeURIComponent(query)}`,
    headers: { 'apollo-require-preflight': 'yes', accept: 'application/json', ...headers },
  });

describe('an answer', () => {
  test('of a pinned version never changes, and says so; of the latest, it is asked for again each time', async () => {
    const policyOf = async (query: string) => (await get(query)).headers['cache-control'];
    await expect.poll(() => policyOf(PINNED)).toBe('public, max-age=31536000, immutable');
    expect((await get(LATEST)).headers['cache-control']).toBe('public, no-cache');
    const series = '{ edition(year: 2022, version: "2022.1") { overall { series { totalCount } } } }';
    expect((await get(series)).headers['cache-control']).toBe('public, no-cache');
    const unborn = '{ edition(year: 2022, version: "2022.7") { year } }';
    expect((await get(unborn)).headers['cache-control']).toBe('public, no-cache');
    expect((await get('{ edition(year: 2022) { nothing } }')).headers['cache-control']).toBe('no-store');
  });

  test('is not sent to whoever has it', async () => {
    const { headers, body } = await get(LATEST);
    const tag = String(headers.etag);
    expect(tag).toMatch(/^"[\w-]{27}"$/);
    for (const held of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
      const again = await get(LATEST, { 'if-none-match': held });
      expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', tag]);
    }
    for (const forged of ['"other"', tag.slice(1, -1), '', '"', `${tag.slice(0, -2)}x"`])
      expect((await get(LATEST, { 'if-none-match': forged })).body, forged).toBe(body);
  });

  test('comes compressed for those who can read it so, each under its own tag', async () => {
    const plain = await get(LATEST, { 'accept-encoding': 'identity' });
    const br = await get(LATEST, { 'accept-encoding': 'gzip, br' });
    const gzip = await get(LATEST, { 'accept-encoding': 'gzip, br;q=0' });
    expect([br.headers['content-encoding'], gzip.headers['content-encoding']]).toEqual(['br', 'gzip']);
    expect(brotliDecompressSync(br.rawPayload).toString()).toBe(plain.body);
    expect(gunzipSync(gzip.rawPayload).toString()).toBe(plain.body);
    expect(new Set([plain, br, gzip].map(({ headers }) => headers.etag)).size).toBe(3);
    expect(plain.headers.vary).toContain('accept-encoding');
  });

  test('that was given once comes from memory: not a statement reaches PostgreSQL', async () => {
    const query = '{ editions { nodes { year note } } }';
    const first = await get(query);
    const owner = new pg.Client(office.url);
    await owner.connect();
    // Whoever reads now waits: what is answered all the same was not read.
    await owner.query('begin; lock table published.dataset in access exclusive mode');
    const again = await Promise.all(Array.from({ length: 20 }, () => get(query)));
    const tag = String(first.headers.etag);
    const unchanged = await get(query, { 'if-none-match': tag });
    expect(unchanged.statusCode).toBe(304);
    expect(again.every(({ body }) => body === first.body)).toBe(true);
    await owner.query('rollback');
    await owner.end();
  });

  test('is the same after a release for a pinned version, and another for the latest, at once', async () => {
    const pinned = await get(PINNED);
    const latest = await get(LATEST);
    const found = 'query ($id: ID!) { structure(id: $id) { version reference kind } }';
    const { version, ...rest } = await done<{ version: number }>(found, { id: structure.R1 });
    const rename =
      'mutation ($id: ID!, $version: Int!, $input: StructureInput!) { updateStructure(id: $id, version: $version, input: $input) { id } }';
    await done(rename, { id: structure.R1, version, input: { ...rest, name: 'Région Fontarelle-Nord' } });
    expect(await publish('Le nom de la région était faux.')).toMatchObject({ name: '2022.2' });
    await expect.poll(async () => JSON.parse((await get(LATEST)).body).data.edition.version).toBe('2022.2');
    expect((await get(LATEST)).headers.etag).not.toBe(latest.headers.etag);
    const errata =
      '{ errata(version: "2022.2") { nodes { tableName field old new reason dataset { version publicKey } } } }';
    const { data } = JSON.parse((await get(errata)).body);
    expect(data.errata.nodes).toEqual([
      {
        ...{ tableName: 'laureate', field: 'name', old: 'Région Fontarelle', new: 'Région Fontarelle-Nord' },
        reason: 'Le nom de la région était faux.',
        dataset: { version: '2022.2', publicKey: expect.stringMatching(/^[\w-]{43}$/) },
      },
    ]);
    expect((await get(PINNED)).body).toBe(pinned.body);
    expect((await get(PINNED)).headers.etag).toBe(pinned.headers.etag);
    expect((await done<Rehearsal>(verbs.rehearse, { id })).version).toBe('2022.3');
  });
});

describe('pages', () => {
  const CODES = 'means(first: 100) { nodes { code } }';
  const all = async (order: string, where = ''): Promise<string[]> => {
    const codes: string[] = [];
    for (let after: string | null = null; ; ) {
      const { data, refusals }: Answer<Means> = await read<Means>(
        `query ($after: String) { means(first: 97, after: $after, orderBy: ${order}${where}) { ${PAGE} } }`,
        { after },
      );
      expect(refusals).toEqual([]);
      codes.push(...data.means.nodes.map(({ code }) => code));
      after = data.means.pageInfo.endCursor;
      if (!data.means.pageInfo.hasNextPage) return codes;
    }
  };
  const PAGE = 'nodes { code } totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';
  interface Means {
    readonly means: {
      readonly nodes: { code: string }[];
      readonly totalCount: number;
      readonly pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
    };
  }

  test('of every order hold every line once, forwards and backwards', async () => {
    const orders = (
      await read<{ __type: { enumValues: { name: string }[] } }>(
        '{ __type(name: "MeanOrder") { enumValues { name } } }',
      )
    ).data.__type.enumValues.map(({ name }) => name);
    expect(orders.length).toBeGreaterThan(20);
    const reading = await all('READING');
    expect(new Set(reading).size).toBe(reading.length);
    for (const order of orders) {
      const forwards = await all(order);
      expect(forwards.toSorted(), order).toEqual(reading.toSorted());
      const backwards: string[] = [];
      for (let before: string | null = null; ; ) {
        const { means }: Means = (
          await read<Means>(`query ($b: String) { means(last: 89, before: $b, orderBy: ${order}) { ${PAGE} } }`, {
            b: before,
          })
        ).data;
        backwards.unshift(...means.nodes.map(({ code }) => code));
        before = means.pageInfo.startCursor;
        if (!means.pageInfo.hasPreviousPage) break;
      }
      expect(backwards, order).toEqual(forwards);
    }
  });

  test('keep to their filter, and say how many lines answer it', async () => {
    const where =
      ', where: { scope: { in: [ALL, CATEGORY] }, any: [{ channelCode: { is: PHONE } }, { measure: { is: OVERALL } }] }';
    expect(await all('READING', where)).toEqual([
      ...['all/overall', 'all/channel.PHONE', 'category.towns/overall', 'category.towns/channel.PHONE'],
      ...['category.regions/overall', 'category.regions/channel.PHONE'],
    ]);
    const { data } = await read<Means>(`{ means(first: 1${where}) { ${PAGE} } }`);
    expect(data.means.totalCount).toBe(6);
    expect((await read(`{ edition(year: 2022) { ${CODES} } }`)).refusals).toEqual([]);
  });

  test.each([
    ['{ means(first: 1, last: 1) { totalCount } }', 'PAGE_SIZE'],
    ['{ means(last: 101) { totalCount } }', 'PAGE_SIZE'],
    [
      `{ means(after: "${Buffer.from('["Mean.LABEL_ASC","x"]').toString('base64url')}") { totalCount } }`,
      'CURSOR_INVALID',
    ],
    [
      `{ means(after: "${Buffer.from('["Mean.READING","-2022","x","y"]').toString('base64url')}") { totalCount } }`,
      'CURSOR_INVALID',
    ],
    [
      `{ means(after: "${Buffer.from('["Mean.READING","-2022","0","\\u0000"]').toString('base64url')}") { totalCount } }`,
      'CURSOR_INVALID',
    ],
    ['{ means(where: { label: { is: "\\u0000" } }) { totalCount } }', 'NOT_FOUND'],
  ])('refuse %s', async (query, code) => {
    expect((await read(query)).refusals).toEqual([code]);
  });

  test.each([
    '{ means(where: { any: [] }) { totalCount } }',
    '{ means(where: { any: [{}], code: { in: [] } }) { totalCount } }',
    '{ means(where: { value: { from: 1e300, to: 1e400 } }) { totalCount } }',
    '{ laureates(changedSince: "0001-01-01T00:00:00Z") { totalCount } }',
    '{ editions(where: { ceremonyOn: { from: "0000-01-01" } }) { totalCount } }',
    '{ laureates(changedSince: "9999-12-31T23:59:59Z", where: { sources: { contains: "%" } }) { totalCount } }',
    '{ changes(from: "2022.1", to: "nothing") { totalCount nodes { key } } }',
  ])('answer %s', async (query) => {
    expect((await read(query)).refusals).toEqual([]);
  });

  test('answer aliases, fragments and directives as the language says', async () => {
    const query = `query ($no: Boolean = false, $n: Int = 1) {
      a: means(first: $n) { ...P } b: means(last: $n) { ...P edges { cursor n: node { __typename code @skip(if: $no) } } }
      edition(year: 2022) { year ...E @include(if: $no) ... on Edition @skip(if: true) { label } }
      __typename t: __type(name: "Told") { name } }
      fragment P on MeanConnection { totalCount nodes { code } nodes { f: figure { __typename ... on Withheld { reason } } } }
      fragment E on Edition { ordinal }`;
    const { data, refusals } = await read<Record<string, unknown>>(query);
    expect(refusals).toEqual([]);
    expect(data).toMatchObject({
      a: { nodes: [{ code: 'all/overall', f: { __typename: 'Told' } }] },
      b: { edges: [{ n: { __typename: 'Mean' } }] },
      ...{ __typename: 'Query', t: { name: 'Told' } },
    });
    expect(data.edition).toEqual({ year: 2022 });
    expect(reading).toContain('published_reader');
  });
});

const url = await app.listen({ port: 0, host: '127.0.0.1' });

describe('what is asked again without a token', () => {
  const asked = async (init: RequestInit, query = '') => {
    const answer = await fetch(`${url}/graphql${query}`, init);
    const headers = Object.fromEntries(answer.headers);
    for (const own of ['date', 'ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset']) delete headers[own];
    return { status: answer.status, headers, body: await answer.text() };
  };
  const posted = (query: string, headers: Record<string, string> = {}): RequestInit => ({
    ...{ method: 'POST', body: JSON.stringify({ query }) },
    headers: { 'content-type': 'application/json', ...headers },
  });

  test('is answered at the door, to the letter as inside', async () => {
    const query = '{ editions { nodes { year label } } }';
    const address = `?query=${encodeURIComponent(query)}`;
    for (const encoding of ['identity', 'gzip', 'br']) {
      const accepted = { 'accept-encoding': encoding };
      const first = await asked(posted(query, accepted));
      expect(await asked(posted(query, accepted))).toEqual(first);
      const named = await asked({ headers: accepted }, address);
      expect(await asked({ headers: accepted }, address)).toEqual(named);
      expect(named.body).toBe(first.body);
      const held = await asked({ headers: { ...accepted, 'if-none-match': String(named.headers.etag) } }, address);
      expect([held.status, held.body]).toEqual([304, '']);
    }
  });

  test('is asked inside as soon as it comes with a token or wants its cost told', async () => {
    const query = '{ editions { nodes { year } } }';
    const first = await asked(posted(query));
    expect((await asked(posted(query, { authorization: 'Bearer nobody' }))).status).toBe(401);
    expect((await asked(posted(query, { 'x-cost': 'told' }))).body).toContain('"cost"');
    expect(await asked(posted(query))).toEqual(first);
  });
});

describe('GraphQL over HTTP', () => {
  test.each(serverAudits({ url: `${url}/graphql` }).map((audit) => [audit.name, audit] as const))(
    '%s',
    async (_, audit) => {
      const result = await audit.fn();
      expect(result.status, JSON.stringify('reason' in result ? result.reason : '')).toBe('ok');
    },
  );
});
