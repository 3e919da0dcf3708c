import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeBackOffice } from '../support/back-office.ts';
import { type Encoding, encoded, encodings, separators } from '../support/bytes.ts';
import { makeEdition, verbs } from '../support/edition.ts';
import { importing, importVerbs, type Report } from '../support/importing.ts';
import {
  atReception,
  byEmail,
  byPhone,
  columns,
  sheetOf,
  sirenOf,
  siretOf,
  structures,
  type TestRow,
} from '../support/sample.ts';

const office = await makeBackOffice('import');
const { ask, done, sql, upload, url } = office;
const { report, examined, applied } = importing(office);
const { id, importTests, moveTo } = await makeEdition(office, 'FIELDWORK');
const owner = new pg.Client(url);
await owner.connect();
afterAll(() => owner.end());

const countOf = async (table: string): Promise<number> => {
  const [row] = await sql<{ n: number }>(`select count(*)::int as n from ${table}`);
  return row?.n ?? -1;
};
/** Everything an import could have left behind. */
const traces = async () =>
  Promise.all(
    [
      'audit',
      'measurement',
      'structure',
      'enrolment',
      `upload where applied_at is not null`,
      `change where noun not in ('upload', 'import_run')`,
    ].map(countOf),
  );
/** A report of a file that changes nothing, with its faults. */
const refused = (...faults: [line: number, column: string | null, value: string | null, reason: string][]) => ({
  applied: false,
  faultCount: faults.length,
  faults: faults.map(([line, column, value, reason]) => ({ line, column, value, reason })),
});
const importNothing = async (importing: () => Promise<Report>, faults: object) => {
  const before = await traces();
  expect(await importing()).toMatchObject(faults);
  expect(await traces()).toEqual(before);
};

const good = byPhone('G1', 'T1', 'oui 3 5');
const siren = (reference: string) => structures.find((each) => each.reference === reference)?.siren ?? '';

