import { readdirSync, readFileSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

interface Process {
  readonly pid: number;
  /** The one that PostgreSQL calls the postmaster: told to stop, it stops the others in good order. */
  readonly leader: boolean;
}

/**
 * The name that all processes of one cluster wear in their title, made from the identity of its folder.
 *
 * It says who they are beyond doubt, where a number in `postmaster.pid` may have passed to someone else; and root
 * may read a title even in a container that keeps it from tracing others.
 */
export function markOf(cluster: string): string {
  const { dev, ino } = statSync(cluster);
  return `barometre[${dev}:${ino}]`;
}

/** The living processes of a cluster, with a leader or orphaned by its death. */
export function processesOf(mark: string): Process[] {
  return readdirSync('/proc').flatMap((name) => {
    const title = /^\d+$/.test(name) ? titleOf(name) : '';
    const leader = /^[^\0]*\/postgres\0/.test(title) && title.includes(`\0cluster_name=${mark}\0`);
    return leader || title.startsWith(`postgres: ${mark}`) ? [{ pid: Number(name), leader }] : [];
  });
}

/**
 * Ends all processes of a cluster, losing nothing committed: a fast shutdown, then one that leaves the journal to be
 * replayed. Orphans have nothing left to save, and one busy with a long query would go on writing: they are killed.
 */
export async function endProcesses(mark: string): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    const deadline = Date.now() + 10_000;
    signalProcesses(mark, signal);
    while (processesOf(mark).length > 0 && Date.now() < deadline) await sleep(20);
  }
}

/** Signals the leader; without one, kills the orphans. */
export function signalProcesses(mark: string, signal: 'SIGINT' | 'SIGQUIT' | 'SIGKILL'): void {
  const all = processesOf(mark);
  const leaders = all.filter(({ leader }) => leader);
  const [named, actual] = leaders.length > 0 && signal !== 'SIGKILL' ? [leaders, signal] : [all, 'SIGKILL' as const];
  for (const { pid } of named) kill(pid, actual);
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function titleOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return ''; // it ended meanwhile
  }
}
