import { setTimeout as after } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { keepReleases } from '../../server/calendar.ts';
import { makeBackOffice } from '../support/back-office.ts';
import { makeEdition, verbs } from '../support/edition.ts';
import { releasesOf } from '../support/released.ts';

const office = await makeBackOffice('release');
const { ask, complaints, em, headersOf, app, read, seal, sql, time } = office;

/** Never two years in a row: means are told beside those of the year before, so that its release would move them. */
let year = 2022;
const next = () => {
  year += 2;
  return year;
};
/** An edition under embargo, at noon of its day, whose release is due one hour later. */
async function underEmbargo() {
  time.now = new Date('2022-11-10T11:00:00Z');
  const edition = await makeEdition(office, 'EMBARGO', { year: next() });
  return { edition, year, ...releasesOf(office, edition) };
}
const DUE = '2022-11-10T12:00:00.000Z';
const at = (seconds: number) => {
  time.now = new Date(new Date(DUE).getTime() + seconds * 1000);
};
let asked = 0;
/** What is public now: each question has a name of its own, so that no kept answer, a moment older, is given. */
const publicVersion = async (of: number) =>
  (
    await read<{ edition: { dataset: { version: string } } | null }>(
      `query Asked${asked++} { edition(year: ${of}) { dataset { version } } }`,
    )
  ).data.edition;
const waiting = async (of: number) => (await sql('select version from embargoed.dataset where year = ?', [of])).length;
const phaseOf = async (id: string) =>
  (await sql<{ phase: string }>('select phase from edition where id = ?', [id]))[0]?.phase;

describe('a release', () => {
  test('is asked for by one, approved by another, and goes out at its instant', async () => {
    const { edition, year, request, approve, read: seen, tick } = await underEmbargo();
    const { data } = await request(DUE);
    const { id } = data.requestRelease;
    expect(await seen(id)).toMatchObject({ name: `${year}.1`, state: 'REQUESTED', dueIn: 3_600_000, own: true });
    expect(await waiting(year)).toBe(0);
    await approve(id);
    expect(await seen(id)).toMatchObject({ state: 'SCHEDULED', dueIn: 3_600_000, dataset: null });
    expect(await waiting(year)).toBe(1);
    at(-1);
    await tick();
    expect([await publicVersion(year), await phaseOf(edition.id)]).toEqual([null, 'EMBARGO']);
    at(0);
    await tick();
    expect(await seen(id)).toMatchObject({ state: 'RELEASED', dueIn: null, dataset: { name: `${year}.1` } });
    expect(await publicVersion(year)).toEqual({ dataset: { version: `${year}.1` } });
    expect([await waiting(year), await phaseOf(edition.id)]).toEqual([0, 'PUBLISHED']);
  });

  test('is never approved by whoever asked for it, not even by a statement of ours', async () => {
    const { request, approve } = await underEmbargo();
    const { id } = (await request(DUE)).data.requestRelease;
    expect((await approve(id, 'MANAGER')).refusals).toEqual(['RELEASE_OWN']);
    await expect(sql('update release set approved_by = requested_by where id = ?', [id])).rejects.toThrow(
      /release_two_people/,
    );
  });

  test('is neither asked for in the past, nor twice, nor by who runs nothing', async () => {
    const { edition, request } = await underEmbargo();
    expect((await request('2022-11-10T11:00:00.000Z')).refusals).toEqual(['RELEASE_INSTANT_PAST']);
    expect((await request(DUE)).refusals).toEqual([]);
    expect((await request(null)).refusals).toEqual(['RELEASE_UNDER_WAY']);
    const input = { hash: 'x', dueAt: null };
    for (const role of ['CONTROLLER', 'AUDITOR', 'JUROR', 'PARTICIPANT'] as const)
      expect((await ask(role, verbs.request, { id: edition.id, input })).refusals).toEqual(['FORBIDDEN']);
  });

  test('without an instant goes out as soon as it is approved, and so does one whose instant is past', async () => {
    for (const due of [null, DUE]) {
      const { year, request, approve } = await underEmbargo();
      const { id } = (await request(due)).data.requestRelease;
      at(60);
      const { data } = await approve(id);
      expect(data.approveRelease).toMatchObject({ state: 'RELEASED', dataset: { name: `${year}.1` } });
      expect(await publicVersion(year)).toEqual({ dataset: { version: `${year}.1` } });
    }
  });

  test('is approved once, however many approve it at the same instant, and however fast they click', async () => {
    const { year, request, approve } = await underEmbargo();
    const asked = await Promise.all(Array.from({ length: 5 }, () => request(DUE)));
    expect(asked.flatMap(({ refusals }) => refusals)).toEqual(Array(4).fill('RELEASE_UNDER_WAY'));
    const id = asked.find(({ refusals }) => refusals.length === 0)?.data.requestRelease.id ?? '';
    const answers = await Promise.all(Array.from({ length: 5 }, () => approve(id)));
    expect(answers.flatMap(({ refusals }) => refusals)).toEqual(Array(4).fill('RELEASE_STATE'));
    expect(await waiting(year)).toBe(1);
  });

  test('goes out once, however many servers look', async () => {
    const { year, scheduled } = await underEmbargo();
    await scheduled(DUE);
    at(0);
    const servers = Array.from({ length: 4 }, () =>
      keepReleases({ em, clock: () => time.now, seal, complain: (...what) => complaints.push(what), every: 3 }),
    );
    await expect.poll(() => publicVersion(year)).toEqual({ dataset: { version: `${year}.1` } });
    await Promise.all(servers.map((server) => server.stop()));
    expect(await sql('select name from dataset where name = ?', [`${year}.1`])).toHaveLength(1);
    expect(
      await sql(`select kind from publication_event where year = ? and kind = 'edition.published'`, [year]),
    ).toHaveLength(1);
    expect(complaints).toEqual([]);
  });

  test('goes out at the next start when no server was there at its instant', async () => {
    const { year, scheduled, tick } = await underEmbargo();
    await scheduled(DUE);
    at(3 * 24 * 3600);
    await tick();
    expect(await read(`{ edition(year: ${year}) { dataset { publishedAt } } }`)).toMatchObject({
      data: { edition: { dataset: { publishedAt: '2022-11-13T12:00:00.000Z' } } },
    });
  });

  test('goes by the clock of the server, whatever the clocks of those who ask say', async () => {
    const { year, scheduled } = await underEmbargo();
    const id = await scheduled(DUE);
    for (const minutes of [-5, 5]) {
      const date = new Date(new Date(DUE).getTime() + minutes * 60_000).toUTCString();
      const payload = { query: `{ release(id: "${id}") { state dueIn } }` };
      const answer = await app.inject({
        ...{ method: 'POST', url: '/admin/graphql', payload },
        headers: { ...headersOf('MANAGER'), date, 'if-modified-since': date },
      });
      expect(answer.json().data.release).toEqual({ state: 'SCHEDULED', dueIn: 3_600_000 });
      expect(await publicVersion(year)).toBeNull();
    }
  });
});

