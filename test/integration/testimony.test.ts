import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { makeBackOffice } from '../support/back-office.ts';
import { controlVerbs } from '../support/controlling.ts';
import { makeEdition } from '../support/edition.ts';
import { importing, importVerbs } from '../support/importing.ts';
import { controllerActor } from '../support/planned.ts';
import { sheetOf } from '../support/sample.ts';

/** What agencies say of how a test was done goes through the same control as what a phone sends. */
const office = await makeBackOffice('testimony');
const { ask, sql } = office;
const { id: editionId, importTests } = await makeEdition(office, 'FIELDWORK');
const imports = importing(office);
const answers = ['phone.connected', 'phone.connected.rings', 'phone.courtesy'];
const heads = [
  'test',
  'reference',
  'canal',
  'date',
  ...answers,
  'verbatim',
  'debut',
  'fin',
  'auditeur',
  'agence',
] as const;
type Row = Partial<Record<(typeof heads)[number], string>>;

const ofAgency = (test: string, reference: string, more: Row = {}): Row => ({
  ...{ test, reference, canal: 'téléphone', date: '08/06/2022' },
  ...{ 'phone.connected': 'oui', 'phone.connected.rings': '3', 'phone.courtesy': '5', ...more },
});
const kept = (reference: string) =>
  sql<{ verbatim: string | null; began: string | null; ended: string | null; code: string | null }>(
    `select verbatim, began_at::text as began, ended_at::text as ended, auditor_code as code from audit where reference = ?`,
    [reference],
  );
const suspicionsOf = async (reference: string): Promise<string[]> => {
  const [audit] = await sql('select id from audit where reference = ?', [reference]);
  const { data, refusals } = await ask<{ controlSheet: { suspicions: { kind: string }[] } }>(
    ...([controllerActor(1), controlVerbs.sheet, { id: audit?.id }] as const),
  );
  expect(refusals).toEqual([]);
  return data.controlSheet.suspicions.map(({ kind }) => kind).sort();
};

const same = 'On m’a saluée dès mon arrivée, puis orientée vers le bon guichet, sans attendre une minute de plus.';
const cheat: readonly Row[] = [
  ofAgency('V1', 'T1', {
    verbatim: same,
    debut: '08/06/2022 09:00',
    fin: '08/06/2022 09:10',
    auditeur: 'A7',
    agence: 'Nord',
  }),
  ofAgency('V2', 'T2', {
    verbatim: same,
    debut: '08/06/2022 09:05',
    fin: '08/06/2022 09:12',
    auditeur: 'A7',
    agence: 'nord',
  }),
  ofAgency('V3', 'T3', { debut: '08/06/2022 09:06', fin: '08/06/2022 09:06:05', auditeur: 'A7', agence: 'Sud' }),
  ofAgency('V4', 'T4', { debut: '08/06/2022 09:06', fin: '08/06/2022 09:11' }),
  ofAgency('V5', 'T5', { debut: '08/06/2022 09:07', fin: '08/06/2022 09:12' }),
];

