import {
  type GraphQLField,
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { isOpenOnStage } from '../../server/rehearsal/rehearsal.policy.ts';
import { wipeOutdated } from '../../server/rehearsal/rehearsal.service.ts';
import { backOfficeSchema, partnerSchema } from '../../server/schema.ts';
import { type Asker, actorOf, makeBackOffice } from '../support/back-office.ts';
import { makeEdition } from '../support/edition.ts';
import { deliberate, firstsOf } from '../support/played.ts';

const office = await makeBackOffice('rehearsal');
const { app, done, ask, read, sql, headersOf } = office;
let edition: Awaited<ReturnType<typeof makeEdition>>;
beforeAll(async () => {
  edition = await makeEdition(office, 'PREPARATION');
  await deliberate(office, edition);
  for (const of of ['towns', 'regions'])
    await edition.award(of, await firstsOf(office, edition, of), { motive: 'Vu.' });
  await edition.moveTo('EMBARGO');
  await edition.publish();
});

const BEGIN = `mutation ($id: ID!, $input: RehearsalInput!) { beginRehearsal(editionId: $id, input: $input) { id seed startedByName } }`;
const WIPE = 'mutation ($id: ID!) { wipeRehearsal(id: $id) { wipedAt counts } }';
const begin = (input: object = { seed: 7, structuresEach: 3 }) =>
  done<{ id: string }>(BEGIN, { id: edition.id, input });
const wipe = (id: string) => done<{ counts: Record<string, number> }>(WIPE, { id });

afterEach(async () => {
  for (const { id } of await sql<{ id: string }>('select id from dress_rehearsal where wiped_at is null'))
    await wipe(id);
});

/** As one of those who attend the rehearsal. */
async function play<Data = Record<string, unknown>>(asker: Asker, query: string, variables: object = {}) {
  const headers = { ...headersOf(asker), 'x-rehearsal': '1' };
  const response = await app.inject({ method: 'POST', url: '/admin/graphql', headers, payload: { query, variables } });
  const { data, errors = [] } = response.json<{ data: Data; errors?: { extensions: { code: string } }[] }>();
  return { data, refusals: errors.map(({ extensions }) => extensions.code) };
}
async function played<Value>(query: string, variables: object = {}): Promise<Value> {
  const { data, refusals } = await play<Record<string, Value>>('MANAGER', query, variables);
  if (refusals.length > 0) throw new Error(`Refused: ${refusals}, asked ${query}`);
  return Object.values(data)[0] as Value;
}

test('an edition is played from its tests to its trophies, and only the line that says so stays', async () => {
  const { id } = await begin();
  const stage = await played<{ items: { id: string; phase: string }[] }>('{ editions { items { id phase } } }');
  expect(stage.items).toEqual([{ id: expect.not.stringMatching(edition.id), phase: 'FIELDWORK' }]);
  const on = stage.items[0]?.id;
  const move =
    'mutation ($id: ID!, $phase: EditionPhase!) { moveEdition(id: $id, phase: $phase, confirmed: true) { phase } }';
  await played(move, { id: on, phase: 'CONTROL' });
  await played('mutation ($id: ID!) { decideAudits(editionId: $id, state: VALIDATED) { changed } }', { id: on });
  await played(move, { id: on, phase: 'DELIBERATION' });
  await played('mutation ($id: ID!) { computeScores(editionId: $id) { number } }', { id: on });
  const cases = await played<{ id: string; firsts: string[]; lines: object[] }[]>(
    'query ($id: ID!) { awardCases(editionId: $id) { id firsts lines { rank enrolment { structure { name fictional } } } } }',
    { id: on },
  );
  expect(cases.map(({ lines }) => lines.length)).toEqual([3, 3]);
  for (const { id: categoryId, firsts } of cases)
    await played('mutation ($id: ID!, $input: AwardInput!) { awardTrophy(categoryId: $id, input: $input) { id } }', {
      ...{ id: categoryId, input: { structureIds: firsts, pointRemarquable: 'Accueil inventé.', motive: 'Essai.' } },
    });
  expect((await play('MANAGER', move, { id: on, phase: 'EMBARGO' })).refusals).toEqual(['REHEARSAL_STOPS']);

  const { counts } = await wipe(id);
  expect(counts).toMatchObject({ structure: 6, enrolment: 6, decision: 2, laureate: 2 });
  expect(await sql(`select 1 from pg_namespace where nspname = 'rehearsal'`)).toEqual([]);
  expect((await play('MANAGER', '{ editions { total } }')).refusals).toEqual(['REHEARSAL_OVER']);
});

/** Every table outside the stage with a digest of all it holds; what tells of the rehearsal itself is left out. */
async function everything(): Promise<Record<string, string>> {
  const tables = await sql<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in ('public', 'auth', 'published') and tablename not in ('dress_rehearsal', 'change') order by 1`,
  );
  const digests: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await sql<{ digest: string }>(
      `select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as digest from ${name} t`,
    );
    digests[name] = row?.digest ?? '';
  }
  const [journal] = await sql<{ digest: string }>(
    `select md5(string_agg(c::text, '|' order by c.id)) as digest from change c where noun <> 'dress_rehearsal'`,
  );
  return { ...digests, journal: journal?.digest ?? '' };
}

/** What a query of the contract answers, asked for everything it can say without another argument, in JSON. */
async function answersOf(): Promise<Record<string, unknown>> {
  const ids: Record<string, string | undefined> = {
    ...{
      editionId: edition.id,
      edition: edition.id,
      enrolmentId: edition.enrolment.T1,
      enrolment: edition.enrolment.T1,
    },
    ...{ categoryId: edition.category.towns, category: edition.category.towns, structureId: edition.structure.T1 },
    structure: edition.structure.T1,
  };
  const told: Record<string, unknown> = {};
  const fields = Object.values((await backOfficeSchema()).getQueryType()?.getFields() ?? {});
  for (const field of fields) {
    // What was asked of us is among what is told of use: asking again is another answer.
    if (['dressRehearsals', 'rehearsalNow', 'changes', 'accessUsage'].includes(field.name)) continue;
    const values = argumentsOf(field, ids);
    if (values === null) continue;
    const { data, refusals } = await ask('ADMINISTRATOR', `{ ${field.name}${values} ${selectionOf(field.type)} }`);
    told[field.name] = { data, refusals };
  }
  for (const field of Object.values((await partnerSchema()).getQueryType()?.getFields() ?? {})) {
    const values = argumentsOf(field, ids);
    if (values !== null)
      told[`published ${field.name}`] = await read(`{ ${field.name}${values} ${selectionOf(field.type)} }`);
  }
  return told;
}

/** The arguments a query cannot do without, found among what is known; null when one is not. */
function argumentsOf(field: GraphQLField<unknown, unknown>, ids: Record<string, string | undefined>): string | null {
  const values: string[] = [];
  for (const { name, type, defaultValue } of field.args) {
    const wanted = isNonNullType(type) && defaultValue === undefined;
    const id = ids[name] ?? (name === 'id' ? ids[field.name] : undefined);
    if (id && (wanted || name === 'editionId')) values.push(`${name}: "${id}"`);
    else if (wanted && name === 'year') values.push('year: 2022');
    else if (wanted && isListType(getNullableType(type))) values.push(`${name}: []`);
    else if (wanted) return null;
  }
  return values.length > 0 ? `(${values.join(', ')})` : '';
}

/** All the leaves of a type, and those of what it leads to, two deep. */
function selectionOf(type: GraphQLOutputType, depth = 0): string {
  const named = getNamedType(type);
  if (isUnionType(named))
    return `{ ${named
      .getTypes()
      .map((each) => `... on ${each.name} ${selectionOf(each, depth)}`)
      .join(' ')} }`;
  if (!isObjectType(named)) return '';
  const open = Object.values(named.getFields()).filter((field) => field.args.every((arg) => !isNonNullType(arg.type)));
  const parts = open.flatMap((field) => {
    const leaf = isLeafType(getNamedType(field.type));
    return leaf ? [field.name] : depth < 2 ? [`${field.name} ${selectionOf(field.type, depth + 1)}`] : [];
  });
  return `{ ${['__typename', ...parts].join(' ')} }`;
}

/** The questions that two times were not answered byte for byte alike. */
const differing = (one: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>): string[] =>
  Object.keys({ ...one, ...other }).filter((asked) => JSON.stringify(one[asked]) !== JSON.stringify(other[asked]));

test('nothing of it shows anywhere: every table and every query of both contracts say the same before, during and after', async () => {
  const before = { tables: await everything(), told: await answersOf() };
  expect(Object.keys(before.told).length).toBeGreaterThan(25);
  const answered = Object.values(before.told).filter((each) => (each as { refusals: string[] }).refusals.length === 0);
  expect(answered.length).toBeGreaterThan(20);
  const { id } = await begin();
  const during = { tables: await everything(), told: await answersOf() };
  expect(during.tables).toEqual(before.tables);
  expect(differing(during.told, before.told)).toEqual([]);
  await wipe(id);
  const after = { tables: await everything(), told: await answersOf() };
  expect(after.tables).toEqual(before.tables);
  expect(differing(after.told, before.told)).toEqual([]);
}, 60_000);

test('the stage has every table of the back office, and its player has no right on any table elsewhere', async () => {
  const { id } = await begin();
  const missing = await sql(
    `select tablename from pg_tables where schemaname = 'public'
     except select tablename from pg_tables where schemaname = 'rehearsal'`,
  );
  expect(missing).toEqual([]);
  const reach = await sql<{ name: string; write: boolean }>(
    `select format('%I.%I', n.nspname, c.relname) as name, bool_or(has_table_privilege('rehearsal_player', c.oid, r)) as held
     from pg_class c join pg_namespace n on n.oid = c.relnamespace, unnest(array['insert', 'update', 'delete', 'truncate']) r
     where c.relkind in ('r', 'v', 'p') and n.nspname not in ('rehearsal', 'pg_catalog', 'information_schema')
     group by 1 having bool_or(has_table_privilege('rehearsal_player', c.oid, r))`,
  );
  expect(reach).toEqual([]);
  const readable = await sql<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'v', 'p') and n.nspname in ('public', 'published', 'auth')
       and has_table_privilege('rehearsal_player', c.oid, 'select')`,
  );
  expect(readable).toEqual([{ name: 'auth."user"' }]);
  for (const kind of ['check', 'unique', 'foreign key']) {
    const [same] = await sql<{ same: boolean }>(
      `select (select array_agg(conname::text order by conname, conrelid::regclass::text) from pg_constraint
          where connamespace = 'public'::regnamespace and contype = ? and conrelid <> 0)
        <@ (select array_agg(conname::text) from pg_constraint where connamespace = 'rehearsal'::regnamespace) as same`,
      [{ check: 'c', unique: 'u', 'foreign key': 'f' }[kind]],
    );
    expect(same?.same, kind).toBe(true);
  }
  const [watched] = await sql<{ same: boolean }>(
    `select (select count(*) from pg_trigger t join pg_class c on c.oid = t.tgrelid where not tgisinternal and c.relnamespace = 'public'::regnamespace)
      = (select count(*) from pg_trigger t join pg_class c on c.oid = t.tgrelid where not tgisinternal and c.relnamespace = 'rehearsal'::regnamespace) as same`,
  );
  expect(watched?.same).toBe(true);
  await wipe(id);
});

