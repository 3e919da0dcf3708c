import { createHash } from 'node:crypto';
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { isHearing } from '../claim/hearing.service.ts';
import { Edition } from '../edition/edition.ts';
import type { Actor } from '../kernel/actor.ts';
import { refusalIn } from '../kernel/constraints.ts';
import { Refusal } from '../kernel/errors.ts';
import { GivenUp, type Jobs, type Way } from '../kernel/jobs.ts';
import { currentRun } from '../ranking/score.service.ts';
import type { ScoreRun } from '../ranking/score.ts';
import { individualReport } from '../report/individual.service.ts';
import { IndividualReport, ReportRun, ReportState } from './individual.ts';

/**
 * Begins to make the individual reports of an edition from its current scores, or goes on where it stopped; answers at
 * once. Those that are made stay as they are: from the same scores they would come out the same.
 */
export async function makeReports(
  em: EntityManager,
  jobs: Jobs,
  actor: Actor,
  now: Date,
  editionId: string,
): Promise<ReportRun> {
  const run = await em.transactional(async (em) => {
    const edition = await em.findOneOrFail(Edition, { id: editionId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    // A report annexes what was contested and answered: it is made once, when nothing more can be.
    if (await isHearing(em, edition)) throw new Refusal('REPORTS_TOO_EARLY');
    const scoreRun = await currentRun(em, edition.id);
    const total = (await enrolmentsIn(em, scoreRun.id)).length;
    const begun = { state: ReportState.MAKING, startedAt: now, startedByName: actor.name, failure: null };
    const known = await em.findOne(ReportRun, { scoreRun });
    if (known?.state === ReportState.MADE || (known?.state === ReportState.MAKING && (await isHeld(em, known.id))))
      throw new Refusal('REPORTS_BEGUN', { state: known.state });
    return known ? em.assign(known, begun) : em.create(ReportRun, { edition, scoreRun, total, ...begun });
  });
  jobs.begin(run.id, (way) => underWay(em, run.id, way));
  return run;
}

/** Stops the making of reports: those that are made are kept, and it can go on later. */
export async function stopReports(em: EntityManager, jobs: Jobs, id: string): Promise<ReportRun> {
  const run = await em.findOneOrFail(ReportRun, { id });
  if (run.state !== ReportState.MAKING) throw new Refusal('REPORTS_ENDED', { state: run.state });
  jobs.stop(id);
  await jobs.over(id);
  return em.refreshOrFail(run);
}

async function underWay(em: EntityManager, id: string, way: Way): Promise<void> {
  try {
    await held(em, id, () => makeMissing(em, id, way));
    await settle(em, id, { state: ReportState.MADE });
  } catch (error) {
    const failure = error instanceof GivenUp ? null : (refusalIn(error)?.reason ?? 'INTERNAL');
    await settle(em, id, { state: ReportState.STOPPED, failure });
    if (failure === 'INTERNAL') throw error;
  }
}

/** Makes the reports that are missing, each kept before the next is begun: a crash loses one at most. */
async function makeMissing(em: EntityManager, id: string, { told }: Way): Promise<void> {
  const { scoreRun } = await fresh(em).findOneOrFail(ReportRun, { id }, { populate: ['scoreRun'] });
  const run = scoreRun.getEntity();
  const all = await enrolmentsIn(fresh(em), run.id);
  const made: { id: string }[] = await em.execute('select enrolment_id as id from individual_report where run_id = ?', [
    id,
  ]);
  const done = new Set(made.map((each) => each.id));
  for (const enrolmentId of all.filter((each) => !done.has(each))) {
    told(done.size);
    await keep(em, id, run, enrolmentId);
    done.add(enrolmentId);
  }
}

async function keep(root: EntityManager, run: string, scoreRun: ScoreRun, enrolment: string): Promise<void> {
  const em = fresh(root);
  const { name, content } = await individualReport(em, scoreRun, enrolment);
  const sha256 = createHash('sha256').update(content).digest('hex');
  em.create(IndividualReport, { run, enrolment, name, content, sha256, size: content.length });
  await em.flush();
}

/** The structures with a line in a computation of scores, in the order of the register: what is made first never moves. */
async function enrolmentsIn(em: EntityManager, runId: string): Promise<string[]> {
  const rows: { id: string }[] = await em.execute(
    `select e.id from score p join enrolment e on e.id = p.enrolment_id join structure s on s.id = e.structure_id
     where p.run_id = ? and p.channel_id is null and p.criterion_id is null order by s.reference collate "C"`,
    [runId],
  );
  return rows.map(({ id }) => id);
}

/** A unit of work of its own: three hundred reports would weigh on one. */
const fresh = (em: EntityManager): EntityManager => em.fork() as EntityManager;

const settle = (em: EntityManager, id: string, change: Partial<ReportRun>): Promise<unknown> =>
  fresh(em).transactional(async (em) => {
    em.assign(await em.findOneOrFail(ReportRun, { id }), change as never);
  });

/** Works in a transaction that holds the name of a run: as long as it lasts, someone is at work on it. */
const held = (em: EntityManager, id: string, work: () => Promise<void>): Promise<void> =>
  fresh(em).transactional(async (em) => {
    await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`reports ${id}`]);
    await work();
  });

async function isHeld(em: EntityManager, id: string): Promise<boolean> {
  const [line] = await em.execute<{ free: boolean }[]>(
    'select pg_try_advisory_xact_lock(hashtextextended(?, 0)) as free',
    [`reports ${id}`],
  );
  return !line?.free;
}

/** Says of the runs that a crash interrupted that they stopped, at the start; those another server makes are left alone. */
export const endInterruptedReports = (em: EntityManager): Promise<unknown> =>
  em.execute(`
    update report_run set version = version + 1, state = 'STOPPED', failure = 'REPORTS_INTERRUPTED'
    where state = 'MAKING' and pg_try_advisory_xact_lock(hashtextextended('reports ' || id, 0))`);