describe('a file of an agency', () => {
  test('says how tests were done, on the clock of the place: what does not go together is suspected', async () => {
    const bytes = await writeXlsx({
      sheets: [{ name: 'Tests', rows: [[...heads], ...cheat.map((row) => heads.map((head) => row[head] ?? ''))] }],
    });
    const report = await imports.report('AUDIT', bytes, { editionId, name: 'tests.xlsx' });
    expect(report).toMatchObject({ applied: true, created: 5, faultCount: 0 });
    expect(await kept('V1')).toEqual([
      { verbatim: same, began: '2022-06-08 07:00:00+00', ended: '2022-06-08 07:10:00+00', code: 'A7' },
    ]);
    expect(await suspicionsOf('V1')).toEqual(['OVERLAPS', 'TEXT']);
    expect(await suspicionsOf('V2')).toEqual(['OVERLAPS', 'TEXT']);
    expect(await suspicionsOf('V3'), 'five seconds, and the same code in another agency is someone else').toEqual([
      'TOO_SHORT',
    ]);
    // Nobody says whose they are: each is looked at alone.
    expect([await suspicionsOf('V4'), await suspicionsOf('V5')]).toEqual([[], []]);
  });

  test('that has no such columns leaves what another told; one that has them says what changes', async () => {
    const plain = sheetOf([ofAgency('V1', 'T1'), ofAgency('V4', 'T4')], heads.slice(0, 7));
    expect(await importTests(plain)).toMatchObject({ applied: true, unchanged: 2, changed: 0 });
    const again = sheetOf(
      [
        ofAgency('V1', 'T1', { ...cheat[0], verbatim: 'Bien.', fin: '08/06/2022 09:30' }),
        ofAgency('V4', 'T4', { ...cheat[3], auditeur: '' }),
      ],
      heads,
    );
    const looked = await imports.examined('AUDIT', again, editionId);
    expect((await imports.verdictsOf(looked)).map(({ outcome, differences }) => ({ outcome, differences }))).toEqual([
      {
        outcome: 'CHANGED',
        differences: [
          { column: 'verbatim', before: same, after: 'Bien.' },
          { column: 'fin', before: '2022-06-08T07:10:00.000Z', after: '2022-06-08T07:30:00.000Z' },
        ],
      },
      { outcome: 'UNCHANGED', differences: [] },
    ]);
    await imports.applied(looked);
    expect(await kept('V1')).toMatchObject([{ verbatim: 'Bien.', ended: '2022-06-08 07:30:00+00', code: 'A7' }]);
    // A wider file may tell the same test without its words: they stay.
    expect(
      await importTests(sheetOf([ofAgency('V1', 'T1', { 'phone.courtesy': '4' })], heads.slice(0, 7))),
    ).toMatchObject({
      changed: 1,
    });
    expect(await kept('V1')).toMatchObject([{ verbatim: 'Bien.', ended: '2022-06-08 07:30:00+00', code: 'A7' }]);
  });

  test('is refused where it contradicts itself, cell by cell', async () => {
    const { faults } = await importTests(
      sheetOf(
        [
          ofAgency('W1', 'T1', { debut: '07/06/2022 09:00', fin: '07/06/2022 09:10' }),
          ofAgency('W2', 'T1', { debut: '08/06/2022 09:10', fin: '08/06/2022 09:00' }),
          ofAgency('W3', 'T1', { fin: '08/06/2022 09:00' }),
          ofAgency('W4', 'T1', { debut: '9 heures' }),
          ofAgency('W5', 'T1', { verbatim: 'x'.repeat(5001), auditeur: 'y'.repeat(61), agence: 'Nord' }),
          ofAgency('W6', 'T1', { debut: '08/06/2022 09:00', fin: '08/06/2099 09:00' }),
          ofAgency('W7', 'T1', { auditeur: 'A7' }),
        ],
        heads,
      ),
    );
    expect(faults.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [2, 'debut', 'CONTRADICTORY_DATE'],
      [3, 'fin', 'EVENT_DISORDERED'],
      [4, 'debut', 'MISSING_VALUE'],
      [5, 'debut', 'NOT_A_LOCAL_TIME'],
      [6, 'verbatim', 'TOO_LONG'],
      [6, 'auditeur', 'TOO_LONG'],
      [7, 'fin', 'EVENT_IN_FUTURE'],
      [8, 'agence', 'MISSING_VALUE'],
    ]);
  });

  test('has its headings guessed as people write them', async () => {
    const named = [
      'N° test',
      'Structure',
      'Canal',
      'Date',
      ...answers,
      'Commentaire',
      'Heure début',
      'Heure fin',
      'Enquêteur',
      'Institut',
    ];
    const row = [
      'V9',
      'T5',
      'téléphone',
      '08/06/2022',
      'oui',
      '3',
      '5',
      'Rien.',
      '08/06/2022 10:00',
      '08/06/2022 10:09',
      'A9',
      'Nord',
    ];
    const bytes = [named, row].map((cells) => cells.join(';')).join('\r\n');
    const looked = await imports.examined('AUDIT', bytes, editionId);
    expect(looked.headings.slice(-5).map(({ column }) => column)).toEqual([
      ...['verbatim', 'debut', 'fin', 'auditeur', 'agence'],
    ]);
    await imports.applied(looked);
    expect(await kept('V9')).toMatchObject([{ verbatim: 'Rien.', code: 'A9', ended: '2022-06-08 08:09:00+00' }]);
  });
});

