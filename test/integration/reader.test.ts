import { expect, test } from 'vitest';
import { readerUrls } from '../../server/database/reader.ts';
import { makeDatabase } from '../support/database.ts';

test('servers that start at the same instant, each on its database of one cluster, all let the readers in', async () => {
  const databases = await Promise.all(
    ['reader_a', 'reader_b', 'reader_c', 'reader_d'].map((name) => makeDatabase(name)),
  );
  const starts = databases.flatMap((url) =>
    Array.from({ length: 10 }, () => readerUrls(url, 'a-secret-of-tests-0123456789')),
  );
  const urls = await Promise.all(starts);
  expect(new Set(urls.map((each) => new URL(each.public).password)).size).toBe(1);
});
