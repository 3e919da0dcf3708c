import type { EntityManager } from '@mikro-orm/postgresql';
import { Edition } from '../edition/edition.ts';
import { isCounted } from '../enrolment/counted.ts';
import { Refusal } from '../kernel/errors.ts';
import { StructureKind } from '../kernel/kinds.ts';
import { searchTerritories } from '../territory/territory.service.ts';
import type { FieldworkAuditor, FieldworkPlace, FieldworkProgress, FieldworkWeek } from './cockpit.ts';
import { dayAfter, forecastOf, PACE_DAYS } from './forecast.rules.ts';

/** Tests of the plan that nobody sent yet. */
const OPEN = `('PLANNED', 'ASSIGNED', 'UNDER_WAY')`;
/** Tests that were rejected, or are done again: what they found does not count. */
const LOST = `('REJECTED', 'TO_REDO')`;

/** Where the fieldwork of an edition stands on a day in Paris: a few statements over the whole edition. */
export async function progressOf(em: EntityManager, editionId: string, today: string): Promise<FieldworkProgress> {
  if ((await em.count(Edition, { id: editionId })) === 0) throw new Refusal('NOT_FOUND');
  const [sums] = await em.execute<[Sums]>(
    `select coalesce(sum(n), 0)::int as planned, coalesce(sum(n) filter (where state = 'PLANNED'), 0)::int as unassigned,
       coalesce(sum(n) filter (where state in ${OPEN}), 0)::int as remaining,
       coalesce(sum(n) filter (where state in ${OPEN} and on_day < ?), 0)::int as late, max(on_day)::text as "plannedTo"
     from (select state, on_day, count(*) as n from assignment
       where edition_id = ? and state <> 'WITHDRAWN' group by 1, 2) a`,
    [today, editionId],
  );
  const [tests] = await em.execute<[Tests]>(
    `select coalesce(sum(n), 0)::int as recorded, coalesce(sum(n) filter (where state = 'VALIDATED'), 0)::int as validated,
       coalesce(sum(n) filter (where state in ${LOST}), 0)::int as rejected,
       coalesce(sum(n) filter (where state in ('SUBMITTED', 'IN_CONTROL')), 0)::int as "toControl",
       coalesce(sum(n) filter (where performed_on >= ? and performed_on < ?), 0)::int as recent
     from (select state, performed_on, count(*) as n from audit where edition_id = ? group by 1, 2) t`,
    [dayAfter(today, -PACE_DAYS), today, editionId],
  );
  const [waiting] = await em.execute<[Waiting]>(
    `select (select count(*)::int from question q join audit t on t.id = q.audit_id
         where t.edition_id = ? and q.state <> 'CLOSED') as "openQuestions",
       (select count(*)::int from claim c join provisional v on v.id = c.provisional_id
         where v.edition_id = ? and c.state = 'SUBMITTED') as "openClaims"`,
    [editionId, editionId],
  );
  return {
    ...{ ...sums, ...tests, ...waiting, ...forecastOf(sums.remaining, tests.recent, today) },
    weeks: await weeksOf(em, editionId, today),
    places: await placesOf(em, editionId),
    auditors: await auditorsOf(em, editionId, today),
  };
}

type Sums = Pick<FieldworkProgress, 'planned' | 'unassigned' | 'remaining' | 'late' | 'plannedTo'>;
type Tests = Pick<FieldworkProgress, 'recorded' | 'validated' | 'rejected' | 'toControl' | 'recent'>;
type Waiting = Pick<FieldworkProgress, 'openQuestions' | 'openClaims'>;

/** Week by week and channel by channel: the plan beside what took place. */
const weeksOf = (em: EntityManager, editionId: string, today: string): Promise<FieldworkWeek[]> =>
  em.execute<FieldworkWeek[]>(
    `with meant as (
       select channel, date_trunc('week', on_day)::date as monday, count(*)::int as planned,
         (count(*) filter (where state in ${OPEN} and on_day < ?))::int as late
       from assignment where edition_id = ? and state <> 'WITHDRAWN' group by 1, 2
     ), made as (
       select h.code as channel, date_trunc('week', t.performed_on)::date as monday,
         (count(*) filter (where t.state not in ${LOST}))::int as done,
         (count(*) filter (where t.state = 'VALIDATED'))::int as validated
       from audit t join channel h on h.id = t.channel_id where t.edition_id = ? group by 1, 2
     )
     select channel, monday::text, coalesce(planned, 0) as planned, coalesce(late, 0) as late,
       coalesce(done, 0) as done, coalesce(validated, 0) as validated
     from meant full join made using (channel, monday) order by monday, channel`,
    [today, editionId, editionId],
  );

/** Département by département: whom fieldwork has reached. */
async function placesOf(em: EntityManager, editionId: string): Promise<FieldworkPlace[]> {
  const rows = await em.execute<Omit<FieldworkPlace, 'name'>[]>(
    `with meant as (
       select enrolment_id, count(*) as planned from assignment
       where edition_id = ? and state <> 'WITHDRAWN' group by 1
     ), made as (
       select enrolment_id, count(*) as done from audit where edition_id = ? and state not in ${LOST} group by 1
     )
     select coalesce(s.department_code, '') as code, count(*)::int as structures,
       (count(*) filter (where made.done is null))::int as untouched,
       coalesce(sum(meant.planned), 0)::int as planned, coalesce(sum(made.done), 0)::int as done
     from enrolment n join structure s on s.id = n.structure_id
       left join meant on meant.enrolment_id = n.id left join made on made.enrolment_id = n.id
     where n.edition_id = ? and ${isCounted('n')} group by 1 order by 1`,
    [editionId, editionId, editionId],
  );
  const known = searchTerritories('', [StructureKind.DEPARTMENT], Number.POSITIVE_INFINITY);
  const names = new Map(known.map(({ code, name }) => [code, name]));
  return rows.map((row) => ({ ...row, name: names.get(row.code) ?? '' }));
}

/** Those who are late, or have tests in the week to come. */
export const auditorsOf = (em: EntityManager, editionId: string, today: string): Promise<FieldworkAuditor[]> =>
  em.execute<FieldworkAuditor[]>(
    `select u.id, u.code, u.name, (count(*) filter (where a.on_day < ?))::int as late,
       (count(*) filter (where a.on_day >= ?))::int as coming,
       (select max(r.on_day)::text from auditor_reminder r where r.auditor_id = u.id and r.edition_id = ?) as "remindedOn"
     from assignment a join auditor u on u.id = a.auditor_id
     where a.edition_id = ? and a.state in ('ASSIGNED', 'UNDER_WAY') and a.on_day < ?
     group by u.id order by late desc, u.code`,
    [today, today, editionId, editionId, dayAfter(today, 7)],
  );