describe('a file of tests', () => {
  test.each<[string, TestRow, string, string | null, string]>([
    ['a reference nobody has', { ...good, reference: 'T99' }, 'reference', 'T99', 'NOT_ENROLLED'],
    ['no reference', { ...good, reference: '' }, 'reference', '', 'MISSING_VALUE'],
    ['no number of test', { ...good, test: '' }, 'test', '', 'MISSING_VALUE'],
    ['a SIREN with a wrong key', { ...good, siren: '210000015' }, 'siren', '210000015', 'WRONG_CHECK_DIGIT'],
    [
      'the SIREN of another structure',
      { ...good, siren: siren('T2') },
      'siren',
      siren('T2'),
      'CONTRADICTORY_STRUCTURE',
    ],
    ['a SIREN nobody has', { ...good, siren: sirenOf(1) }, 'siren', sirenOf(1), 'CONTRADICTORY_STRUCTURE'],
    ['a channel that does not exist', { ...good, canal: 'fax' }, 'canal', 'fax', 'UNKNOWN_CHANNEL'],
    ['an option that was not taken', atReception('B', 'T2', 'oui 1'), 'canal', 'accueil', 'OPTION_NOT_TAKEN'],
    ['a day before the fieldwork', { ...good, date: '30/04/2022' }, 'date', '30/04/2022', 'OUTSIDE_FIELDWORK'],
    ['a day after the fieldwork', { ...good, date: '2022-07-01' }, 'date', '2022-07-01', 'OUTSIDE_FIELDWORK'],
    ['a day that does not exist', { ...good, date: '31/06/2022' }, 'date', '31/06/2022', 'NOT_A_DATE'],
    ['an American day', { ...good, date: '6/8/22' }, 'date', '6/8/22', 'NOT_A_DATE'],
    ['no day', { ...good, date: '' }, 'date', '', 'MISSING_VALUE'],
    ['neither yes nor no', byPhone('B', 'T1', 'bof 3 5'), 'phone.connected', 'bof', 'NOT_YES_OR_NO'],
    ['half a ring', byPhone('B', 'T1', 'oui 2,5 5'), 'phone.connected.rings', '2,5', 'NOT_A_COUNT'],
    ['fewer rings than none', byPhone('B', 'T1', 'oui -1 5'), 'phone.connected.rings', '-1', 'NOT_A_COUNT'],
    ['a mark above the scale', byPhone('B', 'T1', 'oui 3 5,1'), 'phone.courtesy', '5,1', 'OUT_OF_SCALE'],
    ['a mark in words', byPhone('B', 'T1', 'oui 3 cinq'), 'phone.courtesy', 'cinq', 'NOT_A_NUMBER'],
    ['a mark finer than is kept', byPhone('B', 'T1', 'oui 3 0,0000001'), 'phone.courtesy', '0,0000001', 'NOT_A_NUMBER'],
    ['a mark without end', byPhone('B', 'T1', 'oui 3 9999999999'), 'phone.courtesy', '9999999999', 'NOT_A_NUMBER'],
    ['a delay below 0', byEmail('B', 'T1', 'oui -2 clair'), 'email.delay', '-2', 'OUT_OF_SCALE'],
    ['a choice nobody offered', byEmail('B', 'T1', 'oui 2 violet'), 'email.tone', 'violet', 'UNKNOWN_CHOICE'],
    ['a share above 1', atReception('B', 'T1', 'oui 1,01'), 'reception.signs', '1,01', 'OUT_OF_SCALE'],
    ['an empty cell', { ...good, 'phone.courtesy': '' }, 'phone.courtesy', '', 'MISSING_VALUE'],
    ['a cell of another channel', { ...good, 'email.delay': '2' }, 'email.delay', '2', 'UNEXPECTED_VALUE'],
  ])('with %s changes nothing, and says where and why', async (_, row, column, value, reason) => {
    const test = row.test === good.test ? { ...row, test: 'B' } : row;
    await importNothing(() => importTests(sheetOf([good, test])), refused([3, column, value, reason]));
  });

  test('says all faults of all lines, in the order of the file', async () => {
    const rows = [byPhone('A', 'T99', 'bof 3 5'), good, { ...byPhone('C', 'T1', 'oui 3 6'), date: '' }];
    const faults = refused(
      [2, 'reference', 'T99', 'NOT_ENROLLED'],
      [2, 'phone.connected', 'bof', 'NOT_YES_OR_NO'],
      [4, 'date', '', 'MISSING_VALUE'],
      [4, 'phone.courtesy', '6', 'OUT_OF_SCALE'],
    );
    await importNothing(() => importTests(sheetOf(rows)), faults);
  });

  test('with one test twice changes nothing', async () => {
    const rows = [good, byPhone('P2', 'T2', 'oui 3 5'), { ...good, reference: 'T3' }];
    await importNothing(() => importTests(sheetOf(rows)), refused([4, 'test', 'G1', 'DUPLICATE']));
  });

  const heads = columns.map(String);
  const without = (column: string) => heads.filter((head) => head !== column);
  test.each<[string, string, ReturnType<typeof refused>]>([
    ['nothing', '\n', refused([1, null, null, 'EMPTY_FILE'])],
    ['nothing but a mark', '\ufeff', refused([1, null, null, 'EMPTY_FILE'])],
    ['headings alone', sheetOf([]), refused([1, null, null, 'EMPTY_FILE'])],
    ['headings and empty lines', `${sheetOf([])}\n;;;;;;;;\n`, refused([1, null, null, 'EMPTY_FILE'])],
    ['no column of dates', sheetOf([good], without('date')), refused([1, 'date', null, 'MISSING_COLUMN'])],
    [
      'no column for a criterion of its channel',
      sheetOf([good], without('phone.courtesy')),
      refused([1, 'phone.courtesy', null, 'MISSING_COLUMN']),
    ],
    [
      'a misspelt heading',
      sheetOf([good], [...heads, 'phone.curtesy']),
      refused([1, 'phone.curtesy', 'phone.curtesy', 'UNKNOWN_COLUMN']),
    ],
    ['one heading twice', sheetOf([good], [...heads, 'Date']), refused([1, 'Date', 'Date', 'DUPLICATE_COLUMN'])],
    [
      'a cell too many',
      `${sheetOf([good])}${Array(14).fill('x').join(';')}\n`,
      refused([3, null, 'x', 'TOO_MANY_CELLS']),
    ],
    ['a quote that nothing closes', `${sheetOf([good])}"P2;T2\nP3;T3`, refused([4, null, null, 'UNREADABLE_ROW'])],
  ])('with %s is refused', async (_, text, faults) => {
    await importNothing(() => importTests(text), faults);
  });

  test('that needs no column for a channel it does not speak of is taken', async () => {
    const preview = await importTests(
      sheetOf([good], ['test', 'reference', 'canal', 'date', ...heads.slice(5, 8)]),
      false,
    );
    expect(preview).toMatchObject({ created: 1, faultCount: 0 });
  });

  test.each<[string, Uint8Array]>([
    ['UTF-8 read as Windows-1252', Buffer.from(Buffer.from(sheetOf([good])).toString('latin1'))],
    [
      'UTF-8 with one byte of Windows-1252',
      Buffer.concat([Buffer.from(sheetOf([good])), Buffer.from('t\xe9l', 'latin1')]),
    ],
    ['a mark of replacement', Buffer.from(sheetOf([good]).replace('é', '\ufffd'))],
    ['UTF-16 without its mark', Buffer.from(sheetOf([good]), 'utf16le')],
    ['a NUL', Buffer.from(sheetOf([good]).replace('G1', 'G\u00001'))],
    ['a byte that means nothing in Windows-1252', Buffer.from(sheetOf([good]).replace('é', '\x8d'), 'latin1')],
  ])('damaged on its way (%s) is refused', async (_, bytes) => {
    const report = await importTests(bytes);
    expect(report).toMatchObject({ applied: false, rows: 0 });
    expect(new Set(report.faults.map(({ reason }) => reason))).toEqual(new Set(['BROKEN_ENCODING']));
    expect(report.faults.every(({ line, value }) => line >= 1 && value !== null)).toBe(true);
  });

  test('of bytes drawn at random is refused and harms nothing', async () => {
    const noise = Uint8Array.from({ length: 5000 }, (_, i) => (i * i * 31 + i * 7) % 256);
    expect(await importTests(noise)).toMatchObject({ applied: false });
  });

  test('above 20 MB does not even come in', async () => {
    expect(await upload('MANAGER', 'big.csv', new Uint8Array(20 * 1024 * 1024 + 1))).toEqual({
      ...{ id: '', refusals: ['TOO_LARGE'] },
    });
    expect((await upload('MANAGER', 'small.csv', 'a;b')).refusals).toEqual([]);
  });

  test.each([null, 'CONTROLLER', 'AUDITOR', 'JUROR', 'PARTICIPANT'] as const)('is not taken from %s', async (asker) => {
    const before = await countOf('upload');
    const { refusals } = await upload(asker, 'a.csv', sheetOf([good]));
    expect(refusals).toEqual([asker ? 'FORBIDDEN' : 'UNAUTHENTICATED']);
    expect(await countOf('upload')).toBe(before);
  });

  test('of nothing at all is refused', async () => {
    expect(await upload('MANAGER', 'a.csv', '')).toMatchObject({ refusals: ['UPLOAD_EMPTY'] });
    const nowhere = { kind: 'AUDIT', editionId: id, uploadId: '00000000-0000-4000-8000-00000000dead' };
    expect(await ask('MANAGER', importVerbs.start, nowhere)).toMatchObject({ refusals: ['NOT_FOUND'] });
  });
});