test('the same seed plays the same tests, another seed others', async () => {
  const notes = async (seed: number) => {
    const { id } = await begin({ seed, structuresEach: 2 });
    const { items } = await played<{ items: { reference: string; measurements: { value: string | null }[] }[] }>(
      '{ audits(perPage: 100, sort: "reference") { items { reference measurements { value absence criterion { code } } } } }',
    );
    await wipe(id);
    const told = items.map((audit) =>
      JSON.stringify({ ...audit, measurements: audit.measurements.map((m) => JSON.stringify(m)).toSorted() }),
    );
    return JSON.stringify(told.toSorted());
  };
  const first = await notes(11);
  expect(await notes(11)).toBe(first);
  expect(await notes(12)).not.toBe(first);
});

test('only staff and those they invite come in; a participant never does', async () => {
  const { id } = await begin();
  const query = '{ editions { total } }';
  const [juror, auditor] = [await account('JUROR'), await account('AUDITOR')];
  expect((await play(juror, query)).refusals).toEqual(['REHEARSAL_OVER']);
  await done('mutation ($id: ID!, $ids: [ID!]!) { inviteToRehearsal(id: $id, accountIds: $ids) { guests } }', {
    ...{ id, ids: [juror.id] },
  });
  expect((await play(juror, query)).data).toEqual({ editions: { total: 1 } });
  expect((await play(auditor, query)).refusals).toEqual(['REHEARSAL_OVER']);
  expect((await play(actorOf('PARTICIPANT', edition.structure.T1 ?? ''), query)).refusals).toEqual(['REHEARSAL_OVER']);
  expect((await play(null, query)).refusals).toEqual(['UNAUTHENTICATED']);
  const participant = await account('PARTICIPANT');
  const invite = 'mutation ($id: ID!, $ids: [ID!]!) { inviteToRehearsal(id: $id, accountIds: $ids) { guests } }';
  expect((await ask('MANAGER', invite, { id, ids: [participant.id] })).refusals).toEqual(['NOT_FOUND']);
  await wipe(id);
});