describe('stopped', () => {
  test('one second before its instant, nothing of it goes out and nobody reads it any more', async () => {
    const { edition, year, scheduled, stop, tick, read: seen } = await underEmbargo();
    const id = await scheduled(DUE);
    at(-1);
    expect((await stop(id)).refusals).toEqual([]);
    expect(await waiting(year)).toBe(0);
    at(1);
    await tick();
    expect([await publicVersion(year), await phaseOf(edition.id)]).toEqual([null, 'EMBARGO']);
    expect(await seen(id)).toMatchObject({ state: 'STOPPED', stopReason: 'Une coquille dans un nom.', dataset: null });
  });

  test('one second after its instant, it is too late, whether the server was there or not', async () => {
    const { year, scheduled, stop, tick } = await underEmbargo();
    const id = await scheduled(DUE);
    at(1);
    expect((await stop(id)).refusals).toEqual(['RELEASE_DUE']);
    await tick();
    expect((await stop(id)).refusals).toEqual(['RELEASE_STATE']);
    expect(await publicVersion(year)).toEqual({ dataset: { version: `${year}.1` } });
  });

  test('before anyone approved it, it can be asked for again', async () => {
    const { request, stop, approve } = await underEmbargo();
    const { id } = (await request(DUE)).data.requestRelease;
    expect((await stop(id)).refusals).toEqual([]);
    expect((await approve(id)).refusals).toEqual(['RELEASE_STATE']);
    expect((await request(DUE)).refusals).toEqual([]);
  });

  test('as it goes out, it is one or the other', async () => {
    for (let round = 0; round < 4; round++) {
      const { year, scheduled, stop, tick } = await underEmbargo();
      const id = await scheduled(DUE);
      at(-1);
      const stopping = stop(id);
      await after(round * 3);
      at(0);
      const [stopped] = await Promise.all([stopping, tick()]);
      const out = await publicVersion(year);
      expect(out === null).toBe(stopped.refusals.length === 0);
    }
  });
});

