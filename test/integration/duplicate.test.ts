import { expect, test } from 'vitest';
import { guards } from '../../server/undo/undo.guards.ts';
import { actorOf, makeBackOffice } from '../support/back-office.ts';
import { makeEdition, verbs } from '../support/edition.ts';
import { byPhone, sheetOf, sirenOf, siretOf } from '../support/sample.ts';

const office = await makeBackOffice('duplicate');
const { ask, done, sql, complaints } = office;
const edition = await makeEdition(office, 'PREPARATION');

const create = 'mutation ($input: StructureInput!) { createStructure(input: $input) { id version } }';
const preview = `query ($keepId: ID!, $dropId: ID!) { mergePreview(keepId: $keepId, dropId: $dropId) {
  keep { id } drop { id } moves { noun count } clashes { noun count years } filled lost hash } }`;
const merge = `mutation ($keepId: ID!, $dropId: ID!, $hash: String!) {
  mergeStructures(keepId: $keepId, dropId: $dropId, hash: $hash) { act structure { id reference siren population } } }`;
const undo = 'mutation ($act: ID!) { undoAct(act: $act) { act } }';
const search = 'query ($q: Search) { structures(q: $q) { items { id } } }';
const one = 'query ($id: ID!) { structure(id: $id) { id aliases { reference name } } }';
const apart = 'mutation ($oneId: ID!, $otherId: ID!) { tellStructuresApart(oneId: $oneId, otherId: $otherId) }';
const pairs = '{ possibleDuplicates { total items { one { id } other { id } reasons } } }';
const suggest = `query ($id: ID, $draft: StructureDraft) {
  duplicateStructures(structureId: $id, input: $draft) { structure { id } reasons } }`;

let count = 0;
const made = async (more: object = {}) => {
  const n = ++count;
  const input = { reference: `D${n}`, name: `Doublon ${n}`, kind: 'COMMUNE', population: 60_000, ...more };
  return { ...(await done<{ id: string; version: number }>(create, { input })), reference: `D${n}` };
};
const merged = async (keepId: string, dropId: string) => {
  const { hash } = await done<{ hash: string }>(preview, { keepId, dropId });
  return done<{ act: string }>(merge, { keepId, dropId, hash });
};
/** Every line of the database that refers to a structure, as the catalogue finds them. */
const referring = async (id: string) => {
  const columns = await sql<{ table: string; column: string }>(
    `select conrelid::regclass::text as "table", quote_ident(attname) as "column" from pg_constraint
     join pg_attribute on attrelid = conrelid and attnum = conkey[1]
     where contype = 'f' and confrelid = 'structure'::regclass order by 1, 2`,
  );
  const counts = columns.map(async ({ table, column }) => {
    const [row] = await sql<{ n: number }>(`select count(*)::int as n from ${table} where ${column} = ?`, [id]);
    return [`${table}.${column}`, row?.n ?? 0] as const;
  });
  return Object.fromEntries(await Promise.all(counts));
};
/** Gives a structure a line in every table that refers to structures. */
async function laden(more: object = {}) {
  const it = await made(more);
  await done(verbs.enrol, { id: edition.id, structureId: it.id, input: {} });
  await made({ parentId: it.id });
  await sql(`insert into auth."user" (name, email, role, "structureId") values ('Une personne', ?, 'PARTICIPANT', ?)`, [
    `${it.reference.toLowerCase()}@example.org`,
    it.id,
  ]);
  await sql('insert into trophy (edition_id) values (?) on conflict do nothing', [edition.id]);
  await sql(`insert into laureate (trophy_id, structure_id, sources) select id, ?, '{}' from trophy limit 1`, [it.id]);
  await sql(
    `insert into contact (structure_id, name, role, email) values (?, 'Une personne', 'Accueil', 'a@example.org')`,
    [it.id],
  );
  const [auditor] = await sql<{ id: string }>(
    `insert into auditor (account_id, code, name, email, channels, departments)
     values (gen_random_uuid(), ?, 'Une auditrice', 'auditrice@example.org', '{}', '{}') returning id`,
    [it.reference],
  );
  await sql(
    `insert into auditor_conflict (auditor_id, structure_id, reason, declared_at, declared_by)
     values (?, ?, 'Une voisine', now(), 'Une auditrice')`,
    [...[auditor?.id, it.id]],
  );
  await sitOver(it);
  const [other] = [await made()];
  await merged(it.id, other.id);
  await done(apart, { oneId: it.id, otherId: (await made()).id });
  return it;
}

