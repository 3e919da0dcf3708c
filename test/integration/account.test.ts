import { expect, test } from 'vitest';
import { closeAccount } from '../../server/account/account.service.ts';
import type { Account } from '../../server/account/account.ts';
import { Role } from '../../server/kernel/actor.ts';
import { refusalIn } from '../../server/kernel/constraints.ts';
import { actingAs, Change } from '../../server/kernel/history.ts';
import { StructureKind } from '../../server/kernel/kinds.ts';
import { Mail } from '../../server/kernel/mail.ts';
import { Structure } from '../../server/structure/structure.ts';
import { makeAccounts, PASSWORD } from '../support/accounts.ts';

const { app, ask, browser, clock, em, person, pool, tokenTo } = await makeAccounts('account');
const admin = await person(Role.ADMINISTRATOR);

const invite = 'mutation ($input: InviteAccountInput!) { inviteAccount(input: $input) { id active role } }';

test('an invited person chooses a password by the link, once, and comes in with the role that was given', async () => {
  const input = { name: 'Ada Lovelace', email: 'Ada@Example.org', role: 'JUROR' };
  expect((await ask(admin, invite, { input })).data).toMatchObject({ inviteAccount: { active: false, role: 'JUROR' } });
  expect(await browser().signIn('ada@example.org')).toMatchObject({ status: 401 });
  const token = await tokenTo('ada@example.org');
  expect(await app.inject(`/#/choose-password?token=${token}`)).toMatchObject({ statusCode: 404 });
  const choose = (newPassword: string) => browser().post('/reset-password', { token, newPassword });
  expect(await choose('court')).toMatchObject({ status: 400, body: { code: 'PASSWORD_TOO_SHORT' } });
  expect(await choose(PASSWORD)).toMatchObject({ status: 200 });
  expect(await choose('encore un mot de passe')).toMatchObject({ status: 400, body: { code: 'INVALID_TOKEN' } });
  const there = browser();
  expect(await there.signIn('ada@example.org')).toMatchObject({ status: 200 });
  expect((await there.ask('{ me { email role active } }')).data).toEqual({
    me: { email: 'ada@example.org', role: 'JUROR', active: true },
  });
});

test('a new invitation replaces the one before, and lasts seven days', async () => {
  const email = 'grace@example.org';
  const { data } = await ask(admin, invite, { input: { name: 'Grace Hopper', email, role: 'AUDITOR' } });
  const id = data?.inviteAccount?.id;
  const first = await tokenTo(email);
  const again = 'mutation ($id: ID!) { reinviteAccount(id: $id) { id } }';
  await ask(admin, again, { id });
  const second = await tokenTo(email, 2);
  const choose = (token: string) => browser().post('/reset-password', { token, newPassword: PASSWORD });
  expect(await choose(first)).toMatchObject({ status: 400 });
  const { rows } = await pool.query('select "expiresAt" - now() > $1 as late from auth.verification where value = $2', [
    '6 days 23 hours',
    id,
  ]);
  expect(rows).toEqual([{ late: true }]);
  expect(await choose(second)).toMatchObject({ status: 200 });
  expect((await ask(admin, again, { id })).refusals).toEqual(['ACCOUNT_ACTIVE']);
});

test('an invitation that is too old opens nothing', async () => {
  const email = 'late@example.org';
  await ask(admin, invite, { input: { name: 'En Retard', email, role: 'AUDITOR' } });
  const token = await tokenTo(email);
  await pool.query(`update auth.verification set "expiresAt" = now() - interval '1 second'`);
  const answer = await browser().post('/reset-password', { token, newPassword: PASSWORD });
  expect(answer).toMatchObject({ status: 400, body: { code: 'INVALID_TOKEN' } });
});

test('a forgotten password is replaced by mail, which ends the sessions and the lock', async () => {
  const { email } = await person();
  const before = browser();
  await before.signIn(email);
  for (const _ of [1, 2, 3, 4, 5]) await browser().signIn(email, 'wrong');
  const known = await browser().post('/request-password-reset', { email });
  expect(await browser().post('/request-password-reset', { email: 'nobody@example.org' })).toEqual(known);
  const token = await tokenTo(email);
  const newPassword = 'un tout nouveau mot de passe';
  expect(await browser().post('/reset-password', { token, newPassword })).toMatchObject({ status: 200 });
  expect(await before.actor()).toBeNull();
  expect(await browser().signIn(email, newPassword)).toMatchObject({ status: 200 });
});

test('closing an account ends its sessions and keeps it out, by password and by mail, until it is opened again', async () => {
  const { id, email } = await person();
  const there = browser();
  await there.signIn(email);
  const close = 'mutation ($id: ID!) { closeAccount(id: $id) { closedAt } }';
  expect((await ask(admin, close, { id })).refusals).toBeUndefined();
  expect(await there.actor()).toBeNull();
  expect(await browser().signIn(email)).toMatchObject({ status: 403, body: { code: 'ACCOUNT_CLOSED' } });
  expect(await browser().signIn(email, 'wrong')).toMatchObject({ status: 401 });
  await browser().post('/request-password-reset', { email });
  await ask(admin, 'mutation ($id: ID!) { reopenAccount(id: $id) { closedAt } }', { id });
  expect(await browser().signIn(email)).toMatchObject({ status: 200 });
  expect(await em.fork().count(Mail, { recipient: email })).toBe(0);
});

