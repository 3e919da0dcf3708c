import { existsSync, globSync, rmSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../../server/database/embedded.ts';
import { lockFolder } from '../../server/database/lock.ts';
import { markOf, signalProcesses } from '../../server/database/processes.ts';
import { migrateTemplate } from './template.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** How the owner of the tests' PostgreSQL connects. */
    adminUrl: string;
    /** The database that test databases are copied from, migrated once a run. */
    template: string;
    /** Where tests may leave folders, and start PostgreSQLs at most three below: whatever remains is erased. */
    folder: string;
  }
}

const TEMPLATE = 'template_barometre';
const PREFIX = 'barometre-test-';

/** Global setup: one PostgreSQL for the whole run, without durability or password, in a folder erased at the end. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  // A project of benchmarks is called "bench (bench)".
  if (!project.vitest.projects.some(({ name }) => /^(integration|e2e|bench)\b/.test(name))) return;
  await sweep();
  const folder = await mkdtemp(join(tmpdir(), PREFIX));
  const atExit = () => {
    killAll(folder); // Ctrl-C: the teardown is not called
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once('exit', atExit);
  const server = await startEmbedded({ dataDir: folder, trust: true, fsync: false });
  await makeTemplate(server.url);
  project.provide('adminUrl', server.url);
  project.provide('template', TEMPLATE);
  project.provide('folder', folder);
  return async () => {
    await server.stop();
    process.off('exit', atExit);
    atExit();
  };
}

async function makeTemplate(adminUrl: string): Promise<void> {
  const admin = new pg.Client(adminUrl);
  await admin.connect();
  await admin.query(`create database ${TEMPLATE}`);
  await admin.end();
  await migrateTemplate(adminUrl.replace(/[^/]*$/, TEMPLATE));
}

/** Erases what runs that were killed left behind. Those that live keep the lock of their folder. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const folder = join(tmpdir(), name);
    if (!name.startsWith(PREFIX) || !existsSync(join(folder, 'postgres/lock'))) continue;
    try {
      lockFolder(join(folder, 'postgres')).release();
      killAll(folder);
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    } catch {
      // someone else's, or alive
    }
  }
}

/** Ends every PostgreSQL of the tests at once: nothing there is worth keeping. */
function killAll(folder: string): void {
  const clusters = globSync(
    ['', '*/', '*/*/'].map((depth) => `${depth}postgres/cluster`),
    { cwd: folder },
  );
  for (const cluster of clusters) signalProcesses(markOf(join(folder, cluster)), 'SIGKILL');
}
