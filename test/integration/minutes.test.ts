import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { verify } from '../../server/minutes/verify-jury.mjs';
import { type Asker, actorOf, makeBackOffice } from '../support/back-office.ts';
import { codeIn } from '../support/code.ts';
import { makeEdition } from '../support/edition.ts';
import { makePanel, type TestJuror } from '../support/jury.ts';
import { textIn } from '../support/pdf.ts';

const office = await makeBackOffice('minutes');
const { app, ask, done, headersOf, sql } = office;
const edition = await makeEdition(office, 'DELIBERATION');
const { id, category, structure } = edition;
const panel = await makePanel(office, edition, ['Ada Roux', 'Bob Petit', 'Chloé Secret', 'Dan Leroy', 'Eve Noël']);
const [chair, deputy, secretary, dan, eve] = panel.jurors as [
  ...[TestJuror, TestJuror, TestJuror, TestJuror, TestJuror],
];

interface Downloaded {
  readonly bytes: Buffer;
  readonly name: string | undefined;
  readonly refusal: string | null;
}
const get = async (asker: Asker, path: string): Promise<Downloaded> => {
  const response = await app.inject({ method: 'GET', url: `/admin/reports/${path}`, headers: headersOf(asker) });
  const isFile = response.statusCode === 200;
  return {
    bytes: response.rawPayload,
    name: String(response.headers['content-disposition']),
    refusal: isFile
      ? null
      : (response.json<{ errors: { extensions: { code: string } }[] }>().errors[0]?.extensions.code ?? ''),
  };
};
const bare = (text: string) => text.replace(/[\s\u200b]/g, '');
const own = (reference: string) => actorOf('PARTICIPANT', structure[reference]);

/** A motion that carries on towns, and an order of preference on regions, both recorded; then the meeting closes. */
async function hold() {
  const towns = await panel.entrust(category.towns);
  const regions = await panel.entrust(category.regions, { mode: 'RANK', quorumFewest: 2 });
  await ask(dan, 'mutation ($id: ID!) { stepAside(mandateId: $id, motive: "ancien agent de la région") }', {
    id: regions.id,
  });
  const meeting = await panel.convene([towns, regions]);
  const went = async (asker: TestJuror, verb: Parameters<typeof meeting.did>[1], variables: object) => {
    const { refusals, details } = await meeting.did(asker, verb, variables);
    if (refusals.length > 0) throw new Error(`${verb}: ${refusals} ${JSON.stringify(details)}`);
  };
  const second = towns.codeOf.T2 ?? '';
  const item = meeting.itemOf(towns);
  await went(chair, 'open', { id: item });
  await went(eve, 'move', { id: item, codes: [second], motive: 'Un accueil rouvert le samedi.' });
  for (const [juror, opinion] of [
    [chair, 'FOR'],
    [deputy, 'AGAINST'],
    [eve, 'FOR'],
  ] as const)
    await went(juror, 'cast', { id: item, ballot: { mode: 'RATIFY', opinion } });
  await went(chair, 'count', { id: item });
  await went(deputy, 'dissent', { id: item, text: 'Le classement suffisait.' });
  await went(chair, 'record', { id: item, mentions: [{ code: second, mention: 'samedi' }] });

  const ranked = meeting.itemOf(regions);
  await went(chair, 'open', { id: ranked });
  const codes = Object.values(regions.codeOf);
  for (const juror of [chair, deputy, eve])
    await went(juror, 'cast', { id: ranked, ballot: { mode: 'RANK', ranking: codes.map((code) => [code]) } });
  await went(chair, 'count', { id: ranked });
  await went(chair, 'record', { id: ranked, motive: 'Le vote du jury.' });
  const early = (await get('MANAGER', `minutes/${meeting.id}`)).refusal;
  await went(secretary, 'closeMeeting', { id: meeting.id });

  const query = '{ laureates(perPage: 100) { items { id structure { reference } } } }';
  const { items } = await done<{ items: { id: string; structure: { reference: string } }[] }>(query);
  const laureate = Object.fromEntries(items.map(({ id, structure }) => [structure.reference, id]));
  const [last] = await sql<{ hash: string }>('select hash from decision order by number desc limit 1');
  return { meeting, early, laureate, head: last?.hash ?? '' };
}
const { meeting, early, laureate, head } = await hold();

