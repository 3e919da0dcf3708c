import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { careForEvidence } from '../../server/evidence/purge.service.ts';
import type { Actor } from '../../server/kernel/actor.ts';
import { Refusal } from '../../server/kernel/errors.ts';
import type { Keeping } from '../../server/kernel/keeping.ts';
import { scannerAt } from '../../server/kernel/scan.ts';
import { openBucket, openDisk } from '../../server/kernel/store.ts';
import { makeBackOffice } from '../support/back-office.ts';
import { openFakeBucket } from '../support/bucket.ts';
import { makeEdition } from '../support/edition.ts';
import { auditorActor, planning } from '../support/planned.ts';
import { openSmallDisk } from '../support/smalldisk.ts';

const folder = mkdtempSync(join(tmpdir(), 'evidence-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const disk = openDisk(folder);
const days = { PHOTO: 30, CAPTURE: 30, DOCUMENT: 30, MESSAGE: 30, RECORDING: 0 };
const keeping = { store: disk, scanner: null, days, incoming: join(folder, 'incoming') } as {
  -readonly [Key in keyof Keeping]: Keeping[Key];
};
beforeEach(() => Object.assign(keeping, { store: disk, scanner: null }));

const office = await makeBackOffice('evidence', { keeping });
const { app, ask, em, headersOf, sql, time } = office;
const { id: editionId, enrolment } = await makeEdition(office, 'FIELDWORK');
const plan = planning(office);
const [me, other] = [auditorActor(1), auditorActor(2)];
const [auditorId] = [await plan.auditor(1), await plan.auditor(2)];
const scenarioId = await plan.scenario(editionId, 'PHONE');
const said = { editionId, enrolmentId: enrolment.T1 ?? '', channel: 'PHONE', scenarioId, auditorId };
const assignment = await plan.assignment({ ...said, reference: 'T-00001' });

let sent = 0;
interface Sent {
  readonly name?: string;
  readonly kind?: string;
  readonly key?: string;
  readonly to?: string;
  readonly as?: Actor | 'MANAGER' | 'PARTICIPANT' | null;
  readonly headers?: Record<string, string>;
}

/** Sends a file as a phone does. */
async function send(content: Uint8Array | string, { as = me, headers = {}, to = assignment, ...more }: Sent = {}) {
  const { name = 'photo.jpg', kind = 'PHOTO', key = `sending-${++sent}` } = more;
  const form = new FormData();
  form.set('file', new Blob([content as Uint8Array<ArrayBuffer>]), name);
  const body = new Response(form);
  const response = await app.inject({
    ...{ method: 'POST', url: `/api/evidence?assignment=${to}&kind=${kind}&key=${key}&criterion=phone.connected` },
    headers: { ...headersOf(as), 'content-type': body.headers.get('content-type') ?? '', ...headers },
    payload: Buffer.from(await body.arrayBuffer()),
  });
  const { id = '', errors = [], ...rest } = response.json();
  return { id, ...rest, refusals: errors.map((each: { extensions: { code: string } }) => each.extensions.code) };
}

const photo = (seed = 1) =>
  sharp({ create: { width: 320, height: 240, channels: 3, background: { r: seed * 9, g: 90, b: 120 } } })
    .withExif({
      IFD0: { Copyright: 'Camille Citoyenne' },
      IFD3: { GPSLatitude: '48/1 51/1 30/1', GPSLatitudeRef: 'N' },
    })
    .jpeg()
    .toBuffer();

/** A picture that nothing makes small: chance, pixel by pixel. */
const noise = (seed: number) =>
  sharp({
    create: {
      width: 300,
      height: 300,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 60 + seed },
    },
  })
    .jpeg({ quality: 95 })
    .toBuffer();

interface Answered {
  readonly errors: readonly { readonly extensions: { readonly code: string } }[];
}

/** A PNG of some kilobytes that says, and holds, a black square of as many pixels a side. */
function bombOf(side: number): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(name), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([1, 0, 0, 0, 0], 8); // one bit a pixel, grey
  const rows = deflateSync(Buffer.alloc(side * (1 + Math.ceil(side / 8))), { level: 9 });
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

const listed = async (as: Actor | 'CONTROLLER' | 'MANAGER') => {
  const { data } = await ask<{ evidences: { items: { id: string; state: string; address: string | null }[] } }>(
    as,
    '{ evidences(perPage: 100) { items { id state address } } }',
  );
  return data.evidences.items;
};
const addressOf = async (id: string, as: Actor | 'CONTROLLER' = 'CONTROLLER') =>
  (await listed(as)).find((each) => each.id === id)?.address ?? '';
const read = (url: string, as: Actor | 'CONTROLLER' | null = 'CONTROLLER') =>
  app.inject({ url, headers: headersOf(as) });
const kept = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile()).length;