/** A juror with a tie to a structure, a conflict confirmed and one put aside, and a point remarquable: what a jury may say of it. */
async function sitOver({ id, reference }: { readonly id: string; readonly reference: string }) {
  const [panel] = await sql<{ id: string }>(
    `insert into panel (edition_id, label, terms) values (?, 'Jury fictif', 'Engagements') returning id`,
    [edition.id],
  );
  const [person] = await sql<{ id: string }>(
    `insert into auth."user" (name, email, role) values ('Une jurée', ?, 'JUROR') returning id`,
    [`jury-${reference.toLowerCase()}@example.org`],
  );
  const [juror] = await sql<{ id: string }>(
    `insert into juror (panel_id, account_id, name, email, seed, token_hash, sent_at, expires_at)
     values (?, ?, 'Une jurée', 'juree@example.org', ?, ?, now(), now()) returning id`,
    [panel?.id, person?.id, reference, reference],
  );
  await sql(
    `insert into affiliation (juror_id, kind, body_name, structure_id) values (?, 'EMPLOYER', 'Une ville', ?)`,
    [...[juror?.id, id]],
  );
  await sql(
    `insert into confirmation (affiliation_id, structure_id, confirmed_by) select id, ?, 'Staff' from affiliation where juror_id = ?`,
    [id, juror?.id],
  );
  await sql(`insert into dismissal (juror_id, structure_id, motive, dismissed_by) values (?, ?, 'Homonyme', 'Staff')`, [
    ...[juror?.id, id],
  ]);
  await sql(
    `insert into point_remarquable (trophy_id, structure_id, text, evidence, author_id, author_name)
     select id, ?, 'Un point', '[]', 'a', 'Une autrice' from trophy limit 1`,
    [id],
  );
}

test('a merge moves everything that refers to a structure, and undoing it moves it all back', async () => {
  const drop = await laden({ siren: sirenOf(20_000_011), siret: siretOf(sirenOf(20_000_011), 3), population: 61_000 });
  const keep = await made({ population: null });
  const before = await referring(drop.id);
  const registered = await sql('select * from structure where id = ?', [drop.id]);
  // What people said of the pair goes with it, and placements are of enrolments yet to come.
  const left = ['structure_distinction.one_id', 'structure_distinction.other_id'];
  for (const [column, n] of Object.entries(before))
    if (!left.includes(column) && column !== 'placement.structure_id') expect({ column, n }).toEqual({ column, n: 1 });

  const { act } = await merged(keep.id, drop.id);
  expect(Object.values(await referring(drop.id)).filter((n) => n > 0)).toEqual([]);
  const after = await referring(keep.id);
  for (const [column, n] of Object.entries(before))
    if (!left.includes(column))
      expect({ column, n: after[column] }).toEqual({ column, n: column.startsWith('structure_alias') ? n + 1 : n });
  expect(await sql('select siren, population from structure where id = ?', [keep.id])).toEqual([
    { siren: sirenOf(20_000_011), population: 61_000 },
  ]);

  await done(undo, { act });
  expect(await referring(drop.id)).toEqual(before);
  expect(await sql('select * from structure where id = ?', [drop.id])).toMatchObject(
    registered.map(({ version: _, ...row }) => row),
  );
  expect(await sql('select siren, population from structure where id = ?', [keep.id])).toEqual([
    { siren: null, population: null },
  ]);
  expect(Object.values(await referring(keep.id)).filter((n) => n > 0)).toEqual([]);
});

