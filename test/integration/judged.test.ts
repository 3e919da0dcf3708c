import { ApolloServer } from '@apollo/server';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { makeBackOffice } from '../support/back-office.ts';
import { makeEdition } from '../support/edition.ts';

const office = await makeBackOffice('judged');
await makeEdition(office, 'PUBLISHED');
const asked = vi.spyOn(ApolloServer.prototype, 'executeHTTPGraphQLRequest');
beforeEach(() => void asked.mockClear());
afterAll(() => asked.mockRestore());

/** A request that no other equals, so that nothing is answered from memory; Apollo ignores what it does not know. */
let count = 0;
async function answer(body: object, headers: Record<string, string> = {}) {
  count += 1;
  const {
    statusCode,
    headers: said,
    payload,
  } = await office.app.inject({
    ...{ method: 'POST', url: '/graphql', payload: JSON.stringify({ ...body, nonce: count }) },
    headers: { 'content-type': 'application/json', ...headers },
  });
  const { date: _, 'ratelimit-remaining': remaining, ...rest } = said;
  return { status: statusCode, headers: rest, body: payload, remaining: Number(remaining) };
}

/** Extensions are Apollo's to read: a request that has some is always handed over. */
const byApollo = (body: object, headers?: Record<string, string>) => answer({ ...body, extensions: {} }, headers);

const PAGE = `query Page($year: Year!, $first: Int = 3, $after: String, $where: MeanWhere, $with: Boolean = true) {
  edition(year: $year) { label means(first: $first, after: $after, where: $where) {
    nodes { code label @include(if: $with) figure { __typename ... on Told { value } } } pageInfo { endCursor } } } }`;

test('the second of two requests that differ in their variables is answered without Apollo, and alike', async () => {
  expect((await answer({ query: PAGE, variables: { year: 2022 } })).status).toBe(200);
  expect(asked).toHaveBeenCalledTimes(1);
  const variants = [
    { year: 2022 },
    { year: 2030 },
    { year: 2022, first: 1 },
    { year: 2022, first: 100, with: false },
    { year: 2022, where: { scope: { is: 'ALL' } } },
    { year: 2022, where: { any: [{ label: { contains: 'é' } }, {}] } },
  ];
  for (const variables of variants) {
    const [short, long] = [await answer({ query: PAGE, variables }), await byApollo({ query: PAGE, variables })];
    expect({ ...short, remaining: 0 }).toEqual({ ...long, remaining: 0 });
    // What both cost, seen from what is left after each.
    const third = await answer({ query: PAGE, variables });
    expect(short.remaining - long.remaining).toBe(long.remaining - third.remaining);
  }
  expect(asked).toHaveBeenCalledTimes(1 + variants.length);
});

test('what is wrong with a request is said as Apollo says it, however often the operation was asked, and costs once', async () => {
  await answer({ query: PAGE, variables: { year: 2022 } });
  const wrong = [
    {},
    { year: 'x' },
    { year: 1999 },
    { year: null },
    { year: 2022, first: 101 },
    { year: 2022, first: 0 },
    { year: 2022, after: 'forged' },
    { year: 2022, where: { scope: { is: 'NOWHERE' } } },
    { year: 2022, where: { label: { is: 'a\0b' } } },
    { year: 2022, first: 20_000 },
  ];
  for (const variables of wrong) {
    const [short, long] = [await answer({ query: PAGE, variables }), await byApollo({ query: PAGE, variables })];
    expect({ ...short, remaining: 0 }, JSON.stringify(variables)).toEqual({ ...long, remaining: 0 });
    const third = await answer({ query: PAGE, variables });
    if (!Number.isNaN(short.remaining)) expect(short.remaining - long.remaining).toBe(long.remaining - third.remaining);
  }
  for (const variables of ['x', 3, [], [{ year: 2022 }]])
    expect((await answer({ query: PAGE, variables })).status, JSON.stringify(variables)).toBe(400);
  expect((await answer({ query: PAGE, operationName: 'Other', variables: { year: 2022 } })).status).toBe(400);
});

test('what a request says beside its document is judged anew: another type of answer, a cost to be told', async () => {
  const query = '{ editions { totalCount } }';
  await answer({ query });
  const other = await answer({ query }, { accept: 'application/graphql-response+json' });
  expect(other.headers['content-type']).toBe('application/graphql-response+json; charset=utf-8');
  expect((await answer({ query })).headers['content-type']).toBe('application/json; charset=utf-8');
  expect(JSON.parse((await answer({ query }, { 'x-cost': 'told' })).body).extensions.cost.requested).toBe(1);
  expect(JSON.parse((await answer({ query }, { 'x-cost': 'only' })).body).data).toBeNull();
  expect(JSON.parse((await answer({ query, extensions: { cost: true } })).body).extensions.cost.requested).toBe(1);
  expect((await answer({ query }, { 'content-type': 'text/plain' })).status).toBe(400);
});
