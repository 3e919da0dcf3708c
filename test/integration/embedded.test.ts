import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { beforeAll, expect, inject, onTestFinished, test, vi } from 'vitest';
import { startEmbedded } from '../../server/database/embedded.ts';
import { lockFolder } from '../../server/database/lock.ts';
import { markOf, processesOf, signalProcesses } from '../../server/database/processes.ts';

const newFolder = () => mkdtempSync(join(inject('folder'), 'embedded-'));
/** Data made once, then copied: quicker than making it for each test, and what restoring a backup does. */
const model = newFolder();
const copyOfModel = () => {
  const dataDir = newFolder();
  cpSync(model, dataDir, { recursive: true });
  return dataDir;
};

/** One that is only looked at. */
const shown = { dataDir: '', url: '' };
beforeAll(async () => {
  await (await startEmbedded({ dataDir: model })).stop();
  shown.dataDir = copyOfModel();
  const { url, stop } = await startEmbedded(shown);
  shown.url = url;
  return stop;
});

const clusterOf = (dataDir: string) => join(dataDir, 'postgres/cluster');
const runningOn = (dataDir: string) => processesOf(markOf(clusterOf(dataDir)));
const pidFileOf = (dataDir: string) => join(clusterOf(dataDir), 'postmaster.pid');

/** A PostgreSQL stopped at the end of the test, if it still runs. */
async function start(dataDir: string) {
  const server = await startEmbedded({ dataDir });
  onTestFinished(() => server.stop());
  return server;
}

/** The same in another process, killed at the end of the test. */
async function startElsewhere(dataDir: string): Promise<{ node: ChildProcess; url: string }> {
  const script = fileURLToPath(new URL('../support/start.ts', import.meta.url));
  const node = spawn(process.execPath, ['--import', 'tsx', script, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => {
    node.kill('SIGKILL');
    signalProcesses(markOf(clusterOf(dataDir)), 'SIGKILL');
  });
  const [url] = await once(createInterface({ input: node.stdout }), 'line');
  return { node, url };
}

function isOpen(address: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, address);
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
    onTestFinished(() => void socket.destroy());
  });
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  client.on('error', () => {}); // its server may be killed under it
  await client.connect();
  const { rows } = await client.query({ text: sql, rowMode: 'array' }).finally(() => client.end());
  return rows.flat();
}

/** Writes a line that every later start must find again. */
const remember = (url: string) => ask(url, `create table memory as select 'kept' as line`);
const recall = (url: string) => ask(url, 'select line from memory');

test('what was committed survives a PostgreSQL killed in full run, and it comes back at the same address', async () => {
  const dataDir = copyOfModel();
  const { url } = await start(dataDir);
  await remember(url);
  const before = readFileSync(pidFileOf(dataDir), 'utf8').split('\n')[0];
  signalProcesses(markOf(clusterOf(dataDir)), 'SIGKILL');
  await vi.waitFor(async () => expect(await recall(url)).toEqual(['kept']), { timeout: 30_000 });
  expect(readFileSync(pidFileOf(dataDir), 'utf8').split('\n')[0]).not.toBe(before);
});

test('a PostgreSQL that outlived its Baromètre is ended by the next one, which finds its data', async () => {
  const dataDir = copyOfModel();
  const { node, url } = await startElsewhere(dataDir);
  await remember(url);
  const orphans = runningOn(dataDir).map(({ pid }) => pid);
  node.kill('SIGKILL');
  await once(node, 'exit');
  expect(runningOn(dataDir).length).toBeGreaterThan(0);
  const next = await start(dataDir);
  expect(await recall(next.url)).toEqual(['kept']);
  expect(runningOn(dataDir).filter(({ pid }) => orphans.includes(pid))).toEqual([]);
});

test('Baromètre and PostgreSQL killed together, with their number given to someone else since, start again', async () => {
  const dataDir = copyOfModel();
  const { node, url } = await startElsewhere(dataDir);
  await remember(url);
  node.kill('SIGKILL');
  signalProcesses(markOf(clusterOf(dataDir)), 'SIGKILL');
  await once(node, 'exit');
  const [, ...rest] = readFileSync(pidFileOf(dataDir), 'utf8').split('\n');
  writeFileSync(pidFileOf(dataDir), [process.pid, ...rest].join('\n'));
  expect(await recall((await start(dataDir)).url)).toEqual(['kept']);
});

