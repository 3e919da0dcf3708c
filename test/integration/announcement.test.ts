import { expect, test } from 'vitest';
import { makeBackOffice } from '../support/back-office.ts';
import { makeEdition } from '../support/edition.ts';
import { releasesOf } from '../support/released.ts';

const office = await makeBackOffice('announcement');
const { read, sql, time } = office;
time.now = new Date('2022-11-10T08:00:00Z');
const edition = await makeEdition(office, 'EMBARGO');
const { scheduled, stop, tick, request } = releasesOf(office, edition);
const DUE = '2022-11-10T12:00:00.000Z';

const UPCOMING = '{ upcoming { year overall { __typename ... on Withheld { reason until } } } }';
const told = async () => (await read<{ upcoming: unknown[] }>(UPCOMING)).data.upcoming;
const announced = [{ year: 2022, overall: { __typename: 'Withheld', reason: 'EMBARGO', until: DUE } }];

test('a release that is not announced is told nowhere, however near it is', async () => {
  expect(await told()).toEqual([]);
  const id = await scheduled(DUE);
  expect(await told()).toEqual([]);
  await stop(id);
});

test('an announced release is told from its approval on, with its instant and nothing else of the edition', async () => {
  const asked = await request(DUE, { announced: true });
  expect(await told()).toEqual([]);
  await stop(asked.data.requestRelease.id);
  await scheduled(DUE, { announced: true });
  await expect.poll(told).toEqual(announced);
  const { data } = await read<object>(
    '{ edition(year: 2022) { year } means { totalCount } editions { totalCount } laureates { totalCount } }',
  );
  expect(data).toEqual({
    ...{ edition: null, means: { totalCount: 0 }, editions: { totalCount: 0 } },
    laureates: { totalCount: 0 },
  });
});

test('stopped, it is no longer told: what was kept of the answer is forgotten', async () => {
  const [release] = await sql<{ id: string }>(`select id from release where state = 'SCHEDULED'`);
  await stop(release?.id ?? '');
  await expect.poll(told).toEqual([]);
});

test('at its instant the edition takes the place of its announcement', async () => {
  await scheduled(DUE, { announced: true });
  await expect.poll(told).toEqual(announced);
  time.now = new Date(DUE);
  await tick();
  await expect.poll(told).toEqual([]);
  const { data } = await read<{ edition: { overall: { figure: object } } }>(
    '{ edition(year: 2022) { overall { figure { __typename } } } }',
  );
  expect(data.edition.overall.figure).toEqual({ __typename: 'Told' });
});

test('every other reason has no day: what keeps a figure then does not end', async () => {
  const { data } = await read<{ means: { nodes: { figure: { until?: string | null } }[] } }>(
    '{ means(first: 100) { nodes { figure { ... on Withheld { until } } } } }',
  );
  const days = data.means.nodes.flatMap(({ figure }) => ('until' in figure ? [figure.until] : []));
  expect(days.length).toBeGreaterThan(10);
  expect(new Set(days)).toEqual(new Set([null]));
});

test('a correction, and a release without an instant, have nothing to announce', async () => {
  await sql(`update structure set name = 'Ville corrigée' where reference = 'T1'`);
  await scheduled('2022-12-01T12:00:00.000Z', { announced: true, reason: 'Le nom était faux.' });
  expect(await sql('select year from published.announcement')).toEqual([]);
});
