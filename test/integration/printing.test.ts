import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { actorOf, makeBackOffice } from '../support/back-office.ts';
import { makeEdition } from '../support/edition.ts';

const office = await makeBackOffice('printing');
const { app, ask, done, headersOf, read, sql } = office;
const edition = await makeEdition(office, 'EMBARGO');
const { id } = edition;

const asks = {
  text: `query ($id: ID!, $kind: TextKind!) { editorialText(editionId: $id, kind: $kind) {
    body current { id number } build { hash } printings { name number sha256 path publishedByName withdrawnReason } } }`,
  save: `mutation ($id: ID!, $kind: TextKind!, $body: ManuscriptText!, $after: Int!) {
    saveText(editionId: $id, kind: $kind, body: $body, after: $after) { id } }`,
  approve: 'mutation ($id: ID!, $hash: String!) { approveText(id: $id, hash: $hash) { id } }',
  publish: 'mutation ($id: ID!, $hash: String!) { publishText(id: $id, hash: $hash) { id name path sha256 size } }',
  withdraw: 'mutation ($id: ID!, $reason: Prose!) { withdrawText(id: $id, reason: $reason) { withdrawnByName } }',
  told: `query ($version: String!) { dataset(version: $version) { supersededBy
    texts { kind path sha256 size publishedAt withdrawnAt withdrawnReason } } }`,
};
interface Text {
  readonly body: string;
  readonly current: { id: string; number: number } | null;
  readonly build: { readonly hash: string };
  readonly printings: readonly Record<string, unknown>[];
}
interface Printed {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly sha256: string;
}
const other = { ...actorOf('ADMINISTRATOR'), name: 'Une autre personne' };
const textOf = (kind = 'SYNTHESIS') => done<Text>(asks.text, { id, kind });
const publish = (text: string, hash: string) => ask<{ publishText: Printed }>(other, asks.publish, { id: text, hash });
const told = async (version: string) =>
  (await read<{ dataset: { supersededBy: string | null; texts: Record<string, unknown>[] } }>(asks.told, { version }))
    .data.dataset;
const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });

/** A text, approved on what the edition says now: what is to be published, and the hash it was read on. */
async function approved(kind = 'SYNTHESIS'): Promise<[text: string, hash: string]> {
  const { body, current, build } = await textOf(kind);
  const after = current?.number ?? 0;
  const { id: text } = await done(asks.save, { id, kind, after, body: `${body}\n\nDit pour la ${after + 1}ᵉ fois.` });
  expect((await ask(other, asks.approve, { id: text, hash: build.hash })).refusals).toEqual([]);
  return [text, build.hash];
}

describe('a text is given to the public', () => {
  test('with a version that is out, once someone else approved it, on the figures that were read', async () => {
    const [text, hash] = await approved();
    expect((await publish(text, hash)).refusals).toEqual(['TEXT_EMBARGOED']);
    expect((await get('/donnees/2022.1/synthese.pdf')).statusCode).toBe(404);
    await edition.publish();
    expect((await publish(text, 'another')).refusals).toEqual(['TEXT_MOVED']);
    const { body } = await textOf('PRESS_RELEASE');
    const { id: draft } = await done(asks.save, { id, kind: 'PRESS_RELEASE', after: 0, body });
    expect((await publish(draft, hash)).refusals).toEqual(['TEXT_NOT_APPROVED']);
    expect((await told('2022.1')).texts).toEqual([]);
  });

  test('once, however many click: the bytes that staff read, at an address of its own', async () => {
    const { current, build } = await textOf();
    const answers = await Promise.all(Array.from({ length: 5 }, () => publish(current?.id ?? '', build.hash)));
    expect(answers.flatMap(({ refusals }) => refusals)).toEqual(Array(4).fill('TEXT_PUBLISHED'));
    const { path, sha256 } = answers.find(({ refusals }) => refusals.length === 0)?.data.publishText ?? {};
    expect(path).toBe('/donnees/2022.1/synthese.pdf');
    const [own, seen] = [await get(String(path)), `/admin/reports/text/${current?.id}.pdf`];
    expect(own.rawPayload.equals((await get(seen, headersOf('MANAGER'))).rawPayload)).toBe(true);
    expect(createHash('sha256').update(own.rawPayload).digest('hex')).toBe(sha256);
    expect(own.headers).toMatchObject({
      ...{ 'content-type': 'application/pdf', etag: `"${sha256}"`, 'cache-control': 'no-cache' },
      ...{ 'access-control-allow-origin': '*' },
      'content-disposition': 'inline; filename="barometre-2022.1-synthese.pdf"',
    });
    expect((await textOf()).printings).toMatchObject([{ name: '2022.1', sha256, publishedByName: other.name }]);
    expect(await sql(`select actor_id from change where noun = 'printing'`)).toEqual([{ actor_id: other.id }]);
  });

  test('is told beside its version, listed for people, and not sent to who has it', async () => {
    const [text] = (await told('2022.1')).texts;
    const { rawPayload } = await get('/donnees/2022.1/synthese.pdf');
    const sha256 = createHash('sha256').update(rawPayload).digest('hex');
    const file = { kind: 'SYNTHESIS', path: '/donnees/2022.1/synthese.pdf', sha256, size: rawPayload.length };
    expect(text).toEqual({
      ...file,
      publishedAt: '2022-07-01T09:00:00.000Z',
      withdrawnAt: null,
      withdrawnReason: null,
    });
    expect((await get('/donnees')).body).toContain(`SHA-256 <code>${sha256}</code>`);
    for (const tag of [`"${sha256}"`, `W/"${sha256}"`, `"x", "${sha256}"`, '*'])
      expect(await get('/donnees/2022.1/synthese.pdf', { 'if-none-match': tag })).toMatchObject({
        ...{ statusCode: 304, body: '' },
      });
    expect((await get('/donnees/2022/synthese.pdf')).headers.location).toBe('/donnees/2022.1/synthese.pdf');
  });
});

