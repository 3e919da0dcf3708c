import { constants, existsSync, statSync } from 'node:fs';
import { chmod, chown, lchown, mkdtemp, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CannotStart } from '../start.ts';
import { type Account, accountFor } from './account.ts';
import { programsFor } from './binaries.ts';
import { endProcesses, markOf } from './processes.ts';
import { type Cluster, HERE, run, tell } from './program.ts';

/** The owner of everything in the cluster, and the database the application lives in. */
export const OWNER = 'barometre';

/** Opens the cluster of a folder that the caller has locked, making it the first time. */
export async function openCluster(home: string, fsync: boolean): Promise<Cluster> {
  const folder = join(home, 'cluster');
  const account = accountFor(folder);
  const programs = await programsFor(account);
  if (!existsSync(join(folder, 'PG_VERSION'))) {
    const unfinished = await makeUnfinished(home, account);
    await fill({ folder: unfinished, mark: markOf(unfinished), account, programs }, fsync);
    await rename(unfinished, folder);
  }
  await ensureReadable(folder, programs.version);
  await claim(folder, account);
  const cluster = { folder, mark: markOf(folder), account, programs };
  await bringToRest(cluster); // the lock is ours: whoever runs here has lost its master
  return cluster;
}

/** Ends whoever still runs on the cluster, and forgets their number, which may be someone else's by now. */
export async function bringToRest({ folder, mark }: Cluster): Promise<void> {
  await endProcesses(mark);
  await rm(pidFile(folder), { force: true });
}

/** Where a running PostgreSQL writes its number and its state. */
export const pidFile = (folder: string) => join(folder, 'postmaster.pid');

/** Says who may come in by the loopback, and how they prove who they are. No other way in is written. */
export async function admit({ folder }: Cluster, proof: 'trust' | 'scram-sha-256'): Promise<void> {
  const { O_WRONLY, O_TRUNC, O_NOFOLLOW } = constants;
  const file = await open(join(folder, 'pg_hba.conf'), O_WRONLY | O_TRUNC | O_NOFOLLOW);
  await file.writeFile(`host all all 127.0.0.1/32 ${proof}\n`);
  await file.close();
}

/** A place aside, renamed when whole: what an interruption left is never taken for a cluster, only swept away. */
async function makeUnfinished(home: string, account: Account | null): Promise<string> {
  for (const name of await readdir(home)) {
    if (name.startsWith('unfinished-')) await rm(join(home, name), { recursive: true, force: true, maxRetries: 5 });
  }
  const folder = await mkdtemp(join(home, 'unfinished-'));
  if (account) await chown(folder, account.uid, account.gid);
  return folder;
}

async function fill(cluster: Cluster, fsync: boolean): Promise<void> {
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const haste = fsync ? [] : ['--no-sync'];
  await run(cluster, cluster.programs.initdb, ['-D', HERE, '-U', OWNER, '--auth=reject', ...locale, ...haste]);
  await tell(cluster, `create database ${OWNER}`);
}

async function ensureReadable(folder: string, version: string): Promise<void> {
  const major = (await readFile(join(folder, 'PG_VERSION'), 'utf8')).trim();
  if (version.split('.')[0] === major) return;
  throw new CannotStart(`${folder} was written by PostgreSQL ${major}, which the ${version} we carry cannot read.`);
}

/** PostgreSQL works only in a closed folder of its own: a copy, or a backup that root restored, may be neither. */
async function claim(folder: string, account: Account | null): Promise<void> {
  if (account && statSync(folder).uid !== account.uid) {
    const { uid, gid } = account;
    for (const name of await readdir(folder, { recursive: true })) await lchown(join(folder, name), uid, gid);
    await chown(folder, uid, gid);
  }
  await chmod(folder, 0o700);
}
