import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { hashPassword } from 'better-auth/crypto';
import { type Actor, Role } from '../kernel/actor.ts';
import { Refusal } from '../kernel/errors.ts';
import type { Postman } from '../kernel/postman.ts';
import type { InviteAccountInput, UpdateAccountInput } from './account.input.ts';
import { Account } from './account.ts';
import { invitation } from './letters.ts';
import { choosePasswordAt, hashOf, INVITATION_LASTS, newToken, passwordToken } from './token.ts';

/** Creates a person without a password and mails them a link to choose one. */
export async function inviteAccount(
  em: EntityManager,
  postman: Postman,
  now: Date,
  person: InviteAccountInput,
): Promise<Account> {
  const account = await em.transactional((em) => addAccount(em, person));
  return mailInvitation(em, postman, now, account);
}

/** Mails a new link to someone who has not chosen a password yet; the links mailed before no longer work. */
export async function reinviteAccount(em: EntityManager, postman: Postman, now: Date, id: string): Promise<Account> {
  const account = await em.findOne(Account, { id });
  if (!account) throw new Refusal('NOT_FOUND');
  if (account.closedAt) throw new Refusal('ACCOUNT_CLOSED');
  if (account.active) throw new Refusal('ACCOUNT_ACTIVE');
  return mailInvitation(em, postman, now, account);
}

/** An account with a password from the start: the demonstration's, or the first administrator's. */
export async function openAccount(em: EntityManager, person: InviteAccountInput, password: string): Promise<Account> {
  const hash = await hashPassword(password);
  return em.transactional(async (em) => {
    const account = await addAccount(em, person);
    await em.execute(
      `insert into auth."account" ("accountId", "providerId", "userId", "password", "updatedAt")
       values (?, 'credential', ?, ?, now())`,
      [account.id, account.id, hash],
    );
    return em.refresh(account).then(() => account);
  });
}

/** Changes what staff decide of a person. */
export function updateAccount(em: EntityManager, me: Actor, id: string, input: UpdateAccountInput): Promise<Account> {
  return em.transactional(async (em) => {
    const account = await decidedBy(em, me, id);
    const role = input.role ?? account.role;
    if (me.id === id && role !== account.role) throw new Refusal('ACCOUNT_SELF');
    account.name = input.name ?? account.name;
    account.role = role;
    account.structureId = await structureFor(em, role, input.structureId ?? account.structureId);
    return account;
  });
}

/** Closes an account: its sessions and the links mailed to it end at once. */
export function closeAccount(em: EntityManager, me: Actor, now: Date, id: string): Promise<Account> {
  return em.transactional(async (em) => {
    if (me.id === id) throw new Refusal('ACCOUNT_SELF');
    const account = await decidedBy(em, me, id);
    account.closedAt ??= now;
    await em.execute('delete from auth."session" where "userId" = ?', [id]);
    await forgetTokens(em, id);
    return account;
  });
}

/** Opens a closed account again; the person signs in as before. */
export function reopenAccount(em: EntityManager, me: Actor, id: string): Promise<Account> {
  return em.transactional(async (em) => {
    if (me.id === id) throw new Refusal('ACCOUNT_SELF');
    const account = await decidedBy(em, me, id);
    account.closedAt = null;
    return account;
  });
}

async function addAccount(em: EntityManager, { name, email, role, structureId }: InviteAccountInput): Promise<Account> {
  const speaksFor = await structureFor(em, role, structureId ?? null);
  const account = em.create(Account, { name, email: email.toLowerCase(), role, structureId: speaksFor, active: false });
  await em.flush();
  return account;
}

/** Mails someone a link to choose a first password; the links mailed before no longer work. */
export async function mailInvitation(
  em: EntityManager,
  postman: Postman,
  now: Date,
  account: Account,
): Promise<Account> {
  const token = await em.transactional((em) => firstPasswordToken(em, now, account.id));
  await postman.send(invitation(account, choosePasswordAt(postman.publicUrl, token)));
  return account;
}

/**
 * What opens the choice of a first password, for seven days; those given before no longer do. It counts from when it is
 * given, and is kept under its hash, where Better Auth looks for it.
 */
export async function firstPasswordToken(em: EntityManager, now: Date, accountId: string): Promise<string> {
  const token = newToken();
  const expiresAt = new Date(now.getTime() + INVITATION_LASTS * 1000);
  await forgetTokens(em, accountId);
  await em.execute('insert into auth."verification" ("identifier", "value", "expiresAt") values (?, ?, ?)', [
    hashOf(passwordToken(token)),
    accountId,
    expiresAt,
  ]);
  return token;
}

/** The account of someone invited to a jury: theirs if they have one as a juror, else a new one without a password. */
export const jurorAccount = (em: EntityManager, person: { name: string; email: string }): Promise<Account> =>
  accountAs(em, person, Role.JUROR, 'JUROR_ROLE');

/** The same for someone who is to test. */
export const auditorAccount = (em: EntityManager, person: { name: string; email: string }): Promise<Account> =>
  accountAs(em, person, Role.AUDITOR, 'AUDITOR_ROLE');

async function accountAs(
  em: EntityManager,
  person: { name: string; email: string },
  role: Role,
  otherwise: 'JUROR_ROLE' | 'AUDITOR_ROLE',
): Promise<Account> {
  const account = await em.findOne(Account, { email: person.email.toLowerCase() });
  if (!account) return addAccount(em, { ...person, role });
  if (account.role !== role) throw new Refusal(otherwise, { field: 'email' });
  if (account.closedAt) throw new Refusal('ACCOUNT_CLOSED', { field: 'email' });
  return account;
}

const forgetTokens = (em: EntityManager, id: string) =>
  em.execute('delete from auth."verification" where "value" = ?', [id]);

/**
 * The account to decide on, locked together with the administrator's own, in the same order for everyone: of two who
 * close each other at the same instant, the second is no longer an administrator. Somebody always is.
 */
async function decidedBy(em: EntityManager, me: Actor, id: string): Promise<Account> {
  const locked = await em.find(
    Account,
    { id: { $in: [me.id, id] } },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' }, refresh: true },
  );
  const mine = locked.find((account) => account.id === me.id);
  if (mine?.role !== Role.ADMINISTRATOR || mine.closedAt) throw new Refusal('FORBIDDEN');
  const account = locked.find((account) => account.id === id);
  if (!account) throw new Refusal('NOT_FOUND');
  return account;
}

/** A participant speaks for a structure that exists; nobody else speaks for one. */
async function structureFor(em: EntityManager, role: Role, structureId: string | null): Promise<string | null> {
  if (role !== Role.PARTICIPANT) return null;
  if (!structureId) throw new Refusal('ACCOUNT_STRUCTURE_REQUIRED');
  const found = await em.execute('select id from structure where id = ? for key share', [structureId]);
  if (found.length === 0) throw new Refusal('NOT_FOUND');
  return structureId;
}
