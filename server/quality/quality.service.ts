import type { EntityManager } from '@mikro-orm/postgresql';
import type { Auditor } from '../auditor/auditor.ts';
import { agreementIn } from '../control/agreement.service.ts';
import { Refusal } from '../kernel/errors.ts';
import { counted, given } from './quality.rules.ts';
import { type AuditorAgreement, type AuditorQuality, QualityFigure, type QualityTest } from './quality.ts';

const figures = Object.values(QualityFigure);

/** How many parameters a condition takes: today, or none. */
const days = (figure: QualityFigure, today: string): string[] => (counted[figure].includes('?') ? [today] : []);

/** The work of every auditor in an edition, in figures; those who have left and have no test are left out. */
export async function qualityIn(em: EntityManager, editionId: string, today: string): Promise<AuditorQuality[]> {
  const columns = figures.map((figure) => `(count(*) filter (where ${counted[figure]}))::int as "${figure}"`).join();
  const rows = await em.execute<(Record<QualityFigure, number> & Omit<AuditorQuality, 'counts'>)[]>(
    `with work as (
       select a.auditor_id, count(distinct t.performed_on)::int as "daysWorked", ${columns} from ${given} group by 1
     ), days as (
       select auditor_id, max(n)::int as most from (
         select a.auditor_id, count(*) as n from ${given} and t.id is not null group by 1, t.performed_on) d group by 1
     )
     select u.id as "auditorId", coalesce(days.most, 0) as "mostInDay", coalesce(w."daysWorked", 0) as "daysWorked", ${figures
       .map((figure) => `coalesce(w."${figure}", 0) as "${figure}"`)
       .join()},
       not exists (select from briefing b where b.edition_id = ?)
         or exists (select from briefing_result r join briefing b on b.id = r.briefing_id
                    where b.edition_id = ? and r.auditor_id = u.id and r.passed) as briefed,
       (select count(*)::int from auditor_conflict c join enrolment n on n.structure_id = c.structure_id
        where c.auditor_id = u.id and n.edition_id = ?) as ties
     from auditor u left join work w on w.auditor_id = u.id left join days on days.auditor_id = u.id
     where u.left_at is null or w.auditor_id is not null order by u.name, u.id`,
    [...figures.flatMap((figure) => days(figure, today)), ...new Array<string>(5).fill(editionId)],
  );
  return rows.map(({ auditorId, briefed, ties, daysWorked, mostInDay, ...row }) => ({
    ...{ auditorId, briefed, ties, daysWorked, mostInDay },
    counts: figures.map((figure) => ({ figure, count: row[figure] })),
  }));
}

/** The same of one of them. */
export async function qualityOf(
  em: EntityManager,
  editionId: string,
  today: string,
  auditor: Auditor,
): Promise<AuditorQuality> {
  const own = (await qualityIn(em, editionId, today)).find(({ auditorId }) => auditorId === auditor.id);
  if (!own) throw new Refusal('NOT_FOUND');
  return own;
}

/** The tests that a figure counts, by day. */
export const testsBehind = (
  em: EntityManager,
  editionId: string,
  today: string,
  auditorId: string,
  figure: QualityFigure,
): Promise<QualityTest[]> =>
  em.execute<QualityTest[]>(
    `select a.id, t.id as "auditId", a.reference, s.name as structure, a.channel, a.on_day::text as "onDay",
       t.performed_on::text as "performedOn", a.state, t.state as "auditState"
     from ${given.replace('where', 'join enrolment e on e.id = a.enrolment_id join structure s on s.id = e.structure_id where')}
       and a.auditor_id = ? and ${counted[figure]} order by a.on_day, a.reference`,
    [editionId, auditorId, ...days(figure, today)],
  );

/** How far second readings agree with what one auditor found in an edition. */
export async function agreementWith(em: EntityManager, editionId: string, id: string): Promise<AuditorAgreement> {
  const { lines } = await agreementIn(em, editionId, { audit: { assignment: { auditor: id } } });
  return { lines };
}
