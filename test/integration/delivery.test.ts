import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { EntityManager } from '@mikro-orm/postgresql';
import { afterAll, describe, expect, test } from 'vitest';
import { type Courier, deliverDue, spreadEvents } from '../../server/delivery/courier.service.ts';
import { ANYWHERE_PUBLIC, type MayReach, post } from '../../server/delivery/send.ts';
import { isSigned } from '../../server/delivery/signature.rules.ts';
import { openSeal } from '../../server/kernel/seal.ts';
import { makeBackOffice } from '../support/back-office.ts';
import { partnersOf } from '../support/partnering.ts';

const office = await makeBackOffice('delivery');
const { em, sql, time } = office;
const { partner } = partnersOf(office);
const seal = openSeal('one-and-the-same-For-all-test-databases-0123456789');

/** What a partner's server received, and how it answers. */
interface Received {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}
const inbox: Received[] = [];
const answer: { how: (response: ServerResponse) => void } = { how: (response) => void response.writeHead(204).end() };
const server = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  inbox.push({ headers: request.headers, body });
  answer.how(response);
});
await once(server.listen(0, '127.0.0.1'), 'listening');
const port = (server.address() as AddressInfo).port;
afterAll(() => server.close());

/** This machine alone, on the port of the test: what tests let in, and nobody else does. */
const here: MayReach = (address, at) => address === '127.0.0.1' && at === port;
const courier: Courier = { seal, mayReach: here };
const deliver = async (own: EntityManager = em.fork() as EntityManager, by: Courier = courier) => {
  await spreadEvents(own, time.now);
  return deliverDue(own, by, time.now);
};
const happens = (kind = 'edition.published', payload: object = {}) =>
  sql(`insert into publication_event (kind, year, dataset_version, payload) values (?, 2022, '2022.1', ?)`, [
    kind,
    JSON.stringify(payload),
  ]);

const CREATE = 'mutation ($url: Title!, $kinds: [Title!]!) { createWebhook(url: $url, kinds: $kinds) { id } }';
const OWN = `{ ownWebhooks { id url kinds pausedAt deliveries { id kind body state dueAt attempts { status failure } } } }`;
interface Own {
  readonly id: string;
  readonly deliveries: {
    id: string;
    kind: string;
    body: string;
    state: string;
    dueAt: string | null;
    attempts: { status: number | null; failure: string | null }[];
  }[];
}

/** A partner that is told of some things, on the server of the test. */
async function told(kinds: string[] = ['edition.published', 'edition.corrected', 'trophy.awarded']) {
  const one = await partner();
  const { value, refusals } = await one.ask<{ id: string }>(CREATE, { url: 'https://hooks.example.org/', kinds });
  expect(refusals).toEqual([]);
  await sql('update webhook set url = ? where id = ?', [`http://127.0.0.1:${port}/`, value.id]);
  const own = async () => (await one.ask<Own[]>(OWN)).value[0] as Own;
  const secret = async () =>
    (await one.ask<string>('query ($id: ID!) { ownWebhookSecret(id: $id) }', { id: value.id })).value;
  const done = async (verb: string) => (await one.ask(`mutation ($id: ID!) { ${verb} }`, { id: value.id })).refusals;
  return { ...one, webhookId: value.id, own, secret, done };
}
/** Nobody else's webhooks are in the way of the next test. */
const alone = async () => {
  await sql('delete from webhook');
  inbox.length = 0;
  answer.how = (response) => void response.writeHead(204).end();
};
const later = (minutes: number) => {
  time.now = new Date(time.now.getTime() + minutes * 60_000);
};

