import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Absence, Audit } from '../audit/audit.ts';
import type { Finding } from '../audit/finding.rules.ts';
import { createTest } from '../audit/sent.ts';
import { Auditor } from '../auditor/auditor.ts';
import { editionGranting } from '../edition/edition.service.ts';
import { storedRows } from '../grid/adoption.service.ts';
import type { Criterion } from '../grid/criterion.ts';
import { freezeGrid, gridOf, wholeGrid } from '../grid/grid.service.ts';
import type { Channel, Grid } from '../grid/grid.ts';
import { countedOf, type Said } from '../grid/version.carry.rules.ts';
import type { Actor } from '../kernel/actor.ts';
import { Refusal } from '../kernel/errors.ts';
import { Assignment, AssignmentState } from '../plan/assignment.ts';
import { refusalOf } from '../score/scale.rules.ts';
import { type Judged, readOn } from './judging.rules.ts';
import { type Settlement, Submission, type SubmissionFault, SubmissionOutcome } from './submission.ts';

/** Says what becomes of a test that was held. Whatever is decided, what was sent stays kept as it came. */
export function settleSubmission(
  em: EntityManager,
  actor: Actor,
  now: Date,
  id: string,
  how: Settlement,
  motive: string,
): Promise<Submission> {
  return em.transactional(async (em) => {
    const submission = await em.findOneOrFail(Submission, { id }, lock);
    if (submission.outcome !== SubmissionOutcome.HELD) throw new Refusal('SUBMISSION_SETTLED');
    if (how === 'REFUSE') submission.outcome = SubmissionOutcome.REFUSED;
    else await take(em, now, submission, how);
    Object.assign(submission, { settledMotive: motive, settledBy: actor.name, settledAt: now });
    await em.flush();
    return submission;
  });
}

const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;

/** Makes a test of what was held: on the version it was filled in on, or carried to the one in force. */
async function take(em: EntityManager, now: Date, submission: Submission, how: 'RECORD' | 'CARRY'): Promise<void> {
  const assignment = submission.assignment && (await em.findOne(Assignment, { id: submission.assignment.id }, lock));
  if (!assignment) throw new Refusal('SUBMISSION_UNPLANNED');
  await editionGranting(em, assignment.edition.id, 'COLLECT', 'COLLECT_CLOSED', LockMode.PESSIMISTIC_READ);
  if (await em.findOne(Audit, { assignment })) throw new Refusal('SUBMISSION_SUPERSEDED');
  const inForce = await gridOf(em, assignment.edition.id);
  const filled = await filledOn(em, submission, assignment);
  const channel = channelIn(filled, assignment);
  await em.populate(assignment, ['edition', 'enrolment.structure']);
  const edition = assignment.edition.getEntity();
  const structure = assignment.enrolment.getEntity().structure.getEntity();
  const read = readOn(submission, { edition, structure, questions: channel.criteria.getItems() }, now);
  if ('length' in read) throw new Refusal('SUBMISSION_FAULTY', { faults: read });
  const onForce = channelIn(inForce, assignment);
  const carried = filled.id === inForce.id ? read : await carriedTo(em, inForce, channel, onForce, read);
  // Done by whoever sent it, to whomever the plan has given it since.
  assignment.auditor = (await em.findOne(Auditor, { accountId: submission.accountId })) as never;
  assignment.stateReason = null;
  await freezeGrid(em, inForce, now);
  const [judged, on] = how === 'CARRY' ? [carried, onForce] : [read, channel];
  const { enrolment, reference } = assignment;
  const test = { editionId: edition.id, enrolmentId: enrolment.id, assignmentId: assignment.id, reference };
  const audit = await createTest(em, { ...test, ...judged, channelId: on.id });
  assignment.state = AssignmentState.SUBMITTED;
  Object.assign(submission, { outcome: SubmissionOutcome.ACCEPTED, audit, faults: [] });
}

/** The version a sending was filled in on: one that was ever in force in the edition. */
async function filledOn(em: EntityManager, { gridId }: Submission, { edition }: Assignment): Promise<Grid> {
  const grid = await wholeGrid(em, gridId).catch(() => null);
  if (!grid || grid.edition.id !== edition.id || grid.draft) throw new Refusal('SUBMISSION_GRID_UNKNOWN');
  return grid;
}

function channelIn({ channels }: Grid, { channel }: Assignment): Channel {
  const found = channels.getItems().find(({ code }) => code === channel);
  if (!found) throw new Refusal('SUBMISSION_GRID_UNKNOWN');
  return found;
}

/**
 * What was found on an earlier version as it counts on the one in force, by the fates it was adopted with. Refused where
 * a value has no place there: it could then stand on neither.
 */
async function carriedTo(
  em: EntityManager,
  grid: Grid,
  from: Channel,
  to: Channel,
  read: Judged<Criterion>,
): Promise<Judged<Criterion>> {
  const found = new Map(
    [...read.findings].map(([{ id }, { amount, choice, absence }]) => [id, { value: amount ?? choice, absence }]),
  );
  const counted = countedOf(await storedRows(em, grid), from.id, found);
  const findings = new Map<Criterion, Finding>();
  const faults: SubmissionFault[] = [];
  for (const criterion of to.criteria.getItems()) {
    const said = counted.get(criterion.id);
    const reason = !said
      ? 'MISSING_VALUE'
      : said.value === null
        ? null
        : refusalOf(criterion.kind, criterion.scale, said.value);
    if (reason) faults.push({ place: criterion.code, reason: reason as SubmissionFault['reason'] });
    else if (said) findings.set(criterion, findingOf(criterion, said));
  }
  if (faults.length > 0) throw new Refusal('SUBMISSION_FAULTY', { faults });
  return { ...read, findings };
}

const findingOf = ({ kind }: Criterion, { value, absence }: Said): Finding => ({
  amount: kind === 'CHOICE' ? null : value,
  choice: kind === 'CHOICE' ? value : null,
  absence: absence as Absence | null,
});
