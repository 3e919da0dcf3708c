import { type ChildProcess, fork } from 'node:child_process';
import { hash } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { readerUrls } from '../../server/database/reader.ts';
import { makeDatabase } from '../support/database.ts';
import { fillPublished } from '../support/filled.ts';
import { operations, rivals, same } from '../support/operations.ts';
import { requestOf, visitOf, Wire } from '../support/wire.ts';

/**
 * The published contract against its limit and against PostGraphile 5, on ten editions of three hundred structures with
 * a million measurements, all in one run, each in a process of its own, turn by turn: only ratios within a round count.
 * Answers are compared before. What is cached is asked both as a document that is posted,
 * and at its address by the digest of the document, as clients ask for what they mean to keep. Node's own server, which
 * sends what it was given, is measured beside: from memory an answer can cost no less.
 */
const ROUNDS = Number(process.env.ROUNDS ?? 8);
const SLICE_MS = Number(process.env.SLICE_MS ?? 700);
const WARM = 3;
const CONNECTIONS = 8;
const contenders = ['limit', 'postgraphile', 'uncached', 'cached', 'addressed', 'floor'] as const;
type Contender = (typeof contenders)[number];

const owner = await makeDatabase('partner_bench');
const client = new pg.Client(owner);
await client.connect();
await fillPublished(client, 1, 10);
const { public: reader } = await readerUrls(owner, 'one-and-the-same-For-all-test-databases-0123456789');

/** A server that runs, and where it listens. */
interface Running {
  readonly process: ChildProcess;
  readonly port: number;
}

async function start(contender: Contender): Promise<Running> {
  const child = fork(fileURLToPath(new URL('../support/contenders.ts', import.meta.url)), {
    execArgv: ['--import', 'tsx'],
    env: {
      ...process.env,
      ...{ NODE_ENV: 'production', GRAPHILE_ENV: 'production', CONTENDER: contender },
      ...{ OWNER: owner, READER: reader, OPERATIONS: JSON.stringify(operations) },
    },
  });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return { process: child, port };
}

const started = Object.fromEntries(
  await Promise.all(
    contenders.filter((each) => each !== 'addressed').map(async (each) => [each, await start(each)] as const),
  ),
) as Record<Exclude<Contender, 'addressed'>, Running>;
const running: Record<Contender, Running> = { ...started, addressed: started.cached };
afterAll(async () => {
  for (const { process: child } of Object.values(started)) child.kill();
  await client.end();
});

interface Used {
  readonly cpu: { readonly user: number; readonly system: number };
  readonly memory: number;
}

async function used(contender: Contender): Promise<Used> {
  const { process: child } = running[contender];
  const told = once(child, 'message');
  child.send('used');
  return (await told)[0] as Used;
}

const years = Array.from({ length: 10 }, (_, i) => 2001 + i);
const persisted = (name: string) => ({
  persistedQuery: { version: 1, sha256Hash: hash('sha256', operations[name] as string) },
});
const requestsOf = (contender: Contender, operationName: string): Buffer[] =>
  years.map((year) => {
    const { port } = running[contender];
    const variables = { year, version: `${year}.1` };
    if (contender === 'addressed')
      return visitOf(port, {
        operationName,
        ...{ variables: JSON.stringify(variables), extensions: JSON.stringify(persisted(operationName)) },
      });
    const query = contender === 'postgraphile' ? rivals[operationName] : operations[operationName];
    return requestOf(port, { query, operationName, variables });
  });

/** Tells a server the document that a digest stands for. */
async function persist(name: string): Promise<void> {
  const wire = await Wire.open(running.addressed.port);
  const variables = { year: years[0], version: `${years[0]}.1` };
  const body = { query: operations[name], operationName: name, variables, extensions: persisted(name) };
  expect((await wire.ask(requestOf(running.addressed.port, body))).status).toBe(200);
  wire.close();
}

