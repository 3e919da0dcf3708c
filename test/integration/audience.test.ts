import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { alignEmbargo } from '../../server/database/embargo.ts';
import { actorOf, makeBackOffice } from '../support/back-office.ts';
import { makeEdition, publishNow } from '../support/edition.ts';
import { releasesOf } from '../support/released.ts';

const office = await makeBackOffice('audience');
const { app, ask, done, sql, time, reading, press } = office;
time.now = new Date('2022-11-10T11:00:00Z');
const edition = await makeEdition(office, 'EMBARGO');
const { scheduled, tick } = releasesOf(office, edition);
const [reader, journalist] = [new pg.Client(reading), new pg.Client(press)];
await Promise.all([reader.connect(), journalist.connect()]);
afterAll(() => Promise.all([reader.end(), journalist.end()]));

interface Change {
  readonly table: string;
  readonly key: string;
  readonly field: string | null;
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown> | null;
}
const fields = 'table key field subject before after';

/** Everything that is predicted for some who read. */
async function predicted(readership: string): Promise<Change[]> {
  const all: Change[] = [];
  for (let page = 1; ; page++) {
    const query = `query ($id: ID!, $readership: Readership!, $page: Int!) {
      seenChanges(editionId: $id, readership: $readership, page: $page, perPage: 100) { total items { ${fields} } } }`;
    const { items, total } = await done<{ items: Change[]; total: number }>(query, {
      id: edition.id,
      readership,
      page,
    });
    all.push(...items);
    if (all.length >= total) return all;
  }
}

/** What a role reads of an edition, in whatever tables its search path leads to; what is announced has no version. */
async function seenBy(client: pg.Client): Promise<Record<string, Record<string, unknown>>> {
  const { rows: tables } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c where c.relnamespace = current_schema()::regnamespace
       and c.relname <> 'erratum' and has_table_privilege(c.oid, 'select')
       and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'version')`,
  );
  const seen: Record<string, Record<string, unknown>> = {};
  for (const { name } of tables) {
    const { rows } = await client.query<{ row: Record<string, unknown> }>(
      `select to_jsonb(t) as row from ${name} t where version like '2022.%' and version =
         (select version from dataset where year = 2022 order by number desc limit 1)`,
    );
    for (const { row } of rows) seen[`${name}/${textOf(name, row)}`] = known(row);
  }
  return seen;
}

/** A row as both sides write it: neither what is unknown nor the stamp, numbers as numbers. */
const STAMP = ['version', 'number', 'published_at', 'hash', 'signature', 'public_key'];
const known = (row: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([name, value]) => value !== null && !('published_at' in row ? STAMP : ['version']).includes(name))
      .map(([name, value]) => [name, /^-?\d+(\.\d+)?$/.test(String(value)) ? Number(value) : value]),
  );
const KEYS: Record<string, string[]> = {
  ...{ dataset: [], trophy: ['position'], laureate: ['trophy', 'position'], frame: ['code', 'release'] },
  commitment: ['criterion_code', 'frame_code', 'release', 'number'],
};
const textOf = (name: string, row: Record<string, unknown>) =>
  (KEYS[name] ?? ['code']).map((column) => row[column]).join('/');

/** What is seen once what was predicted has happened. */
function happened(seen: Record<string, Record<string, unknown>>, changes: readonly Change[]) {
  const after = structuredClone(seen);
  for (const { table, key, field, after: value } of changes) {
    const place = `${table}/${key}`;
    if (field === null && value === null) delete after[place];
    else if (field === null) after[place] = known(value as Record<string, unknown>);
    else after[place] = known({ ...after[place], [field]: value });
  }
  return after;
}

const asParticipant = async (reference: string) => {
  const me = actorOf('PARTICIPANT', edition.structure[reference]);
  const id = edition.enrolment[reference];
  const sheet = await ask<{ scoreSheet: { score: string; rank: number } | null }>(
    me,
    `{ scoreSheet(enrolmentId: "${id}") { score rank } }`,
  );
  const awards = await ask<{ laureates: { items: { award: string }[] } }>(me, '{ laureates { items { award } } }');
  const certificate = await ask(me, `{ certificate(enrolmentId: "${id}") }`);
  const sees = (refusals: string[]) => refusals.length === 0;
  return {
    score_sheet: sees(sheet.refusals) ? sheet.data.scoreSheet : null,
    laureate: awards.data.laureates.items.map(({ award }) => award),
    certificate: sees(certificate.refusals),
  };
};

describe('what is predicted for each who reads is what they see', async () => {
  const before = { PUBLIC: await seenBy(reader), PRESS: await seenBy(journalist) };
  const first = {
    PUBLIC: await predicted('PUBLIC'),
    PARTNER: await predicted('PARTNER'),
    PRESS: await predicted('PRESS'),
  };
  const structures = await predicted('STRUCTURE');
  const closed = Object.fromEntries(
    await Promise.all(Object.keys(edition.enrolment).map(async (of) => [of, await asParticipant(of)] as const)),
  );
  const { changes } = await done<{
    changes: { readership: string; announcements: { kind: string; subject: string }[] }[];
  }>(
    'query ($id: ID!) { audiences(editionId: $id) { changes { readership announcements { kind subject } tables { table added changed removed } } } }',
    { id: edition.id },
  );
  await scheduled('2022-11-10T12:00:00.000Z');
  const embargoed = { PUBLIC: await seenBy(reader), PRESS: await seenBy(journalist) };
  const late = await predicted('PRESS');
  time.now = new Date('2022-11-10T12:00:00Z');
  await tick();

  test('by the public and by partners', async () => {
    expect(before.PUBLIC).toEqual({});
    expect(embargoed.PUBLIC).toEqual({});
    expect(await seenBy(reader)).toEqual(happened(before.PUBLIC, first.PUBLIC));
    expect(first.PARTNER).toEqual(first.PUBLIC);
    expect(Object.keys(await seenBy(reader)).length).toBeGreaterThan(100);
  });

  test('by the press, which saw it under embargo and sees no more at the release', async () => {
    expect(before.PRESS).toEqual({});
    expect(embargoed.PRESS).toEqual(happened({}, first.PRESS));
    expect(late).toEqual([]);
    expect(await seenBy(journalist)).toEqual(embargoed.PRESS);
  });

  test('in the messages partners are owed', async () => {
    const announced = changes.find(({ readership }) => readership === 'PARTNER')?.announcements ?? [];
    const owed = await sql<{ kind: string; payload: { award?: string; year: number } }>(
      'select kind, payload from publication_event',
    );
    const inOrder = (all: { kind: string; subject: string }[]) =>
      all.map(({ kind, subject }) => `${kind} ${subject}`).toSorted();
    expect(inOrder(announced)).toEqual(
      inOrder(owed.map(({ kind, payload }) => ({ kind, subject: payload.award ?? String(payload.year) }))),
    );
  });

  test.each(Object.keys(edition.enrolment))('by structure %s in its own space, and nothing before', async (of) => {
    expect(closed[of]).toEqual({ score_sheet: null, laureate: [], certificate: false });
    const own = structures.filter(({ key }) => key.split('/')[0] === edition.enrolment[of]);
    const sheet = own.find(({ table }) => table === 'score_sheet')?.after;
    expect(await asParticipant(of)).toEqual({
      score_sheet: sheet ? { score: sheet.score, rank: sheet.rank } : null,
      laureate: own.filter(({ table }) => table === 'laureate').map(({ after }) => after?.award),
      certificate: own.some(({ table }) => table === 'certificate'),
    });
  });

  test('for a correction: what changes, and nothing in the space of structures', async () => {
    const seen = await seenBy(reader);
    await sql(`update structure set name = 'Région Fontarelle-Sud', version = version + 1 where reference = 'R1'`);
    const next = await predicted('PUBLIC');
    expect(next).toMatchObject([{ table: 'laureate', key: '1/0', field: 'name', after: 'Région Fontarelle-Sud' }]);
    expect(await predicted('STRUCTURE')).toEqual([]);
    await publishNow(office, edition.id, (await edition.rehearse()).hash, 'Le nom était faux.');
    expect(await seenBy(reader)).toEqual(happened(seen, next));
  });
});

describe('the role of the press', async () => {
  const relations = await sql<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') order by 1`,
  );
  const outside = relations.map(({ name }) => name).filter((name) => !name.startsWith('press.'));

  test('reads as many tables as there are published', async () => {
    const inside = relations.map(({ name }) => name).filter((name) => name.startsWith('press.'));
    expect(inside.map((name) => name.replace('press.', 'published.'))).toEqual(
      relations.map(({ name }) => name).filter((name) => name.startsWith('published.')),
    );
    for (const name of inside) await journalist.query(`select * from ${name}`);
  });

  test.each(outside)('is refused on %s', async (name) => {
    await expect(journalist.query(`select from ${name}`)).rejects.toThrow(/permission denied/);
  });

  test('meets every other schema among those refusals', () => {
    expect([...new Set(outside.map((name) => name.split('.')[0]))].sort()).toEqual([
      'access',
      'auth',
      'embargoed',
      'public',
      'published',
    ]);
  });

  test('writes nothing, not even through what it reads', async () => {
    await journalist.query('set default_transaction_read_only = off');
    for (const statement of [
      'delete from press.trophy',
      `update press.dataset set hash = ''`,
      'create table press.loot (line text)',
    ])
      await expect(journalist.query(statement), statement).rejects.toThrow(/permission denied|cannot (delete|update)/);
  });
});

