import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../kernel/actor.ts';
import { insertUnknown } from '../kernel/bulk.ts';
import { Refusal } from '../kernel/errors.ts';
import { knownOf } from '../privacy/known.rules.ts';
import { identifiersIn } from '../privacy/privacy.rules.ts';
import { townOf } from '../territory/territory.service.ts';
import { correctedAt, type DeviceClock, skewOf } from './clock.rules.ts';
import { type Content, readContent, storable } from './content.rules.ts';
import { receiptOf } from './fieldwork.service.ts';
import type { Receipt } from './fieldwork.ts';
import { judge, type Waiting } from './judging.service.ts';
import { type Sight, sightOf } from './sight.ts';
import { type FlaggedSpan, Submission, SubmissionOutcome, type TimedEvent } from './submission.ts';

/** A test as a device sends it. */
export interface Sending extends DeviceClock {
  readonly key: string;
  readonly assignmentId: string;
  readonly gridId: string;
  readonly device: string;
  readonly content: Record<string, unknown>;
}

/**
 * Takes a test that was done. It is kept whole first, in a transaction of its own, whatever is then thought of it; then
 * it is judged once: however often and at whatever instant the same key comes, there is one test and one answer.
 */
export async function submitTest(em: EntityManager, actor: Actor, now: Date, sending: Sending): Promise<Receipt> {
  const sight = await sightOf(em, sending.assignmentId);
  const waiting = await keep(em, actor, now, sending, sight);
  if (!waiting) return again(em, actor, now, sending.key);
  return receiptOf({ ...waiting, key: sending.key, settledMotive: null, ...(await judge(em, now, waiting, sight)) });
}

/** The answer to a key that was there before, which may have been kept and never judged. */
async function again(em: EntityManager, { id: accountId }: Actor, now: Date, key: string): Promise<Receipt> {
  const submission = await em.findOneOrFail(Submission, { accountId, key });
  if (submission.outcome !== SubmissionOutcome.RECEIVED) return receiptOf(submission);
  const waiting = { ...submission, assignmentId: submission.assignment?.id ?? null };
  return receiptOf({ ...submission, ...(await judge(em, now, waiting)) });
}

/** Keeps a sending as it came; null when its key was there before. */
async function keep(
  em: EntityManager,
  { id: accountId }: Actor,
  now: Date,
  sending: Sending,
  sight: Sight | null,
): Promise<Waiting | null> {
  const { key, gridId, device, roundTrip } = sending;
  const content = storable(sending.content);
  const read = readContent(content).content;
  const skew = skewOf(sending, now.toISOString());
  const events = eventsOn(read, skew, roundTrip, now);
  const row = {
    ...{ account_id: accountId, key, grid_id: gridId, device, sent_at: sending.sentAt, received_at: now.toISOString() },
    ...{ skew, round_trip: roundTrip, content, events, assignment_id: sight?.id ?? null },
    edition_id: sight?.edition.id ?? null,
    flagged: flaggedIn(read, sight),
    outcome: SubmissionOutcome.RECEIVED,
    faults: [],
  };
  const [id] = await insertUnknown(em, 'submission', [row], ['account_id', 'key']);
  const sent = { sentAt: new Date(sending.sentAt), receivedAt: now, skew, roundTrip };
  return id ? { id, accountId, gridId, content, events, assignmentId: sight?.id ?? null, ...sent } : null;
}

/** What happened, on both clocks. What was corrected by hand is what a person says: no clock corrects it again. */
const eventsOn = ({ events }: Content, skew: number, roundTrip: number, now: Date): TimedEvent[] =>
  events.map(({ kind, at, recordedAt, motive }) => ({
    kind: kind as TimedEvent['kind'],
    deviceAt: recordedAt ?? at,
    at: recordedAt ? at : correctedAt(at, skew, roundTrip, now.toISOString()),
    motive: motive ?? null,
  }));

/** What may identify an agent in the verbatims, judged again by the rules of the device. */
function flaggedIn({ verbatims, harmless }: Content, sight: Sight | null): FlaggedSpan[] {
  const known = sight ? knownOf(sight.structure.name, townOf(sight.structure)) : undefined;
  return Object.entries(verbatims).flatMap(([place, said]) =>
    identifiersIn(said, known).map(({ kind, text }) => ({ place, kind, text, harmless: harmless.includes(text) })),
  );
}

/** The receipts of the sendings of one auditor, by the keys their device asks about. */
export async function receiptsOf(em: EntityManager, actor: Actor, keys: readonly string[]): Promise<Receipt[]> {
  if (keys.length > 200) throw new Refusal('TOO_LARGE');
  return (await em.find(Submission, { accountId: actor.id, key: { $in: [...keys] } })).map(receiptOf);
}