/** How many answers a second over one slice, and the processor time of the server for each, in ms. */
async function slice(contender: Contender, name: string): Promise<{ rate: number; cpu: number }> {
  const requests = requestsOf(contender, name);
  const wires = await Promise.all(Array.from({ length: CONNECTIONS }, () => Wire.open(running[contender].port)));
  const before = await used(contender);
  const start = performance.now();
  let answers = 0;
  await Promise.all(
    wires.map(async (wire, i) => {
      for (let n = i; performance.now() - start < SLICE_MS; n++) {
        await wire.ask(requests[n % requests.length] as Buffer);
        answers++;
      }
    }),
  );
  const ms = performance.now() - start;
  const after = await used(contender);
  for (const wire of wires) wire.close();
  const spent = after.cpu.user + after.cpu.system - before.cpu.user - before.cpu.system;
  return { rate: (1000 * answers) / ms, cpu: spent / 1000 / answers };
}

const median = (all: readonly number[]): number =>
  all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN;

describe('the published contract', () => {
  test.each(Object.keys(operations))('%s', { timeout: 600_000 }, async (name) => {
    await persist(name);
    const answers = new Map<Contender, unknown[]>();
    for (const contender of contenders.filter((each) => each !== 'floor')) {
      const wire = await Wire.open(running[contender].port);
      const own: unknown[] = [];
      for (const request of requestsOf(contender, name)) {
        const { status, body } = await wire.ask(request);
        expect(status, `${contender}: ${body}`).toBe(200);
        own.push(same(JSON.parse(body.toString())));
        if (contender === 'limit') running.floor.process.send({ answer: body.toString() });
      }
      wire.close();
      answers.set(contender, own);
    }
    for (const [contender, told] of answers) expect(told, contender).toEqual(answers.get('limit'));

    // What is measured is a server that has run for a while.
    for (let warm = 0; warm < WARM; warm++) for (const contender of contenders) await slice(contender, name);
    const rounds: Record<Contender, { rate: number; cpu: number }>[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const own = {} as Record<Contender, { rate: number; cpu: number }>;
      for (const contender of round % 2 === 0 ? contenders : contenders.toReversed())
        own[contender] = await slice(contender, name);
      rounds.push(own);
    }
    const ratio = (a: Contender, b: Contender) => median(rounds.map((own) => own[a].rate / own[b].rate));
    const told = {
      ...{
        'U/L': ratio('uncached', 'limit'),
        'U/P': ratio('uncached', 'postgraphile'),
        'C/P': ratio('cached', 'postgraphile'),
        'C/P by address': ratio('addressed', 'postgraphile'),
        'floor/P': ratio('floor', 'postgraphile'),
        'C/floor': ratio('cached', 'floor'),
      },
      rates: Object.fromEntries(
        contenders.map((each) => [each, Math.round(median(rounds.map((own) => own[each].rate)))]),
      ),
      'CPU ms': Object.fromEntries(
        contenders.map((each) => [each, Number(median(rounds.map((own) => own[each].cpu)).toFixed(3))]),
      ),
      MB: Object.fromEntries(
        await Promise.all(
          Object.keys(started).map(async (each) => [each, Math.round((await used(each as Contender)).memory / 1e6)]),
        ),
      ),
    };
    console.log(name, JSON.stringify(told));
    expect.soft(told['U/L'], `${name}: uncached beside the limit`).toBeGreaterThan(0.85);
    expect.soft(told['U/P'], `${name}: uncached beside PostGraphile`).toBeGreaterThan(1.8);
    expect.soft(told['C/P by address'], `${name}: cached beside PostGraphile`).toBeGreaterThan(20);
  });

  test('takes no longer among a hundred editions', { timeout: 600_000 }, async () => {
    const measured = async () => {
      const rates = new Map<string, number>();
      for (const name of Object.keys(operations)) {
        await slice('uncached', name);
        const all = [];
        for (let round = 0; round < 5; round++) all.push((await slice('uncached', name)).rate);
        rates.set(name, median(all));
      }
      return rates;
    };
    const few = await measured();
    await fillPublished(client, 11, 100);
    const many = await measured();
    for (const [name, rate] of few) {
      console.log('growth', name, (rate / (many.get(name) ?? 0)).toFixed(2));
      expect.soft(rate / (many.get(name) ?? 0), name).toBeLessThan(1.2);
    }
  });
});
