import { createHash } from 'node:crypto';
import { access, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Asker, actorOf, makeBackOffice } from '../support/back-office.ts';
import { commanding } from '../support/commanded.ts';
import { makeEdition, verbs } from '../support/edition.ts';
import { textIn } from '../support/pdf.ts';

const office = await makeBackOffice('synthesis');
const { app, ask, done, headersOf, sql } = office;
const { id, moveTo, enrolment, publish } = await makeEdition(office, 'EMBARGO');

const asks = {
  text: `query ($id: ID!, $kind: TextKind!) { editorialText(editionId: $id, kind: $kind) {
    body current { id number approvedAt } states { number }
    build { version hash published names faults { code line sentence subject old now remedy } lines { kind block runs { text of } } } } }`,
  build: `query ($id: ID!, $body: ManuscriptText!) { textBuild(editionId: $id, kind: SYNTHESIS, body: $body) { faults { code line } } }`,
  save: `mutation ($id: ID!, $kind: TextKind!, $body: ManuscriptText!, $after: Int!) {
    saveText(editionId: $id, kind: $kind, body: $body, after: $after) { id number } }`,
  approve: 'mutation ($id: ID!, $hash: String!) { approveText(id: $id, hash: $hash) { id approvedByName readOn } }',
  sayables: 'query ($id: ID!) { sayables(editionId: $id) { query label words } }',
};
interface Text {
  readonly body: string;
  readonly current: { id: string; number: number; approvedAt: string | null } | null;
  readonly build: {
    readonly hash: string;
    readonly published: boolean;
    readonly faults: readonly {
      code: string;
      line: number;
      sentence: string;
      old: string | null;
      now: string | null;
    }[];
  };
}
const textOf = (kind = 'SYNTHESIS') => done<Text>(asks.text, { id, kind });
const save = (body: string, after: number, kind = 'SYNTHESIS') =>
  ask<{ saveText: { id: string; number: number } }>('MANAGER', asks.save, { id, kind, body, after });
const other = { ...actorOf('ADMINISTRATOR'), name: 'Une autre personne' };
const file = async (asker: Asker, path: string) => {
  const response = await app.inject({ method: 'GET', url: `/admin/reports/${path}`, headers: headersOf(asker) });
  const refused = response.statusCode !== 200;
  return {
    bytes: response.rawPayload,
    type: response.headers['content-type'],
    refusal: refused
      ? response.json<{ errors: { extensions: { code: string } }[] }>().errors[0]?.extensions.code
      : null,
  };
};
const plain = (text: string): string => text.replace(/\s+/g, ' ');