describe('a partner', () => {
  test('is told what became public, once, signed, and of nothing that was before or that it did not ask for', async () => {
    await happens();
    const one = await told(['trophy.awarded']);
    await happens('edition.published');
    await happens('trophy.awarded', { award: 'Villes', laureates: [] });
    expect(await deliver()).toBe(1);
    expect(await deliver()).toBe(0);
    expect(inbox.length).toBe(1);
    const [{ headers, body }] = inbox as [Received];
    expect(JSON.parse(body)).toEqual({
      ...{
        id: expect.any(String),
        kind: 'trophy.awarded',
        at: expect.stringMatching(/^\d{4}-.*Z$/),
        year: 2022,
        version: '2022.1',
      },
      data: { award: 'Villes', laureates: [] },
    });
    expect(headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'barometre-event': 'trophy.awarded',
    });
    expect(isSigned(String(headers['barometre-signature']), await one.secret(), body, time.now)).toBe(true);
    expect(await one.own()).toMatchObject({
      deliveries: [{ state: 'DELIVERED', attempts: [{ status: 204, failure: null }] }],
    });
  });

  test('that was away is tried again for days, then left; it replays what it missed', async () => {
    await alone();
    const one = await told();
    await happens();
    answer.how = (response) => void response.writeHead(500).end();
    let sent = 0;
    for (let minutes = 0; minutes < 60 * 24 * 5; minutes += 30) {
      sent += await deliver();
      later(30);
    }
    expect(sent).toBe(10);
    const dead = await one.own();
    expect(dead.deliveries).toMatchObject([{ state: 'DEAD', dueAt: null }]);
    expect(dead.deliveries[0]?.attempts.length).toBe(10);
    answer.how = (response) => void response.writeHead(200).end();
    const REPLAY = 'mutation ($w: ID!, $id: ID!) { replayDelivery(webhookId: $w, id: $id) }';
    expect((await one.ask(REPLAY, { w: one.webhookId, id: dead.deliveries[0]?.id })).refusals).toEqual([]);
    expect(await deliver()).toBe(1);
    expect((await one.own()).deliveries).toMatchObject([{ state: 'DELIVERED' }]);
    expect(new Set(inbox.map(({ headers }) => headers['barometre-delivery'])).size).toBe(1);
    const other = await told();
    expect((await other.ask(REPLAY, { w: one.webhookId, id: dead.deliveries[0]?.id })).refusals).toEqual(['NOT_FOUND']);
    expect((await other.ask(REPLAY, { w: other.webhookId, id: dead.deliveries[0]?.id })).refusals).toEqual([
      'NOT_FOUND',
    ]);
  });

  test('is told once by several servers at the same instant, and again by one that takes over from another', async () => {
    await alone();
    const one = await told();
    for (let i = 0; i < 12; i++) await happens('edition.corrected', { i });
    const servers = Array.from({ length: 4 }, () => em.fork() as EntityManager);
    for (let round = 0; round < 3; round++) await Promise.all(servers.map((own) => deliver(own)));
    expect(inbox.map(({ body }) => JSON.parse(body).data.i).sort((a, b) => a - b)).toEqual([...Array(12).keys()]);
    // A server took it and was killed: its lease runs out.
    await happens('edition.corrected', { i: 12 });
    await spreadEvents(em.fork() as EntityManager, time.now);
    await sql(`update access.delivery set attempts = 1, due_at = ? where state = 'WAITING'`, [
      new Date(time.now.getTime() + 300_000).toISOString(),
    ]);
    expect(await deliver()).toBe(0);
    later(6);
    expect(await deliver()).toBe(1);
    expect((await one.own()).deliveries.every(({ state }) => state === 'DELIVERED')).toBe(true);
  });

  test('tests its address, replaces its secret while both sign, and pauses without losing anything', async () => {
    await alone();
    const one = await told();
    const before = await one.secret();
    expect(await one.done('testWebhook(id: $id)')).toEqual([]);
    expect(await deliver()).toBe(1);
    expect(JSON.parse(inbox[0]?.body ?? '')).toMatchObject({ kind: 'test', year: null });
    expect(await one.done('rotateWebhookSecret(id: $id) { id }')).toEqual([]);
    const after = await one.secret();
    expect(after).not.toBe(before);
    await one.done('testWebhook(id: $id)');
    await deliver();
    const signed = ({ headers, body }: Received, secret: string) =>
      isSigned(String(headers['barometre-signature']), secret, body, time.now);
    expect([before, after].map((secret) => signed(inbox[1] as Received, secret))).toEqual([true, true]);
    later(60 * 24 * 8);
    await one.done('testWebhook(id: $id)');
    await deliver();
    expect([before, after].map((secret) => signed(inbox[2] as Received, secret))).toEqual([false, true]);
    const SET = `mutation ($id: ID!, $paused: Boolean!) {
      updateWebhook(id: $id, url: "https://hooks.example.org/", kinds: ["edition.published"], paused: $paused) { id } }`;
    const set = async (paused: boolean) => {
      expect((await one.ask(SET, { id: one.webhookId, paused })).refusals).toEqual([]);
      await sql('update webhook set url = ? where id = ?', [`http://127.0.0.1:${port}/`, one.webhookId]);
    };
    await set(true);
    await happens();
    expect(await deliver()).toBe(0);
    await set(false);
    expect(await deliver()).toBe(1);
    for (let i = 0; i < 17; i++) await one.done('testWebhook(id: $id)');
    expect(await one.done('testWebhook(id: $id)')).toEqual([]);
    expect(await one.done('testWebhook(id: $id)')).toEqual([]);
    expect(await one.done('testWebhook(id: $id)')).toEqual(['TOO_MANY_ASKS']);
  });

  test('is written to no more once its access was ended', async () => {
    await alone();
    const one = await told();
    await happens();
    await office.done('mutation ($id: ID!) { closeAccess(id: $id, motive: "Fin.") { state } }', { id: one.id });
    expect(await deliver()).toBe(0);
    expect(inbox).toEqual([]);
  });

  test('names addresses of the open web and known events alone, ten at most, each its own', async () => {
    const one = await partner();
    for (const url of [
      'bonjour',
      'ftp://example.org/',
      'http://127.0.0.1/',
      'http://2130706433/',
      'http://[::1]/',
      'http://localhost/',
      'https://example.org:5432/',
    ])
      expect((await one.ask(CREATE, { url, kinds: ['edition.published'] })).refusals, url).toEqual(['WEBHOOK_INVALID']);
    for (const kinds of [[], ['score.computed'], ['edition.published', 'x']])
      expect((await one.ask(CREATE, { url: 'https://example.org/', kinds })).refusals).toEqual(['WEBHOOK_INVALID']);
    for (let i = 0; i < 10; i++)
      expect(
        (await one.ask(CREATE, { url: `https://example.org/${i}`, kinds: ['edition.published'] })).refusals,
      ).toEqual([]);
    expect((await one.ask(CREATE, { url: 'https://example.org/', kinds: ['edition.published'] })).refusals).toEqual([
      'WEBHOOK_TOO_MANY',
    ]);
    const other = await partner();
    const [{ id }] = (await one.ask<{ id: string }[]>('{ ownWebhooks { id } }')).value as [{ id: string }];
    for (const verb of ['removeWebhook(id: $id)', 'testWebhook(id: $id)', 'rotateWebhookSecret(id: $id) { id }'])
      expect((await other.ask(`mutation ($id: ID!) { ${verb} }`, { id })).refusals, verb).toEqual(['NOT_FOUND']);
    expect((await other.ask('query ($id: ID!) { ownWebhookSecret(id: $id) }', { id })).refusals).toEqual(['NOT_FOUND']);
    expect((await one.ask('mutation ($id: ID!) { removeWebhook(id: $id) }', { id })).refusals).toEqual([]);
  });
});

