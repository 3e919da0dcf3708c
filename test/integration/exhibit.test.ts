import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { heldByClaims } from '../../server/claim/exhibit.service.ts';
import { careForEvidence } from '../../server/evidence/purge.service.ts';
import type { Keeping } from '../../server/kernel/keeping.ts';
import { openDisk } from '../../server/kernel/store.ts';
import { type Asker, actorOf, makeBackOffice } from '../support/back-office.ts';
import { claimVerbs, makeContested, type Saved, STATEMENT } from '../support/contested.ts';
import { planning } from '../support/planned.ts';

const folder = mkdtempSync(join(tmpdir(), 'exhibit-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const disk = openDisk(folder);
const days = { PHOTO: 30, CAPTURE: 30, DOCUMENT: 30, MESSAGE: 30, RECORDING: 0 };
const keeping = { store: disk, scanner: null, days, incoming: join(folder, 'incoming') } as {
  -readonly [Key in keyof Keeping]: Keeping[Key];
};
beforeEach(() => Object.assign(keeping, { store: disk, scanner: null }));

const office = await makeBackOffice('exhibit', { keeping });
const { app, ask, em, headersOf, sql, time } = office;
time.now = new Date('2022-09-01T09:00:00Z');
const edition = await makeContested(office);
const kept = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile()).length;

const PDF = '%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n';
const ofClaims = `claims { id state points { code exhibits { id name type size state address } } }`;
const own = `mutation ($enrolmentId: ID) { readProvisional(enrolmentId: $enrolmentId) { ${ofClaims} } }`;
const remove = 'mutation ($id: ID!) { removeExhibit(id: $id) }';
const judged = 'query ($id: ID!) { claim(id: $id) { points { exhibits { id name state address } } } }';

interface Shown {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly address: string;
}
interface Sent {
  readonly name?: string;
  readonly key?: string;
  readonly more?: string;
  readonly headers?: Record<string, string>;
}

let sendings = 0;
/** Sends a file as the page of a structure does. */
async function send(headers: Record<string, string>, point: string, content: Uint8Array | string, sent: Sent = {}) {
  const { name = 'avis.pdf', key = `sending-${++sendings}`, more = '' } = sent;
  const form = new FormData();
  form.set('file', new Blob([content as Uint8Array<ArrayBuffer>]), name);
  const body = new Response(form);
  const response = await app.inject({
    ...{ method: 'POST', url: `/api/exhibits?point=${point}&key=${key}${more}` },
    headers: { ...headers, 'content-type': body.headers.get('content-type') ?? '', ...sent.headers },
    payload: Buffer.from(await body.arrayBuffer()),
  });
  const { errors = [], ...shown } = response.json();
  return {
    ...(shown as Shown),
    refusals: errors.map((each: { extensions: { code: string } }) => each.extensions.code),
  };
}

/** A draft on one criterion, and who writes it. */
async function drafting(reference: string, code = 'phone.connected') {
  const [guest, token] = [await edition.holder(reference), await edition.link(reference)];
  const input = { authorName: 'Ada Martin', points: [{ code, statement: STATEMENT }] };
  const draft = (await guest(claimVerbs.save, { input })).value as Saved;
  const point = draft.points[0]?.id ?? '';
  const headers = { 'x-registration': token };
  const read = async () =>
    ((await guest(own)).value as { claims: { id: string; points: { exhibits: Shown[] }[] }[] }).claims
      .filter(({ id }) => id === draft.id)
      .flatMap(({ points }) => points.flatMap(({ exhibits }) => exhibits));
  return {
    guest,
    draft,
    point,
    headers,
    input,
    read,
    send: (content: Uint8Array | string, sent?: Sent) => send(headers, point, content, sent),
  };
}

const open = (url: string, headers: Record<string, string>) => app.inject({ url, headers });
const asJudge = (as: Asker = 'CONTROLLER') => headersOf(as);
const shownTo = async (as: Asker, id: string) =>
  (await ask<{ claim: { points: { exhibits: Shown[] }[] } | null }>(as, judged, { id })).data?.claim?.points.flatMap(
    ({ exhibits }) => exhibits,
  ) ?? [];

describe('a file that a structure shows', () => {
  test('is read by its structure, by its judges once it is submitted, and by nobody else', async () => {
    const { guest, draft, headers, read, send } = await drafting('T1');
    const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } })
      .withExif({ IFD0: { Copyright: 'Camille Citoyenne' } })
      .jpeg()
      .toBuffer();
    expect((await send(photo, { name: '../../Avis de panne.jpg' })).refusals).toEqual([]);
    const [mine] = await read();
    expect(mine).toMatchObject({
      name: 'Avis de panne.jpg',
      type: 'image/jpeg',
      state: 'READY',
      address: `/exhibit/${mine?.id}`,
    });
    const answer = await open(mine?.address ?? '', headers);
    expect([answer.statusCode, answer.rawPayload.includes('Camille')]).toEqual([200, false]);
    expect(answer.headers).toMatchObject({
      ...{ 'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff' },
      'content-security-policy': expect.stringContaining('sandbox'),
    });
    expect(await shownTo('CONTROLLER', draft.id), 'not before it is submitted').toEqual([]);
    const other = { 'x-registration': await edition.link('T2') };
    expect((await open(mine?.address ?? '', other)).statusCode).toBe(404);
    expect((await open(mine?.address ?? '', asJudge())).statusCode, 'an address that is not signed').toBe(404);

    expect((await guest(claimVerbs.submit, draft)).refusals).toEqual([]);
    const [seen] = await shownTo('CONTROLLER', draft.id);
    expect((await open(seen?.address ?? '', asJudge())).statusCode).toBe(200);
    for (const as of ['MANAGER', 'JUROR', actorOf('PARTICIPANT', edition.structure.T2)] as const)
      expect((await open(seen?.address ?? '', asJudge(as))).statusCode, 'signed for someone else').toBe(404);
    const speaks = actorOf('PARTICIPANT', edition.structure.T1);
    const { data } = await ask<{ readProvisional: { claims: { points: { exhibits: Shown[] }[] }[] } }>(speaks, own, {
      enrolmentId: edition.enrolment.T1,
    });
    const signed = data.readProvisional.claims[0]?.points[0]?.exhibits[0]?.address ?? '';
    expect((await open(signed, asJudge(speaks))).statusCode, 'in its space').toBe(200);
    expect((await guest(remove, { id: seen?.id })).refusals, 'not taken back once submitted').toEqual([
      'CLAIM_NOT_DRAFT',
    ]);
    const journal = await sql(`select noun from change where noun = 'claim_exhibit' and actor_id is null`);
    expect(journal).toHaveLength(1);
  });

  test('sent again under its key changes nothing, five times at once either', async () => {
    const { send, read, guest, draft } = await drafting('T2');
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(PDF, { key: 'the-very-same' })));
    expect(answers.flatMap(({ refusals }) => refusals)).toEqual([]);
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await read()).toHaveLength(1);
    await guest(claimVerbs.withdraw, { id: draft.id });
  });

  test('is destroyed at the next look once it is taken back, with its criterion or with its draft', async () => {
    const { guest, draft, input, send, read } = await drafting('R2');
    const look = async () => careForEvidence(em.fork(), keeping, time.now, await heldByClaims(em.fork()));
    await look();
    const before = kept();
    const { id } = await send(PDF);
    await send(`${PDF}2`);
    expect((await guest(remove, { id })).value).toBe(true);
    expect(await read()).toHaveLength(1);
    const none = { ...input, points: [{ code: 'email.delay', statement: STATEMENT }] };
    const saved = (await guest(claimVerbs.save, { id: draft.id, version: draft.version, input: none })).value as Saved;
    expect(await read(), 'it was for a criterion that is contested no more').toEqual([]);
    await send(PDF);
    expect((await guest(claimVerbs.withdraw, { id: saved.id })).value).toBe(true);
    expect(kept()).toBe(before + 3);
    await look();
    expect(kept()).toBe(before);
  });
});

