import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as after } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { chanceOf } from '../../server/demo/random.ts';
import { actorOf } from '../support/back-office.ts';
import { makeDemonstration } from '../support/demonstration.ts';
import { verbs } from '../support/edition.ts';
import { fillPublished } from '../support/filled.ts';
import { requestOf, Wire } from '../support/wire.ts';

/**
 * Two hundred readers, each asking again after a while, before and while an edition of 311 structures is corrected: its
 * release rehearsed, asked for and approved, on a server that publishes ten large editions more and holds a million
 * measurements. What one waits for during each step, beside what the step takes, in the same run.
 */
const READERS = 200;
const QUIET_MS = 8000;
/** How long a reader reads before asking again, in ms, at most. */
const READING = 1000;
/** How much of the time that a step takes a reader may wait meanwhile: all of it where it is done in one go. */
const SHARE = 1 / 4;

const owner = await makeDemonstration('release_bench');
const client = new pg.Client(owner);
await client.connect();
await fillPublished(client, 1, 10);
await client.query('analyze');
const child = fork(fileURLToPath(new URL('../support/serving.ts', import.meta.url)), {
  execArgv: ['--import', 'tsx'],
  env: { ...process.env, NODE_ENV: 'production', OWNER: owner },
});
const [{ port }] = (await once(child, 'message')) as [{ port: number }];
afterAll(async () => {
  child.kill();
  await client.end();
});

/** What staff ask, as one of them. */
async function asked<Value>(role: 'MANAGER' | 'ADMINISTRATOR', query: string, variables: object): Promise<Value> {
  const response = await fetch(`http://127.0.0.1:${port}/admin/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-test-actor': JSON.stringify(actorOf(role)) },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: Record<string, Value>; errors?: unknown };
  expect(errors).toBeUndefined();
  return Object.values(data)[0] as Value;
}

/** One wait of a reader, and when it began, in ms. */
interface Wait {
  readonly ms: number;
  readonly at: number;
}

const chance = chanceOf('readers');
const waits: Wait[] = [];
let reading = true;

/** Reads the palmarès as everyone does, or a question that nobody asked before. */
async function read(n: number): Promise<void> {
  const wire = await Wire.open(port);
  await after(chance.whole(0, READING));
  for (let i = 0; reading; i++) {
    const name = i % 2 === 0 ? 'Same' : `Asked${n}x${i}`;
    const query = `query ${name} { edition(year: 2022) { version trophies { nodes { categoryLabel laureates { nodes { name } } } } } }`;
    const from = performance.now();
    const { status } = await wire.ask(requestOf(port, { query }));
    waits.push({ ms: performance.now() - from, at: from });
    expect(status).toBe(200);
    await after(chance.whole(READING / 10, READING));
  }
  wire.close();
}

function figuresOf(ms: readonly number[]) {
  const sorted = ms.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
  return { asked: ms.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), longest: at(1) };
}

test('nobody who reads waits long while an edition goes out', { timeout: 600_000 }, async () => {
  const readers = Array.from({ length: READERS }, (_, n) => read(n));
  await after(3000);
  waits.length = 0;
  await after(QUIET_MS);
  const quiet = figuresOf(waits.map(({ ms }) => ms));

  await client.query(`update structure set name = name || ' (corrigée)' where id =
    (select l.structure_id from laureate l join trophy t on t.id = l.trophy_id join edition e on e.id = t.edition_id
     where e.year = 2022 limit 1)`);
  const { rows } = await client.query<{ id: string }>('select id from edition where year = 2022');
  const id = rows[0]?.id;
  const steps: [string, number, number][] = [];
  const step = async <Value>(name: string, act: () => Promise<Value>): Promise<Value> => {
    const from = performance.now();
    const value = await act();
    steps.push([name, from, performance.now()]);
    return value;
  };
  const { hash } = await step('rehearsed', () => asked<{ hash: string }>('MANAGER', verbs.rehearse, { id }));
  const input = { hash, reason: 'Le nom était faux.' };
  const release = await step('asked for', () => asked<{ id: string }>('MANAGER', verbs.request, { id, input }));
  const made = await step('gone out', () =>
    asked<{ state: string }>('ADMINISTRATOR', verbs.approve, { id: release.id, hash }),
  );
  expect(made.state).toBe('RELEASED');
  await after(1000);
  reading = false;
  await Promise.all(readers);

  const within = (from: number, to: number) =>
    figuresOf(waits.filter(({ ms, at }) => at + ms >= from && at <= to).map(({ ms }) => ms));
  const told = Object.fromEntries(
    steps.map(([name, from, to]) => [name, { ms: Math.round(to - from), ...within(from, to) }]),
  );
  console.log('readers', JSON.stringify({ quiet, ...told }));
  for (const [name, { ms, longest }] of Object.entries(told))
    expect.soft(longest / ms, `the longest wait while it is ${name}`).toBeLessThan(SHARE);
});
