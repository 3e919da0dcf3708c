import pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { tendencyOf } from '../support/ranks.ts';
import { takenBy } from '../support/taken.ts';
import { cleared, differenceOf, makeTwin, type Twin } from '../support/twins.ts';

/** `npm run twins` asks far more, and takes 500 of each time; another `TWIN_SEED` draws others. */
const RUNS = Number(process.env.TWIN_RUNS ?? 150);
const SEED = process.env.TWIN_SEED ?? 'twins';

const one: Twin = await makeTwin('twin_one', false);
const two: Twin = await makeTwin('twin_two', true);

describe('two databases that differ in everything but what is published', () => {
  test('say the same to the world, and hold other things', async () => {
    expect(await one.published()).toBe(await two.published());
    const names = 'select name, population from structure order by reference';
    expect(await one.office.sql(names)).not.toEqual(await two.office.sql(names));
  });

  test('are answered alike, byte for byte, whatever is asked and by whomever', {
    timeout: 60_000 + 200 * RUNS,
  }, async () => {
    expect(await differenceOf(one, two, SEED, RUNS)).toBeNull();
  });
});

test('whoever was let into the press set of an edition is told what differs, and the register says so', async () => {
  expect(await differenceOf(one, two, 'cleared', 200, [], [cleared])).toMatch(/barometre-embargo/);
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
  ])('tells them not apart: %s', { timeout: 60_000 + 200 * TIMES }, async (_, query) => {
    const slower = await slowerOf(query);
    expect(slower === null || slower !== (await slowerOf(query)), `${slower} is slower, twice`).toBe(true);
  });

  test('would tell them apart if one waited for what it holds', { timeout: 60_000 + 200 * TIMES }, async () => {
    const { first, second } = await takenBy(one, two, '{ edition(year: 2031) { version } }', TIMES, 20);
    const { p, exceeds } = tendencyOf(first, second);
    expect(p).toBeLessThan(SURE);
    expect(exceeds).toBeGreaterThan(0.5 + LARGE);
  });
});

/** One guard taken away at a time, on one side: whoever asks long enough must see it. */
const leaks: readonly [name: string, tables: readonly string[], leak: string][] = [
  [
    'a mean that is withheld is told',
    ['mean'],
    `update published.mean set value = 48.39, structure_count = 5, withheld = null where code = 'category.towns/overall'`,
  ],
  [
    'a base is told beside a mean that is not',
    ['mean'],
    `update published.mean set structure_count = 3 where scope = 'CATEGORY' and withheld is not null`,
  ],
  [
    'a mean of nobody is left out',
    ['mean'],
    `delete from published.mean where scope = 'DEPARTMENT' and territory_code > '15'`,
  ],
  [
    'a reason tells that there is something',
    ['mean'],
    `update published.mean set withheld = 'DOMINANCE' where scope = 'REGION'`,
  ],
  [
    'an edition is there before its hour',
    ['dataset'],
    `insert into published.dataset (version, year, number, published_at, hash, ordinal, label, provenance, sources)
     values ('2023.1', 2023, 1, '2023-11-01', '', 11, 'Baromètre 2023', 'FIELD', '{}')`,
  ],
  [
    'a laureate is named before its hour',
    ['laureate'],
    `insert into published.laureate (version, trophy, position, name, kind, award, confidence, sources)
     values ('2022.1', 0, 9, 'Ville de Beaumarsan', 'COMMUNE', 'PRIZE', 'HIGH', '{}')`,
  ],
  [
    'an order follows what is not told',
    ['mean'],
    `update published.mean set position = 5000 - position where scope = 'CATEGORY'`,
  ],
  [
    'an indicator keeps its numerator',
    ['indicator'],
    `update published.indicator set numerator = 2 where code = 'email.within_5_days'`,
  ],
];

/** What is left to whoever asks: the one twin was asked before, and this says nothing of what it holds. */
const BALANCE = ['ratelimit-remaining', 'ratelimit-limit', 'ratelimit-reset', 'content-length', 'etag'];

describe('a leak is noticed', () => {
  let leaky: Twin;
  beforeAll(async () => {
    leaky = await makeTwin('twin_leaky', true);
    expect(await differenceOf(one, leaky, 'before any leak', 40, BALANCE)).toBeNull();
  });

  test.each(leaks)('%s', { timeout: 120_000 }, async (_, tables, leak) => {
    const guarded = (state: string) =>
      tables.map((table) => `alter table published.${table} ${state} trigger ${table}_is_final`).join('; ');
    const keep = tables.map((table) => `create table kept_${table} as select * from published.${table}`).join('; ');
    const put = tables
      .map(
        (
          table,
        ) => `alter table published.${table} disable trigger user; delete from published.${table} t where to_jsonb(t) not in (select to_jsonb(k) from kept_${table} k);
        insert into published.${table} select * from kept_${table} k where to_jsonb(k) not in (select to_jsonb(t) from published.${table} t);
        alter table published.${table} enable trigger user; drop table kept_${table}`,
      )
      .join('; ');
    for (const statement of [keep, guarded('disable'), leak])
      for (const each of statement.split(';')) await leaky.office.sql(each);
    try {
      expect(await differenceOf(one, leaky, 'leaks', 3000, BALANCE)).not.toBeNull();
    } finally {
      for (const each of put.split(';')) await leaky.office.sql(each);
    }
  });
});

/** Runs as the reader role: every relation outside `published` that it may read. */
const REACHED = `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'v', 'm', 'p') and n.nspname not in ('published', 'pg_catalog', 'information_schema', 'pg_toast')
    and has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select')`;

/** The role of the published world meets its database anew: what was said of it holds from the next connection on. */
const ANEW = `select pg_terminate_backend(pid) from pg_stat_activity
  where usename = 'published_reader' and datname = current_database() and pid <> pg_backend_pid()`;
const inOwnDatabase = (act: string) =>
  `do $$ begin execute format('alter role published_reader in database %I ${act}', current_database()); end $$`;

/** One guard of the database taken away at a time: how, and how it is put back. */
const guards: readonly [name: string, away: readonly string[], back: readonly string[]][] = [
  [
    'what waits under embargo is read by the role of the public',
    [
      'grant usage on schema press to published_reader',
      'grant select on all tables in schema press to published_reader',
      inOwnDatabase('set search_path = press'),
      ANEW,
    ],
    [
      inOwnDatabase('reset search_path'),
      'revoke select on all tables in schema press from published_reader',
      'revoke usage on schema press from published_reader',
      ANEW,
    ],
  ],
  [
    'a published table is a view of the back office, read with the rights of its owner',
    [
      'alter table published.laureate rename to laureate_kept',
      `create view published.laureate as select * from published.laureate_kept union all
        select (json_populate_record(k, json_build_object('name', s.name, 'position', 100 + length(s.name)))).*
        from published.laureate_kept k, public.structure s where k.trophy = 0 and k.position = 0`,
      'grant select on published.laureate to published_reader',
      ANEW,
    ],
    ['drop view published.laureate', 'alter table published.laureate_kept rename to laureate', ANEW],
  ],
];

describe('a guard that is taken away is missed', () => {
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

  test.each(guards)('%s', { timeout: 120_000 }, async (_, away, back) => {
    for (const statement of away) await two.office.sql(statement);
    try {
      expect(await differenceOf(one, two, 'guards', 1500, BALANCE)).not.toBeNull();
    } finally {
      for (const statement of back) await two.office.sql(statement);
    }
    expect(await differenceOf(one, two, 'guards put back', 20, BALANCE)).toBeNull();
  });
});