describe('what is refused, and leaves the draft as it was typed', () => {
  test('a script named .jpg, a page, a file of 100 MB, an empty one, a store that is away', async () => {
    const { read, send, guest, draft } = await drafting('R1');
    const before = kept();
    expect((await send('#!/bin/sh\nrm -rf /', { name: 'avis.jpg' })).refusals).toEqual(['EVIDENCE_TYPE']);
    expect((await send('<html><script>alert(1)</script>', { name: 'avis.pdf' })).refusals).toEqual(['EVIDENCE_TYPE']);
    expect((await send(PDF, { name: 'avis.jpg' })).refusals).toEqual(['EVIDENCE_TYPE']);
    const large = { 'content-length': String(100 * 1024 * 1024) };
    expect((await send(PDF, { headers: large })).refusals).toEqual(['TOO_LARGE']);
    expect((await send('')).refusals).toEqual(['UPLOAD_EMPTY']);
    expect((await send(PDF, { key: 'short' })).refusals).toEqual(['EVIDENCE_UNANNOUNCED']);
    keeping.store = openDisk('/dev/null/away');
    expect((await send(PDF)).refusals).toEqual(['STORE_AWAY']);
    keeping.store = disk;
    expect([kept(), await read()]).toEqual([before, []]);
    const { claims } = (await guest(claimVerbs.read)).value as { claims: { id: string; points: object[] }[] };
    expect(claims.find(({ id }) => id === draft.id)?.points).toMatchObject([{ statement: STATEMENT }]);
  });

  test('from whoever does not speak for the structure, for a draft of another, or without a link', async () => {
    const [mine, other] = [await drafting('T3'), await drafting('T4')];
    expect((await send(other.headers, mine.point, PDF)).refusals).toEqual(['NOT_FOUND']);
    expect((await send({ 'x-registration': 'made-up' }, mine.point, PDF)).refusals).toEqual(['INVITATION_UNKNOWN']);
    expect((await send({}, mine.point, PDF)).refusals).toEqual(['UNAUTHENTICATED']);
    expect((await send(headersOf('MANAGER'), mine.point, PDF)).refusals).toEqual(['FORBIDDEN']);
    const stranger = headersOf(actorOf('PARTICIPANT', edition.structure.T4));
    const more = `&enrolment=${edition.enrolment.T3}`;
    expect((await send(stranger, mine.point, PDF, { more })).refusals).toEqual(['NOT_FOUND']);
    expect((await other.guest(remove, { id: (await mine.send(PDF)).id })).refusals).toEqual(['NOT_FOUND']);
  });

  test('one more than a structure may have in the store, those just taken back included', async () => {
    const { send, guest, draft } = await drafting('T4', 'email.tone');
    const { id } = await send(PDF);
    await sql(
      `insert into evidence (kind, type, size, digest, state, purge_on, sending_key, stored_key)
       select e.kind, e.type, 1, 'd', 'READY', e.purge_on, n::text, e.stored_key || n
       from claim_exhibit x join evidence e on e.id = x.evidence_id, generate_series(1, 19) n where x.id = ?`,
      [id],
    );
    expect((await send(PDF)).refusals).toEqual(['CLAIM_EXHIBITS_MANY']);
    await guest(remove, { id });
    expect((await send(PDF)).refusals).toEqual(['CLAIM_EXHIBITS_MANY']);
    await careForEvidence(em.fork(), keeping, time.now);
    expect((await send(PDF)).refusals).toEqual([]);
    await guest(claimVerbs.withdraw, { id: draft.id });
  });

  test('once the deadline is past, or the claim is submitted', async () => {
    const { send, guest, draft } = await drafting('R3');
    const { now } = time;
    time.now = new Date('2022-10-02T22:00:01Z');
    expect((await send(PDF)).refusals).toEqual(['CLAIM_TOO_LATE']);
    time.now = now;
    await guest(claimVerbs.submit, draft);
    expect((await send(PDF)).refusals).toEqual(['CLAIM_NOT_DRAFT']);
  });
});