test('a second Baromètre on the same folder is refused in one sentence, and the first goes on', async () => {
  const dataDir = copyOfModel();
  const { url } = await startElsewhere(dataDir);
  await expect(startEmbedded({ dataDir })).rejects.toThrow(/^Baromètre already runs on .*: stop it first, .*\.$/);
  expect(await ask(url, 'select 1')).toEqual([1]);
});

test('a folder is for one at a time, and free again once released', async () => {
  const folder = newFolder();
  const lock = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow('already runs');
  lock.release();
  lockFolder(folder).release();
});

test('a making of the data that was interrupted is swept away and done again', async () => {
  const dataDir = newFolder();
  const halfMade = join(dataDir, 'postgres/unfinished-x');
  mkdirSync(join(halfMade, 'global'), { recursive: true });
  writeFileSync(join(halfMade, 'PG_VERSION'), '18\n');
  const { url } = await start(dataDir);
  expect(await ask(url, 'select 1')).toEqual([1]);
  expect(readdirSync(join(dataDir, 'postgres')).sort()).toEqual(['cluster', 'lock']);
});

test('the password is for its owner alone, and nobody comes in without it', async () => {
  const { dataDir, url } = shown;
  const file = join(dataDir, 'postgres.password');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(new URL(url).password).toBe(readFileSync(file, 'utf8'));
  await expect(ask(url.replace(/:[^:@]*@/, ':wrong@'), 'select 1')).rejects.toThrow('password authentication failed');
  await expect(ask(url.replace(/:[^:@]*@/, '@'), 'select 1')).rejects.toThrow();
});

test('a password lost or shown to others is put right at the next start', async () => {
  const dataDir = copyOfModel();
  const file = join(dataDir, 'postgres.password');
  const first = await startEmbedded({ dataDir });
  await first.stop();
  rmSync(file);
  const second = await startEmbedded({ dataDir });
  expect(new URL(second.url).password).not.toBe(new URL(first.url).password);
  await second.stop();
  chmodSync(file, 0o644);
  const third = await start(dataDir);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(await ask(third.url, 'select 1')).toEqual([1]);
});

test('only this machine can knock: PostgreSQL listens on the loopback, and on no socket', async () => {
  const { url } = shown;
  const port = Number(new URL(url).port);
  expect(await isOpen('127.0.0.1', port)).toBe(true);
  expect(await ask(url, 'show listen_addresses')).toEqual(['127.0.0.1']);
  expect(await ask(url, 'show unix_socket_directories')).toEqual(['']);
  for (const { address, internal } of Object.values(networkInterfaces()).flatMap((list) => list ?? [])) {
    if (!internal) expect(await isOpen(address, port)).toBe(false);
  }
});

test('texts are UTF-8 and sort alike on every machine, and nothing committed waits in memory', async () => {
  const { url } = shown;
  expect(await ask(url, `select upper('é'), current_setting('server_encoding')`)).toEqual(['É', 'UTF8']);
  const locale = 'select datlocprovider, datlocale from pg_database where datname = current_database()';
  expect(await ask(url, locale)).toEqual(['b', 'C.UTF-8']);
  expect(await ask(url, `select current_setting('fsync'), current_setting('synchronous_commit')`)).toEqual([
    'on',
    'on',
  ]);
});

test.runIf(process.getuid?.() === 0)('the data stays in its folder, even below one that only root enters', async () => {
  const closed = newFolder();
  chmodSync(closed, 0o700);
  const dataDir = join(closed, 'clone');
  const { url } = await start(dataDir);
  expect(await ask(url, 'select 1')).toEqual([1]);
  expect(statSync(clusterOf(dataDir)).uid).not.toBe(0);
  expect(statSync(closed).mode & 0o777).toBe(0o700);
});