test('every kind of record that a merge moves can be put back by undoing it', async () => {
  const tables = Object.keys(await referring(edition.id)).map((column) => column.split('.').slice(0, -1).join('.'));
  const nouns = tables.map((table) => (table === 'auth."user"' ? 'account' : table));
  expect(nouns.filter((noun) => !guards.some((guard) => guard.noun === noun))).toEqual([]);
});

test('two structures enrolled in one edition are not merged, and the edition is named', async () => {
  const [a, b] = [await made(), await made()];
  for (const { id } of [a, b]) await done(verbs.enrol, { id: edition.id, structureId: id, input: {} });
  const { hash, clashes } = await done<{ hash: string; clashes: unknown }>(preview, { keepId: a.id, dropId: b.id });
  expect(clashes).toEqual([{ noun: 'enrolment', count: 1, years: [2022] }]);
  const { refusals, details } = await ask('MANAGER', merge, { keepId: a.id, dropId: b.id, hash });
  expect([refusals, details]).toMatchObject([['MERGE_CLASH'], [{ clashes: [{ years: [2022] }] }]]);
});

test('the preview says what is filled and what is lost; the one that stays keeps what it has', async () => {
  const keep = await made({ population: 100, departmentCode: '57' });
  const drop = await made({ population: 200, regionCode: '44' });
  expect(await done(preview, { keepId: keep.id, dropId: drop.id })).toMatchObject({
    ...{ keep: { id: keep.id }, drop: { id: drop.id }, moves: [], clashes: [] },
    ...{ filled: ['regionCode'], lost: ['population'] },
  });
});

test('a population is taken over with its own year, never the one with the year of the other', async () => {
  const [bare, counted] = [await made({ population: null }), await made({ population: 300, populationYear: 2021 })];
  const filled = async (keepId: string, dropId: string) =>
    (await done<{ filled: string[] }>(preview, { keepId, dropId })).filled;
  expect(await filled(bare.id, counted.id)).toEqual(['population', 'populationYear']);
  expect(await filled((await made({ population: 700 })).id, counted.id)).toEqual([]);
});

test('a merge that is no longer what was previewed is refused', async () => {
  const [keep, drop] = [await made(), await made()];
  const { hash } = await done<{ hash: string }>(preview, { keepId: keep.id, dropId: drop.id });
  await made({ parentId: drop.id });
  expect(await ask('MANAGER', merge, { keepId: keep.id, dropId: drop.id, hash })).toMatchObject({
    refusals: ['MERGE_MOVED'],
  });
});

test('of five merges of one pair at the same instant, one wins', async () => {
  const [keep, drop] = [await made(), await made()];
  const { hash } = await done<{ hash: string }>(preview, { keepId: keep.id, dropId: drop.id });
  const variables = { keepId: keep.id, dropId: drop.id, hash };
  const answers = await Promise.all(Array.from({ length: 5 }, () => ask('MANAGER', merge, variables)));
  expect(answers.flatMap(({ refusals }) => refusals)).toEqual(Array(4).fill('NOT_FOUND'));
});

test('a structure is merged neither with itself, nor into one of its own sites, nor the invented with the real', async () => {
  const body = await made();
  const site = await made({ parentId: body.id });
  const desk = await made({ parentId: site.id });
  const real = await made();
  await sql('update structure set fictional = true where id = ?', [real.id]);
  const refused = async (keepId: string, dropId: string) =>
    (await ask('MANAGER', preview, { keepId, dropId })).refusals[0];
  expect(await refused(body.id, body.id)).toBe('NOT_FOUND');
  expect(await refused(desk.id, body.id)).toBe('STRUCTURE_CYCLE');
  expect(await refused(body.id, real.id)).toBe('MERGE_FICTION');
  await merged(body.id, site.id);
  expect(await sql('select parent_id from structure where id = ?', [desk.id])).toEqual([{ parent_id: body.id }]);
});

