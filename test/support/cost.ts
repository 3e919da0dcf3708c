import { readFileSync } from 'node:fs';
import type { EntityManager } from '@mikro-orm/postgresql';

/** What something cost: milliseconds on the clock, milliseconds of processor here and in PostgreSQL, memory here. */
export interface Cost {
  readonly wall: number;
  readonly processor: number;
  /** The most memory this process held meanwhile above what it held before, in MB. */
  readonly memory: number;
}

/** Linux counts the time of a process in hundredths of a second. */
const TICK = 10;

/** Runs something on one connection, and undoes what it wrote: each measure finds the database as it was. */
export async function costOf(em: EntityManager, run: (em: EntityManager) => Promise<unknown>): Promise<Cost> {
  let cost: Cost | null = null;
  const undone = new Error('measured');
  const measured = em.fork().transactional(async (em) => {
    await em.execute('set local max_parallel_workers_per_gather = 0');
    const [{ pid }] = (await em.execute('select pg_backend_pid() as pid')) as [{ pid: number }];
    globalThis.gc?.();
    const [held, postgres, here, started] = [rss(), processorOf(pid), process.cpuUsage(), performance.now()];
    let most = held;
    const watch = setInterval(() => {
      most = Math.max(most, rss());
    }, 20);
    await run(em).finally(() => clearInterval(watch));
    const wall = performance.now() - started;
    const { user, system } = process.cpuUsage(here);
    const processor = (user + system) / 1000 + processorOf(pid) - postgres;
    cost = { wall, processor, memory: (Math.max(most, rss()) - held) / 2 ** 20 };
    throw undone;
  });
  await measured.catch((error) => {
    if (error !== undone) throw error;
  });
  return cost as unknown as Cost;
}

const rss = (): number => process.memoryUsage.rss();

/** The processor time a process has used, in milliseconds. */
export const processorOf = (pid: number): number => ticksOf(pid) * TICK;

/** The processor time a process has used, in ticks: the 14th and 15th fields of its state, after its name. */
function ticksOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return Number(fields[11]) + Number(fields[12]);
}
