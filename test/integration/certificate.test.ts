import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { verify } from '../../server/certificate/verify.mjs';
import { type Asker, actorOf, makeBackOffice } from '../support/back-office.ts';
import { makeEdition } from '../support/edition.ts';

const office = await makeBackOffice('certificate');
const { app, ask, done, headersOf, sql } = office;
const { id, enrolment, structure } = await makeEdition(office, 'PUBLISHED');
const CERTIFICATE = 'query ($id: ID!) { certificate(enrolmentId: $id) }';

interface Certificate {
  readonly values: { readonly exact: string | null };
  readonly rank: { readonly rank: number | null };
  readonly tests: readonly object[];
  readonly publicKey: string;
}
const take = (of: string) => done<Certificate>(CERTIFICATE, { id: enrolment[of] });
const get = async (asker: Asker, url: string) => app.inject({ method: 'GET', url, headers: headersOf(asker) });
const runId = async () => (await sql<{ id: string }>('select id from score_run where edition_id = ?', [id]))[0]?.id;

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));
async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'certificate-'));
  folders.push(folder);
  return folder;
}

/** The verifier as anyone runs it: a file beside another, no project around it. */
async function run(text: string, ...options: string[]) {
  const folder = await makeFolder();
  await writeFile(join(folder, 'certificate.json'), text);
  await writeFile(join(folder, 'verify.mjs'), (await get(null, '/verify.mjs')).body);
  const told = await promisify(execFile)(process.execPath, ['verify.mjs', 'certificate.json', ...options], {
    cwd: folder,
  }).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    ({ code, stderr }: { code: number; stderr: string }) => ({ code, said: stderr }),
  );
  return told;
}

test('every structure of an edition has a certificate that stands alone', async () => {
  for (const reference of Object.keys(enrolment)) {
    const certificate = await take(reference);
    expect(() => verify(JSON.stringify(certificate)), reference).not.toThrow();
    const [line] = await sql<{ exact: string | null; rank: number | null }>(
      'select exact, rank from score where enrolment_id = ? and channel_id is null',
      [enrolment[reference]],
    );
    expect([certificate.values.exact, certificate.rank.rank]).toEqual([line?.exact, line?.rank]);
  }
});

test('the same score has the same certificate, to the byte', async () => {
  expect(JSON.stringify(await take('T1'))).toBe(JSON.stringify(await take('T1')));
});

test('a certificate tells neither who tested nor when', async () => {
  const text = JSON.stringify(await take('T1'));
  expect(text).not.toMatch(/P1|E1|2022-06-0|08\/06/);
});

test('all certificates of a run come in one file, one a line, for staff alone', async () => {
  const url = `/admin/certificates/${await runId()}.ndjson`;
  const { body, headers } = await get('MANAGER', url);
  expect(headers['content-type']).toContain('application/x-ndjson');
  const lines = body.trimEnd().split('\n');
  expect(lines).toHaveLength(Object.keys(enrolment).length);
  for (const line of lines) expect(() => verify(line)).not.toThrow();
  for (const asker of ['CONTROLLER', 'JUROR', 'PARTICIPANT', null] as const)
    expect((await get(asker, url)).statusCode, String(asker)).toBeGreaterThanOrEqual(400);
  expect((await get('MANAGER', '/admin/certificates/nothing.ndjson')).statusCode).toBe(404);
  const [towns] = await sql<{ id: string }>(`select id from category where edition_id = ? and code = 'towns'`, [id]);
  const ofTowns = await get('MANAGER', `${url}?category=${towns?.id}`);
  const codes = ofTowns.body
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).category.code);
  expect(codes).toEqual(['towns', 'towns', 'towns', 'towns', 'towns']);
  expect(ofTowns.headers['content-disposition']).toContain('certificats-1-towns.ndjson');
  for (const other of ['nothing', randomUUID(), ''])
    expect((await get('MANAGER', `${url}?category=${other}`)).statusCode, other).toBe(404);
});

