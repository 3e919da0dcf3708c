import pg from 'pg';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { endInterrupted } from '../../server/import/working.ts';
import { makeBackOffice } from '../support/back-office.ts';
import { makeEdition, verbs } from '../support/edition.ts';
import { importing, importVerbs, type Run } from '../support/importing.ts';
import { byEmail, byPhone, sheetOf, sirenOf, siretOf, type TestRow } from '../support/sample.ts';

const office = await makeBackOffice('import_run');
const { ask, done, sql, em, upload, url } = office;
const { examined, applied, settled, verdictsOf, report } = importing(office);
const edition = await makeEdition(office, 'PREPARATION');
const owner = new pg.Client(url);
await owner.connect();
afterAll(() => owner.end());

const count = async (table: string): Promise<number> =>
  (await sql<{ n: number }>(`select count(*)::int as n from ${table}`))[0]?.n ?? -1;
const map = async (
  { id, version }: Run,
  headings: { heading: string; column: string | null }[],
  constants: { column: string; value: string }[] = [],
): Promise<Run> => settled(await done(importVerbs.map, { id, version, headings, constants }));
const columnsOf = ({ headings }: Run) => headings.map(({ column, confidence }) => `${column} ${confidence}`);
const reasonsOf = ({ faults }: Pick<Run, 'faults'>) => faults.map(({ column, reason }) => `${column} ${reason}`);

describe('the headings of a file', () => {
  const insee = [
    'Populations légales, source : Insee;;;',
    'Code INSEE;Nom de la commune;Population municipale 2022;Météo',
    '01004;Ambérieu-en-Bugey;15 934;pluie',
    '01005;Ambérieux-en-Dombes;1 934;soleil',
  ].join('\n');

  test('are found under a title and guessed; what nobody knows must be said, and what is missing may be given', async () => {
    const guessed = await examined('STRUCTURE', insee);
    expect(columnsOf(guessed)).toEqual(['code_insee EXACT', 'nom EXACT', 'population EXACT', 'null NONE']);
    expect(guessed.headings[1]?.examples).toEqual(['Ambérieu-en-Bugey', 'Ambérieux-en-Dombes']);
    expect(reasonsOf(guessed)).toEqual(['Météo UNKNOWN_COLUMN']);

    const left = await map(guessed, [{ heading: 'Météo', column: null }]);
    expect(reasonsOf(left)).toEqual(['type MISSING_COLUMN']);
    const given = await map(left, [{ heading: 'Météo', column: null }], [{ column: 'type', value: 'Commune' }]);
    expect(given).toMatchObject({ state: 'EXAMINED', created: 2, refused: 0, faultCount: 0 });
    expect(given.constants).toEqual([{ column: 'type', value: 'Commune' }]);
    expect(await applied(given)).toMatchObject({ state: 'IMPORTED', created: 2 });
    const kept = await sql(
      `select reference, name, kind, department_code, population from structure where insee_code = '01004'`,
    );
    expect(kept).toEqual([
      { reference: '01004', name: 'Ambérieu-en-Bugey', kind: 'COMMUNE', department_code: '01', population: 15_934 },
    ]);
  });

  test('are remembered for the next file with the same ones, and so is what was given for all rows', async () => {
    const next = await examined('STRUCTURE', insee.replace('15 934', '16 000'));
    expect(columnsOf(next)[3]).toBe('null REMEMBERED');
    expect(next).toMatchObject({ constants: [{ column: 'type', value: 'Commune' }], faultCount: 0, changed: 1 });
  });

  test('taken for one column by two are refused, and so is a value for a column that the file has', async () => {
    const run = await examined('STRUCTURE', 'reference;nom;libellé court\nX1;Ville;V\n');
    const twice = [
      { heading: 'nom', column: 'nom' },
      { heading: 'libellé court', column: 'nom' },
    ];
    const { id, version } = run;
    const said = { id, version, headings: twice, constants: [] };
    expect((await ask('MANAGER', importVerbs.map, said)).refusals).toEqual(['IMPORT_COLUMN_TWICE']);
    const both = await map(run, [{ heading: 'libellé court', column: null }], [{ column: 'reference', value: 'X2' }]);
    expect(reasonsOf(both)).toContain('reference DUPLICATE_COLUMN');
  });

  test('that no text can hold are told, and lose nothing', async () => {
    const run = await examined('STRUCTURE', 'reference;nom;type;x\u0000y\nX1;Ville;Commune;1\n');
    expect(run).toMatchObject({ state: 'EXAMINED', failure: null });
    expect(run.faults[0]?.reason).toBe('BROKEN_ENCODING');
  });

  test('of a template are those that may be filled in, with the values they take', async () => {
    const query =
      'query ($kind: ImportKind!, $id: ID) { importColumns(kind: $kind, editionId: $id) { name required values } }';
    const columns = await done<{ name: string; required: boolean; values: string[] }[]>(query, { kind: 'ENROLMENT' });
    expect(columns.find(({ name }) => name === 'formule')).toEqual({
      ...{ name: 'formule', required: true, values: ['Gratuite', 'Payante'] },
    });
    const ofTests = await done<{ name: string }[]>(query, { kind: 'AUDIT', id: edition.id });
    expect(ofTests.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['test', 'reference', 'canal', 'date', 'phone.connected']),
    );
  });
});

