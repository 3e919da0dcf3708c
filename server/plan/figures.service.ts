import type { EntityManager } from '@mikro-orm/postgresql';
import { localDayOf, territoryOf } from '../delay/calendar.rules.ts';
import { COUNTED } from '../enrolment/counted.ts';
import { Enrolment } from '../enrolment/enrolment.ts';
import type { ChannelCode } from '../kernel/kinds.ts';
import { channels, targetOf } from '../planner/problem.rules.ts';
import type { AuditorFigures, PlanFigures, SpreadCount, TargetGap, WeekCell } from './figures.ts';
import { rulesOf } from './plan.service.ts';

/** The plan of an edition in figures, and where it departs from what is wanted. */
export async function planFigures(em: EntityManager, editionId: string, now: Date): Promise<PlanFigures> {
  const today = localDayOf(now.toISOString(), territoryOf(null));
  const planned = `from assignment where edition_id = ? and state <> 'WITHDRAWN'`;
  const weeks = await em.execute<WeekCell[]>(
    `select to_char(date_trunc('week', on_day), 'YYYY-MM-DD') as week, channel, count(*)::int as planned,
       count(*) filter (where state = 'SUBMITTED')::int as sent ${planned} group by 1, 2 order by 1, 2`,
    [editionId],
  );
  const by = (expression: string) =>
    em.execute<SpreadCount[]>(`select ${expression} as at, count(*)::int as tests ${planned} group by 1 order by 1`, [
      editionId,
    ]);
  const [left] = await em.execute<{ unassigned: number; late: number }[]>(
    `select count(*) filter (where auditor_id is null)::int as unassigned,
       count(*) filter (where on_day < ? and state <> 'SUBMITTED')::int as late ${planned}`,
    [today, editionId],
  );
  return {
    ...{ weeks, weekdays: await by('extract(isodow from on_day)::int'), hours: await by('left(from_time, 2)::int') },
    ...{ gaps: await gapsIn(em, editionId), unassigned: left?.unassigned ?? 0, late: left?.late ?? 0 },
  };
}

async function gapsIn(em: EntityManager, editionId: string): Promise<TargetGap[]> {
  const rules = await rulesOf(em, editionId);
  const enrolments = await em.find(
    Enrolment,
    { edition: editionId, ...COUNTED },
    { populate: ['structure', 'category'], orderBy: { structure: { name: 'asc' } } },
  );
  const rows = await em.execute<{ id: string; channel: string; count: number }[]>(
    `select enrolment_id as id, channel, count(*)::int as count from assignment a
     where edition_id = ? and state <> 'WITHDRAWN'
       and not exists (select from assignment again where again.replaces_id = a.id) group by 1, 2`,
    [editionId],
  );
  if (rows.length === 0) return [];
  const planned = new Map(rows.map(({ id, channel, count }) => [`${id} ${channel}`, count]));
  return enrolments.flatMap(({ id, structure, category, reception }) =>
    channels.flatMap((channel): TargetGap[] => {
      const tested = { id, department: null, category: category.getProperty('code'), reception };
      const gap = { wanted: targetOf({ rules }, tested, channel), planned: planned.get(`${id} ${channel}`) ?? 0 };
      if (gap.wanted === gap.planned) return [];
      return [{ enrolmentId: id, structure: structure.getProperty('name'), channel: channel as ChannelCode, ...gap }];
    }),
  );
}

/** What can be told of the work of each auditor in an edition: those who have left and have no test are left out. */
export function auditorFigures(em: EntityManager, editionId: string, now: Date): Promise<AuditorFigures[]> {
  const today = localDayOf(now.toISOString(), territoryOf(null));
  return em.execute<AuditorFigures[]>(
    `select d.id as "auditorId", d.name, d.code,
       not exists (select from briefing b where b.edition_id = ?)
         or exists (select from briefing_result r join briefing b on b.id = r.briefing_id
                    where b.edition_id = ? and r.auditor_id = d.id and r.passed) as briefed,
       count(a.id)::int as given, count(a.id) filter (where a.on_day < ?)::int as due,
       count(a.id) filter (where a.on_day < ? and a.state = 'SUBMITTED')::int as sent,
       (select count(*)::int from auditor_conflict c join enrolment n on n.structure_id = c.structure_id
        where c.auditor_id = d.id and n.edition_id = ?) as ties
     from auditor d left join assignment a on a.auditor_id = d.id and a.edition_id = ? and a.state <> 'WITHDRAWN'
     group by d.id having d.left_at is null or count(a.id) > 0 order by d.name, d.id`,
    [editionId, editionId, today, today, editionId, editionId],
  );
}
