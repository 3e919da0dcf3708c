import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CannotStart } from '../start.ts';
import { OWNER, pidFile } from './cluster.ts';
import { startEmbedded } from './embedded.ts';

/** A database reached for the length of a command. */
interface Reached {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * The database of an installation, whether its server runs or not: the one that was named, else the embedded one, as the
 * running server keeps it or started for the occasion.
 */
export async function openDatabase(config: { databaseUrl: string | null; dataDir: string }): Promise<Reached> {
  if (config.databaseUrl) return { url: config.databaseUrl, close: async () => {} };
  try {
    const embedded = await startEmbedded({ dataDir: config.dataDir });
    return { url: embedded.url, close: () => embedded.stop() };
  } catch (error) {
    const url = error instanceof CannotStart ? await runningUrl(config.dataDir) : null;
    if (url) return { url, close: async () => {} };
    throw error;
  }
}

/** How to join the PostgreSQL that a running server keeps: its port is in its own file, its password in the folder. */
async function runningUrl(dataDir: string): Promise<string | null> {
  const state = await readFile(pidFile(join(dataDir, 'postgres', 'cluster')), 'utf8').catch(() => '');
  const password = await readFile(join(dataDir, 'postgres.password'), 'utf8').catch(() => '');
  const port = Number(state.split('\n')[3]);
  return port > 0 && password ? `postgres://${OWNER}:${password.trim()}@127.0.0.1:${port}/${OWNER}` : null;
}