describe('a photo', () => {
  test('is kept without where it was taken, when, and by whom: looked for in its bytes', async () => {
    const taken = await photo();
    expect(taken.includes('Camille Citoyenne')).toBe(true);
    const { id, state, type, purgeOn } = await send(taken);
    expect([state, type, purgeOn]).toEqual(['READY', 'image/jpeg', '2022-07-31']);
    const answer = await read(await addressOf(id));
    expect(answer.statusCode).toBe(200);
    const { exif, icc, xmp, width } = await sharp(answer.rawPayload).metadata();
    expect([exif, icc, xmp, width]).toEqual([undefined, undefined, undefined, 320]);
    expect(answer.rawPayload.includes('Camille') || answer.rawPayload.includes('Exif')).toBe(false);
  });

  test('is shown as a picture, by a browser that guesses and runs nothing', async () => {
    const { id } = await send(await photo());
    const { headers } = await read(await addressOf(id));
    expect(headers).toMatchObject({
      ...{ 'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store' },
      'content-disposition': `inline; filename="piece-${id.slice(0, 8)}.jpg"`,
      'content-security-policy': expect.stringContaining('sandbox'),
    });
  });

  test('sent again under its key changes nothing, five times at once either', async () => {
    const content = await photo(2);
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(content, { key: 'the-very-same' })));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(answers.flatMap(({ refusals }) => refusals)).toEqual([]);
  });
});