describe('the minutes of a meeting that was held', () => {
  test('tell it, from the recusals to the hashes, and are the same bytes twice', async () => {
    const [once, twice] = [
      await get('MANAGER', `minutes/${meeting.id}`),
      await get('ADMINISTRATOR', `minutes/${meeting.id}`),
    ];
    expect(once.refusal).toBeNull();
    expect(once.bytes.equals(twice.bytes)).toBe(true);
    expect(once.name).toContain('proces-verbal-2022-');
    const text = bare(textIn(once.bytes));
    for (const told of [
      'Ada Roux, Bob Petit, Dan Leroy et Eve Noël',
      'Motion deEve Noël',
      'Un accueil rouvert le samedi.',
      'Pour2 voix',
      'Contre1 voix',
      'Se sont abstenus1 : Dan Leroy',
      'Opinion dissidente, consignée à la demande de Bob Petit',
      'Dan Leroy : À sa demande : ancien agent de la région',
      'Ouvert le 1ᵉʳ juillet 2022 à 11 h 00.',
      'mention « samedi »',
      'Préférences deux à deux',
      'Chloé SecretSecrétariat',
      head,
    ])
      expect(text).toContain(bare(told));
  });

  test.each<[string, Asker, string, string]>([
    ['a stranger', null, 'UNAUTHENTICATED', 'UNAUTHENTICATED'],
    ['a juror of another panel', 'JUROR', 'NOT_FOUND', 'FORBIDDEN'],
    ['a juror recused from one of its awards', dan, 'NOT_FOUND', 'FORBIDDEN'],
    ['a structure', own('T2'), 'FORBIDDEN', 'FORBIDDEN'],
    ['a controller', 'CONTROLLER', 'FORBIDDEN', 'FORBIDDEN'],
  ])('%s is refused them, and the chain', async (_, asker, minutes, chain) => {
    expect((await get(asker, `minutes/${meeting.id}`)).refusal).toBe(minutes);
    expect((await get(asker, `chain/${id}`)).refusal).toBe(chain);
  });

  test('are read by the jurors whom nothing keeps from any of its awards, who are told so', async () => {
    const { bytes } = await get('MANAGER', `minutes/${meeting.id}`);
    for (const juror of [chair, deputy, secretary, eve]) {
      expect((await meeting.view(juror)).mayReadMinutes).toBe(true);
      expect((await get(juror, `minutes/${meeting.id}`)).bytes.equals(bytes)).toBe(true);
    }
    expect((await meeting.view(dan)).mayReadMinutes).toBe(false);
    expect((await get(chair, `chain/${id}`)).refusal).toBe('FORBIDDEN');
  });

  test('come once it is closed; of no meeting they are not found', async () => {
    expect(early).toBe('MINUTES_NOT_YET');
    expect((await get('MANAGER', `minutes/${id}`)).refusal).toBe('NOT_FOUND');
    expect((await get('MANAGER', 'minutes/nothing')).refusal).toBe('NOT_FOUND');
    expect((await get('MANAGER', `chain/${meeting.id}`)).refusal).toBe('NOT_FOUND');
  });
});

describe('the chain of an edition', () => {
  test('is verified in a folder of its own, without anything of ours, and names the record that was changed', async () => {
    const { bytes } = await get('MANAGER', `chain/${id}`);
    const { fingerprint } = await done<{ fingerprint: string }>('{ certificateKey { fingerprint } }');
    const held = await run(bytes.toString(), '--head', head, '--key', fingerprint);
    expect(held).toEqual({
      code: 0,
      said: [
        `Valide : 2 décisions de l’édition 2022. Dernière empreinte : ${head}`,
        'L’empreinte attendue est celle de l’enregistrement nº 2.',
        'Signé par la clé attendue.',
        '',
      ].join('\n'),
    });
    const forged = await run(bytes.toString().replace('samedi', 'lundi'));
    expect(forged).toMatchObject({ code: 1, said: expect.stringMatching(/^Enregistrement nº 1 : son empreinte/) });
    expect(await run('{"format":"barometre-decision-chain"')).toMatchObject({ code: 2 });
    expect(await run(bytes.toString(), '--heads', head)).toMatchObject({
      code: 2,
      said: expect.stringContaining('usage'),
    });
  });
});