test('the old reference, name and address of a merged structure lead to the one that stayed', async () => {
  const [keep, drop] = [await made(), await made({ name: 'Ancienne appellation' })];
  await merged(keep.id, drop.id);
  for (const q of [drop.reference, 'ancienne appel'])
    expect(await done(search, { q })).toEqual({ items: [{ id: keep.id }] });
  expect(await done(one, { id: drop.id })).toEqual({
    ...{ id: keep.id, aliases: [{ reference: drop.reference, name: 'Ancienne appellation' }] },
  });
  const again = { input: { reference: drop.reference, name: 'Autre', kind: 'COMMUNE' } };
  expect(await ask('MANAGER', create, again)).toMatchObject({ refusals: ['STRUCTURE_EXISTS'] });
});

test('likely duplicates are suggested with their reasons, for the register and for what is being typed', async () => {
  const a = await made({ name: 'Ville de Zouafques', departmentCode: '62' });
  const b = await made({ name: 'Mairie de Zouafques' });
  expect(await done(suggest, { id: a.id })).toEqual([{ structure: { id: b.id }, reasons: ['ALIKE_NAME'] }]);
  const draft = { name: 'zouafque', kind: 'COMMUNE', departmentCode: '62' };
  const typed = await done<{ structure: { id: string } }[]>(suggest, { draft });
  expect(typed.map(({ structure }) => structure.id).sort()).toEqual([a.id, b.id].sort());
  const { items } = await done<{ items: unknown[] }>(pairs);
  expect(items).toContainEqual({ one: { id: a.id }, other: { id: b.id }, reasons: ['ALIKE_NAME'] });
  await done(apart, { oneId: b.id, otherId: a.id });
  expect(await done(suggest, { id: a.id })).toEqual([]);
  expect((await done<{ items: unknown[] }>(pairs)).items).not.toContainEqual(
    expect.objectContaining({ one: { id: a.id } }),
  );
});

test('duplicates and merges are the business of staff alone', async () => {
  const [a, b] = [await made(), await made()];
  for (const role of ['CONTROLLER', 'AUDITOR', 'JUROR', 'PARTICIPANT'] as const) {
    const me = actorOf(role, role === 'PARTICIPANT' ? a.id : null);
    for (const [operation, variables] of [
      [suggest, { id: a.id }],
      [pairs, {}],
      [preview, { keepId: a.id, dropId: b.id }],
      [merge, { keepId: a.id, dropId: b.id, hash: '' }],
      [apart, { oneId: a.id, otherId: b.id }],
    ] as const)
      expect(await ask(me, operation, variables)).toMatchObject({ refusals: ['FORBIDDEN'] });
  }
});

test('the scores of an edition do not go stale because one of its structures was merged', async () => {
  const scored = await makeEdition(office, 'DELIBERATION', { year: 2023 });
  const keep = await made();
  const hash = async () => (await done<{ inputsHash: string }>(verbs.preview, { id: scored.id })).inputsHash;
  const before = await hash();
  const { act } = await merged(keep.id, scored.structure.T1 ?? '');
  expect(await hash()).toBe(before);
  await done(undo, { act });
  expect(await hash()).toBe(before);
  expect(complaints).toEqual([]);
});

test('files of tests go on naming the old reference of a structure that was merged', async () => {
  const fieldwork = await makeEdition(office, 'FIELDWORK', { year: 2024 });
  const keep = await made();
  await merged(keep.id, fieldwork.structure.T2 ?? '');
  const { applied, faults } = await fieldwork.importTests(sheetOf([byPhone('OLD-1', 'T2', 'oui 3 5')]));
  expect({ applied, faults }).toEqual({ applied: true, faults: [] });
  const [row] = await sql<{ id: string }>(
    `select e.structure_id as id from audit a join enrolment e on e.id = a.enrolment_id where a.reference = 'OLD-1'`,
  );
  expect(row?.id).toBe(keep.id);
});
