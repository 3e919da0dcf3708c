import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client/core';
import { Client, fetchExchange } from '@urql/core';
import { buildClientSchema, getIntrospectionQuery, printSchema } from 'graphql';
import ts from 'typescript';
import { expect, onTestFinished, test } from 'vitest';
import { contract } from '../../server/partner/contract.ts';
import { makeBackOffice } from '../support/back-office.ts';
import { makeEdition } from '../support/edition.ts';

const office = await makeBackOffice('client');
await makeEdition(office, 'PUBLISHED');
await office.app.listen({ port: 0, host: '127.0.0.1' });
const url = `http://127.0.0.1:${(office.app.server.address() as AddressInfo).port}/graphql`;

const QUERY = `query Palmares($year: Year!) {
  edition(year: $year) { year overall { figure { ... on Told { value unit } ... on Withheld { reason until } } } }
}`;
const told = { edition: { year: 2022, overall: { figure: { value: 52.51, unit: 'SCORE' } } } };

/** Fields that a client asks for by itself to tell objects apart. */
const plain = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, each) => (key === '__typename' ? undefined : each)));

test('urql reads an operation with variables, and is told what is wrong with one', async () => {
  for (const preferGetMethod of [true, false]) {
    const client = new Client({ url, exchanges: [fetchExchange], preferGetMethod });
    const { data, error } = await client.query(QUERY, { year: 2022 }).toPromise();
    expect(error).toBeUndefined();
    expect(plain(data)).toEqual(told);
  }
  const client = new Client({ url, exchanges: [fetchExchange], preferGetMethod: false });
  const { error } = await client.query('{ nothing }', {}).toPromise();
  expect(error?.graphQLErrors[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
});

test('Apollo Client reads an operation, keeps it by its types, and pages through a connection', async () => {
  const possibleTypes = { Figure: ['Told', 'Withheld'] };
  const client = new ApolloClient({ link: new HttpLink({ uri: url }), cache: new InMemoryCache({ possibleTypes }) });
  onTestFinished(() => client.stop());
  const { data } = await client.query({ query: gql(QUERY), variables: { year: 2022 } });
  expect(plain(data)).toEqual(told);
  expect(plain(client.readQuery({ query: gql(QUERY), variables: { year: 2022 } }))).toEqual(told);
  const PAGE = gql`query Page($after: String) {
    means(first: 100, after: $after) { nodes { code } totalCount pageInfo { hasNextPage endCursor } }
  }`;
  const codes: string[] = [];
  let after: string | null = null;
  let total = 0;
  do {
    const { data: page }: { data?: Page | undefined } = await client.query<Page>({ query: PAGE, variables: { after } });
    codes.push(...(page?.means.nodes ?? []).map(({ code }) => code));
    total = page?.means.totalCount ?? 0;
    after = page?.means.pageInfo.hasNextPage ? page.means.pageInfo.endCursor : null;
  } while (after);
  expect([codes.length, new Set(codes).size]).toEqual([total, total]);
});

interface Page {
  readonly means: {
    readonly nodes: readonly { readonly code: string }[];
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

test.each([
  [
    'rover’s',
    { specifiedByUrl: true, inputValueDeprecation: true, directiveIsRepeatable: true, schemaDescription: true },
  ],
  ['GraphiQL’s', { inputValueDeprecation: true, schemaDescription: true }],
  ['an old client’s', { descriptions: true }],
])('introspection gives the contract byte for byte, asked in %s words', async (_, options) => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: getIntrospectionQuery(options), operationName: 'IntrospectionQuery' }),
  });
  const { data, errors } = (await response.json()) as {
    data: Parameters<typeof buildClientSchema>[0];
    errors?: unknown;
  };
  expect(errors).toBeUndefined();
  expect(printSchema(buildClientSchema(data))).toBe(printSchema(contract));
});

test('gql.tada types an operation of the contract, and refuses a field that it does not have', async () => {
  const folder = await mkdtemp(fileURLToPath(new URL('../../node_modules/.cache/tada-', import.meta.url)));
  onTestFinished(() => rm(folder, { recursive: true }));
  const { minifyIntrospection, outputIntrospectionFile } = await import('@gql.tada/internal');
  const { introspectionFromSchema } = await import('graphql');
  const types = outputIntrospectionFile(minifyIntrospection(introspectionFromSchema(contract) as never), {
    ...{ fileType: '.d.ts', shouldPreprocess: false },
  });
  await writeFile(`${folder}/contract.d.ts`, types);
  const program = (field: string) => `
    import { initGraphQLTada, type ResultOf, type VariablesOf } from 'gql.tada';
    import type { introspection } from './contract.d.ts';
    const graphql = initGraphQLTada<{ introspection: introspection; scalars: { Year: number } }>();
    const Palmares = graphql(\`query Palmares($year: Year!) { edition(year: $year) {
      ${field} overall { figure { __typename ... on Told { value } ... on Withheld { reason } } } } }\`);
    export const variables: VariablesOf<typeof Palmares> = { year: 2022 };
    export function said({ edition }: ResultOf<typeof Palmares>): string {
      const year: number = edition?.year ?? 0;
      const figure = edition?.overall?.figure;
      if (figure?.__typename === 'Withheld') return \`\${year} \${figure.reason satisfies 'SMALL_BASE' | (string & {})}\`;
      return \`\${year} \${figure?.value.toFixed(1)}\`;
    }`;
  const faultsOf = async (field: string) => {
    const file = `${folder}/${field}.ts`;
    await writeFile(file, program(field));
    const options: ts.CompilerOptions = {
      ...{ strict: true, noEmit: true, skipLibCheck: true, target: ts.ScriptTarget.ES2022, types: [] },
      ...{ module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler },
      allowImportingTsExtensions: true,
    };
    return ts
      .getPreEmitDiagnostics(ts.createProgram([file], options))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
  };
  expect(await faultsOf('year')).toEqual([]);
  expect((await faultsOf('nothing')).join()).toMatch(/year/);
});
