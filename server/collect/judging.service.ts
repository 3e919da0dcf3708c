import type { EntityManager } from '@mikro-orm/postgresql';
import { valuesOf, WRITING_TEST } from '../audit/sent.ts';
import { grants } from '../edition/edition.rules.ts';
import { freezeGrid } from '../grid/grid.service.ts';
import { ACTING, boundAct } from '../kernel/bulk.ts';
import { canonical, type Json } from '../kernel/canonical.rules.ts';
import { FaultReason } from '../kernel/fault.ts';
import { AssignmentState } from '../plan/assignment.ts';
import { type Ask, type Judged, readOn } from './judging.rules.ts';
import { type Sight, sightOf } from './sight.ts';
import { HeldReason, Submission, SubmissionOutcome } from './submission.ts';

/** A sending that is kept, and what it is a sending of. */
export interface Waiting
  extends Pick<
    Submission,
    'id' | 'accountId' | 'gridId' | 'content' | 'events' | 'sentAt' | 'receivedAt' | 'skew' | 'roundTrip'
  > {
  readonly assignmentId: string | null;
}

/** What becomes of a sending. */
export type Verdict = Pick<Submission, 'outcome' | 'reason' | 'faults'>;

/** How often what was read may change before it is written. Each time, someone else was served. */
const PATIENCE = 50;

/**
 * Judges a sending that waits, once: it becomes a test of the edition, or is held for a reason. It is judged on what one
 * statement reads, and written by one that holds all it rests on and writes nothing when any of it changed meanwhile: it
 * is then judged anew. So no lock outlives a statement, and none is kept while rules are at work.
 */
export async function judge(em: EntityManager, now: Date, waiting: Waiting, seen?: Sight | null): Promise<Verdict> {
  const { assignmentId } = waiting;
  for (let attempt = 0; attempt < PATIENCE; attempt++) {
    const first = attempt === 0 && seen !== undefined;
    const sight = first ? seen : assignmentId && (await sightOf(em, assignmentId));
    const verdict = await settledAs(em, now, waiting, sight || null);
    if (verdict) return verdict;
    const { outcome, reason, faults } = await em.findOneOrFail(Submission, { id: waiting.id }, { refresh: true });
    if (outcome !== SubmissionOutcome.RECEIVED) return { outcome, reason, faults };
  }
  throw new Error(`Submission ${waiting.id} could not be judged: what it rests on never stood still.`);
}

/** Writes what becomes of a sending, and answers it; null when what it was judged on changed meanwhile. */
async function settledAs(em: EntityManager, now: Date, waiting: Waiting, sight: Sight | null): Promise<Verdict | null> {
  const verdict = (await aside(em, waiting, sight)) ?? readIn(waiting, sight as Sight, now);
  if ('outcome' in verdict) return (await toldOf(em, waiting, verdict)) ? verdict : null;
  return (await recorded(em, now, waiting, sight as Sight, verdict)) ? { ...none, outcome: ACCEPTED } : null;
}

const none = { reason: null, faults: [] };
const { ACCEPTED, HELD, REPEATED } = SubmissionOutcome;
const held = (reason: HeldReason, faults: Verdict['faults'] = []): Verdict => ({ outcome: HELD, reason, faults });

/** What a sending is whatever it says; null when only what it says is left to judge. */
async function aside(em: EntityManager, waiting: Waiting, sight: Sight | null): Promise<Verdict | null> {
  if (!sight) return held(HeldReason.AUDITOR_REMOVED);
  const before = sight.state === AssignmentState.SUBMITTED;
  if (before && (await saidBefore(em, waiting))) return { ...none, outcome: REPEATED };
  if (sight.state === AssignmentState.WITHDRAWN) return held(HeldReason.WITHDRAWN);
  if (sight.accountId !== waiting.accountId) return held(HeldReason.AUDITOR_REMOVED);
  if (before) return held(HeldReason.ALREADY_SUBMITTED);
  if (!grants(sight.edition.phase, 'COLLECT')) return held(HeldReason.PHASE_CLOSED);
  return null;
}

/** Whether the same auditor had sent the same test, word for word, under another key. */
async function saidBefore(em: EntityManager, { id, accountId, assignmentId, content }: Waiting): Promise<boolean> {
  const accepted = { id: { $ne: id }, accountId, assignment: assignmentId, outcome: ACCEPTED };
  const before = await em.findOne(Submission, accepted);
  return before !== null && canonical(before.content as Json) === canonical(content as Json);
}

/** What a sending says on the version in force, or why it is held for what it says. */
function readIn(waiting: Waiting, sight: Sight, now: Date): Judged<Ask> | Verdict {
  if (sight.gridId !== waiting.gridId) return held(HeldReason.GRID_CHANGED);
  const unknown = [{ place: sight.channel, reason: FaultReason.UNKNOWN_CHANNEL }];
  const read = sight.channelId ? readOn(waiting, sight, now) : unknown;
  return 'length' in read ? held(HeldReason.FINDINGS_REFUSED, read) : read;
}

/** Writes what became of a sending that is no test. */
async function toldOf(em: EntityManager, { id }: Waiting, { outcome, reason, faults }: Verdict): Promise<boolean> {
  const sql = `with ${ACTING} update submission set outcome = $2, reason = $3, faults = $4, version = version + 1
    from acting where id = $5 and outcome = 'RECEIVED' returning pg_current_xact_id()::text as act`;
  return (await boundAct(em, sql, [outcome, reason, JSON.stringify(faults), id])).length > 0;
}

/**
 * The statement that makes a test of a sending. It holds the sending, its planned test and its edition, in this order,
 * and finds no row in `held` when one of them is no longer what was seen, or another grid is in force.
 */
const RECORDING = `-- record_sent_test
  with ${ACTING},
  held as (select s.id as submission, a.id as assignment
    from acting, submission s join assignment a on a.id = s.assignment_id join edition e on e.id = a.edition_id
    where s.id = $5 and s.outcome = 'RECEIVED' and a.version = $6 and a.state = $7 and e.version = $8 and e.phase = $9
      and $10 = (select id from grid where edition_id = e.id and not draft order by number desc limit 1)
    for update of s, a for share of e),
  ${WRITING_TEST},
  done as (update assignment set state = '${AssignmentState.SUBMITTED}', version = version + 1
    from held where id = held.assignment),
  told as (update submission set outcome = '${ACCEPTED}', audit_id = test.id, version = version + 1
    from held, test where submission.id = held.submission)
  select pg_current_xact_id()::text as act from test`;

/** Makes a test of a sending; the first of a grid freezes it. Answers whether what it was judged on still stood. */
async function recorded(
  em: EntityManager,
  now: Date,
  { id }: Waiting,
  sight: Sight,
  judged: Judged<Ask>,
): Promise<boolean> {
  const { version, state, edition, gridId, frozen } = sight;
  const test = valuesOf({ ...testOf(sight), ...judged, channelId: sight.channelId as string });
  const values = [...test, id, version, state, edition.version, edition.phase, gridId];
  const write = async (em: EntityManager) => (await boundAct(em, RECORDING, values)).length > 0;
  if (frozen) return write(em);
  return em.transactional(async (em) => {
    const written = await write(em);
    if (written) await freezeGrid(em, { id: gridId as string, frozenAt: null }, now);
    return written;
  });
}

const testOf = ({ id, reference, enrolmentId, edition }: Sight) => ({
  ...{ assignmentId: id, reference, enrolmentId, editionId: edition.id },
});
