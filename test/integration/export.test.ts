import { expect, test } from 'vitest';
import { type Asker, makeBackOffice } from '../support/back-office.ts';

const { app, headersOf, sql, done, complaints } = await makeBackOffice('export');

const query = `query ($page: Int, $perPage: Int, $sort: String, $order: Order, $q: Search, $departmentCode: Code) {
  structures(page: $page, perPage: $perPage, sort: $sort, order: $order, q: $q, departmentCode: $departmentCode) {
    total items { name population parent { name } } } }`;

interface Line {
  readonly total?: number;
  readonly rows?: { name: string; population: number }[];
  readonly done?: number;
  readonly refused?: string;
}

async function exported(asker: Asker, payload: object) {
  const response = await app.inject({ method: 'POST', url: '/admin/exports', headers: headersOf(asker), payload });
  if (response.statusCode !== 200)
    return { status: response.statusCode, lines: [] as Line[], code: response.json().errors[0].extensions.code };
  return {
    status: 200,
    lines: response.body
      .trim()
      .split('\n')
      .map((line): Line => JSON.parse(line)),
    code: null,
  };
}
const namesIn = (lines: readonly Line[]) => lines.flatMap(({ rows = [] }) => rows.map(({ name }) => name));

await sql(
  `insert into structure (reference, name, kind, population, department_code)
   select 'E' || n, 'Ville ' || lpad(n::text, 5, '0'), 'COMMUNE', n, case when n % 2 = 0 then '57' else '67' end
   from generate_series(1, 2500) n`,
);

test('every row that is filtered comes once, in the order of the list, with the total first', async () => {
  const variables = { sort: 'population', order: 'DESC', departmentCode: '57' };
  const { lines } = await exported('MANAGER', { query, variables });
  expect(lines[0]).toEqual({ total: 1250 });
  expect(lines.at(-1)).toEqual({ done: 1250 });
  const expected = Array.from({ length: 1250 }, (_, i) => `Ville ${String(2500 - 2 * i).padStart(5, '0')}`);
  expect(namesIn(lines)).toEqual(expected);
});

test('what is written meanwhile is not in the file: it is of one instant', async () => {
  const response = exported('MANAGER', { query, variables: { sort: 'name', order: 'ASC' } });
  const creating = done('mutation ($input: StructureInput!) { createStructure(input: $input) { id } }', {
    input: { reference: 'A0', name: 'A toute première', kind: 'COMMUNE' },
  });
  const [{ lines }] = await Promise.all([response, creating]);
  const names = namesIn(lines);
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBe(lines[0]?.total);
});

test('the file says no more than the screen: same policy, same roles, same limits', async () => {
  expect(await exported(null, { query, variables: {} })).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
  expect((await exported('JUROR', { query, variables: {} })).lines).toEqual([{ refused: 'FORBIDDEN' }]);
  expect((await exported('PARTICIPANT', { query, variables: {} })).lines[0]).toEqual({ total: 0 });
  const deep = `{ structures { items ${'{ parent '.repeat(20)}{ id }${' }'.repeat(20)} } }`;
  expect((await exported('MANAGER', { query: deep, variables: {} })).lines).toEqual([{ refused: 'QUERY_TOO_COSTLY' }]);
});

test.each([
  ['a change', 'mutation { removeStructure(id: "x") }'],
  ['what comes without pages', '{ savedViews(resource: "mail") { id } }'],
  ['nonsense', 'query {'],
])('%s is not a list, and is refused', async (_, query) => {
  const { code, lines } = await exported('MANAGER', { query, variables: {} });
  expect(code ?? lines[0]?.refused).toBe('EXPORT_NOT_A_LIST');
});

test('a page of a screen still holds a hundred rows', async () => {
  const page = await done<{ items: unknown[] }>('{ structures(perPage: 1000) { items { id } } }');
  expect(page.items).toHaveLength(100);
  expect(complaints).toEqual([]);
});