const field = [
  byPhone('P1', 'T1', 'oui 3 4,5'),
  { ...byPhone('P2', 'T2', 'Non nobs SO'), siren: siren('T2') },
  byEmail('E1', 'T1', 'oui 2,25 Partiel'),
  { ...byEmail('E2', 'T3', 'np ref nobs'), date: '2022-06-30' },
  { ...atReception('A1', 'T1', 'oui 0,50'), date: '01/05/2022' },
];

describe('a file imported', () => {
  test('is looked at before anything changes', async () => {
    await importNothing(() => importTests(sheetOf(field), false), {
      ...{ applied: false, rows: 5, created: 5, changed: 0, unchanged: 0, faultCount: 0 },
    });
  });

  test('and killed in the middle leaves nothing, and the application goes on', async () => {
    const before = await traces();
    await owner.query('begin');
    await owner.query('lock table measurement in share mode');
    const killed = importTests(sheetOf(field));
    const waiting = `select pid from pg_stat_activity where datname = current_database()
      and wait_event_type = 'Lock' and query like 'insert into measurement%'`;
    await expect.poll(async () => (await sql(waiting)).length, { interval: 5 }).toBe(1);
    await sql(`select pg_terminate_backend(pid) from (${waiting}) as importing`);
    expect(await killed).toMatchObject({ applied: false, state: 'FAILED', failure: 'INTERNAL', act: null });
    await owner.query('rollback');
    expect(await traces()).toEqual(before);
  });

  test('twice at the same instant is imported once', async () => {
    const reports = await Promise.all(Array.from({ length: 5 }, () => importTests(sheetOf(field))));
    expect(reports.map(({ created, unchanged }) => [created, unchanged]).sort()).toEqual([
      ...Array(4).fill([0, 5]),
      [5, 0],
    ]);
    expect(await countOf('audit')).toBe(5);
    expect(await countOf('measurement')).toBe(14);
  });

  test('says what was found, or why nothing was', async () => {
    const query = `{ audits(sort: "reference") { items { reference performedOn state enrolment { structure { reference } }
      channel { code } upload { name } measurements { criterion { code } value absence } } } }`;
    const { items } = await done<{ items: { measurements: { criterion: { code: string } }[] }[] }>(query);
    for (const { measurements } of items) measurements.sort((a, b) => (a.criterion.code < b.criterion.code ? -1 : 1));
    const found = (code: string, value: string | null, absence: string | null = null) => ({
      ...{ criterion: { code }, value, absence },
    });
    const audit = (reference: string, of: string, code: string, performedOn: string, ...measurements: object[]) => ({
      ...{ reference, performedOn, state: 'SUBMITTED', channel: { code }, upload: { name: 'audits.csv' } },
      ...{ enrolment: { structure: { reference: of } }, measurements },
    });
    expect(items).toEqual([
      audit(
        'A1',
        'T1',
        'RECEPTION',
        '2022-05-01',
        found('reception.signs', '0.500000'),
        found('reception.welcome', '1.000000'),
      ),
      audit(
        'E1',
        'T1',
        'EMAIL',
        '2022-06-08',
        found('email.answered', '1.000000'),
        found('email.delay', '2.250000'),
        found('email.tone', 'partiel'),
      ),
      audit(
        'E2',
        'T3',
        'EMAIL',
        '2022-06-30',
        found('email.answered', null, 'NOT_OFFERED'),
        found('email.delay', null, 'REFUSED'),
        found('email.tone', null, 'NOT_OBSERVED'),
      ),
      audit(
        'P1',
        'T1',
        'PHONE',
        '2022-06-08',
        found('phone.connected', '1.000000'),
        found('phone.connected.rings', '3.000000'),
        found('phone.courtesy', '4.500000'),
      ),
      audit(
        'P2',
        'T2',
        'PHONE',
        '2022-06-08',
        found('phone.connected', '0.000000'),
        found('phone.connected.rings', null, 'NOT_OBSERVED'),
        found('phone.courtesy', null, 'NOT_APPLICABLE'),
      ),
    ]);
  });

  test('once more changes nothing, not even the history', async () => {
    const before = await countOf(`change where noun in ('audit', 'measurement', 'grid')`);
    expect(await importTests(sheetOf(field))).toMatchObject({
      ...{ applied: true, created: 0, changed: 0, unchanged: 5 },
    });
    expect(await countOf(`change where noun in ('audit', 'measurement', 'grid')`)).toBe(before);
  });

  const writings = encodings.flatMap((encoding) => separators.map((separator) => [encoding, separator] as const));
  test.each(writings)('says the same in %s separated by %j', async (encoding: Encoding, separator) => {
    const cell = (text: string) => (text.includes(separator) ? `"${text}"` : text);
    const lines = [columns, ...field.map((row) => columns.map((column) => (row as TestRow)[column] ?? ''))];
    const text = lines.map((cells) => cells.map(cell).join(separator)).join('\n');
    expect(await importTests(encoded(text, encoding))).toMatchObject({
      unchanged: 5,
      created: 0,
      changed: 0,
      faultCount: 0,
    });
  });

  test('with headings and words in another case, spaces, and 1 234,50 says the same', async () => {
    const text = sheetOf(field).replace('test;', 'TEST ;').replace('téléphone', ' TÉLÉPHONE').replace('oui', ' O ');
    expect(await importTests(text)).toMatchObject({ unchanged: 5 });
    const large = byEmail('E9', 'T2', 'oui X clair');
    const preview = await importTests(sheetOf([{ ...large, 'email.delay': '1 234,50' }]), false);
    expect(preview).toMatchObject({ created: 1, faultCount: 0 });
  });

  test('keeps the numbers of its lines behind cells of several lines and empty lines', async () => {
    const odd = { ...good, test: '"G\n1"' };
    const text = sheetOf([good, odd, byPhone('B', 'T99', 'oui 3 5')]).replace(/(B;)/, '\r\n\r\n$1');
    await importNothing(() => importTests(text), refused([7, 'reference', 'T99', 'NOT_ENROLLED']));
  });

  test('with a test corrected changes that test alone', async () => {
    const [first, ...others] = field;
    const corrected = [{ ...first, 'phone.courtesy': '3' } as TestRow, ...others];
    expect(await importTests(sheetOf(corrected))).toMatchObject({
      applied: true,
      created: 0,
      changed: 1,
      unchanged: 4,
    });
    const [{ amount } = { amount: '' }] = await sql<{ amount: string }>(
      `select amount from measurement m join criterion c on c.id = criterion_id join audit a on a.id = audit_id
       where c.code = 'phone.courtesy' and a.reference = 'P1'`,
    );
    expect(Number(amount)).toBe(3);
    expect(await countOf('measurement')).toBe(14);
    expect(await importTests(sheetOf(corrected))).toMatchObject({ unchanged: 5 });
    expect(await importTests(sheetOf(field))).toMatchObject({ changed: 1 });
  });

  test('with a test that moved to another channel and structure keeps no finding of the old one', async () => {
    const moved = [byEmail('P1', 'T2', 'non nobs so')];
    expect(await importTests(sheetOf(moved))).toMatchObject({ applied: true, changed: 1 });
    expect(await importTests(sheetOf(moved))).toMatchObject({ unchanged: 1 });
    expect(await countOf('measurement')).toBe(14);
    expect(await importTests(sheetOf(field))).toMatchObject({ changed: 1, unchanged: 4 });
  });

  test('does not change a test that was decided, nor trips over one that did not change', async () => {
    await done(verbs.decide, { id, state: 'VALIDATED' });
    expect(await importTests(sheetOf(field))).toMatchObject({ applied: true, unchanged: 5 });
    const [first, ...others] = field;
    const corrected = [...others, { ...first, 'phone.courtesy': '0' } as TestRow];
    await importNothing(() => importTests(sheetOf(corrected)), refused([6, 'test', 'P1', 'ALREADY_DECIDED']));
  });
});

