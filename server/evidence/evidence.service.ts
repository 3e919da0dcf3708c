import type { Readable } from 'node:stream';
import { UniqueConstraintViolationException } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { grants } from '../edition/edition.rules.ts';
import type { Actor } from '../kernel/actor.ts';
import { Refusal } from '../kernel/errors.ts';
import type { Keeping } from '../kernel/keeping.ts';
import type { EvidenceKind } from '../kernel/kinds.ts';
import { oneOf } from '../kernel/page.ts';
import { Assignment, AssignmentState } from '../plan/assignment.ts';
import { isSigned, type Pass, type Signing } from './address.service.ts';
import { visibleEvidence } from './evidence.policy.ts';
import { purgeDayOf } from './evidence.rules.ts';
import { Evidence, EvidenceState } from './evidence.ts';
import type { Taken } from './take.service.ts';

/** What a sender says of a file before its bytes come. */
export interface Announced {
  readonly assignmentId: string;
  readonly kind: EvidenceKind;
  readonly criterionCode: string | null;
  /** What the device calls this sending. */
  readonly key: string;
}

/**
 * The planned test a file is for, if its sender may add to it: the auditor it was given to, while tests are collected or
 * controlled. Asked before any byte is read.
 */
export async function assignmentTaking(em: EntityManager, actor: Actor, id: string): Promise<Assignment> {
  const own = { id, auditor: { accountId: actor.id } };
  const assignment = await em.findOne(Assignment, own, { populate: ['edition'] });
  if (!assignment) throw new Refusal('NOT_FOUND');
  if (assignment.state === AssignmentState.WITHDRAWN) throw new Refusal('EVIDENCE_WITHDRAWN');
  const { phase } = assignment.edition.getEntity();
  if (!grants(phase, 'COLLECT')) throw new Refusal('EVIDENCE_CLOSED', { phase });
  return assignment;
}

/** What an earlier sending under the same key became; null when it is new. */
export const alreadySent = (em: EntityManager, { assignmentId, key }: Announced): Promise<Evidence | null> =>
  em.findOne(Evidence, { assignment: assignmentId, sendingKey: key });

/** Where a sending is kept: the same for the same sending. */
export const storedKeyOf = ({ assignmentId, key }: Announced): string => `test/${assignmentId}/${key}`;

/** Records a file of a test that the store holds. Of two that came at once under one key, one is kept. */
export async function recordEvidence(
  em: EntityManager,
  { days }: Keeping,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
  announced: Announced,
  taken: Taken,
): Promise<Evidence> {
  const { assignmentId, kind, criterionCode, key } = announced;
  const { cleared, ...file } = taken;
  try {
    return await em.transactional(async (em) =>
      em.create(Evidence, {
        ...{ ...file, kind, criterionCode, sendingKey: key, sentBy: actor.id },
        assignment: em.getReference(Assignment, assignmentId),
        state: cleared ? EvidenceState.READY : EvidenceState.PENDING,
        purgeOn: purgeDayOf(now, days[kind]),
      }),
    );
  } catch (error) {
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    const before = await alreadySent(em.fork(), announced);
    if (!before) throw error;
    return before;
  }
}

/** A file as it is read: what it is, and its bytes as they come. */
export interface Opened {
  readonly evidence: Evidence;
  readonly content: Readable;
}

/**
 * Opens a file by its short address: signed for the very account that asks, not yet over, and still one that this account
 * may see. Anything else looks as if there were no such file.
 */
export async function openEvidence(
  em: EntityManager,
  { store }: Keeping,
  signing: Signing,
  id: string,
  pass: Pass,
): Promise<Opened> {
  if (!isSigned({ counter: 'evidence', id }, signing, pass)) throw new Refusal('NOT_FOUND');
  const seen = visibleEvidence(signing.actor);
  const evidence = await oneOf(em, Evidence, id, { $and: [seen, { state: EvidenceState.READY }] });
  return { evidence, content: await store.read(evidence.storedKey) };
}
