import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { readAnswers } from '../audit/answer.rules.ts';
import { closingOf, faultsOfEvents } from '../audit/event.rules.ts';
import { type Finding, wordForAbsence } from '../audit/finding.rules.ts';
import { createTest } from '../audit/said.ts';
import { type Day, localDayOf } from '../delay/calendar.rules.ts';
import type { ContactEvent } from '../delay/delay.rules.ts';
import { placeOf } from '../delay/place.rules.ts';
import { grants } from '../edition/edition.rules.ts';
import { Edition } from '../edition/edition.ts';
import type { Criterion } from '../grid/criterion.ts';
import { freezeGrid } from '../grid/grid.service.ts';
import { Channel, Grid } from '../grid/grid.ts';
import { canonical, type Json } from '../kernel/canonical.rules.ts';
import { FaultReason } from '../kernel/fault.ts';
import { Assignment, AssignmentState } from '../plan/assignment.ts';
import { correctedAt } from './clock.rules.ts';
import { type Content, readContent } from './content.rules.ts';
import { HeldReason, Submission, type SubmissionFault, SubmissionOutcome } from './submission.ts';
import { saidIn } from './verbatim.rules.ts';

/** Judges a sending that waits, once: it becomes a test of the edition, or is held for a reason. */
export function judge(em: EntityManager, now: Date, id: string): Promise<Submission> {
  return em.transactional(async (em) => {
    const submission = await em.findOneOrFail(Submission, { id }, lock);
    if (submission.outcome !== SubmissionOutcome.RECEIVED) return submission;
    const assignment = submission.assignment && (await heldAssignment(em, submission.assignment.id));
    const held = await reasonFor(em, submission, assignment);
    if (held === 'REPEATED') submission.outcome = SubmissionOutcome.REPEATED;
    else if (held) hold(submission, held);
    else await record(em, now, submission, assignment as Assignment);
    await em.flush();
    return submission;
  });
}

const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;

/** A planned test whose row is held, and that alone, with whose it is and where it is done. */
async function heldAssignment(em: EntityManager, id: string): Promise<Assignment | null> {
  await em.execute('select from assignment where id = ? for update', [id]);
  return em.findOne(Assignment, { id }, { strategy: 'joined', populate: ['auditor', 'enrolment.structure'] });
}

export function hold(submission: Submission, reason: HeldReason, faults: SubmissionFault[] = []): void {
  Object.assign(submission, { outcome: SubmissionOutcome.HELD, reason, faults });
}

/** Why a sending waits for staff, whatever it says; null when only what it says is left to judge. */
async function reasonFor(
  em: EntityManager,
  submission: Submission,
  assignment: Assignment | null,
): Promise<HeldReason | 'REPEATED' | null> {
  if (!assignment) return HeldReason.AUDITOR_REMOVED;
  if (assignment.state === AssignmentState.SUBMITTED && (await saidBefore(em, submission))) return 'REPEATED';
  const auditor = assignment.auditor?.getEntity();
  if (assignment.state === AssignmentState.WITHDRAWN) return HeldReason.WITHDRAWN;
  if (auditor?.accountId !== submission.accountId || auditor.leftAt) return HeldReason.AUDITOR_REMOVED;
  if (assignment.state === AssignmentState.SUBMITTED) return HeldReason.ALREADY_SUBMITTED;
  const edition = await em.findOneOrFail(
    Edition,
    { id: assignment.edition.id },
    { lockMode: LockMode.PESSIMISTIC_READ, refresh: true },
  );
  if (!grants(edition.phase, 'COLLECT')) return HeldReason.PHASE_CLOSED;
  return null;
}

/** Whether the same auditor had sent the same test, word for word, under another key. */
async function saidBefore(em: EntityManager, { id, accountId, assignment, content }: Submission): Promise<boolean> {
  const accepted = { id: { $ne: id }, accountId, assignment, outcome: SubmissionOutcome.ACCEPTED };
  const before = await em.findOne(Submission, accepted);
  return before !== null && canonical(before.content as Json) === canonical(content as Json);
}

/** What is judged as said on one version of the grid. */
export interface Judged {
  readonly channel: Channel;
  readonly performedOn: Day;
  readonly events: readonly ContactEvent[];
  readonly findings: ReadonlyMap<Criterion, Finding>;
}

