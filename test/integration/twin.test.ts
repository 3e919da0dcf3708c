import 'reflect-metadata';
import pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { writeVersion } from '../../server/partner/published.ts';
import { prospectOf } from '../../server/publication/publication.service.ts';
import { closedDoors, knockOf, openDoors } from '../support/doors.ts';
import { type Guard, guardsOfAnswers, guardsOfDoors, guardsOfTables, guardsOfVersions } from '../support/guards.ts';
import { forgotten, keep, leaks, putBack } from '../support/leaks.ts';
import { tendencyOf } from '../support/ranks.ts';
import { HELD } from '../support/strange.ts';
import { takenBy } from '../support/taken.ts';
import { cleared, differenceOf, doorsApart, knownTo, makeTwin, PAID } from '../support/twins.ts';

/** `npm run twins` asks far more, and takes 500 of each time; another `TWIN_SEED` draws others. */
const RUNS = Number(process.env.TWIN_RUNS ?? 150);
const SEED = process.env.TWIN_SEED ?? 'twins';

const one = await makeTwin('twin_one', false);
const two = await makeTwin('twin_two', true);

interface Held {
  readonly name: string;
  readonly rows: string;
}

describe('two databases that differ in everything but what is published', () => {
  test('say the same to the world, and hold other things', async () => {
    expect(await one.published()).toBe(await two.published());
    const names = 'select name, population from structure order by reference';
    expect(await one.office.sql(names)).not.toEqual(await two.office.sql(names));
    const held = Object.fromEntries((await one.office.sql<Held>(HELD)).map(({ name, rows }) => [name, rows]));
    expect((await two.office.sql<Held>(HELD)).filter(({ name, rows }) => held[name] === rows)).toEqual([]);
  });

  test('are answered alike, byte for byte, whatever is asked and by whomever', {
    timeout: 60_000 + 500 * RUNS,
  }, async () => {
    expect(await differenceOf(one, two, SEED, RUNS)).toBeNull();
  });

  test('are alike at every door, to whoever knocks', { timeout: 60_000 + 500 * RUNS }, async () => {
    expect(await doorsApart(one, two, SEED, 2 * RUNS)).toBeNull();
  });
});

describe('every route that the application has', () => {
  test('is knocked at, and no other', () => {
    expect([...one.routes].toSorted()).toEqual(Object.keys({ ...openDoors, ...closedDoors }).toSorted());
  });

  test('is open to strangers on purpose, or turns them away', async () => {
    const known = await knownTo(one, two);
    for (const [route, door] of Object.entries(closedDoors))
      for (const knock of door(known).map(knockOf)) {
        const { status, body } = await two.knock(knock);
        expect(status >= 400 || body.includes('"errors":'), `${route}: ${status} ${body.slice(0, 200)}`).toBe(true);
      }
  });
});

test('whoever was let into the press set of an edition is told what differs, and the register says so', async () => {
  expect(await differenceOf(one, two, 'cleared', 200, [cleared])).toMatch(/barometre-embargo/);
  expect((await one.office.sql<{ n: number }>('select count(*)::int as n from early_read'))[0]?.n).toBeGreaterThan(0);
});

/**
 * A busy machine makes both take longer, and what happens once on one side is no leak: what tells them apart must be both
 * sure and large, and be found again.
 */
const TIMES = Number(process.env.TWIN_TIMES ?? 60);
const SURE = 1e-6;
const LARGE = 0.2;

async function slowerOf(query: string): Promise<'first' | 'second' | null> {
  const { first, second } = await takenBy(one, two, query, TIMES);
  const { p, exceeds } = tendencyOf(first, second);
  if (p >= SURE || Math.abs(exceeds - 0.5) <= LARGE) return null;
  return exceeds > 0.5 ? 'second' : 'first';
}

describe('what two databases take to answer', () => {
  test.each([
    ['an edition that waits in one', '{ edition(year: 2031) { version } }'],
    [
      'an edition that is announced',
      '{ edition(year: 2023) { overall { code } } upcoming { year overall { __typename } } }',
    ],
    ['means of every edition', '{ means(first: 50, orderBy: VALUE_DESC) { totalCount nodes { code label } } }'],
  ])('tells them not apart: %s', { timeout: 60_000 + 2000 * TIMES }, async (_, query) => {
    const slower = await slowerOf(query);
    expect(slower === null || slower !== (await slowerOf(query)), `${slower} is slower, twice`).toBe(true);
  });

  test('would tell them apart if one waited for what it holds', { timeout: 60_000 + 2000 * TIMES }, async () => {
    const { first, second } = await takenBy(one, two, '{ edition(year: 2031) { version } }', TIMES, 20);
    const { p, exceeds } = tendencyOf(first, second);
    expect(p).toBeLessThan(SURE);
    expect(exceeds).toBeGreaterThan(0.5 + LARGE);
  });
});

const both = async (statements: readonly string[] = []): Promise<void> => {
  for (const { office } of [one, two]) for (const statement of statements) await office.sql(statement);
};