describe('each row has its verdict', () => {
  const own = sirenOf(41_000_001);
  const rows = [
    'reference;nom;type;siren;population',
    `V1;Ville de Velle;Commune;${own};1200`,
    'T1;Ville de T1 renommée;Commune;;60000',
    'V3;;Commune;;',
    'V4;Ville de Vaux;Empire;;douze',
  ].join('\n');

  test('new, changed with what differs, or refused with every reason', async () => {
    const run = await examined('STRUCTURE', rows);
    expect(run).toMatchObject({ rows: 4, created: 1, changed: 1, unchanged: 0, refused: 2, faultCount: 3 });
    const [first, second, third, fourth] = await verdictsOf(run);
    expect(first).toMatchObject({ line: 2, outcome: 'NEW', name: 'Ville de Velle', differences: [], faults: [] });
    expect(second).toMatchObject({ line: 3, outcome: 'CHANGED' });
    expect(second?.differences).toContainEqual(
      expect.objectContaining({ column: 'nom', after: 'Ville de T1 renommée' }),
    );
    expect(third).toMatchObject({ outcome: 'REFUSED', faults: [{ column: 'nom', reason: 'MISSING_VALUE' }] });
    expect(fourth?.faults.map(({ column, reason }) => `${column} ${reason}`)).toEqual([
      'type UNKNOWN_VALUE',
      'population NOT_A_COUNT',
    ]);
    expect(fourth?.cells).toEqual(['V4', 'Ville de Vaux', 'Empire', '', 'douze']);
  });

  test('one refused row holds the file back, until someone says that the good ones are enough', async () => {
    const before = await count('structure');
    const run = await examined('STRUCTURE', rows);
    const { id, version } = run;
    const asked = { id, version, policy: 'NOTHING' };
    expect(await ask('MANAGER', importVerbs.apply, asked)).toMatchObject({
      ...{ refusals: ['IMPORT_INVALID'], details: [{ refused: 2 }] },
    });
    expect(await count('structure')).toBe(before);
    expect(await applied(run, 'GOOD_ROWS')).toMatchObject({ state: 'IMPORTED', created: 1, changed: 1, refused: 2 });
    expect(await count('structure')).toBe(before + 1);
  });

  test('a site goes with its body when the body is refused', async () => {
    const file = 'reference;nom;type;parent\nB9;;Région;\nS9;Maison;France Services;B9\nS10;Guichet;Autre;S9\n';
    const found = await verdictsOf(await examined('STRUCTURE', file));
    expect(found.map(({ faults }) => faults.map(({ reason }) => reason))).toEqual([
      ['MISSING_VALUE'],
      ['PARENT_REFUSED'],
      ['PARENT_REFUSED'],
    ]);
  });

  test('without a reference a structure is known by its SIRET, its SIREN, or the code of its commune', async () => {
    const siret = siretOf(own, 1);
    const file = `nom;type;siren;siret;code_insee\nVelle;Commune;${own};;\nAmbérieu;Commune;;;01004\nAnnexe;Autre;;${siret};\n`;
    const run = await examined('STRUCTURE', file);
    const verdicts = await verdictsOf(run);
    expect(verdicts.map(({ outcome }) => outcome)).toEqual(['CHANGED', 'CHANGED', 'NEW']);
    await applied(run);
    expect(await sql('select reference from structure where siret = ?', [siret])).toEqual([{ reference: siret }]);
  });
});

