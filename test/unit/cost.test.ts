import { buildSchema, getOperationAST, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { costOf } from '../../server/allowance/cost.rules.ts';

const schema = buildSchema(`
  type Query { edition(year: Int!): Edition  editions(first: Int = 20, after: String, last: Int): EditionConnection!  names: [String!]! }
  type EditionConnection { nodes: [Edition!]! edges: [EditionEdge!]! pageInfo: PageInfo! totalCount: Int! }
  type EditionEdge { cursor: String! node: Edition! }
  type PageInfo { hasNextPage: Boolean! }
  type Edition { year: Int! label: String! dataset: Dataset! trophies: [Trophy!]! laureates(first: Int = 20): LaureateConnection! figure: Figure }
  type Dataset { version: String! }
  type Trophy { label: String! laureates: [Laureate!]! }
  type LaureateConnection { nodes: [Laureate!]! }
  type Laureate { name: String! edition: Edition! }
  union Figure = Told | Withheld
  type Told { value: Float! unit: Unit! }
  type Unit { name: String! }
  type Withheld { reason: String! }
`);

function cost(source: string, variables: Record<string, unknown> = {}, most = 1e9): number {
  const document = parse(source);
  expect(validate(schema, document)).toEqual([]);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('No operation');
  return costOf(schema, document, operation, variables, most);
}

test.each([
  ['scalars alone are one object', '{ edition(year: 2022) { year label } }', 1],
  ['an object within is another', '{ edition(year: 2022) { dataset { version } } }', 2],
  ['a list without a page counts for ten', '{ edition(year: 2022) { trophies { label } } }', 11],
  ['lists within lists multiply', '{ edition(year: 2022) { trophies { laureates { name } } } }', 111],
  ['a page counts for what it may hold', '{ editions(first: 5) { nodes { year } } }', 5],
  ['a page counts for its default', '{ editions { nodes { year } } }', 20],
  [
    'pages within pages multiply',
    '{ editions(first: 5) { nodes { laureates(first: 7) { nodes { name } } } } }',
    5 + 35,
  ],
  ['edges cost what nodes do', '{ editions(first: 5) { edges { cursor node { year } } } }', 5],
  ['last is a page too', '{ editions(first: 2, last: 9) { nodes { year } } }', 9],
  [
    'a total and where one stands are free, and yet a request is worth one',
    '{ editions { totalCount pageInfo { hasNextPage } } }',
    1,
  ],
  ['a list of words is free', '{ names }', 1],
  ['introspection is free', '{ __schema { types { fields { name } } } }', 1],
  [
    'one object asked for twice is one',
    '{ edition(year: 1) { dataset { version } } ...A } fragment A on Query { edition(year: 1) { year dataset { version } } }',
    2,
  ],
  ['two names are two', '{ a: edition(year: 1) { year } b: edition(year: 2) { year } }', 2],
  [
    'what is within a union counts',
    '{ edition(year: 1) { figure { ... on Told { value unit { name } } ... on Withheld { reason } } } }',
    3,
  ],
  [
    'what is left out costs nothing',
    '{ edition(year: 1) { year dataset @skip(if: true) { version } } editions @include(if: false) { nodes { year } } }',
    1,
  ],
])('%s', (_, source, points) => {
  expect(cost(source)).toBe(points);
});

test('variables count as what is asked', () => {
  const source =
    'query ($n: Int!, $no: Boolean!) { editions(first: $n) { nodes { year } } edition(year: 1) @skip(if: $no) { year } }';
  expect(cost(source, { n: 50, no: false })).toBe(51);
  expect(cost(source, { n: 50, no: true })).toBe(50);
});

test('a variable that was left out counts by its default', () => {
  const source =
    'query ($n: Int = 30, $no: Boolean = true) { editions(first: $n) { nodes { year } } edition(year: 1) @skip(if: $no) { year } }';
  expect(cost(source)).toBe(30);
  expect(cost(source, { no: false })).toBe(31);
});

test('a page of nonsense is not a way to pay less', () => {
  const source = 'query ($n: Int) { editions(first: $n) { nodes { year } } }';
  for (const n of [0, -5, null, Number.NaN]) expect(cost(source, { n })).toBeGreaterThanOrEqual(20);
});

test('counting ends soon after what may be spent, however much is asked', () => {
  const laureates = (depth: number): string =>
    depth === 0 ? 'name' : `edition { laureates(first: 100) { nodes { ${laureates(depth - 1)} } } }`;
  const source = `{ editions(first: 100) { nodes { laureates(first: 100) { nodes { ${laureates(6)} } } } } }`;
  const start = performance.now();
  expect(cost(source, {}, 10_000)).toBeGreaterThan(10_000);
  expect(performance.now() - start).toBeLessThan(500);
});