test('what leaves the house is closed there, and so is whatever nobody opened', async () => {
  const { id } = await begin();
  const closed = [
    '{ datasets { total } }',
    '{ mails { total } }',
    `{ rehearsal(editionId: "${edition.id}") { hash } }`,
  ];
  for (const query of closed) expect((await play('ADMINISTRATOR', query)).refusals).toEqual(['REHEARSAL_CLOSED']);
  const mutations = Object.keys((await backOfficeSchema()).getMutationType()?.getFields() ?? {});
  const open = mutations.filter((name) => isOpenOnStage('Mutation', name));
  expect(open).not.toEqual([]);
  expect(
    open.filter((name) =>
      /publish|release|early|mail|invite|import|upload|account|certif|rehears|send|remind|token/i.test(name),
    ),
  ).toEqual([]);
  await wipe(id);
});

test('one rehearsal at a time, however fast they click; a second one follows the first', async () => {
  const clicks = await Promise.all(
    [1, 2, 3].map((seed) =>
      ask<{ beginRehearsal: { id: string } }>('MANAGER', BEGIN, { id: edition.id, input: { seed, structuresEach: 1 } }),
    ),
  );
  expect(clicks.flatMap(({ refusals }) => refusals)).toEqual(['REHEARSAL_RUNNING', 'REHEARSAL_RUNNING']);
  const begun = clicks.find(({ refusals }) => refusals.length === 0)?.data.beginRehearsal.id ?? '';
  await wipe(begun);
  await wipe(begun);
  await wipe((await begin()).id);
});