describe('what moved since', () => {
  const rename = (reference: string) =>
    sql(`update structure set name = name || ' (nouvelle)', version = version + 1 where reference = ?`, [reference]);

  test('it was asked for is not approved, and nothing is lost', async () => {
    const { request, approve, stop, read: seen } = await underEmbargo();
    const { id } = (await request(DUE)).data.requestRelease;
    await rename('T1');
    expect((await approve(id)).refusals).toEqual(['PUBLICATION_MOVED']);
    expect(await seen(id)).toMatchObject({ state: 'REQUESTED' });
    await stop(id);
    expect((await request(DUE)).refusals).toEqual([]);
  });

  test('it was approved does not go out at its instant, which says why; it is asked for again', async () => {
    const { edition, year, scheduled, tick, read: seen } = await underEmbargo();
    const id = await scheduled(DUE);
    await rename('R1');
    at(0);
    await tick();
    expect(await seen(id)).toMatchObject({ state: 'HALTED', haltCode: 'PUBLICATION_MOVED', dataset: null });
    expect([await publicVersion(year), await waiting(year), await phaseOf(edition.id)]).toEqual([null, 0, 'EMBARGO']);
    await scheduled('2022-11-10T13:00:00.000Z');
    at(3600);
    await tick();
    expect(await publicVersion(year)).toEqual({ dataset: { version: `${year}.1` } });
  });

  test('what waits under embargo itself does not go out either', async () => {
    const { year, scheduled, tick, read: seen } = await underEmbargo();
    const id = await scheduled(DUE);
    await sql(`update embargoed.laureate set name = 'Ville de Nulle-Part' where version = ?`, [`${year}.1`]);
    at(0);
    await tick();
    expect(await seen(id)).toMatchObject({ state: 'HALTED', haltCode: 'PUBLICATION_MOVED' });
    expect([await publicVersion(year), await waiting(year)]).toEqual([null, 0]);
  });

  test('an edition taken back to deliberation meanwhile does not go out', async () => {
    const { edition, year, scheduled, tick, read: seen } = await underEmbargo();
    const id = await scheduled(DUE);
    await edition.moveTo('DELIBERATION', 'Une décision est à revoir.');
    at(0);
    await tick();
    expect(await seen(id)).toMatchObject({ state: 'HALTED', haltCode: 'PUBLICATION_BLOCKED' });
    expect(await publicVersion(year)).toBeNull();
  });
});

test('partners are owed a message for the edition and one for each award, written with the version itself', async () => {
  const { year, scheduled, tick } = await underEmbargo();
  await scheduled(DUE);
  expect(await sql('select from publication_event where year = ?', [year])).toEqual([]);
  at(0);
  await tick();
  const events = await sql(
    'select kind, dataset_version, payload from publication_event where year = ? order by kind, payload::text',
    [year],
  );
  const said = { version: `${year}.1`, year, supersedes: null, hash: expect.stringMatching(/^[0-9a-f]{64}$/) };
  expect(events).toMatchObject([
    { kind: 'edition.published', dataset_version: `${year}.1`, payload: said },
    { kind: 'trophy.awarded', payload: { ...said, award: 'Régions', laureates: [{ departmentCode: null }] } },
    { kind: 'trophy.awarded', payload: { ...said, laureates: [{ departmentCode: '10' }] } },
  ]);
});

test('while it goes out, two hundred readers see all of it or nothing of it', { timeout: 120_000 }, async () => {
  const { year, scheduled, tick } = await underEmbargo();
  await scheduled(DUE);
  at(0);
  const figure = 'figure { ... on Told { value } ... on Withheld { reason } }';
  const query = `{ edition(year: ${year}) { dataset { version hash } structureCount
    trophies { nodes { pointRemarquable laureates { nodes { name } } } } indicators { nodes { code ${figure} } }
    means(first: 20) { nodes { code ${figure} } } } }`;
  const answers: string[] = [];
  let over = false;
  const readers = Array.from({ length: 200 }, async () => {
    do {
      answers.push(JSON.stringify((await read(query)).data));
      await after(20); // as people read: what they asked without a breath would only keep the release waiting
    } while (!over);
  });
  await after(20);
  await tick();
  over = true;
  await Promise.all(readers);
  const seen = new Set(answers);
  expect(answers.length).toBeGreaterThanOrEqual(200);
  seen.add(JSON.stringify((await read(query)).data));
  expect([...seen].toSorted((a, b) => a.length - b.length)).toEqual([
    '{"edition":null}',
    JSON.stringify((await read(query)).data),
  ]);
});
