import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { refusalIn } from '../kernel/constraints.ts';
import { actOf } from '../kernel/history.ts';
import { countsOf, holdImports } from '../kernel/import.ts';
import { GivenUp, type Jobs, type Way } from '../kernel/jobs.ts';
import { type Examined, judgedRows, keptOf } from './examination.ts';
import { ImportRun, ImportState } from './run.ts';
import { digestOfVerdicts } from './verdicts.ts';

/** Begins to examine the file of a run. */
export const beginExamining = (jobs: Jobs, em: EntityManager, now: Date, id: string): void =>
  jobs.begin(id, (way) => underWay(em, now, id, () => examine(em, now, id, way)));

/** Begins to write the rows of a run. */
export const beginImporting = (jobs: Jobs, em: EntityManager, now: Date, id: string): void =>
  jobs.begin(id, (way) => underWay(em, now, id, () => importNow(em, now, id, way)));

/** What was examined is no longer what would be done. */
class Moved extends Error {
  constructor(readonly examined: Examined) {
    super();
  }
}

/** Does a piece of work, and says in its run how it failed when it did. */
async function underWay(em: EntityManager, now: Date, id: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Moved)
      await settle(em, id, { ...(await keptOf(error.examined)), state: ImportState.EXAMINED, failure: 'IMPORT_MOVED' });
    else if (error instanceof GivenUp) await settle(em, id, { state: ImportState.CANCELLED, act: null, endedAt: now });
    else {
      const failure = refusalIn(error)?.reason ?? 'INTERNAL';
      await settle(em, id, { state: ImportState.FAILED, failure, act: null, endedAt: now });
      if (failure === 'INTERNAL') throw error;
    }
  }
}

/** Writes how a run stands, apart from what it imports: neither waits for the other, nor is undone with it. */
const settle = (em: EntityManager, id: string, change: Partial<ImportRun>): Promise<unknown> =>
  (em.fork() as EntityManager).transactional(async (em) => {
    const run = await em.findOneOrFail(ImportRun, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    em.assign(run, change as never);
  });

async function examine(em: EntityManager, now: Date, id: string, { told }: Way): Promise<void> {
  const kept = await held(em, id, async (em) => {
    const examined = await judgedRows(em, now, id);
    told(examined.rows);
    return keptOf(examined);
  });
  told(kept.rows ?? 0);
  await settle(em, id, { ...kept, state: ImportState.EXAMINED });
}

/** Writes the good rows in one transaction: a crash half-way changes nothing, the same file twice changes nothing. */
async function importNow(em: EntityManager, now: Date, id: string, { told }: Way): Promise<void> {
  await held(em, id, async (inside) => {
    await holdImports(inside);
    const { digest } = await inside.findOneOrFail(ImportRun, { id });
    const examined = await judgedRows(inside, now, id);
    if (digestOfVerdicts(examined.plan.verdicts) !== digest) throw new Moved(examined);
    const { NEW, CHANGED } = countsOf(examined.plan.verdicts);
    if (NEW + CHANGED === 0) return;
    await examined.plan.write(inside, told);
    await inside.flush();
    // Known before it is committed: a crash right after leaves nobody in doubt, see `endInterrupted`.
    await settle(em, id, { act: await actOf(inside) });
  });
  await settle(em, id, { state: ImportState.IMPORTED, endedAt: now });
  await markApplied(em, now, id);
}

const markApplied = (em: EntityManager, now: Date, id: string): Promise<unknown> =>
  (em.fork() as EntityManager).execute(
    `update upload set applied_at = ?, version = version + 1 where id = (select upload_id from import_run where id = ?)`,
    [now, id],
  );

/** Works in one transaction that holds the name of a run: as long as it lasts, someone is at work on it. */
const held = <T>(em: EntityManager, id: string, work: (em: EntityManager) => Promise<T>): Promise<T> =>
  (em.fork() as EntityManager).transactional(async (em) => {
    await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`import ${id}`]);
    return work(em as EntityManager);
  });

/**
 * Ends the runs that a crash interrupted, at the start: those whose writing is in the journal are done, the others
 * failed without a trace. Those another server is at work on are left alone.
 */
export const endInterrupted = (em: EntityManager): Promise<unknown> =>
  em.execute(`
    update import_run r set version = version + 1,
      state = case when done then 'IMPORTED' else 'FAILED' end,
      failure = case when done then null else 'IMPORT_INTERRUPTED' end,
      act = case when done then r.act end
    from (select id, exists (select from change c where c.act = i.act) as done from import_run i
          where state in ('EXAMINING', 'IMPORTING')
            and pg_try_advisory_xact_lock(hashtextextended('import ' || id, 0))) interrupted
    where interrupted.id = r.id`);