describe('an address that leads inwards', () => {
  const to = (url: string, mayReach: MayReach) => post(new URL(url), '{}', {}, mayReach);

  test.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://[::1]/',
    'http://[::ffff:7f00:1]/',
    'http://10.0.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://localhost/',
    'http://0/',
    'https://[fd00::1]/',
    'http://192.168.1.1/',
  ])('is not written to: %s', async (url) => {
    expect(await to(url, ANYWHERE_PUBLIC)).toMatchObject({ status: null, failure: 'PRIVATE_ADDRESS' });
  });

  test('by a redirection is not followed', async () => {
    await alone();
    answer.how = (response) => void response.writeHead(307, { location: `http://127.0.0.1:${port}/interne` }).end();
    expect(await to(`http://127.0.0.1:${port}/`, here)).toMatchObject({ status: 307, failure: 'REDIRECTED' });
    expect(inbox.length).toBe(1);
  });

  test('by its name is judged by every address it has, and reached at the one that was judged', async () => {
    await alone();
    const judged: string[] = [];
    const none: MayReach = (address) => {
      judged.push(address);
      return false;
    };
    expect(await to(`http://localhost:${port}/`, none)).toMatchObject({ failure: 'PRIVATE_ADDRESS' });
    expect(judged.length).toBeGreaterThan(0);
    expect(inbox).toEqual([]);
    const outcome = await to(`http://localhost:${port}/`, (address) => address === '127.0.0.1' || address === '::1');
    expect([204, null]).toContain(outcome.status);
  });

  test('or answers nothing, slowly, or without end, is a failure like another', async () => {
    await alone();
    answer.how = (response) => response.destroy();
    expect(await to(`http://127.0.0.1:${port}/`, here)).toMatchObject({ status: null, failure: 'UNREACHABLE' });
    answer.how = (response) => {
      response.writeHead(200);
      const flood = setInterval(() => response.write('x'.repeat(65_536)), 1);
      response.on('close', () => clearInterval(flood));
    };
    expect(await to(`http://127.0.0.1:${port}/`, here)).toMatchObject({ status: 200, failure: null });
    expect(await to('http://127.0.0.1:1/', () => true)).toMatchObject({ failure: 'UNREACHABLE' });
    expect((await to('http://nulle-part.invalid/', () => true)).failure).toBe('NO_SUCH_HOST');
  });
});
