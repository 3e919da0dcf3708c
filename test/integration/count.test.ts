import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { makeBackOffice } from '../support/back-office.ts';

const { done, ask, sql, url, complaints } = await makeBackOffice('count');

const create = 'mutation ($input: StructureInput!) { createStructure(input: $input) { id } }';
let n = 0;
const made = (more: object = {}) =>
  done(create, { input: { reference: `N${++n}`, name: `Ville ${n}`, kind: 'COMMUNE', ...more } });
const total = async (args = '') => (await done<{ total: number }>(`{ structures${args} { total } }`)).total;

test('a total is exact however often it is asked and whoever writes in between', async () => {
  for (let i = 1; i <= 5; i++) {
    await made({ departmentCode: i % 2 ? '57' : '67' });
    for (let glance = 0; glance < 3; glance++) expect(await total()).toBe(i);
    expect(await total('(departmentCode: "57")')).toBe(Math.ceil(i / 2));
  }
  await sql(`delete from structure where department_code = '67'`);
  expect([await total(), await total('(departmentCode: "67")')]).toEqual([3, 0]);
});

test('what another has written is counted from the instant it is committed, and not before', async () => {
  const other = new pg.Client(url);
  await other.connect();
  onTestFinished(() => other.end());
  const before = await total();
  await other.query('begin');
  await other.query(`insert into structure (reference, name, kind) values ('AUTRE', 'Ville d’un autre', 'COMMUNE')`);
  expect([await total(), await total()]).toEqual([before, before]);
  await other.query('commit');
  expect(await total()).toBe(before + 1);
});

test('forty who read while one writes never see a total of the past', async () => {
  const start = await total();
  let written = start;
  for (let round = 0; round < 8; round++) {
    const readers = Array.from({ length: 5 }, () => total());
    await made();
    written++;
    const during = await Promise.all(readers);
    expect(during.every((count) => count === written || count === written - 1)).toBe(true);
    expect(await total()).toBe(written);
  }
});

test('two people count what each may see', async () => {
  const { data } = await ask<{ structures: { total: number } }>('PARTICIPANT', '{ structures { total } }');
  expect(data.structures.total).toBe(0);
  expect(await total()).toBeGreaterThan(0);
  expect(complaints).toEqual([]);
});