describe('a code of an auditor', () => {
  const named = (test: string) => sheetOf([ofAgency(test, 'T1', { auditeur: 'B2' })], heads.slice(0, -1));
  test('is one agency’s: the file says whose, or someone says it for all its rows, each time anew', async () => {
    const looked = await imports.examined('AUDIT', named('X1'), editionId);
    expect(looked.faults.map(({ column, reason }) => [column, reason])).toEqual([['agence', 'MISSING_COLUMN']]);
    const constants = [{ column: 'agence', value: 'Nord' }];
    const said = { id: looked.id, version: looked.version, headings: [], constants };
    await imports.applied(await imports.settled(await office.done(importVerbs.map, said)));
    expect(await sql('select agency, auditor_code as code from audit where reference = ?', ['X1'])).toEqual([
      { agency: 'Nord', code: 'B2' },
    ]);
    // The next file with the same headings may be another agency's.
    const next = await imports.examined('AUDIT', named('X2'), editionId);
    expect(next.faults.map(({ reason }) => reason)).toEqual(['MISSING_COLUMN']);
    await office.done(importVerbs.cancel, { id: next.id, version: next.version });
  });
});

describe('what in a file may identify an agent', () => {
  const words = 'Mme Durand m’a donné sa ligne directe, le 04 77 11 22 33.';
  const verbatims = [words, 'Accueil à la mairie d’Aubrevaux, sans nom.', 'Encore Mme Durand.'];
  const file = (letter: string) =>
    sheetOf(
      verbatims.map((verbatim, i) => ofAgency(`${letter}${i}`, `T${i + 1}`, { verbatim })),
      heads.slice(0, 8),
    );
  const decide = async ({ id, version }: { id: string; version: number }, passages: object[]) =>
    imports.settled(await office.done(importVerbs.decide, { id, version, passages }));

  test('is shown before anything is recorded; masked or kept for a reason, it is not asked about again', async () => {
    const looked = await imports.examined('AUDIT', file('P'), editionId);
    expect(looked.passages).toMatchObject([
      { text: 'Mme Durand', kind: 'NAME', lines: [2, 4], treatment: null },
      { text: '04 77 11 22 33', kind: 'PHONE', lines: [2], treatment: null },
    ]);
    expect((await imports.verdictsOf(looked)).map(({ outcome }) => outcome)).toEqual(['REFUSED', 'NEW', 'REFUSED']);

    const one = { id: looked.id, version: looked.version };
    const unsaid = [{ text: '04 77 11 22 33', treatment: 'KEEP' }];
    const refused = await ask('MANAGER', importVerbs.decide, { ...one, passages: unsaid });
    expect(refused.refusals).toEqual(['IMPORT_PASSAGE_MOTIVE_REQUIRED']);
    const motive = 'Le standard de la mairie.';
    const settled = await decide(looked, [
      { text: 'Mme Durand', treatment: 'MASK' },
      { ...unsaid[0], motive },
    ]);
    expect(settled).toMatchObject({ created: 3, refused: 0 });
    expect(settled.passages.map(({ treatment, motive }) => [treatment, motive])).toEqual([
      ['MASK', null],
      ['KEEP', motive],
    ]);
    await imports.applied(settled);
    const said = (reference: string) => kept(reference).then(([row]) => row?.verbatim);
    expect(await said('P0')).toBe('l’agent m’a donné sa ligne directe, le 04 77 11 22 33.');
    expect(await said('P1')).toBe(verbatims[1]);
    expect(await said('P2')).toBe('Encore l’agent.');

    // The same file again is nothing new; another of the same edition knows what was decided.
    const [again, other] = [
      await imports.examined('AUDIT', file('P'), editionId),
      await imports.examined('AUDIT', file('Q'), editionId),
    ];
    expect(again).toMatchObject({ unchanged: 3, refused: 0 });
    expect(other).toMatchObject({ created: 3, refused: 0 });
    expect(other.passages.map(({ treatment }) => treatment)).toEqual(['MASK', 'KEEP']);
  });
});
