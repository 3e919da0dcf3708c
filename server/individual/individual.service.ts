import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../kernel/actor.ts';
import { Refusal } from '../kernel/errors.ts';
import { type Packing, packed } from '../kernel/packing.ts';
import { visibleScoresOf } from '../ranking/ranking.policy.ts';
import { latestRun } from '../ranking/score.service.ts';
import type { Report } from '../report/report.service.ts';
import { IndividualReport, ReportRun } from './individual.ts';

/** The reports of an edition, those of its latest scores first. */
export const reportRunsOf = (em: EntityManager, editionId: string): Promise<ReportRun[]> =>
  em.find(ReportRun, { edition: editionId }, { orderBy: { createdAt: 'desc', id: 'asc' } });

/** How many reports of a run are made. */
export const madeIn = (em: EntityManager, runId: string): Promise<number> => em.count(IndividualReport, { run: runId });

/** Whether a run of reports says the scores of now. */
export async function isCurrent(em: EntityManager, { edition, scoreRun }: ReportRun): Promise<boolean> {
  return (await latestRun(em, edition.id))?.id === scoreRun.id;
}

/**
 * The report of a structure, as it was made: to staff any; to a structure its own, once the edition is published, and
 * only while it says the scores in force.
 */
export async function reportFile(em: EntityManager, actor: Actor, id: string): Promise<Report> {
  const where = { $and: [{ id }, { enrolment: visibleScoresOf(actor) }] };
  const report = await em.findOne(IndividualReport, where, { populate: ['content', 'run'] });
  if (!report || !(await isCurrent(em, report.run.getEntity()))) throw new Refusal('NOT_FOUND');
  return { name: report.name, content: Buffer.from(report.content) };
}

/** All reports of a run in one archive, read from the database as they are sent. */
export async function reportArchive(em: EntityManager, runId: string): Promise<{ name: string; parts: Packing }> {
  const run = await em.findOneOrFail(ReportRun, { id: runId }, { populate: ['edition', 'scoreRun'] });
  const { year } = run.edition.getEntity();
  const name = `rapports-${year}-calcul-${run.scoreRun.getProperty('number')}.zip`;
  return { name, parts: packed(filesIn(em, runId), run.scoreRun.getEntity().createdAt) };
}

async function* filesIn(em: EntityManager, runId: string): AsyncGenerator<Report> {
  const ids: { id: string }[] = await em.execute('select id from individual_report where run_id = ? order by name', [
    runId,
  ]);
  for (const { id } of ids) {
    const own = em.fork();
    const { name, content } = await own.findOneOrFail(IndividualReport, { id }, { populate: ['content'] });
    yield { name, content: Buffer.from(content) };
  }
}

/** The report of one structure that says the scores in force, without its content; null when there is none to read. */
export async function currentReport(
  em: EntityManager,
  actor: Actor,
  enrolmentId: string,
): Promise<IndividualReport | null> {
  const where = { $and: [{ enrolment: { $and: [{ id: enrolmentId }, visibleScoresOf(actor)] } }] };
  const reports = await em.find(IndividualReport, where as never, { populate: ['run'] });
  for (const report of reports) if (await isCurrent(em, report.run.getEntity())) return report;
  return null;
}