describe('a file of structures', () => {
  const heads = ['reference', 'nom', 'type', 'siren', 'siret', 'population', 'parent', 'provenance'];
  const town = (reference: string, more: object = {}): Record<string, string> => ({
    ...{ reference, nom: `Ville de ${reference}`, type: 'Commune', ...more },
  });
  const importStructures = (bytes: Uint8Array | string) => report('STRUCTURE', bytes);
  const own = sirenOf(30_000_001);
  const good = town('N1');

  test.each<[string, object, string, string, string]>([
    ['no name', { nom: '' }, 'nom', '', 'MISSING_VALUE'],
    ['an unknown kind', { type: 'Empire' }, 'type', 'Empire', 'UNKNOWN_VALUE'],
    ['a SIREN with a wrong key', { siren: '300000019' }, 'siren', '300000019', 'WRONG_CHECK_DIGIT'],
    ['a SIRET with a wrong key', { siret: `${own}00019` }, 'siret', `${own}00019`, 'WRONG_CHECK_DIGIT'],
    ['the SIREN of a structure of the register', { siren: siren('T1') }, 'siren', siren('T1'), 'DUPLICATE'],
    ['a population that is no count', { population: '12,5' }, 'population', '12,5', 'NOT_A_COUNT'],
    ['a population below 0', { population: '-3' }, 'population', '-3', 'NOT_A_COUNT'],
    ['a population no column holds', { population: '99999999999' }, 'population', '99999999999', 'NOT_A_COUNT'],
    ['a parent that is nowhere', { parent: 'T99' }, 'parent', 'T99', 'UNKNOWN_STRUCTURE'],
    ['itself as its parent', { parent: 'B1' }, 'parent', 'B1', 'CONTRADICTORY_STRUCTURE'],
    ['an unknown provenance', { provenance: 'rêvée' }, 'provenance', 'rêvée', 'UNKNOWN_VALUE'],
  ])('with %s changes nothing, and says where and why', async (_, more, column, value, reason) => {
    const text = sheetOf([good, town('B1', more)], heads);
    await importNothing(() => importStructures(text), refused([3, column, value, reason]));
  });

  test.each<[string, object, string]>([
    ['a reference', { reference: 'N1' }, 'reference'],
    ['a SIREN', { siren: own }, 'siren'],
    ['a SIRET', { siret: siretOf(own, 1) }, 'siret'],
  ])('with %s twice changes nothing', async (_, same, column) => {
    const [value] = Object.values(same);
    const text = sheetOf(
      [
        { ...good, ...same },
        { ...town('N2'), ...same },
      ],
      heads,
    );
    await importNothing(() => importStructures(text), refused([3, column, value, 'DUPLICATE']));
  });

  test('in which structures belong to one another in a circle changes nothing', async () => {
    const rows = [town('N1', { parent: 'N3' }), town('N2', { parent: 'N1' }), town('N3', { parent: 'N2' })];
    const faults = rows.map(({ parent }, i) => [i + 2, 'parent', parent ?? '', 'CONTRADICTORY_STRUCTURE'] as const);
    await importNothing(
      () => importStructures(sheetOf(rows, heads)),
      refused(...faults.map((each) => [...each] as never)),
    );
  });

  test('may name a site before its body, and changes nothing the second time', async () => {
    const rows = [
      town('SITE', { parent: 'BODY', siren: own, siret: siretOf(own, 2) }),
      town('BODY', { siren: own, population: '12 345', provenance: 'fictive' }),
    ];
    expect(await importStructures(sheetOf(rows, heads))).toMatchObject({ applied: true, created: 2 });
    expect(await importStructures(sheetOf(rows, heads))).toMatchObject({ created: 0, changed: 0, unchanged: 2 });
    const [body] = rows.slice(1);
    const grown = [rows[0] ?? {}, { ...body, population: '12400' }];
    expect(await importStructures(sheetOf(grown, heads))).toMatchObject({ changed: 1, unchanged: 1 });
    const stored =
      'select s.reference, s.population, s.fictional, p.reference as parent from structure s left join structure p on p.id = s.parent_id where s.reference in (?, ?) order by 1';
    expect(await sql(stored, ['SITE', 'BODY'])).toEqual([
      { reference: 'BODY', population: 12_400, fictional: true, parent: null },
      { reference: 'SITE', population: null, fictional: false, parent: 'BODY' },
    ]);
  });

  test('leaves what it has no column for as it is', async () => {
    const rows = [{ reference: 'SITE', nom: 'Guichet', type: 'commune' }];
    expect(await importStructures(sheetOf(rows, ['reference', 'nom', 'type']))).toMatchObject({ changed: 1 });
    const query = '{ structures(q: "SITE") { items { name siren siret parent { reference } } } }';
    expect(await done(query)).toEqual({
      items: [{ name: 'Guichet', siren: own, siret: siretOf(own, 2), parent: { reference: 'BODY' } }],
    });
  });

  test('twice at the same instant leaves one set', async () => {
    const before = await countOf('structure');
    const text = sheetOf([town('C1'), town('C2', { parent: 'C1' })], heads);
    const runs = await Promise.all(Array.from({ length: 5 }, () => examined('STRUCTURE', text)));
    const ends = await Promise.all(runs.map((run) => applied(run)));
    expect(ends.map(({ state, failure }) => failure ?? state).sort()).toEqual([
      'IMPORTED',
      ...Array(4).fill('IMPORT_MOVED'),
    ]);
    expect(await countOf('structure')).toBe(before + 2);
  });
});