test('schema embargoed has the tables of published, column by column, and follows them at the next start', async () => {
  const columns = (schema: string) =>
    sql(
      `select c.relname, a.attname, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull from pg_class c join pg_attribute a on a.attrelid = c.oid
       where c.relnamespace = ?::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped order by 1, 2`,
      [schema],
    );
  expect(await columns('embargoed')).toEqual(await columns('published'));
  await sql('create table published.later (version text not null, note text, primary key (version))');
  await sql('alter table published.trophy add column later numeric not null default 0');
  await sql('alter table embargoed.trophy drop column position cascade');
  const owner = new pg.Client(office.url);
  await owner.connect();
  await alignEmbargo(owner);
  expect(await columns('embargoed')).toEqual(await columns('published'));
  expect((await journalist.query('select later from trophy limit 1')).rowCount).toBe(1);
  expect((await journalist.query('select note from later')).rowCount).toBe(0);
  // What waits under embargo stays, whatever a migration does to its table.
  await sql(`insert into embargoed.later (version, note) values ('2030.1', 'attend')`);
  await sql('alter table published.later add column more text');
  await alignEmbargo(owner);
  expect((await journalist.query('select note, more from later')).rows).toEqual([{ note: 'attend', more: null }]);
  await sql('delete from embargoed.later');
  await sql('drop table published.later cascade');
  await sql('alter table published.trophy drop column later cascade');
  await alignEmbargo(owner);
  await owner.end();
  expect(await columns('embargoed')).toEqual(await columns('published'));
  expect((await app.inject('/readyz')).json()).toEqual({ ready: true });
});
