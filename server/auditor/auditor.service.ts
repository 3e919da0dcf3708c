import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { auditorAccount, mailInvitation } from '../account/account.service.ts';
import { given } from '../edition/edition.service.ts';
import type { Actor } from '../kernel/actor.ts';
import { Refusal } from '../kernel/errors.ts';
import type { Postman } from '../kernel/postman.ts';
import { Structure } from '../structure/structure.ts';
import type { AuditorInput, InviteAuditorInput } from './auditor.input.ts';
import { Auditor, AuditorConflict } from './auditor.ts';

/** Makes someone an auditor, and mails whoever has no password yet a link to choose one. */
export async function inviteAuditor(
  em: EntityManager,
  postman: Postman,
  now: Date,
  { email, ...said }: InviteAuditorInput,
): Promise<Auditor> {
  const { auditor, account } = await em.transactional(async (em) => {
    const account = await auditorAccount(em, { name: said.name, email });
    const auditor = em.create(Auditor, { ...given(said), accountId: account.id, email: account.email } as never);
    await em.flush();
    return { auditor: auditor as Auditor, account };
  });
  if (!account.active) await mailInvitation(em, postman, now, account);
  return auditor;
}

/** Corrects what is said of an auditor. */
export async function updateAuditor(
  em: EntityManager,
  id: string,
  version: number,
  input: AuditorInput,
): Promise<Auditor> {
  const auditor = await em.findOneOrFail(Auditor, { id }, { lockMode: LockMode.OPTIMISTIC, lockVersion: version });
  em.assign(auditor, given(input) as never);
  await em.flush();
  return auditor;
}

/** Says that an auditor left: nothing more is given to them. What they have goes to others when the plan is mended. */
export function removeAuditor(em: EntityManager, now: Date, id: string, motive: string): Promise<Auditor> {
  return em.transactional(async (em) => {
    const auditor = await heldAuditor(em, id);
    if (auditor.leftAt) throw new Refusal('AUDITOR_LEFT');
    return Object.assign(auditor, { leftAt: now, leftMotive: motive });
  });
}

/** Takes back someone who had left. */
export function readmitAuditor(em: EntityManager, id: string): Promise<Auditor> {
  return em.transactional(async (em) => Object.assign(await heldAuditor(em, id), { leftAt: null, leftMotive: null }));
}

/** Records what ties an auditor to a structure; said twice, the first stands. */
export async function recordTie(
  em: EntityManager,
  by: Pick<Actor, 'name'>,
  now: Date,
  auditorId: string,
  structureId: string,
  reason: string,
): Promise<AuditorConflict> {
  const known = await em.findOne(AuditorConflict, { auditor: auditorId, structure: structureId });
  if (known) return known;
  const auditor = await em.findOneOrFail(Auditor, { id: auditorId });
  const structure = await em.findOneOrFail(Structure, { id: structureId });
  const tie = em.create(AuditorConflict, { auditor, structure, reason, declaredAt: now, declaredBy: by.name });
  await em.flush();
  return tie;
}

/** Takes back a tie that was recorded by mistake. */
export async function removeTie(em: EntityManager, id: string): Promise<boolean> {
  const tie = await em.findOneOrFail(AuditorConflict, { id });
  await em.remove(tie).flush();
  return true;
}

const heldAuditor = (em: EntityManager, id: string): Promise<Auditor> =>
  em.findOneOrFail(Auditor, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });

/** The auditor who is signed in; refused when they are none, or left. */
export async function ownAuditor(em: EntityManager, actor: Actor): Promise<Auditor> {
  const auditor = await em.findOne(Auditor, { accountId: actor.id });
  if (!auditor) throw new Refusal('NOT_FOUND');
  if (auditor.leftAt) throw new Refusal('AUDITOR_LEFT');
  return auditor;
}