describe('a file of enrolments', () => {
  beforeAll(() => report('STRUCTURE', 'reference;nom;type\nODD;Office fictif;Autre\n'));
  const heads = ['reference', 'formule', 'options', 'origine'];
  const line = (reference: string, more: object = {}) => ({
    reference,
    formule: 'Gratuite',
    origine: 'Panel',
    ...more,
  });
  const importEnrolments = (text: string) => report('ENROLMENT', text, { editionId: id });

  test.each<[string, object, string, string, string]>([
    ['a reference nobody has', { reference: 'T99' }, 'reference', 'T99', 'UNKNOWN_STRUCTURE'],
    ['no reference', { reference: '' }, 'reference', '', 'MISSING_VALUE'],
    ['a structure no category takes', { reference: 'ODD' }, 'reference', 'ODD', 'NO_CATEGORY'],
    ['one that has no population to go by', { reference: 'SITE' }, 'reference', 'SITE', 'POPULATION_MISSING'],
    ['an unknown tier', { formule: 'or' }, 'formule', 'or', 'UNKNOWN_VALUE'],
    ['an unknown option', { options: 'piscine' }, 'options', 'piscine', 'UNKNOWN_VALUE'],
    ['an unknown origin', { origine: 'hasard' }, 'origine', 'hasard', 'UNKNOWN_VALUE'],
  ])('with %s changes nothing, and says where and why', async (_, more, column, value, reason) => {
    const text = sheetOf([line('T1', { formule: 'payante' }), { ...line('T2'), ...more }], heads);
    await importNothing(() => importEnrolments(text), refused([3, column, value, reason]));
  });

  test('with a structure twice changes nothing', async () => {
    const text = sheetOf([line('T1'), line('T2'), line('T1')], heads);
    await importNothing(() => importEnrolments(text), refused([4, 'reference', 'T1', 'DUPLICATE']));
  });

  test('enrols, changes what differs, and changes nothing the second time', async () => {
    await sql(`update structure set kind = 'REGION' where reference = 'BODY'`);
    const text = sheetOf([line('BODY', { options: 'Accueil' }), line('T2', { formule: 'Payante' })], heads);
    expect(await importEnrolments(text)).toMatchObject({ applied: true, created: 1, changed: 1, unchanged: 0 });
    expect(await importEnrolments(text)).toMatchObject({ applied: true, created: 0, changed: 0, unchanged: 2 });
    const { items } = await done<{ items: object[] }>(
      '{ enrolments(q: "BODY") { items { tier reception origin population category { code } } } }',
    );
    expect(items).toEqual([
      { tier: 'FREE', reception: true, origin: 'SELECTED', population: 12_400, category: { code: 'regions' } },
    ]);
  });

  test('may list certifications; a file without that column leaves them as they are', async () => {
    const certified = async () => {
      const { items } = await done<{ items: { certifications: string[] }[] }>(
        '{ enrolments(q: "T3") { items { certifications } } }',
      );
      return items[0]?.certifications;
    };
    const listed = (certifications: string) =>
      importEnrolments(sheetOf([line('T3', { certifications })], [...heads, 'certifications']));
    expect(await listed('Qualivilles,  ISO  9001 ,qualivilles, ')).toMatchObject({ applied: true, changed: 1 });
    expect(await certified()).toEqual(['Qualivilles', 'ISO 9001']);
    expect(await importEnrolments(sheetOf([line('T3')], heads))).toMatchObject({ changed: 0, unchanged: 1 });
    expect(await certified()).toEqual(['Qualivilles', 'ISO 9001']);
    await importNothing(
      () => listed('x'.repeat(201)),
      refused([2, 'certifications', `${'x'.repeat(120)}…`, 'TOO_LONG']),
    );
    expect(await listed('')).toMatchObject({ changed: 1 });
    expect(await certified()).toEqual([]);
  });
});

test('files of tests and of enrolments are refused once control is over', async () => {
  await moveTo('CONTROL');
  await moveTo('DELIBERATION');
  for (const [kind, code] of [
    ['AUDIT', 'IMPORT_CLOSED'],
    ['ENROLMENT', 'ENROLMENT_CLOSED'],
  ] as const) {
    const { id: uploadId } = await upload('MANAGER', 'late.csv', sheetOf(field));
    expect(await ask('MANAGER', importVerbs.start, { kind, editionId: id, uploadId })).toMatchObject({
      refusals: [code],
    });
  }
});