/** Asks both, served by one build that remembers nothing of before, until they differ. */
async function asked(
  build: typeof buildApp,
  seed: string,
  times: number,
  ask: typeof doorsApart = differenceOf,
): Promise<string | null> {
  await both([PAID]);
  const [first, second] = await Promise.all([one.behind(build), two.behind(build)]);
  try {
    return await ask(first, second, seed, times);
  } finally {
    await Promise.all([first.close(), second.close()]);
  }
}

/** A module of the server as it would be without a guard: see `unguarded.ts`. */
const without = <Module>({ key }: Guard, module: string): Promise<Module> =>
  import(/* @vite-ignore */ `../../server/${module}?without=${key}`);

describe('a guard that is taken out of the code is missed', () => {
  test.each([
    ...guardsOfAnswers.map((guard) => ({ ...guard, ask: differenceOf })),
    ...guardsOfDoors.map((guard) => ({ ...guard, ask: doorsApart })),
  ])('$name', { timeout: 120_000 }, async ({ ask, ...guard }) => {
    const { buildApp: unguarded } = await without<{ buildApp: typeof buildApp }>(guard, 'app.ts');
    await both(guard.behind?.away);
    try {
      // With what stood before it fallen, this guard holds alone.
      if (guard.behind) expect(await asked(buildApp, guard.key, 30, ask)).toBeNull();
      expect(await asked(unguarded, guard.key, 1500, ask)).toContain(`\n${guard.part}\n`);
    } finally {
      await both(guard.behind?.back);
    }
  });
});

/** How a version is stamped: the same on both sides, whatever it rests on. */
const STAMP = {
  ...{ version: '2021.1', number: 1, published_at: '2022-07-01T09:00:00Z' },
  ...{ hash: '', signature: '', public_key: '' },
};
/** A structure that received nothing, and is known by its rank alone: another one on each side. */
const RANKED = `insert into laureate (id, trophy_id, structure_id, award, rank, confidence, sources)
  select gen_random_uuid(), t.id, s.id, 'RANKED', 2, 'HIGH', '{}' from trophy t join edition e on e.id = t.edition_id
    join category c on c.id = t.category_id, structure s where e.year = 2021 and c.code = 'towns' and s.reference = 'T2'`;

/** Publishes an edition anew on both sides, as `prospect` says it would be, and asks both until they differ. */
async function told(prospect: typeof prospectOf, seed: string, times: number): Promise<string | null> {
  await both([forgotten(STAMP.version)]);
  for (const { office, past } of [one, two]) {
    const em = office.em.fork();
    await writeVersion(em, 'published', STAMP, (await prospect(em, past.id)).rows, []);
  }
  return asked(buildApp, seed, times);
}

describe('a guard that is taken out of what makes a version is missed', () => {
  beforeAll(() => both([RANKED]));

  test.each(guardsOfVersions)('$name', { timeout: 120_000 }, async (guard) => {
    const module = await without<{ prospectOf: typeof prospectOf }>(guard, 'publication/publication.service.ts');
    expect(await told(module.prospectOf, guard.key, 1500)).toContain(`\n${guard.part}\n`);
  });

  test('with all of them in their places, nothing is', async () => {
    expect(await told(prospectOf, 'versions', 100)).toBeNull();
  });
});

test.each(leaks)('a leak is noticed: %s', { timeout: 120_000 }, async (name, table, leak) => {
  for (const statement of [...keep(table), leak]) await two.office.sql(statement);
  try {
    expect(await asked(buildApp, name, 3000)).not.toBeNull();
  } finally {
    for (const statement of putBack(table)) await two.office.sql(statement);
  }
});

/** Runs as the reader role: every relation outside `published` that it may read. */
const REACHED = `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'v', 'm', 'p') and n.nspname not in ('published', 'pg_catalog', 'information_schema', 'pg_toast')
    and has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select')`;

describe('a guard of the database that is taken away is missed', () => {
  test('the role of the public reaches nothing else, and the attacker sees when it does', async () => {
    const reader = new pg.Client(one.office.reading);
    await reader.connect();
    const reached = async () => (await reader.query<{ name: string }>(REACHED)).rows.map(({ name }) => name);
    try {
      expect(await reached()).toEqual([]);
      await one.office.sql('grant usage on schema public to published_reader');
      await one.office.sql('grant select on public.score to published_reader');
      expect(await reached()).toEqual(['public.score']);
    } finally {
      await one.office.sql('revoke select on public.score from published_reader');
      await one.office.sql('revoke usage on schema public from published_reader');
      await reader.end();
    }
  });

  test.each(guardsOfTables)('$name', { timeout: 120_000 }, async ({ name, away, back }) => {
    for (const statement of away) await two.office.sql(statement);
    try {
      expect(await asked(buildApp, name, 1500)).not.toBeNull();
    } finally {
      for (const statement of back) await two.office.sql(statement);
    }
    expect(await asked(buildApp, 'guards put back', 20)).toBeNull();
  });
});
