import { beforeAll, describe, expect, test } from 'vitest';
import { differenceOf, makeTwin, type Twin } from '../support/twins.ts';

/** `TWIN_RUNS=20000` and another `TWIN_SEED` for a night's worth. */
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