test('a file waits unseen for the virus scanner, which judges are told', async () => {
  const { send, guest, draft } = await drafting('T2', 'email.tone');
  keeping.scanner = { isClean: () => Promise.reject(new Error('away')) };
  expect(await send(PDF)).toMatchObject({ state: 'PENDING', address: null });
  await guest(claimVerbs.submit, draft);
  expect(await shownTo('CONTROLLER', draft.id)).toMatchObject([{ state: 'PENDING', address: null }]);
  keeping.scanner = { isClean: async () => false };
  await careForEvidence(em.fork(), keeping, time.now);
  expect(await shownTo('CONTROLLER', draft.id)).toMatchObject([{ state: 'INFECTED', address: null }]);
});

test('no clock takes what an open claim rests on: its files, and the evidence of the tests that it contests', async () => {
  const { send, guest, draft } = await drafting('T3', 'phone.connected.rings');
  const { id } = await send(PDF);
  await guest(claimVerbs.submit, draft);
  const plan = planning(office);
  const [auditorId, scenarioId] = [await plan.auditor(1), await plan.scenario(edition.id, 'PHONE')];
  const told = { editionId: edition.id, enrolmentId: edition.enrolment.T3 ?? '', channel: 'PHONE', scenarioId };
  const assignment = await plan.assignment({ ...told, auditorId, reference: 'T-00001' });
  await sql(
    `update audit set assignment_id = ? where id = (select a.id from audit a
       join channel c on c.id = a.channel_id where a.enrolment_id = ? and c.code = 'PHONE' limit 1)`,
    [assignment, edition.enrolment.T3],
  );
  const [seen] = await sql<{ id: string }>(
    `insert into evidence (assignment_id, kind, type, size, digest, state, purge_on, sending_key, stored_key)
     values (?, 'PHOTO', 'image/jpeg', 1, 'd', 'READY', '2022-09-02', 'key', 'test/none') returning id`,
    [assignment],
  );
  const later = new Date('2022-11-01T09:00:00Z');
  const look = async () => careForEvidence(em.fork(), keeping, later, await heldByClaims(em.fork()));
  const stateOf = async () =>
    (
      await sql<{ state: string }>(
        `select state from evidence where id in (?, (select evidence_id from claim_exhibit where id = ?))`,
        [seen?.id, id],
      )
    ).map(({ state }) => state);
  await look();
  expect(await stateOf()).toEqual(['READY', 'READY']);
  expect((await edition.decide(draft, {})).refusals).toEqual([]);
  await look();
  expect(await stateOf()).toEqual(['PURGED', 'PURGED']);
});
