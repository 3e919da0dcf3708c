import type { EntityManager } from '@mikro-orm/postgresql';
import type { Absence } from '../audit/audit.ts';
import { countedOn } from '../audit/counted.ts';
import { visibleEnrolments } from '../enrolment/enrolment.policy.ts';
import { Enrolment } from '../enrolment/enrolment.ts';
import { Criterion } from '../grid/criterion.ts';
import { gridOf } from '../grid/grid.service.ts';
import type { Actor } from '../kernel/actor.ts';
import { Refusal } from '../kernel/errors.ts';
import { latestRun } from '../ranking/score.service.ts';
import { rounded } from '../score/exact.rules.ts';
import { pointsOf, refusalOf } from '../score/scale.rules.ts';
import type { MeasurementBehind } from './finding.ts';

interface Line {
  readonly reference: string;
  readonly performedOn: string;
  readonly value: string | null;
  readonly absence: Absence | null;
  readonly recordedOn: number;
}

/**
 * What each validated test counts on one criterion of the grid that its score was computed with, in the order of days;
 * empty when nobody was asked.
 */
export async function measurementsBehind(
  em: EntityManager,
  actor: Actor,
  enrolmentId: string,
  code: string,
): Promise<MeasurementBehind[]> {
  const enrolment = await em.findOne(Enrolment, { $and: [{ id: enrolmentId }, visibleEnrolments(actor)] });
  if (!enrolment) throw new Refusal('NOT_FOUND');
  const run = await latestRun(em, enrolment.edition.id);
  const grid = (await run?.grid.loadOrFail()) ?? (await gridOf(em, enrolment.edition.id));
  const criterion = await em.findOne(Criterion, { code, channel: { grid } });
  if (!criterion) return [];
  const lines: Line[] = await em.execute(
    `select a.reference, a.performed_on as "performedOn", coalesce(m.choice, round(m.amount, 6)::text) as value, m.absence,
       g.number as "recordedOn"
     from audit a ${await countedOn(em, grid)}
       join channel h on h.id = a.channel_id join grid g on g.id = h.grid_id
     where a.enrolment_id = ? and a.state = 'VALIDATED' and m.criterion_id = ?
     order by a.performed_on, a.reference`,
    [enrolmentId, criterion.id],
  );
  return lines.map((line) => ({ ...line, points: pointsIn(criterion, line.value) }));
}

/** A value that no longer fits its scale keeps scores from being computed, not from being looked at. */
function pointsIn({ kind, scale }: Criterion, value: string | null): string | null {
  const fits = value !== null && refusalOf(kind, scale, value) === null;
  return fits ? rounded(pointsOf(scale, value), 4) : null;
}
