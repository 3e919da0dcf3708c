import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CannotStart } from '../start.ts';

/** The right to use a folder, held by at most one living process. */
export interface Lock {
  release(): void;
}

const SQLITE_BUSY = 5;

/** Kept reachable: a collected handle would close its file and give the lock away. */
const held = new Set<DatabaseSync>();

/**
 * Takes a folder for this process, making it if need be.
 *
 * The lock is the operating system's own, on the file `lock`, and dies with the process whatever kills it: there is
 * no number to recycle and nothing stale to clean. Node gives no other way to such a lock than SQLite's, which holds
 * one for the length of a transaction; the file stays empty. The 300 ms cover a holder that is still dying.
 */
export function lockFolder(folder: string): Lock {
  const file = openIn(folder);
  try {
    file.exec('pragma busy_timeout = 300; pragma journal_mode = memory; begin exclusive');
  } catch (error) {
    file.close();
    if ((error as { errcode?: number }).errcode !== SQLITE_BUSY) throw error;
    throw new CannotStart(`Baromètre already runs on ${folder}: stop it first, or give this one its own DATA_DIR.`);
  }
  held.add(file);
  return {
    release() {
      if (held.delete(file)) file.close();
    },
  };
}

function openIn(folder: string): DatabaseSync {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return new DatabaseSync(join(folder, 'lock'));
  } catch (error) {
    throw new CannotStart(`The data folder ${folder} cannot be written (${(error as Error).message}).`);
  }
}
