import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, test } from 'vitest';
import { explorerExamples } from '../../server/explorer.ts';
import { exampleOf } from '../../server/guiding.ts';
import { makeBackOffice } from '../support/back-office.ts';
import { makeEdition } from '../support/edition.ts';
import { fetched } from '../support/partnering.ts';

const office = await makeBackOffice('guide');
const { app } = office;
await makeEdition(office, 'PUBLISHED');
await app.listen({ port: 0, host: '127.0.0.1' });
const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
afterAll(() => app.close());

const run = promisify(execFile);
const runs = async (program: string) =>
  run(program, ['--version']).then(
    () => true,
    () => false,
  );
/** The programs that this machine has. */
const has = { curl: await runs('curl'), python3: await runs('python3') };
const folder = await mkdtemp(join(tmpdir(), 'guide-'));

/** Runs an example as its reader would, on a server of ours. */
async function output(program: string, file: string): Promise<string> {
  const path = join(folder, file);
  await writeFile(path, exampleOf(file, url));
  return (await run(program, [path], { timeout: 30_000 })).stdout;
}

describe('each example of the guide runs as it is printed', () => {
  test('GraphQL', async () => {
    const { refusals, data } = await fetched(office, exampleOf('palmares.graphql', url));
    expect(refusals).toEqual([]);
    expect(JSON.stringify(data)).toContain('"year":2022');
  });

  test.skipIf(!has.curl)('curl', async () => {
    const { data } = JSON.parse(await output('sh', 'palmares.sh'));
    expect(data.edition).toMatchObject({ year: 2022, version: '2022.1' });
  });

  test('JavaScript', async () => {
    const lines = (await output(process.execPath, 'means.mjs')).trim().split('\n');
    const { data } = await fetched(office, '{ edition(year: 2022) { means { totalCount } } }');
    expect(data).toEqual({ edition: { means: { totalCount: lines.length } } });
  });

  test.skipIf(!has.python3)('Python', async () => {
    expect(await output('python3', 'means.py')).toMatch(/^2022 (\d+(\.\d+)?|-)$/m);
  });

  test('Power Query: the address, the dialect and the columns are those of the file', async () => {
    const source = exampleOf('means.pq', url);
    const [, home = '', path = ''] = /Web\.Contents\("([^"]+)", \[RelativePath = "([^"]+)"\]\)/.exec(source) ?? [];
    const response = await fetch(`${home}/${path}`);
    expect(response.status).toBe(200);
    expect(source).toContain('Delimiter = ","');
    expect(source).toContain('Encoding = 65001');
    const [line = {}] = parse(await response.text(), { columns: true }) as Record<string, string>[];
    const typed = [...source.matchAll(/\{"(\w+)", /g)].map(([, column = '']) => column);
    expect(typed.length).toBeGreaterThan(2);
    for (const column of typed) expect(Object.keys(line), column).toContain(column);
  });
});

test.each(Object.entries(explorerExamples))('the explorer opens with %s, which runs as it is', async (_, query) => {
  expect(await fetched(office, query)).toMatchObject({ status: 200, refusals: [] });
});

test.each(['/guide', '/guide/en'])('%s shows every example, leads where it says, and needs no script', async (path) => {
  const { body, statusCode } = await app.inject(path);
  expect(statusCode).toBe(200);
  expect(body).not.toContain('<script');
  for (const file of ['palmares.graphql', 'palmares.sh', 'means.mjs', 'means.py', 'means.pq'])
    expect(body).toContain(
      exampleOf(file, 'https://barometre.example.org')
        .split('\n')[0]
        ?.replaceAll('"', '&quot;')
        .replaceAll('&gt;', '>') ?? '?',
    );
  for (const [, href = ''] of body.matchAll(/href="(\/(?:guide|donnees)[^"]*)"/g))
    expect((await app.inject(href)).statusCode, href).toBe(200);
});