describe('the verifier', () => {
  test('says valid, with the score and the rank, in a folder of its own', async () => {
    const certificate = await take('T1');
    const { code, said } = await run(JSON.stringify(certificate), '--key', certificate.publicKey);
    expect(said.split('\n')).toEqual([
      'Valide : Ville de Aubrevaux, Baromètre 2022 : 98.21 (1375/14).',
      'Rang signé : 1 sur 5. Pour le recalculer, donnez tous les certificats de la catégorie.',
      'Signé par la clé attendue.',
      '',
    ]);
    expect(code).toBe(0);
    const { fingerprint } = await done<{ fingerprint: string }>('{ certificateKey { fingerprint } }');
    const inEnglish = await run(JSON.stringify(certificate), '--lang', 'en');
    expect(inEnglish.said).toMatch(/^Valid: /);
    expect(inEnglish.said).toContain(fingerprint);
    const readOut = fingerprint.toUpperCase().replace(/(..)(?!$)/g, '$1:');
    expect(await run(JSON.stringify(certificate), '--key', readOut)).toMatchObject({ code: 0 });
  });

  test('names the first difference', async () => {
    const text = JSON.stringify(await take('T1')).replace(
      '"phone.connected":{"value":"1"}',
      '"phone.connected":{"value":"0"}',
    );
    const { code, said } = await run(text);
    expect(said).toMatch(/^Différence à « values\.criteria\.0\.points » : le certificat dit "1", le calcul trouve "0"/);
    expect(code).toBe(1);
  });

  test('refuses a key said twice, which two readers would read differently', async () => {
    const text = JSON.stringify(await take('T1')).replace('"exact":', '"exact":"100","exact":');
    expect(await run(text)).toMatchObject({ code: 1, said: expect.stringContaining('une clé écrite deux fois') });
  });

  test('refuses another key than the one expected', async () => {
    const told = await run(JSON.stringify(await take('T1')), '--key', 'another');
    expect(told).toMatchObject({ code: 1, said: expect.stringContaining('une autre clé') });
  });

  test.each([[['--key']], [['--key', '']], [['--keys', 'x']], [['--lang', 'it']]])(
    'never checks less than it was asked: %j',
    async (options) => {
      const text = JSON.stringify(await take('T1'));
      expect(await run(text, ...options)).toMatchObject({ code: 2, said: expect.stringContaining('usage') });
    },
  );

  test('finds the ranks again from the file of a whole run, and names the certificate that lies', async () => {
    const { body } = await get('MANAGER', `/admin/certificates/${await runId()}.ndjson`);
    const lines = body.trimEnd().split('\n');
    expect((await run(body)).said.split('\n').slice(0, 3).sort()).toEqual([
      'Rangs recalculés : Régions, 3 structures classées.',
      'Rangs recalculés : Villes de plus de 50 000 habitants, 5 structures classées.',
      'Valides : 8 certificats.',
    ]);
    const first = lines.find((line) => JSON.parse(line).rank.field === 5) ?? '';
    const others = lines.filter((line) => line !== first);
    expect((await run(others.join('\n'))).said).toContain(
      'Rangs non recalculés : Villes de plus de 50 000 habitants, 4 certificats sur les 5 qu’il faut.',
    );
    const name = JSON.parse(first).structure.name;
    expect(await run([...others, first.replace('"field":5', '"field":6')].join('\n'))).toMatchObject({
      code: 1,
      said: expect.stringContaining(`Certificat n° 8, ${name} : Différence à « signature »`),
    });
    expect(await run(body.slice(0, -100))).toMatchObject({ code: 2, said: expect.stringContaining('n° 8 : ') });
    expect(await run(first, 'certificate.json')).toMatchObject({
      code: 1,
      said: expect.stringContaining('figure deux fois'),
    });
    expect(await run(first, 'another.json')).toMatchObject({ code: 2, said: expect.stringContaining('another.json') });
  });

  test('checks as well when it is reached through a link', async () => {
    const folder = await makeFolder();
    await symlink(fileURLToPath(new URL('../../server/certificate', import.meta.url)), join(folder, 'link'));
    const checked = promisify(execFile)(process.execPath, [join(folder, 'link/verify.mjs'), join(folder, 'none.json')]);
    await expect(checked).rejects.toMatchObject({ code: 2 });
  });

  test('says what to do with a truncated file, wherever it was cut', async () => {
    const text = JSON.stringify(await take('T1'));
    for (let at = 0; at < text.length; at += 50) expect(() => verify(text.slice(0, at))).toThrow(/tronqué/);
    expect(await run(text.slice(0, 500))).toMatchObject({ code: 2, said: expect.stringContaining('redemandez-le') });
  });

  test('says which verifier reads the certificate of another engine', async () => {
    const text = JSON.stringify(await take('T1')).replace('"engine":"2.0.0"', '"engine":"3.1.0"');
    expect(await run(text)).toMatchObject({
      code: 2,
      said: expect.stringContaining('prenez celui de la version 3.1.0'),
    });
  });

  test.each(['', '{}', '[]', 'null', '"x"', '{"format":"barometre-score-certificate"}'])(
    '%j is no certificate',
    async (text) => {
      expect(await run(text)).toMatchObject({ code: 2 });
    },
  );
});