test('a rehearsal that cannot be built leaves nothing, and one of an earlier schema is wiped at the next start', async () => {
  const { id: bare } = await done('mutation ($input: EditionInput!) { createEdition(input: $input) { id } }', {
    input: { ordinal: 90, year: 2090, label: 'Édition nue' },
  });
  expect((await ask('MANAGER', BEGIN, { id: bare, input: {} })).refusals).toEqual(['GRID_MISSING']);
  expect(await sql(`select 1 from pg_namespace where nspname = 'rehearsal'`)).toEqual([]);
  const { id } = await begin();
  await wipeOutdated(office.em.fork() as never, office.time.now);
  expect((await played<{ total: number }>('{ editions { total } }')).total).toBe(1);
  await sql(`update dress_rehearsal set built_on = 'Migration20200101' where id = ?`, [id]);
  await wipeOutdated(office.em.fork() as never, office.time.now);
  expect(await sql(`select 1 from pg_namespace where nspname = 'rehearsal'`)).toEqual([]);
});

/** Someone who has an account. */
async function account(role: 'JUROR' | 'AUDITOR' | 'PARTICIPANT') {
  const structureId = role === 'PARTICIPANT' ? edition.structure.T1 : null;
  const [row] = await sql<{ id: string }>(
    `insert into auth."user" (name, email, "emailVerified", role, "structureId", "createdAt", "updatedAt")
     values ('Une personne', '${role.toLowerCase()}@example.org', true, '${role}', ${structureId ? `'${structureId}'` : 'null'}, now(), now())
     returning id`,
  );
  return { ...actorOf(role), id: row?.id ?? '' };
}
