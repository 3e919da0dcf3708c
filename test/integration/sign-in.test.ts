import { createHmac } from 'node:crypto';
import { getMigrations } from 'better-auth/db/migration';
import { expect, test } from 'vitest';
import { hashOf } from '../../server/account/token.ts';
import { HOME, MINUTE, makeAccounts, PASSWORD } from '../support/accounts.ts';

const { app, auth, browser, complaints, person, pool, time } = await makeAccounts('sign_in');

test('what Better Auth wants of the database is what the migrations made', async () => {
  const { toBeCreated, toBeAdded } = await getMigrations(auth.options);
  expect({ toBeCreated, toBeAdded }).toEqual({ toBeCreated: [], toBeAdded: [] });
});

test('whoever gives the right password is known by a cookie that scripts cannot read', async () => {
  const { email, id } = await person();
  const there = browser();
  const { status, cookies } = await there.signIn(email.toUpperCase());
  expect(status).toBe(200);
  expect(cookies.join()).toMatch(/^__Secure-barometre\.session_token=.*; HttpOnly; Secure; SameSite=Lax$/i);
  expect(await there.actor()).toMatchObject({ id, email, role: 'MANAGER', structureId: null });
  await there.post('/sign-out', {});
  expect(await there.actor()).toBeNull();
});

test('a wrong password and an unknown address get the same answer', async () => {
  const { email } = await person();
  const wrong = await browser().signIn(email, 'un autre mot de passe');
  const unknown = await browser().signIn('nobody@example.org', 'un autre mot de passe');
  expect(wrong).toMatchObject({ status: 401, body: { code: 'INVALID_EMAIL_OR_PASSWORD' } });
  expect(unknown).toEqual(wrong);
});

test.for(['known', 'unknown'])('five failures lock an address that is %s, for a quarter of an hour', async (kind) => {
  const email = kind === 'known' ? (await person()).email : 'stranger@example.org';
  for (const _ of [1, 2, 3, 4, 5]) expect(await browser().signIn(email, 'wrong')).toMatchObject({ status: 401 });
  expect(await browser().signIn(email)).toMatchObject({ status: 429, body: { code: 'ACCOUNT_LOCKED' } });
  time.ahead = 16 * MINUTE;
  expect(await browser().signIn(email)).toMatchObject({ status: kind === 'known' ? 200 : 401 });
  time.ahead = 0;
});

test('of ten guesses sent at once five are answered; the others learn of the lock and nothing else', async () => {
  const { email } = await person();
  const answers = await Promise.all(Array.from({ length: 10 }, () => browser().signIn(email, 'wrong')));
  const count = (code: string) => answers.filter(({ body }) => body.code === code).length;
  expect([count('INVALID_EMAIL_OR_PASSWORD'), count('ACCOUNT_LOCKED')]).toEqual([5, 5]);
  expect(await browser().signIn(email)).toMatchObject({ status: 429 });
});

test('the right password, when it is checked while a fifth failure locks the address, does not get in', async () => {
  const { email } = await person();
  for (const _ of [1, 2, 3, 4]) await browser().signIn(email, 'wrong');
  const guesser = await pool.connect();
  await guesser.query('begin');
  await guesser.query('update auth.lockout set failed_at = failed_at || now() where who = $1', [hashOf(email)]);
  const there = browser();
  const answer = there.signIn(email);
  const waiting = `select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
  await expect.poll(async () => (await pool.query(waiting)).rowCount).toBe(1);
  await guesser.query('commit');
  guesser.release();
  expect(await answer).toMatchObject({ body: { code: 'ACCOUNT_LOCKED' } });
  expect(await there.actor()).toBeNull();
});

test('five failures at the same instant lock', async () => {
  const { email } = await person();
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => browser().signIn(email, 'wrong')));
  expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401]);
  expect(await browser().signIn(email)).toMatchObject({ status: 429 });
});

test('a success forgets the failures before it', async () => {
  const { email } = await person();
  for (const _ of [1, 2]) {
    for (const _ of [1, 2, 3, 4]) await browser().signIn(email, 'wrong');
    expect(await browser().signIn(email)).toMatchObject({ status: 200 });
  }
});

test('eight browsers with the right password may come at the same instant', async () => {
  const { email } = await person();
  const answers = await Promise.all(Array.from({ length: 8 }, () => browser().signIn(email)));
  expect(answers.every(({ status }) => status === 200)).toBe(true);
});

test('failures spread over more than a quarter of an hour do not lock', async () => {
  const { email } = await person();
  for (const minute of [0, 4, 8, 12, 16, 20]) {
    time.ahead = minute * MINUTE;
    expect(await browser().signIn(email, 'wrong')).toMatchObject({ status: 401 });
  }
  time.ahead = 0;
});

test('a page of another site cannot sign anyone in, nor out', async () => {
  const { email } = await person();
  const foreign = browser('https://evil.example.com');
  expect(await foreign.signIn(email)).toMatchObject({ status: 403, body: { code: 'INVALID_ORIGIN' } });
  const there = browser();
  await there.signIn(email);
  const headers = { ...there.headers(), origin: 'https://evil.example.com' };
  const answer = await app.inject({ method: 'POST', url: '/api/auth/sign-out', headers, payload: {} });
  expect(answer.statusCode).toBe(403);
  expect(await there.actor()).not.toBeNull();
});

test('a body that is broken, too large or no JSON is refused, and the process lives', async () => {
  const send = (payload: string, type = 'application/json') =>
    app.inject({
      method: 'POST',
      url: '/api/auth/sign-in/email',
      headers: { 'content-type': type, origin: HOME },
      payload,
    });
  expect((await send('{"email":')).statusCode).toBe(400);
  expect((await send('[]')).statusCode).toBe(400);
  expect((await send('{"email":{"a":1},"password":[]}')).statusCode).toBe(400);
  expect((await send(`"${'a'.repeat(20_000)}"`)).statusCode).toBe(413);
  expect((await send('email=a', 'application/x-www-form-urlencoded')).statusCode).toBe(415);
});

test('who wants a one-time code is asked for it at each sign-in', async () => {
  const { email } = await person();
  const there = browser();
  await there.signIn(email);
  const { body } = await there.post('/two-factor/enable', { password: PASSWORD });
  const secret = new URL(body.totpURI).searchParams.get('secret') ?? '';
  expect(await there.post('/two-factor/verify-totp', { code: totp(secret) })).toMatchObject({ status: 200 });
  const next = browser();
  expect(await next.signIn(email)).toMatchObject({ body: { twoFactorRedirect: true } });
  expect(await next.actor()).toBeNull();
  expect(await next.post('/two-factor/verify-totp', { code: '000000' })).toMatchObject({ status: 401 });
  expect(await next.post('/two-factor/verify-totp', { code: totp(secret) })).toMatchObject({ status: 200 });
  expect((await next.ask('{ me { twoFactorEnabled } }')).data).toEqual({ me: { twoFactorEnabled: true } });
});

test('nothing went wrong inside while people made their mistakes', () => {
  expect(complaints.filter((complaint) => !complaint.includes('evil.example.com'))).toEqual([]);
});

/** The code that an authenticator shows now: RFC 6238, SHA-1, 30 seconds, 6 digits. */
function totp(secret: string): string {
  const bits = [...secret.replace(/=+$/, '')].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter));
  const text = bits.map((five) => five.toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((text.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const digest = createHmac('sha1', key).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
