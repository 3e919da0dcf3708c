import type { EntityManager } from '@mikro-orm/postgresql';
import type { Absence, AuditState } from '../audit/audit.ts';
import { sourcesOf } from '../audit/counted.ts';
import type { Criterion } from '../grid/criterion.ts';
import { observationOf } from '../provisional/observed.rules.ts';
import { rounded } from '../score/exact.rules.ts';
import { pointsOf, refusalOf } from '../score/scale.rules.ts';
import type { ClaimPoint } from './claim.ts';
import type { ClaimObservation } from './observation.ts';

interface Line {
  readonly measurementId: string;
  readonly auditId: string;
  readonly reference: string;
  readonly performedOn: string;
  readonly state: AuditState;
  readonly value: string | null;
  readonly absence: Absence | null;
  readonly neutralised: string | null;
}

/** What validated tests of the structure found on the criterion of a point, those of earlier versions of it included. */
export async function observationsOf(
  em: EntityManager,
  { criterion: of, claim }: ClaimPoint,
): Promise<ClaimObservation[]> {
  const criterion = await of.loadOrFail({ populate: ['channel'] });
  const { provisional } = await claim.loadOrFail({ populate: ['provisional'] });
  const sources = await sourcesOf(em, { id: criterion.channel.getEntity().grid.id }, criterion.id);
  const lines: Line[] = await em.execute(
    `select m.id as "measurementId", a.id as "auditId", a.reference, a.performed_on::text as "performedOn", a.state,
       coalesce(m.choice, trim_scale(m.amount)::text) as value, m.absence, x.motive as neutralised
     from audit a join measurement m on m.audit_id = a.id left join neutralisation x on x.measurement_id = m.id
     where a.enrolment_id = ? and a.state = 'VALIDATED' and m.criterion_id = any(?::uuid[])
     order by a.performed_on, a.reference collate "C"`,
    [provisional.getEntity().enrolment.id, `{${sources.join()}}`],
  );
  return lines.map((line) => ({
    ...line,
    said: observationOf(criterion, line),
    points: pointsIn(criterion, line.value),
  }));
}

/** A value that no longer fits its scale keeps scores from being computed, not from being looked at. */
function pointsIn({ kind, scale }: Criterion, value: string | null): string | null {
  const fits = value !== null && refusalOf(kind, scale, value) === null;
  return fits ? rounded(pointsOf(scale, value), 4) : null;
}
