import { expect, test } from 'vitest';
import { verify } from '../../server/certificate/verify.mjs';
import { makeBackOffice } from '../support/back-office.ts';
import { makeEdition, publishNow, verbs } from '../support/edition.ts';
import { releasesOf } from '../support/released.ts';

const office = await makeBackOffice('erratum');
const { app, ask, sql, time } = office;
const edition = await makeEdition(office, 'PUBLISHED');
const { request } = releasesOf(office, edition);
const first = (await app.inject('/datasets/2022.1.json')).body;
await sql(
  `update structure set name = 'Ville d’Aubrevaux', department_code = '11', version = version + 1 where reference = 'T1'`,
);
await sql(`update structure set name = 'Région Fontarelle-Sud', version = version + 1 where reference = 'R1'`);

const errata = (version: string) =>
  sql(`select table_name, key, field, old, new, reason from published.erratum where version = ? order by position`, [
    version,
  ]);

test('a correction says why, for all it changes, and single changes may say it apart', async () => {
  expect((await request(null)).refusals).toEqual(['ERRATUM_REASON_REQUIRED']);
  const stray = { table: 'laureate', key: '7/7', field: 'name', reason: 'Rien de tel.' };
  const refused = await request(null, { reason: 'Noms corrigés.', reasons: [stray] });
  expect(refused).toMatchObject({ refusals: ['ERRATUM_REASON_STRAY'], details: [{ reasons: [stray] }] });
  const own = { table: 'laureate', key: '1/0', field: 'name', reason: 'La région a changé de nom.' };
  const asked = await request(null, { reason: 'Noms corrigés.', reasons: [own] });
  expect(asked.refusals).toEqual([]);
  const { id } = asked.data.requestRelease;
  time.now = new Date('2022-12-01T08:00:00Z');
  const { hash } = await edition.rehearse();
  expect((await ask('ADMINISTRATOR', verbs.approve, { id, hash })).refusals).toEqual([]);
});

test('the erratum lists exactly the fields that changed, as they were and as they are, each with its reason', async () => {
  const shared = { table_name: 'laureate', reason: 'Noms corrigés.' };
  expect(await errata('2022.2')).toEqual([
    { ...shared, key: '0/0', field: 'department_code', old: '10', new: '11' },
    { ...shared, key: '0/0', field: 'name', old: 'Ville de Aubrevaux', new: 'Ville d’Aubrevaux' },
    {
      ...{ table_name: 'laureate', key: '1/0', field: 'name', reason: 'La région a changé de nom.' },
      ...{ old: 'Région Fontarelle', new: 'Région Fontarelle-Sud' },
    },
  ]);
  expect(await errata('2022.1')).toEqual([]);
});

test('the version that was corrected stays as it was, to the byte, and the correction is signed with its erratum', async () => {
  expect((await app.inject('/datasets/2022.1.json')).body).toBe(first);
  const second = (await app.inject('/datasets/2022.2.json')).body;
  expect(JSON.parse(second).tables.erratum).toHaveLength(3);
  expect(() => verify(second)).not.toThrow();
});

test('partners are owed a correction, and an award only where its laureates are not those they were', async () => {
  const events = await sql(
    `select kind, payload from publication_event where dataset_version = '2022.2' order by kind, payload::text`,
  );
  expect(events).toMatchObject([
    { kind: 'edition.corrected', payload: { version: '2022.2', supersedes: '2022.1' } },
    { kind: 'trophy.awarded', payload: { laureates: [{ name: 'Région Fontarelle-Sud' }] } },
    { kind: 'trophy.awarded', payload: { laureates: [{ name: 'Ville d’Aubrevaux' }] } },
  ]);
});

test('a row that comes or goes is told whole', async () => {
  await sql(`delete from laureate where structure_id = ?`, [edition.structure.R1]);
  await publishNow(office, edition.id, (await edition.rehearse()).hash, 'Le prix a été rendu.');
  const gone = await errata('2022.3');
  expect(gone).toMatchObject([
    { table_name: 'laureate', key: '1/0', field: null, new: null, reason: 'Le prix a été rendu.' },
  ]);
  expect(JSON.parse(String((gone[0] as { old: string }).old))).toMatchObject({ name: 'Région Fontarelle-Sud' });
});