describe('what is refused', () => {
  test.each([
    ['a script named .jpg', '#!/bin/sh\nrm -rf /', {}],
    ['a page named .jpg', '<html><script>alert(1)</script></html>', {}],
    ['a drawing that holds a script', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', { name: 'a.svg' }],
    ['a page sent as a message', '<!doctype html><p>Bonjour', { name: 'a.txt', kind: 'MESSAGE' }],
    ['a PDF sent as a photo', '%PDF-1.7\n', { name: 'a.pdf' }],
    ['a text named as a photo', 'Bonjour', { kind: 'MESSAGE' }],
  ])('%s', async (_, content, more) => {
    expect((await send(content, more)).refusals).toEqual(['EVIDENCE_TYPE']);
  });

  test('a picture that is none, a bomb, an empty file, a kind that is not taken', async () => {
    const torn = (await photo()).subarray(0, 400);
    expect((await send(torn)).refusals).toEqual(['EVIDENCE_UNREADABLE']);
    const bomb = bombOf(20_000);
    expect(bomb.length).toBeLessThan(2e6);
    expect((await send(bomb, { name: 'a.png' })).refusals).toEqual(['EVIDENCE_PIXELS']);
    expect((await send('')).refusals).toEqual(['UPLOAD_EMPTY']);
    expect((await send('x', { kind: 'RECORDING' })).refusals).toEqual(['EVIDENCE_KIND']);
    expect((await send('x', { kind: 'FILM' })).refusals).toEqual(['EVIDENCE_UNANNOUNCED']);
  });

  test('what is too large, before it fills anything, and when it hides its size', async () => {
    const before = kept();
    const large = { 'content-length': String(100 * 1024 * 1024) };
    expect((await send('x', { headers: large })).refusals).toEqual(['TOO_LARGE']);
    expect((await send(Buffer.alloc(12.02 * 1024 * 1024, 1))).refusals).toEqual(['TOO_LARGE']);
    expect(kept()).toBe(before);
  });

  test('from whoever the test was not given to', async () => {
    const content = await photo();
    for (const [as, reason] of [
      [other, 'NOT_FOUND'],
      ['MANAGER', 'FORBIDDEN'],
      ['PARTICIPANT', 'FORBIDDEN'],
      [null, 'UNAUTHENTICATED'],
    ] as const)
      expect((await send(content, { as })).refusals).toEqual([reason]);
    const withdrawn = await plan.assignment({ ...said, reference: 'T-00002' }, 'WITHDRAWN');
    expect((await send(content, { to: withdrawn })).refusals).toEqual(['EVIDENCE_WITHDRAWN']);
  });
});

describe('a short address', () => {
  test('opens for who asked for it, for ten minutes, as it was signed', async () => {
    const { id } = await send(await photo(3));
    const url = await addressOf(id);
    expect((await read(url)).statusCode).toBe(200);
    expect((await read(url, null)).statusCode).toBe(401);
    for (const altered of [url.replace(/until=\d+/, 'until=9999999999999'), url.slice(0, -1), `/evidence/${id}`])
      expect((await read(altered)).statusCode).toBe(404);
    expect((await read(url, me)).statusCode).toBe(404);
    expect((await read(await addressOf(id, me), me)).statusCode).toBe(200);
    expect((await listed(other)).map((each) => each.id)).not.toContain(id);
    const then = time.now;
    time.now = new Date(then.getTime() + 10 * 60_000 + 1);
    expect((await read(url)).statusCode).toBe(404);
    time.now = then;
  });
});

describe('the virus scanner', () => {
  /** A clamd that answers as it is told, to whatever it is sent. */
  const clamd = async (verdict: string) => {
    const server = createServer((socket) => {
      let seen = Buffer.alloc(0);
      socket.on('data', (piece) => {
        seen = Buffer.concat([seen, piece]);
        if (seen.subarray(-4).equals(Buffer.alloc(4))) socket.end(`stream: ${verdict}\0`);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    return { at: `tcp://127.0.0.1:${port}`, close: () => new Promise((resolve) => server.close(resolve)) };
  };

  test('lets through what is clean, and refuses what is not', async () => {
    const [clean, dirty] = [await clamd('OK'), await clamd('Eicar-Signature FOUND')];
    keeping.scanner = scannerAt(clean.at);
    expect((await send(await photo(4))).state).toBe('READY');
    keeping.scanner = scannerAt(dirty.at);
    expect((await send(await photo(5))).refusals).toEqual(['EVIDENCE_INFECTED']);
    const program = join(folder, 'scan.sh');
    writeFileSync(program, '#!/bin/sh\nexit 1\n', { mode: 0o700 });
    keeping.scanner = scannerAt(`command:${program}`);
    expect((await send(await photo(5))).refusals).toEqual(['EVIDENCE_INFECTED']);
    rmSync(program);
    await Promise.all([clean.close(), dirty.close()]);
  });

  test('away, has files wait unseen, until it is back', async () => {
    keeping.scanner = scannerAt('tcp://127.0.0.1:1');
    const { id, state } = await send(await photo(6));
    expect(state).toBe('PENDING');
    expect(await addressOf(id)).toBe('');
    expect(await careForEvidence(em.fork(), keeping, time.now)).toMatchObject({ cleared: 0 });
    const clean = await clamd('OK');
    keeping.scanner = scannerAt(clean.at);
    expect(await careForEvidence(em.fork(), keeping, time.now)).toMatchObject({ cleared: 1, infected: 0 });
    expect(await addressOf(id)).not.toBe('');
    await clean.close();
  });
});

describe('the store', () => {
  test('full or away refuses by name, and leaves nothing half-written', async () => {
    const [rows] = await sql<{ count: string }>('select count(*) from evidence');
    const before = kept();
    const failing = (code: string) => ({
      ...disk,
      put: async () => {
        throw new Refusal(code as 'STORE_FULL');
      },
    });
    keeping.store = failing('STORE_FULL');
    expect((await send(await photo(7))).refusals).toEqual(['STORE_FULL']);
    writeFileSync(join(folder, 'no-folder'), '');
    keeping.store = openDisk(join(folder, 'no-folder'));
    expect((await send(await photo(7))).refusals).toEqual(['STORE_AWAY']);
    rmSync(join(folder, 'no-folder'));
    expect(kept()).toBe(before);
    expect(await sql('select count(*) from evidence')).toEqual([rows]);
  });

  test('on a disk that fills up in mid-file refuses by name, keeps no half, and takes the same sending later', async () => {
    const small = await openSmallDisk(300_000);
    keeping.store = openDisk(small.folder);
    const halves = () =>
      readdirSync(small.folder, { recursive: true, withFileTypes: true })
        .filter((each) => each.isFile() && each.name !== 'ballast')
        .map(({ name }) => name);
    small.fill();
    const content = await noise(7);
    expect((await send(content, { key: 'full-disk-1' })).refusals).toEqual(['STORE_FULL']);
    expect(halves()).toEqual([]);
    // Where files come in is full as well: they are cut while they are read.
    if (small.mounted) {
      keeping.incoming = join(small.folder, 'coming');
      expect((await send(content, { key: 'full-disk-1' })).refusals).toEqual(['STORE_FULL']);
      expect(halves()).toEqual([]);
    }
    keeping.incoming = join(folder, 'no-folder');
    writeFileSync(keeping.incoming, '');
    expect((await send(content, { key: 'full-disk-1' })).refusals, 'no place to come in').toEqual(['STORE_AWAY']);
    rmSync(keeping.incoming);
    keeping.incoming = join(folder, 'incoming');
    expect((await app.inject('/healthz')).json()).toEqual({ alive: true });
    small.free();
    expect(await send(content, { key: 'full-disk-1' })).toMatchObject({ state: 'READY', refusals: [] });
    expect(halves()).toEqual(['full-disk-1']);
    await sql(`delete from evidence where sending_key = 'full-disk-1'`); // it goes with its disk
    await small.close();
  });

  test('tells a phone that it is full, however much is still on its way there', async () => {
    const small = await openSmallDisk(300_000);
    small.fill();
    keeping.store = openDisk(small.folder);
    if (small.mounted) keeping.incoming = join(small.folder, 'coming');
    await app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = app.server.address() as AddressInfo;
    const body = new FormData();
    const heavy = Buffer.concat([await photo(8), randomBytes(6_000_000)]);
    body.set('file', new Blob([heavy]), 'photo.jpg');
    const response = await fetch(
      `http://127.0.0.1:${port}/api/evidence?assignment=${assignment}&kind=PHOTO&key=full-disk-2`,
      { method: 'POST', headers: headersOf(me), body },
    );
    expect([response.status, ((await response.json()) as Answered).errors[0]?.extensions.code]).toEqual([
      507,
      'STORE_FULL',
    ]);
    keeping.incoming = join(folder, 'incoming');
    await small.close();
  });

  test('can be a bucket', async () => {
    const bucket = await openFakeBucket();
    const store = await openBucket({
      ...{
        endpoint: bucket.endpoint,
        bucket: 'bucket',
        region: 'eu-west-3',
        accessKeyId: 'key',
        secretAccessKey: 'secret',
      },
    });
    await store.put('test/a', Buffer.from('Bonjour'));
    expect((await buffer(await store.read('test/a'))).toString()).toBe('Bonjour');
    bucket.state.full = true;
    await expect(store.put('test/b', Buffer.from('x'))).rejects.toMatchObject({ reason: 'STORE_FULL' });
    await store.remove('test/a');
    expect(bucket.held.size).toBe(0);
    await expect(store.read('test/a')).rejects.toMatchObject({ reason: 'STORE_AWAY' });
    await bucket.close();
    await expect(store.remove('test/a')).rejects.toMatchObject({ reason: 'STORE_AWAY' });
  });
});

test('what is due is destroyed, and that it was there is what remains', async () => {
  const { id } = await send(await photo(8));
  const before = kept();
  const [{ count } = { count: 0 }] = await sql<{ count: number }>(
    `select count(*)::int as count from evidence where state = 'READY'`,
  );
  expect((await careForEvidence(em.fork(), keeping, new Date('2022-07-30T12:00:00Z'))).purged).toEqual({});
  const told = await careForEvidence(em.fork(), keeping, new Date('2022-07-31T00:00:01Z'));
  expect(told.purged).toEqual({ PHOTO: count });
  expect(kept()).toBe(before - count);
  expect((await listed('MANAGER')).find((each) => each.id === id)).toEqual({ id, state: 'PURGED', address: null });
});

test('the rules are told to whoever sends, and whether anything scans', async () => {
  const { data } = await ask(me, '{ evidenceRules { scanned kinds { kind days most types } } }');
  expect(data).toMatchObject({ evidenceRules: { scanned: false } });
  expect(JSON.stringify(data)).not.toContain('RECORDING');
});

test('nothing more is taken once control is over', async () => {
  await sql(`update edition set phase = 'DELIBERATION' where id = ?`, [editionId]);
  expect((await send(await photo())).refusals).toEqual(['EVIDENCE_CLOSED']);
});
