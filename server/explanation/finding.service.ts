import type { EntityManager } from '@mikro-orm/postgresql';
import { Audit, AuditState } from '../audit/audit.ts';
import { visibleEnrolments } from '../enrolment/enrolment.policy.ts';
import { Enrolment } from '../enrolment/enrolment.ts';
import type { Actor } from '../kernel/actor.ts';
import { Refusal } from '../kernel/errors.ts';
import { rounded } from '../score/exact.rules.ts';
import { pointsOf, refusalOf } from '../score/scale.rules.ts';
import type { MeasurementBehind } from './finding.ts';

/** What each validated test found on one criterion, in the order of days; empty when nobody was asked. */
export async function measurementsBehind(
  em: EntityManager,
  actor: Actor,
  enrolmentId: string,
  code: string,
): Promise<MeasurementBehind[]> {
  const enrolment = await em.findOne(Enrolment, { $and: [{ id: enrolmentId }, visibleEnrolments(actor)] });
  if (!enrolment) throw new Refusal('NOT_FOUND');
  const tests = await em.find(
    Audit,
    { enrolment, state: AuditState.VALIDATED, measurements: { criterion: { code } } },
    {
      populate: ['measurements.criterion'],
      populateWhere: { measurements: { criterion: { code } } },
      orderBy: { performedOn: 'asc', reference: 'asc' },
    },
  );
  return tests.flatMap(({ reference, performedOn, measurements }) =>
    measurements.getItems().map(({ value, absence, criterion }): MeasurementBehind => {
      const { kind, scale } = criterion.getEntity();
      // A value that no longer fits its scale keeps scores from being computed, not from being looked at.
      const fits = value !== null && refusalOf(kind, scale, value) === null;
      return { reference, performedOn, value, absence, points: fits ? rounded(pointsOf(scale, value), 4) : null };
    }),
  );
}