describe('the diploma of a laureate', () => {
  test('is made for staff during the embargo, and its printed code verifies offline', async () => {
    const { bytes, name, refusal } = await get('MANAGER', `diploma/${laureate.T2}`);
    expect([refusal, name]).toEqual([null, 'attachment; filename="diplome-2022-T2.pdf"']);
    const { told } = verify(codeIn(bytes) ?? '', {
      key: (await done<{ publicKey: string }>('{ certificateKey { publicKey } }')).publicKey,
    });
    expect(told.slice(0, 2)).toEqual([expect.stringContaining('Ville de Beaumarsan'), 'Mention : samedi.']);
    const [{ hash } = { hash: '' }] = await sql<{ hash: string }>('select hash from decision where number = 1');
    expect(told[2]).toContain(hash);
    expect((await run(codeIn(bytes) ?? '')).code).toBe(0);
  });

  test('prints what the laureate may use', async () => {
    const input = {
      scope: 'MENTION',
      label: 'Signature',
      wording: '{laureate}, mention {mention}',
      fromOn: '2022-11-10',
    };
    await done('mutation ($id: ID!, $input: LicenceInput!) { createLicence(editionId: $id, input: $input) { id } }', {
      id,
      input,
    });
    const text = bare(textIn((await get('MANAGER', `diploma/${laureate.T2}`)).bytes));
    expect(text).toContain(bare('Ville de Beaumarsan, mention samedi'));
    expect(text).toContain(bare('à partir du 10 novembre 2022'));
  });

  test('is the laureate’s once published, and nobody else’s', async () => {
    expect((await get(own('T2'), `diploma/${laureate.T2}`)).refusal).toBe('NOT_FOUND');
    await sql(`update edition set phase = 'PUBLISHED' where id = ?`, [id]);
    expect((await get(own('T2'), `diploma/${laureate.T2}`)).refusal).toBeNull();
    expect((await get(own('T1'), `diploma/${laureate.T2}`)).refusal).toBe('NOT_FOUND');
    expect((await get('JUROR', `diploma/${laureate.T2}`)).refusal).toBe('FORBIDDEN');
    expect((await get(null, `diploma/${laureate.T2}`)).refusal).toBe('UNAUTHENTICATED');
  });

  test('is not made of a palmarès that was only reported', async () => {
    const [{ id: reported } = { id: '' }] = await sql<{ id: string }>(
      `insert into laureate (trophy_id, structure_id, award, confidence, sources)
       select id, ?::uuid, 'RANKED', 'HIGH', '{}' from trophy limit 1 returning id`,
      [structure.T3],
    );
    expect((await get('MANAGER', `diploma/${reported}`)).refusal).toBe('DIPLOMA_WITHOUT_DECISION');
  });
});

test('a record that was tampered with keeps minutes and chain from being made', async () => {
  await sql('alter table decision disable trigger user');
  await sql(`update decision set record = replace(record, 'samedi', 'lundi') where number = 1`);
  await sql('alter table decision enable trigger user');
  expect((await get('MANAGER', `chain/${id}`)).refusal).toBe('CHAIN_BROKEN');
  expect((await get('MANAGER', `minutes/${meeting.id}`)).refusal).toBe('CHAIN_BROKEN');
});

/** The verifier as anyone runs it: a file beside another, no project around it. */
async function run(text: string, ...options: string[]): Promise<{ code: number; said: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'jury-'));
  await writeFile(join(folder, 'file'), text);
  await writeFile(join(folder, 'verify-jury.mjs'), (await app.inject({ method: 'GET', url: '/verify-jury.mjs' })).body);
  const told = await promisify(execFile)(process.execPath, ['verify-jury.mjs', 'file', ...options], {
    cwd: folder,
  }).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    ({ code, stderr }: { code: number; stderr: string }) => ({ code, said: stderr }),
  );
  await rm(folder, { recursive: true });
  return told;
}
