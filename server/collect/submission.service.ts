import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../kernel/actor.ts';
import { insertUnknown } from '../kernel/bulk.ts';
import { Refusal } from '../kernel/errors.ts';
import { knownOf } from '../privacy/known.rules.ts';
import { identifiersIn } from '../privacy/privacy.rules.ts';
import type { Structure } from '../structure/structure.ts';
import { correctedAt, type DeviceClock, skewOf } from './clock.rules.ts';
import { type Content, readContent, storable } from './content.rules.ts';
import { receiptOf, townOf } from './fieldwork.service.ts';
import type { Receipt } from './fieldwork.ts';
import { judge } from './judging.service.ts';
import { type FlaggedSpan, Submission, type TimedEvent } from './submission.ts';

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
 * it is judged once, under its own lock: however often and at whatever instant the same key comes, there is one test and
 * one answer.
 */
export async function submitTest(em: EntityManager, actor: Actor, now: Date, sending: Sending): Promise<Receipt> {
  return receiptOf(await judge(em, now, await keep(em, actor, now, sending)));
}

/** Keeps a sending as it came, unless its key was there before; answers which one it is. */
async function keep(em: EntityManager, actor: Actor, now: Date, sending: Sending): Promise<string> {
  const { key, gridId, device, sentAt, roundTrip } = sending;
  const content = storable(sending.content);
  const planned = await plannedAs(em, sending.assignmentId);
  const read = readContent(content).content;
  const skew = skewOf({ sentAt, roundTrip }, now.toISOString());
  const row = {
    ...{ account_id: actor.id, key, grid_id: gridId, device, sent_at: sentAt, received_at: now.toISOString(), skew },
    ...{ round_trip: roundTrip, content, assignment_id: planned?.id ?? null },
    edition_id: planned?.editionId ?? null,
    events: eventsOn(read, skew, roundTrip, now),
    flagged: flaggedIn(read, planned),
    outcome: 'RECEIVED',
    faults: [],
  };
  const columns = ['account_id', 'key'];
  const [kept] = await em.transactional((em) => insertUnknown(em, 'submission', [row], columns));
  return kept ?? (await em.findOneOrFail(Submission, { accountId: actor.id, key }, { fields: ['id'] })).id;
}

/** What is asked of a planned test before it is known whether its sending stands. */
interface Planned extends Pick<Structure, 'name' | 'inseeCode'> {
  readonly id: string;
  readonly editionId: string;
}

/** As rows and not as nouns: what is loaded here would be taken into the transaction that judges. */
async function plannedAs(em: EntityManager, id: string): Promise<Planned | null> {
  const [planned] = await em.execute<Planned[]>(
    `select a.id, a.edition_id as "editionId", s.name, s.insee_code as "inseeCode" from assignment a
     join enrolment n on n.id = a.enrolment_id join structure s on s.id = n.structure_id where a.id = ?`,
    [id],
  );
  return planned ?? null;
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
function flaggedIn({ verbatims, harmless }: Content, planned: Planned | null): FlaggedSpan[] {
  const known = planned ? knownOf(planned.name, townOf(planned)) : undefined;
  return Object.entries(verbatims).flatMap(([place, said]) =>
    identifiersIn(said, known).map(({ kind, text }) => ({ place, kind, text, harmless: harmless.includes(text) })),
  );
}

/** The receipts of the sendings of one auditor, by the keys their device asks about. */
export async function receiptsOf(em: EntityManager, actor: Actor, keys: readonly string[]): Promise<Receipt[]> {
  if (keys.length > 200) throw new Refusal('TOO_LARGE');
  return (await em.find(Submission, { accountId: actor.id, key: { $in: [...keys] } })).map(receiptOf);
}