describe('contacts', () => {
  const heads = 'reference;nom;fonction;courriel;telephone';
  const contacts = () => sql(`select name, role, email, phone from contact order by created_at, name`);

  test('come in by file, each known at a structure by the address or else by the name', async () => {
    const file = [heads, 'T1;Aline Roy;DGS;aline@t1.example;', 'T2;Bob Noël;Accueil;;03 00 00 00 00'].join('\n');
    expect(await report('CONTACT', file)).toMatchObject({ applied: true, created: 2 });
    expect(await report('CONTACT', file)).toMatchObject({ applied: true, created: 0, unchanged: 2 });
    const later = [heads, 'T1;Aline Roy-Petit;DGS;ALINE@t1.example;', 'T2;bob noel;Guichet;bob@t2.example;'].join('\n');
    expect(await report('CONTACT', later)).toMatchObject({ applied: true, created: 0, changed: 2 });
    expect(await contacts()).toEqual([
      { name: 'Aline Roy-Petit', role: 'DGS', email: 'aline@t1.example', phone: null },
      { name: 'bob noel', role: 'Guichet', email: 'bob@t2.example', phone: null },
    ]);
  });

  test.each([
    ['an unknown structure', 'T99;A;;;', 'reference UNKNOWN_STRUCTURE'],
    ['no name', 'T1;;;a@b.example;', 'nom MISSING_VALUE'],
    ['an address that is none', 'T1;A;;arobase;', 'courriel NOT_AN_EMAIL'],
    ['a name without end', `T1;${'x'.repeat(201)};;;`, 'nom TOO_LONG'],
  ])('with %s are refused', async (_, row, reason) => {
    expect(reasonsOf(await report('CONTACT', `${heads}\n${row}\n`))).toEqual([reason]);
  });

  test('twice in one file are refused the second time', async () => {
    const file = `${heads}\nT1;A;;a@t1.example;\nT1;B;;a@t1.example;\n`;
    expect(reasonsOf(await report('CONTACT', file))).toEqual(['courriel DUPLICATE']);
  });
});