describe('a text of an edition under embargo', () => {
  test('is proposed to whoever has none yet, and what is proposed is built without a fault', async () => {
    for (const kind of ['SYNTHESIS', 'PRESS_RELEASE']) {
      const { current, body, build } = await textOf(kind);
      expect(current).toBeNull();
      expect(build.faults).toEqual([]);
      expect(build.published).toBe(false);
      expect(body).toMatch(/^# .*\n\n/);
    }
  });

  test('is saved state after state; who saves over someone else is told', async () => {
    const { body } = await textOf();
    expect((await save(body, 0)).data.saveText.number).toBe(1);
    expect((await save(`${body}\nLa suite.`, 1)).data.saveText.number).toBe(2);
    expect((await save(body, 1)).refusals).toEqual(['STALE']);
  });

  test('is saved even while it is at fault, and not printed', async () => {
    const { data } = await save('# Titre\n\nAu téléphone, 77 % des appels aboutissent.', 2);
    const { current, build } = await textOf();
    expect(build.faults).toMatchObject([{ code: 'TYPED', line: 3 }]);
    expect((await file('MANAGER', `text/${current?.id}.pdf`)).refusal).toBe('TEXT_FAULTY');
    expect((await ask(other, asks.approve, { id: data.saveText.id, hash: build.hash })).refusals).toEqual([
      'TEXT_FAULTY',
    ]);
  });

  test('is approved by someone else than its author, on the figures that were read', async () => {
    const { data } = await save(
      '# Titre\n\nAu téléphone : {{ indicator phone.connected_first }}.\n\nCe sont {{ structures }}.',
      3,
    );
    const { id: text } = data.saveText;
    const { hash } = (await textOf()).build;
    expect((await ask('MANAGER', asks.approve, { id: text, hash })).refusals).toEqual(['TEXT_OWN']);
    expect((await ask(other, asks.approve, { id: text, hash: 'another' })).refusals).toEqual(['TEXT_MOVED']);
    expect((await ask(other, asks.approve, { id: text, hash })).data.approveText).toMatchObject({
      approvedByName: 'Une autre personne',
    });
  });

  test('prints the same bytes twice, tagged, and says that it is under embargo', async () => {
    const { current } = await textOf();
    const [once, twice] = [
      await file('MANAGER', `text/${current?.id}.pdf`),
      await file('MANAGER', `text/${current?.id}.pdf`),
    ];
    expect(hashOf(once.bytes)).toBe(hashOf(twice.bytes));
    expect(once.bytes.toString('latin1')).toContain('pdfuaid:part');
    expect(plain(textIn(once.bytes))).toContain('Sous embargo');
  });

  test('is printed in plain text too', async () => {
    const { bytes, type } = await file('MANAGER', `text/${(await textOf()).current?.id}.txt`);
    expect(type).toBe('text/plain; charset=utf-8');
    expect(bytes.toString('utf8')).toMatch(/^Titre\n\nAu téléphone\u00a0: 75\u00a0% de 8 appels\./);
  });
});

test('every query that is offered says something, or nothing that can be told', async () => {
  const sayables = await done<{ query: string; words: string | null }[]>(asks.sayables, { id });
  expect(sayables.length).toBeGreaterThan(10);
  for (const { query, words } of sayables.filter((each) => each.words !== null)) {
    const asked = query.startsWith('change ') ? `${query} | broken` : query;
    const { faults } = await done<{ faults: unknown[] }>(asks.build, { id, body: `Voici {{ ${asked} }}.` });
    expect(faults, `${query} → ${words}`).toEqual([]);
  }
});

test('one test less, and the build names each sentence that it touches, with what it said and what it says', async () => {
  const before = await textOf();
  expect(before.build.faults).toEqual([]);
  const [audit] = await sql<{ id: string }>(
    `select a.id from audit a join channel c on c.id = a.channel_id where c.code = 'PHONE' and a.enrolment_id = ?`,
    [enrolment.T2],
  );
  await moveTo('CONTROL', 'Un test à revoir.');
  await done(verbs.decide, { id, ids: [audit?.id], state: 'REJECTED', reason: 'Ligne en dérangement.' });
  await moveTo('DELIBERATION');
  const { inputsHash } = await done<{ inputsHash: string }>(verbs.preview, { id });
  await done(verbs.compute, { id, inputsHash });
  await moveTo('EMBARGO');
  const { build, current } = await textOf();
  expect(build.hash).not.toBe(before.build.hash);
  expect(build.faults).toEqual([
    expect.objectContaining({
      ...{ code: 'STALE', line: 3, sentence: 'Au téléphone : {{ indicator phone.connected_first }}.' },
      ...{ old: '75 % de 8 appels', now: '71 % de 7 appels' },
    }),
  ]);
  expect(build.faults[0]?.old).not.toBe(build.faults[0]?.now);
  expect((await file('MANAGER', `text/${current?.id}.pdf`)).refusal).toBe('TEXT_FAULTY');

  // Read again and approved again, it is built on the figures of now.
  expect((await ask(other, asks.approve, { id: current?.id, hash: build.hash })).refusals).toEqual([]);
  expect((await file('MANAGER', `text/${current?.id}.pdf`)).refusal).toBeNull();
});

test('published, it is built on the version that went out, and no longer says that it is under embargo', async () => {
  const { id: manuscript } = (await textOf()).current ?? {};
  const { hash } = (await textOf()).build;
  await publish();
  const { build } = await textOf();
  expect(build).toMatchObject({ published: true, hash, faults: [] });
  const text = plain(textIn((await file('MANAGER', `text/${manuscript}.pdf`)).bytes));
  expect(text).not.toContain('Sous embargo');
  expect(text).toContain('2022.1');
});

test.each<[string, Asker, string]>([
  ['a structure', actorOf('PARTICIPANT'), 'FORBIDDEN'],
  ['a juror', 'JUROR', 'FORBIDDEN'],
  ['a stranger', null, 'UNAUTHENTICATED'],
])('%s reads no text', async (_, asker, code) => {
  expect((await ask(asker, asks.text, { id, kind: 'SYNTHESIS' })).refusals).toEqual([code]);
  expect((await file(asker, `text/${(await textOf()).current?.id}.pdf`)).refusal).toBe(code);
});

test('the command builds the document, or says line by line why not and writes nothing', async () => {
  const command = commanding(office.url);
  const folder = await mkdtemp(join(tmpdir(), 'barometre-'));
  const out = join(folder, 'synthese.pdf');
  expect(await command('text', 'synthesis', '2022', '--out', out)).toMatchObject({ code: 0, out: '' });
  const { current } = await textOf();
  expect(hashOf(await readFile(out))).toBe(hashOf((await file('MANAGER', `text/${current?.id}.pdf`)).bytes));

  await save('# Titre\n\nPrès de trois appels sur quatre.', current?.number ?? 0);
  const other = join(folder, 'autre.pdf');
  const refused = await command('text', 'synthesis', '2022', '--out', other);
  expect(refused).toMatchObject({
    code: 1,
    said: expect.stringContaining('ligne 3 : « trois » chiffre saisi à la main'),
  });
  await expect(access(other)).rejects.toThrow();
  expect(await command('text', 'press-release', '2022')).toMatchObject({ code: 1 });
  expect(await command('text', 'poem', '2022')).toMatchObject({ code: 2 });
  await rm(folder, { recursive: true });
}, 60_000);

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
