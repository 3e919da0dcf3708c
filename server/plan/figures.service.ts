import type { EntityManager } from '@mikro-orm/postgresql';
import { localDayOf, territoryOf } from '../delay/calendar.rules.ts';
import { COUNTED } from '../enrolment/counted.ts';
import { Enrolment } from '../enrolment/enrolment.ts';
import type { ChannelCode } from '../kernel/kinds.ts';
import { channels, type RulesSaid, targetOf } from '../planner/problem.rules.ts';
import type { Spending } from '../planner/said.rules.ts';
import type { ChannelCost, PlanFigures, SpreadCount, TargetGap, WeekCell } from './figures.ts';
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
  const rules = await rulesOf(em, editionId);
  return {
    ...{ costs: costsOf(weeks, rules.prices), budget: rules.budget },
    ...{ weeks, weekdays: await by('extract(isodow from on_day)::int'), hours: await by('left(from_time, 2)::int') },
    ...{ gaps: await gapsIn(em, editionId, rules), unassigned: left?.unassigned ?? 0, late: left?.late ?? 0 },
  };
}

/** What the tests of each channel cost; nothing when no price is said. */
function costsOf(weeks: readonly WeekCell[], prices: Spending['prices']): ChannelCost[] {
  if (prices.length === 0) return [];
  return channels.flatMap((channel): ChannelCost[] => {
    const tests = weeks.reduce((sum, cell) => sum + (cell.channel === channel ? cell.planned : 0), 0);
    const price = prices.find((each) => each.channel === channel)?.cents ?? null;
    return tests === 0 ? [] : [{ channel: channel as ChannelCode, tests, price, cents: tests * (price ?? 0) }];
  });
}

async function gapsIn(em: EntityManager, editionId: string, rules: RulesSaid): Promise<TargetGap[]> {
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
