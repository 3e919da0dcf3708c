import { randomInt } from 'node:crypto';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { keptSecret } from '../secret.ts';
import { ensurePortFree } from '../start.ts';
import { admit, OWNER, openCluster } from './cluster.ts';
import { lockFolder } from './lock.ts';
import { tell } from './program.ts';
import { keep } from './serve.ts';

/** What a real PostgreSQL of our own is asked to be. */
export interface EmbeddedOptions {
  readonly dataDir: string;
  /** Loopback port; a free one when absent. */
  readonly port?: number;
  /** Lets anyone of this machine in without a password: tests only. */
  readonly trust?: boolean;
  /** False may lose what was committed when PostgreSQL is killed: tests only. */
  readonly fsync?: boolean;
  /** Hears what PostgreSQL writes in its journal, and when it is started again. */
  readonly log?: (line: string) => void;
}

/** A running PostgreSQL of our own. */
export interface Embedded {
  /** How its owner connects, password included: never to be logged. */
  readonly url: string;
  stop(): Promise<void>;
}

/** PostgreSQL asks for no more than 128 MB of cache unless told: an eighth of the machine's memory, and never above 1 GB. */
const CACHE = { shared_buffers: `${Math.round(Math.max(128, Math.min(1024, totalmem() / 2 ** 20 / 8)))}MB` };
const UNSAFE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/**
 * Starts PostgreSQL 18 on `<dataDir>/postgres`, for this process alone, and keeps it running until `stop`.
 *
 * It listens on 127.0.0.1 only. Its password is random and lies in `<dataDir>/postgres.password`; lost, it is replaced.
 * Killed, it comes back on the same port after replaying its journal. If this process is killed, the next start ends
 * the orphan before it begins.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { dataDir, trust = false, fsync = true, log = () => {} } = options;
  const home = join(dataDir, 'postgres');
  const lock = lockFolder(home);
  try {
    const cluster = await openCluster(home, fsync);
    const agree = (secret: string) => tell(cluster, `alter role ${OWNER} password '${secret}'`);
    const password = trust ? '' : `:${await keptSecret(join(dataDir, 'postgres.password'), agree)}`;
    await admit(cluster, trust ? 'trust' : 'scram-sha-256');
    const port = options.port ?? (await freePort());
    const stop = await keep({ cluster, port, settings: { ...CACHE, ...(fsync ? {} : UNSAFE) }, log });
    const url = `postgres://${OWNER}${password}@127.0.0.1:${port}/${OWNER}`;
    return { url, stop: () => stop().finally(lock.release) };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** A free port below those that the system gives to outgoing connections, which might take it back meanwhile. */
async function freePort(): Promise<number> {
  const port = randomInt(15_000, 32_000);
  return ensurePortFree(port, '127.0.0.1').then(
    () => port,
    () => freePort(),
  );
}