test('a session that outlives its closed account belongs to nobody', async () => {
  const { id, email } = await person();
  const there = browser();
  await there.signIn(email);
  await pool.query('update auth."user" set "closedAt" = now() where id = $1', [id]);
  expect(await there.actor()).toBeNull();
});

test('nobody opens an account for themselves, nor writes their own role', async () => {
  const input = { email: 'me@example.org', password: PASSWORD, name: 'Moi', role: 'ADMINISTRATOR' };
  expect(await browser().post('/sign-up/email', input)).toMatchObject({ status: 404 });
  const { email } = await person(Role.AUDITOR);
  const there = browser();
  await there.signIn(email);
  expect(await there.post('/update-user', { role: 'ADMINISTRATOR', name: 'Moi' })).toMatchObject({ status: 404 });
  expect(await there.actor()).toMatchObject({ role: 'AUDITOR' });
  expect((await there.ask(invite, { input: { name: 'X', email: 'x@example.org', role: 'JUROR' } })).data).toBeNull();
  expect((await there.ask('{ accounts { total } mails { total } }')).data).toBeNull();
});

test('a change of role takes effect at once, and the history says who made it', async () => {
  const { id, email } = await person(Role.AUDITOR);
  const there = browser();
  await there.signIn(email);
  const promote = 'mutation ($id: ID!, $input: UpdateAccountInput!) { updateAccount(id: $id, input: $input) { role } }';
  await ask(admin, promote, { id, input: { role: 'CONTROLLER' } });
  expect(await there.actor()).toMatchObject({ role: 'CONTROLLER' });
  const changes = await em
    .fork()
    .find(Change, { noun: 'account', recordId: id }, { orderBy: { id: 'desc' }, limit: 1 });
  expect(changes).toMatchObject([{ actorId: admin.id, before: { role: 'AUDITOR' }, after: { role: 'CONTROLLER' } }]);
  expect((await ask(admin, promote, { id, input: { role: 'PARTICIPANT' } })).refusals).toEqual([
    'ACCOUNT_STRUCTURE_REQUIRED',
  ]);
  expect((await ask(admin, promote, { id: admin.id, input: { role: 'JUROR' } })).refusals).toEqual(['ACCOUNT_SELF']);
});

test('an address has one account', async () => {
  const { email } = await person();
  const input = { name: 'Double', email: email.toUpperCase(), role: 'JUROR' };
  expect((await ask(admin, invite, { input })).refusals).toEqual(['ACCOUNT_EXISTS']);
});

test('of administrators who close each other at the same instant, one remains', async () => {
  const closing = (me: Account, other: Account) =>
    closeAccount(actingAs(em, me), me, clock(), other.id).then(
      () => null,
      (error: unknown) => refusalIn(error)?.reason,
    );
  const duel = async () => {
    const [one, two] = [await person(Role.ADMINISTRATOR), await person(Role.ADMINISTRATOR)];
    return async () => (await Promise.all([closing(one, two), closing(two, one)])).sort();
  };
  const duels = await Promise.all([duel(), duel(), duel(), duel(), duel()]);
  for (const outcome of await Promise.all(duels.map((fight) => fight()))) expect(outcome).toEqual(['FORBIDDEN', null]);
});

test('administrators find people by name, role and state, a page at a time', async () => {
  const found =
    'query ($q: Search, $role: Role) { accounts(q: $q, role: $role, closed: false) { items { email } total } }';
  expect((await ask(admin, found, { q: 'lovelace', role: 'JUROR' })).data).toEqual({
    accounts: { items: [{ email: 'ada@example.org' }], total: 1 },
  });
});

test('a participant speaks for a structure that exists', async () => {
  const own = em.fork();
  const structure = own.create(Structure, { reference: 'S1', name: 'Mairie', kind: StructureKind.COMMUNE });
  await own.flush();
  const guest = { name: 'Jo', email: 'jo@example.org', role: 'PARTICIPANT' };
  expect((await ask(admin, invite, { input: guest })).refusals).toEqual(['ACCOUNT_STRUCTURE_REQUIRED']);
  const elsewhere = { ...guest, structureId: admin.id };
  expect((await ask(admin, invite, { input: elsewhere })).refusals).toEqual(['NOT_FOUND']);
  await ask(admin, invite, { input: { ...guest, structureId: structure.id } });
  await browser().post('/reset-password', { token: await tokenTo(guest.email), newPassword: PASSWORD });
  const there = browser();
  await there.signIn(guest.email);
  expect(await there.actor()).toMatchObject({ role: 'PARTICIPANT', structureId: structure.id });
});
