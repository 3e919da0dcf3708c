import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { openReader, readerUrls } from '../../server/database/reader.ts';
import { openReleases } from '../../server/database/releases.ts';
import { makeDatabase } from '../support/database.ts';

const SECRET = 'a-secret-of-tests-0123456789';
const url = await makeDatabase('reader');
const owner = new pg.Client(url);
await owner.connect();
const complaints: Error[] = [];
const { public: reading } = await readerUrls(url, SECRET);
const reader = openReader(reading, (error) => complaints.push(error));
afterAll(async () => {
  await reader.close();
  await owner.end();
});

test('servers that start at the same instant, each on its database of one cluster, all let the readers in', async () => {
  const others = await Promise.all(['reader_b', 'reader_c', 'reader_d'].map((name) => makeDatabase(name)));
  const starts = [url, ...others].flatMap((each) => Array.from({ length: 10 }, () => readerUrls(each, SECRET)));
  const urls = await Promise.all(starts);
  expect(new Set(urls.map((each) => new URL(each.public).password)).size).toBe(1);
});

const echo = (n: number) => reader.query<{ n: number }>('echo', 'select $1::int as n', [n]);
const divide = (n: number) => reader.query<{ n: number }>('divide', 'select 12 / $1::int as n', [n]);

test('statements that go out together are each answered with what is theirs, and fail alone', async () => {
  await Promise.all([echo(0), divide(1)]);
  const numbers = Array.from({ length: 40 }, (_, i) => i);
  expect(await Promise.all(numbers.map(echo))).toEqual(numbers.map((n) => [{ n }]));
  const settled = await Promise.allSettled([1, 0, 2, 0, 3].map(divide));
  expect(settled.map((each) => (each.status === 'fulfilled' ? each.value[0]?.n : String(each.reason)))).toEqual([
    ...[12, 'error: division by zero', 6, 'error: division by zero', 4],
  ]);
  expect(await divide(4)).toEqual([{ n: 3 }]);
});

test('a connection that is lost while it answers refuses what it carried; the next are answered', async () => {
  const slow = reader.query('slow', 'select pg_sleep(30)', []);
  const told = slow.catch((error: Error) => error.message);
  const ended = async () =>
    (
      await owner.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where query like '%pg_sleep(30)' and pid <> pg_backend_pid()`,
      )
    ).rowCount;
  await expect.poll(ended).toBe(1);
  expect(await told).toMatch(/terminat/i);
  expect(await Promise.all([7, 8, 9].map(echo))).toEqual([[{ n: 7 }], [{ n: 8 }], [{ n: 9 }]]);
  expect(complaints.every(({ message }) => /terminat/i.test(message))).toBe(true);
});

test('nobody waits behind a statement that was slow before', async () => {
  const held = (ms: number) => reader.query('held', 'select pg_sleep($1::float / 1000)', [ms]);
  await held(40);
  const order: string[] = [];
  await Promise.all([
    held(300).then(() => order.push('slow')),
    echo(1).then(() => order.push('quick')),
    echo(2).then(() => order.push('quick')),
  ]);
  expect(order).toEqual(['quick', 'quick', 'slow']);
});

test('no state of the published world comes back: what was kept of it before is not taken for what holds again', async () => {
  const releases = openReleases(reading, (error) => complaints.push(error));
  const seen = new Set<number>();
  for (let n = 1; n <= 3; n++) {
    await expect.poll(() => releases.state() ?? 0).toBeGreaterThan(Math.max(0, ...seen));
    seen.add(releases.state() ?? 0);
    await owner.query('notify published');
  }
  expect(seen.size).toBe(3);
  await releases.close();
});