test('the key is told to whoever signs in, to compare', async () => {
  const { data } = await ask('JUROR', '{ certificateKey { algorithm publicKey fingerprint } }');
  expect(data).toMatchObject({
    certificateKey: {
      algorithm: 'Ed25519',
      publicKey: (await take('T1')).publicKey,
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
    },
  });
});

test.each<[string, Asker, string, string[]]>([
  ['a structure of the paid tier, its own', actorOf('PARTICIPANT', structure.T1), 'T1', []],
  ['a structure of the free tier, its own', actorOf('PARTICIPANT', structure.T2), 'T2', ['CERTIFICATE_TIER']],
  ['a structure, that of another', actorOf('PARTICIPANT', structure.T1), 'T2', ['NOT_FOUND']],
  ['a juror', 'JUROR', 'T1', ['FORBIDDEN']],
  ['a stranger', null, 'T1', ['UNAUTHENTICATED']],
])('%s: who may take a certificate', async (_, asker, of, refusals) => {
  expect((await ask(asker, CERTIFICATE, { id: enrolment[of] })).refusals).toEqual(refusals);
});

describe('no certificate is made', async () => {
  const changed = (edition: string, test: string, criterion: string, amount: number) =>
    sql(
      `update measurement set amount = ? where criterion_id in (select id from criterion where code = ?)
         and audit_id = (select id from audit where reference = ? and edition_id = ?)`,
      [amount, criterion, test, edition],
    );
  const certificate = async (enrolmentId?: string) => (await ask('MANAGER', CERTIFICATE, { id: enrolmentId })).refusals;

  test('of scores that the tests no longer say, nor of a rank that may have moved', async () => {
    const { id, enrolment } = await makeEdition(office, 'DELIBERATION', { year: 2023 });
    expect(await certificate(enrolment.T1)).toEqual([]);
    await changed(id, 'P2', 'phone.connected', 0);
    expect(await certificate(enrolment.T2)).toEqual(['SCORES_STALE']);
    expect(await certificate(enrolment.T1)).toEqual(['SCORES_STALE']);
  });

  test('when any part of a score differs, even where the whole does not', async () => {
    const { id, enrolment } = await makeEdition(office, 'PUBLISHED', { year: 2024 });
    await changed(id, 'A1', 'reception.signs', 1); // the counter is optional: it enters no overall score
    expect(await certificate(enrolment.T1)).toEqual(['SCORES_STALE']);
    expect(await certificate(enrolment.T2)).toEqual([]);
  });

  test('for a run of another arithmetic', async () => {
    const { id, enrolment } = await makeEdition(office, 'EMBARGO', { year: 2025 });
    await sql('alter table score_run disable trigger user');
    await sql(`update score_run set engine = '1.0.0' where edition_id = ?`, [id]);
    await sql('alter table score_run enable trigger user');
    expect(await certificate(enrolment.T1)).toEqual(['SCORES_STALE']);
  });
});

test('a name corrected after publication stands on the certificate, which stays to be had', async () => {
  await sql(`update structure set reference = 'T1bis' where id = ?`, [structure.T1]);
  expect(await take('T1')).toMatchObject({ structure: { reference: 'T1bis' } });
});