test('a correction has a text of its own; the one before stays, and its version says what took its place', async () => {
  const before = await get('/donnees/2022.1/synthese.pdf');
  await sql(`update structure set name = 'Ville d’Aubrevaux-les-Bains' where reference = 'T1'`);
  expect(await edition.publish('Le nom était faux.')).toMatchObject({ name: '2022.2' });
  expect((await get('/donnees/2022/synthese.pdf')).headers.location).toBe('/donnees/2022.2/synthese.pdf');
  expect((await get('/donnees/2022.2/synthese.pdf')).statusCode).toBe(404);
  const { data } = await publish(...(await approved()));
  expect(data.publishText).toMatchObject({ name: '2022.2', path: '/donnees/2022.2/synthese.pdf' });
  expect((await get('/donnees/2022.1/synthese.pdf')).rawPayload.equals(before.rawPayload)).toBe(true);
  expect(await told('2022.1')).toMatchObject({ supersededBy: '2022.2', texts: [{ kind: 'SYNTHESIS' }] });
});

test('withdrawn, it is gone for ever: its address says when and why, whatever one has', async () => {
  const [printing] = await sql<{ id: string }>(`select id from printing where name = '2022.2'`);
  const { etag = '' } = (await get('/donnees/2022.2/synthese.pdf')).headers;
  const take = (reason: string) => ask(other, asks.withdraw, { id: printing?.id, reason });
  expect((await take('Un nom était faux.')).refusals).toEqual([]);
  expect((await take('Encore.')).refusals).toEqual(['TEXT_WITHDRAWN']);
  for (const headers of [{}, { 'if-none-match': String(etag) }]) {
    const gone = await get('/donnees/2022.2/synthese.pdf', headers as Record<string, string>);
    expect([gone.statusCode, gone.headers['cache-control'] ?? null]).toEqual([410, 'no-cache']);
    expect(gone.json()).toMatchObject({
      errors: [{ extensions: { code: 'TEXT_WITHDRAWN', details: { reason: 'Un nom était faux.' } } }],
    });
  }
  expect((await told('2022.2')).texts).toMatchObject([{ withdrawnReason: 'Un nom était faux.' }]);
  expect((await get('/donnees')).body).toContain('retiré du site');
  expect(await sql('select content from published.paper where withdrawn_at is not null')).toEqual([{ content: null }]);
  const { current, build } = await textOf();
  expect((await publish(current?.id ?? '', build.hash)).refusals).toEqual(['TEXT_PUBLISHED']);
});

test('what is public neither changes nor comes back, not even by a statement of ours', async () => {
  for (const [set, where] of [
    [`content = '\\x01'`, `version = '2022.1'`],
    [`withdrawn_reason = 'Autre.'`, `version = '2022.2'`],
    [`content = '\\x01', withdrawn_at = null, withdrawn_reason = null`, `version = '2022.2'`],
  ])
    await expect(sql(`update published.paper set ${set} where ${where}`)).rejects.toThrow(/Nothing changes/);
});
