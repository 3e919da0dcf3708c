import type { EntityManager } from '@mikro-orm/postgresql';
import type { ContactEvent } from '../delay/delay.rules.ts';
import { bound } from '../kernel/bulk.ts';
import { AuditState } from './audit.ts';
import type { Finding } from './finding.rules.ts';
import type { Testimony } from './testimony.rules.ts';

/** One test that its auditor sent: what a row of a file says, and what only a device knows. */
export interface Sent {
  readonly reference: string;
  readonly editionId: string;
  readonly enrolmentId: string;
  readonly channelId: string;
  readonly assignmentId: string;
  readonly performedOn: string;
  readonly events: readonly ContactEvent[];
  readonly findings: ReadonlyMap<{ readonly id: string }, Finding>;
  readonly testimony: Testimony;
}

const columns = [
  ...['edition_id', 'enrolment_id', 'channel_id', 'assignment_id', 'reference', 'performed_on', 'state'],
  ...['verbatim', 'began_at', 'ended_at', 'auditor_code'],
].join(', ');

/**
 * The part of a statement that writes one test for the one row of `held`, and nothing without: `test` then answers its
 * identifier. Its values are `valuesOf`, from $2 on: what a test is, what was found, what happened.
 */
export const WRITING_TEST = `
  test as (insert into audit (${columns})
    select ${columns} from held, json_populate_record(null::audit, $2::json) returning id),
  found as (insert into measurement (audit_id, criterion_id, amount, choice, absence)
    select test.id, m.criterion_id, m.amount, m.choice, m.absence
    from test, json_populate_recordset(null::measurement, $3::json) m),
  happened as (insert into audit_event (audit_id, kind, at)
    select test.id, e.kind, e.at from test, json_populate_recordset(null::audit_event, $4::json) e)`;

export const valuesOf = (sent: Sent): string[] => [
  JSON.stringify({
    ...{ edition_id: sent.editionId, enrolment_id: sent.enrolmentId, channel_id: sent.channelId },
    ...{ assignment_id: sent.assignmentId, reference: sent.reference, performed_on: sent.performedOn },
    ...{ state: AuditState.SUBMITTED, verbatim: sent.testimony.verbatim, began_at: sent.testimony.beganAt },
    ...{ ended_at: sent.testimony.endedAt, auditor_code: sent.testimony.auditorCode },
  }),
  JSON.stringify([...sent.findings].map(([{ id }, finding]) => ({ criterion_id: id, ...finding }))),
  JSON.stringify(sent.events),
];

/** Writes one test that came from a device, for a planned test that the transaction holds; answers its identifier. */
export async function createTest(em: EntityManager, sent: Sent): Promise<string> {
  const sql = `with held as (select id from assignment where id = $1), ${WRITING_TEST} select id from test`;
  const [row] = await bound<{ id: string }>(em, sql, [sent.assignmentId, ...valuesOf(sent)]);
  return row?.id ?? '';
}
