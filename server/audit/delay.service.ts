import type { EntityManager } from '@mikro-orm/postgresql';
import type { Day } from '../delay/calendar.rules.ts';
import { type ContactEvent, type DelayRule, delayOf } from '../delay/delay.rules.ts';
import { placeOf } from '../delay/place.rules.ts';
import type { Edition } from '../edition/edition.ts';
import type { ClosingEffect } from './closing.ts';
import { closingOf, findingOf } from './event.rules.ts';
import { type Finding, sayFinding } from './finding.rules.ts';

/** One measurement of a delay, with the events it is derived from. */
export interface Timed {
  readonly measurement: string;
  readonly audit: string;
  readonly enrolment: string;
  readonly rule: DelayRule;
  /** The absence or the amount that is stored. */
  readonly said: string;
  readonly validated: boolean;
  /** Whether it no longer counts, after a claim. */
  readonly neutralised: boolean;
  readonly departmentCode: string | null;
  readonly inseeCode: string | null;
  readonly regionCode: string | null;
  readonly events: readonly ContactEvent[];
}

/** The measurements of an edition that are derived from events: of every criterion and structure, or of some. */
export const timedOf = (
  em: EntityManager,
  editionId: string,
  criteria: readonly string[] | null = null,
  structure: string | null = null,
): Promise<Timed[]> =>
  em.execute(
    `select m.id as measurement, a.id as audit, a.enrolment_id as enrolment, c.delay as rule,
       coalesce(m.absence, trim_scale(m.amount)::text) as said, a.state = 'VALIDATED' as validated,
       exists (select from neutralisation x where x.measurement_id = m.id) as neutralised,
       s.department_code as "departmentCode", s.insee_code as "inseeCode", s.region_code as "regionCode",
       coalesce((select jsonb_agg(jsonb_build_object('kind', e.kind, 'at', e.at) order by e.at, e.kind)
         from audit_event e where e.audit_id = a.id), '[]') as events
     from audit a join measurement m on m.audit_id = a.id join criterion c on c.id = m.criterion_id
       join enrolment n on n.id = a.enrolment_id join structure s on s.id = n.structure_id
     where a.edition_id = ? and jsonb_typeof(c.delay) = 'object' and (?::uuid[] is null or c.id = any(?::uuid[]))
       and (?::uuid is null or s.id = ?)
     order by a.reference collate "C"`,
    [editionId, criteria && `{${criteria.join()}}`, criteria && `{${criteria.join()}}`, structure, structure],
  );

/** A measurement that would say something else if answers closed on another day. */
interface Moved extends Finding {
  readonly id: string;
}

const movedIn = (timed: readonly Timed[], closing: Day | null): Moved[] =>
  timed.flatMap(({ measurement, rule, said, events, ...structure }) => {
    const delay = delayOf(rule, events, closing, placeOf(structure));
    const finding = delay && findingOf(delay);
    return finding && sayFinding(finding) !== said ? [{ id: measurement, ...finding }] : [];
  });

/** What it would change to close answers on another day; null for the last day of fieldwork. Writes nothing. */
export async function closingEffect(em: EntityManager, edition: Edition, on: Day | null): Promise<ClosingEffect> {
  const timed = (await timedOf(em, edition.id)).filter(({ events }) => events.length > 0);
  const answers = timed.filter(({ rule }) => rule.to === 'ANSWERED');
  const moved = movedIn(answers, on ?? edition.fieldworkTo);
  const lost = moved.filter(({ absence }) => absence !== null).length;
  return { lost, gained: moved.length - lost, testCount: new Set(timed.map(({ audit }) => audit)).size };
}

/**
 * Derives every delay of an edition again, or those of one structure, such as after its closing day moved: an answer
 * that came too late is no longer one, whatever was already decided of its test. Answers how many measurements changed.
 */
export async function rederiveDelays(
  em: EntityManager,
  edition: Edition,
  structure: string | null = null,
): Promise<number> {
  const moved = movedIn(await timedOf(em, edition.id, null, structure), closingOf(edition));
  if (moved.length === 0) return 0;
  await em.execute(
    `update measurement m set amount = r.amount, absence = r.absence, version = m.version + 1
     from jsonb_to_recordset(?::jsonb) as r(id uuid, amount numeric, absence text) where m.id = r.id`,
    [JSON.stringify(moved)],
  );
  return moved.length;
}