/** Makes a test of a sending, or holds it for what it says. */
async function record(em: EntityManager, now: Date, submission: Submission, assignment: Assignment): Promise<void> {
  const { edition } = assignment;
  const grid = await em.findOne(Grid, { edition, draft: false }, { orderBy: { number: 'desc' } });
  if (grid?.id !== submission.gridId) return hold(submission, HeldReason.GRID_CHANGED);
  // This channel alone: two hundred auditors may send at once.
  const channel = await em.findOne(Channel, { grid, code: assignment.channel }, { populate: ['criteria'] });
  const read = channel
    ? await readOn(em, now, submission, assignment, channel)
    : [{ place: assignment.channel, reason: FaultReason.UNKNOWN_CHANNEL }];
  if ('length' in read) return hold(submission, HeldReason.FINDINGS_REFUSED, read);
  await freezeGrid(em, grid, now);
  await accept(em, submission, assignment, read);
}

/** Writes the test that a sending is. */
export async function accept(
  em: EntityManager,
  submission: Submission,
  assignment: Assignment,
  judged: Judged,
): Promise<void> {
  const { content } = readContent(submission.content);
  const audit = await createTest(em, {
    ...{ edition: assignment.edition, enrolment: assignment.enrolment, reference: assignment.reference, assignment },
    ...judged,
    testimony: {
      verbatim: saidIn(content.verbatims, judged.channel.criteria.getItems()),
      beganAt: content.beganAt && correctedFor(submission, content.beganAt),
      endedAt: correctedFor(submission, submission.sentAt.toISOString()),
    },
  });
  assignment.state = AssignmentState.SUBMITTED;
  Object.assign(submission, { outcome: SubmissionOutcome.ACCEPTED, audit, faults: [] });
}

const correctedFor = ({ skew, roundTrip, receivedAt }: Submission, at: string): string =>
  correctedAt(at, skew, roundTrip, receivedAt.toISOString());

/** What a sending says on a channel, by the rules that read files; or what cannot stand in it. */
export async function readOn(
  em: EntityManager,
  now: Date,
  submission: Submission,
  assignment: Assignment,
  channel: Channel,
): Promise<Judged | SubmissionFault[]> {
  await em.populate(assignment, ['edition', 'enrolment.structure']);
  const edition = assignment.edition.getEntity();
  const territory = placeOf(assignment.enrolment.getEntity().structure.getEntity());
  const { content, unread } = readContent(submission.content);
  const events = submission.events.map(({ kind, at }) => ({ kind, at }));
  const first =
    events.map(({ at }) => at).toSorted()[0] ??
    correctedFor(submission, content.beganAt ?? submission.sentAt.toISOString());
  const performedOn = localDayOf(first, territory);
  const { fieldworkFrom, fieldworkTo } = edition;
  const outside = (fieldworkFrom && performedOn < fieldworkFrom) || (fieldworkTo && performedOn > fieldworkTo);
  const criteria = channel.criteria.getItems();
  const { findings, faults } = readAnswers(criteria, cellsOf(content), {
    events,
    territory,
    closing: closingOf(edition),
  });
  const known = new Set(criteria.map(({ code }) => code));
  const found = [
    ...unread.map((place) => ({ place, reason: 'UNKNOWN_VALUE' })),
    ...(outside ? [{ place: 'date', reason: 'OUTSIDE_FIELDWORK' }] : []),
    ...Object.keys(content.answers)
      .filter((code) => !known.has(code))
      .map((place) => ({ place, reason: 'UNEXPECTED_VALUE' })),
    ...[...faultsOfEvents(events, now.toISOString()), ...faults].map(({ column, reason }) => ({
      place: column,
      reason,
    })),
  ] as SubmissionFault[];
  return found.length > 0 ? found : { channel, performedOn, events, findings };
}

/** Answers as cells of a file, which the rules of files read: a value as it is, an absence by its word. */
const cellsOf = ({ answers }: Content): Record<string, string> =>
  Object.fromEntries(
    Object.entries(answers).map(([code, answer]) => [
      code,
      'value' in answer ? answer.value : wordForAbsence(answer.absence),
    ]),
  );
