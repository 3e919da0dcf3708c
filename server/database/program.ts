import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { CannotStart } from '../start.ts';
import type { Account } from './account.ts';
import type { Programs } from './binaries.ts';

/** A folder of PostgreSQL data, with who runs what on it. */
export interface Cluster {
  readonly folder: string;
  /** What tells its processes from all others: see processes.ts. */
  readonly mark: string;
  readonly account: Account | null;
  readonly programs: Programs;
}

/**
 * How PostgreSQL is told where its data is: the folder it is started in, by the kernel's name for it.
 *
 * Root enters the folder, then becomes the account, which thus works in a folder that no path would lead it to. So
 * the data stays in DATA_DIR, even below a folder that only root enters, and no one else gains a way in.
 */
export const HERE = '/proc/self/cwd';

/** Starts a program on a cluster, in a session of its own: Ctrl-C is for us, who stop it in order. */
export function launch({ folder, account }: Cluster, program: string, args: readonly string[]) {
  const env = { LC_ALL: 'C', TZ: 'UTC' };
  return spawn(program, args, { ...account, cwd: folder, env, detached: true, stdio: 'pipe' });
}

/** The arguments that every PostgreSQL of a cluster is started with. */
export function settings({ mark }: Cluster, more: Readonly<Record<string, string>> = {}): string[] {
  const all = Object.entries({ cluster_name: mark, ...more });
  return ['-D', HERE, ...all.flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

/** Runs a program to its end, and answers what it complained about. */
export async function run(cluster: Cluster, program: string, args: readonly string[], input = ''): Promise<string> {
  const child = launch(cluster, program, args);
  child.stdin.on('error', () => {}).end(input); // it may be gone before it has read: its status tells
  child.stdout.resume();
  const status = new Promise<number | null>((resolve, reject) => child.on('close', resolve).on('error', reject));
  const [code, said] = await Promise.all([status, text(child.stderr)]);
  if (code !== 0) throw new CannotStart(`PostgreSQL cannot use ${cluster.folder} (${said.trim()}).`);
  return said;
}

/** Runs one SQL statement on a cluster at rest, as its owner, without a server, a network or a password. */
export async function tell(cluster: Cluster, sql: string): Promise<void> {
  const said = await run(
    cluster,
    cluster.programs.postgres,
    ['--single', ...settings(cluster), 'postgres'],
    `${sql}\n`,
  );
  if (/ (ERROR|FATAL|PANIC): /.test(said)) throw new Error(`PostgreSQL refused: ${said}`);
}