describe('an import', () => {
  const towns = (...names: string[]) =>
    `reference;nom;type\n${names.map((name) => `${name};Ville de ${name};Commune`).join('\n')}\n`;

  test('is one act, taken back as a whole, and says so', async () => {
    const before = await count('structure');
    const run = await applied(await examined('STRUCTURE', towns('U1', 'U2')));
    expect(await count('structure')).toBe(before + 2);
    await done('mutation ($act: ID!) { undoAct(act: $act) { id } }', { act: run.act });
    expect(await count('structure')).toBe(before);
    expect((await settled(run)).undoneAt).not.toBeNull();
  });

  test('is not applied on what someone no longer sees, nor twice', async () => {
    const run = await examined('STRUCTURE', towns('W1'));
    const remapped = await map(run, []);
    const { id, version } = run;
    const old = await ask('MANAGER', importVerbs.apply, { id, version, policy: 'NOTHING' });
    expect(old.refusals).toEqual(['STALE']);
    const asked = { id, version: remapped.version, policy: 'NOTHING' };
    const five = await Promise.all(Array.from({ length: 5 }, () => ask('MANAGER', importVerbs.apply, asked)));
    expect(five.filter(({ refusals }) => refusals.length === 0)).toHaveLength(1);
    const end = await settled(run);
    expect(end.state).toBe('IMPORTED');
    const again = await ask('MANAGER', importVerbs.apply, { id, version: end.version, policy: 'NOTHING' });
    expect(again).toMatchObject({ refusals: ['IMPORT_ENDED'], details: [{ state: 'IMPORTED' }] });
  });

  test('given up before it is applied never writes', async () => {
    const { id, version } = await examined('STRUCTURE', towns('Y1'));
    expect(await done<Run>(importVerbs.cancel, { id, version })).toMatchObject({ state: 'CANCELLED' });
    expect(await sql(`select 1 from structure where reference = 'Y1'`)).toEqual([]);
  });

  test('given up while it is written leaves everything as it was', async () => {
    const run = await examined('STRUCTURE', towns('Z1', 'Z2'));
    await owner.query('begin');
    await owner.query('lock table structure in share mode');
    const { id, version } = await done<Run>(importVerbs.apply, { id: run.id, version: run.version, policy: 'NOTHING' });
    const waiting = `select pid from pg_stat_activity where datname = current_database()
      and wait_event_type = 'Lock' and query like 'insert into structure%'`;
    await expect.poll(async () => (await sql(waiting)).length, { interval: 5 }).toBe(1);
    const stopping = vi.spyOn(office.jobs, 'stop');
    const cancelled = done<Run>(importVerbs.cancel, { id, version });
    await expect.poll(() => stopping.mock.calls, { interval: 5 }).toEqual([[id]]);
    await owner.query('rollback');
    expect(await cancelled).toMatchObject({ state: 'CANCELLED', act: null });
    expect(await sql(`select 1 from structure where reference in ('Z1', 'Z2')`)).toEqual([]);
  });

  test('that a crash interrupted is told at the next start: done when its writing is in the journal, failed otherwise', async () => {
    const runs = await Promise.all(['I1', 'I2', 'I3'].map((name) => examined('STRUCTURE', towns(name))));
    const [lost, kept, going] = runs as [Run, Run, Run];
    const [{ act } = { act: '' }] = await sql<{ act: string }>('select act from change where act is not null limit 1');
    await sql(`update import_run set state = 'IMPORTING', act = 99999999 where id = ?`, [lost.id]);
    await sql(`update import_run set state = 'IMPORTING', act = ? where id = ?`, [act, kept.id]);
    await sql(`update import_run set state = 'EXAMINING' where id = ?`, [going.id]);
    // Another server is at work on this one.
    await owner.query('select pg_advisory_lock(hashtextextended($1, 0))', [`import ${going.id}`]);
    await endInterrupted(em.fork() as typeof em);
    await owner.query('select pg_advisory_unlock_all()');
    expect(await settled(lost)).toMatchObject({ state: 'FAILED', failure: 'IMPORT_INTERRUPTED', act: null });
    expect(await settled(kept)).toMatchObject({ state: 'IMPORTED', failure: null, act });
    expect(await settled(going)).toMatchObject({ state: 'EXAMINING' });
  });

  describe('of tests', () => {
    const undo = (act: string | null) => ask('MANAGER', 'mutation ($act: ID!) { undoAct(act: $act) { id } }', { act });
    const said = () =>
      sql(
        `select a.reference, a.channel_id, a.performed_on, a.digest, count(m.*)::int as found, sum(m.amount) as amounts
         from audit a join measurement m on m.audit_id = a.id group by a.id order by 1`,
      );
    const frozen = async () => (await sql<{ frozen_at: Date | null }>('select frozen_at from grid'))[0]?.frozen_at;

    test('goes as it came: what it created, what it changed, and the freezing of the grid', async () => {
      await edition.moveTo('FIELDWORK');
      const bring = async (...rows: TestRow[]) => applied(await examined('AUDIT', sheetOf(rows), edition.id));
      const first = await bring(byPhone('P1', 'T1', 'oui 3 5'), byPhone('P2', 'T2', 'oui 4 4'));
      expect(first.state).toBe('IMPORTED');
      expect(await frozen()).not.toBeNull();
      const before = await said();
      const corrected = await bring(byPhone('P1', 'T1', 'oui 6 2'), byEmail('P2', 'T2', 'oui 2 clair'));
      expect(corrected).toMatchObject({ state: 'IMPORTED', changed: 2 });
      expect((await undo(first.act)).refusals).toEqual(['UNDO_MOVED']);
      expect((await undo(corrected.act)).refusals).toEqual([]);
      expect(await said()).toEqual(before);
      expect(await frozen()).not.toBeNull();
      expect((await undo(first.act)).refusals).toEqual([]);
      expect(await said()).toEqual([]);
      expect(await frozen()).toBeNull();
    });

    test('stays once one of them was decided, or the edition has gone on', async () => {
      const run = await applied(await examined('AUDIT', sheetOf([byPhone('P3', 'T1', 'oui 3 5')]), edition.id));
      await edition.moveTo('CONTROL');
      await done(verbs.decide, { id: edition.id, state: 'VALIDATED' });
      expect((await undo(run.act)).refusals).toEqual(['UNDO_MOVED']);
      await sql(`update audit set state = 'SUBMITTED'`);
      await sql(`update edition set phase = 'DELIBERATION' where id = ?`, [edition.id]);
      expect((await undo(run.act)).refusals).toEqual(['IMPORT_CLOSED']);
      await sql(`update edition set phase = 'PREPARATION' where id = ?`, [edition.id]);
    });
  });

  test('whose edition closed since it was examined fails with the reason, and writes nothing', async () => {
    const run = await examined('ENROLMENT', 'reference;formule;options;origine\nT1;payante;;panel\n', edition.id);
    await office.sql(`update edition set phase = 'DELIBERATION' where id = ?`, [edition.id]);
    const before = await count("change where noun = 'enrolment'");
    expect(await applied(run)).toMatchObject({ state: 'FAILED', failure: 'ENROLMENT_CLOSED' });
    expect(await count("change where noun = 'enrolment'")).toBe(before);
  });

  test.each(['CONTROLLER', 'AUDITOR', 'JUROR', 'PARTICIPANT'] as const)('is not for %s to see', async (role) => {
    const { id } = await examined('STRUCTURE', towns('Q1'));
    for (const [query, variables] of [
      [importVerbs.one, { id }],
      [importVerbs.verdicts, { id, page: 1 }],
      ['{ importRuns { total } }', {}],
    ] as const)
      expect((await ask(role, query, variables)).refusals).toEqual(['FORBIDDEN']);
  });

  test('is listed with its file, newest first when asked so', async () => {
    await upload('MANAGER', 'jamais.csv', 'a;b');
    const { items } = await done<{ items: { upload: { name: string } }[] }>(
      '{ importRuns(sort: "createdAt", order: DESC, kind: STRUCTURE, perPage: 2) { total items { kind state startedByName upload { name } } } }',
    );
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({ kind: 'STRUCTURE', upload: { name: 'a.csv' } });
  });
});
