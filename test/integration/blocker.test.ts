import { expect, test } from 'vitest';
import { makeBackOffice } from '../support/back-office.ts';
import { FOR, juriesOf } from '../support/convened.ts';
import { makeEdition, verbs } from '../support/edition.ts';

const office = await makeBackOffice('blocker');
const { ask, done, sql } = office;
const jury = juriesOf(office);
const TOWNS = 'Villes de plus de 50 000 habitants';
const TOWN = 'Ville de Aubrevaux';

const blockersOf = async (id: string) => {
  const query = 'query ($id: ID!) { rehearsal(editionId: $id) { blockers { code subject recordId } } }';
  const { blockers } = await done<{ blockers: { code: string; subject: string; recordId: string | null }[] }>(query, {
    id,
  });
  return blockers;
};

test('a point remarquable must be written for each laureate, approved by another, and consented to', async () => {
  const edition = await makeEdition(office, 'EMBARGO', { year: 2030 });
  expect(await blockersOf(edition.id)).toEqual([]);
  const [trophy] = await sql<{ id: string }>('select id from trophy where category_id = ?', [edition.category.towns]);
  const [criterion] = await sql<{ id: string }>(
    `select criterion_id as id from score where enrolment_id = ? and criterion_id is not null and exact is not null`,
    [edition.enrolment.T1],
  );
  const write =
    'mutation ($t: ID!, $s: ID!, $e: [EvidenceInput!]!) { writePoint(trophyId: $t, structureId: $s, text: "Un accueil rare.", evidence: $e) { id } }';
  const evidence = [{ kind: 'CRITERION', id: criterion?.id }];
  const { id } = await done(write, { t: trophy?.id, s: edition.structure.T1, e: evidence });
  expect(await blockersOf(edition.id)).toEqual([{ code: 'POINT_NOT_APPROVED', subject: TOWN, recordId: null }]);
  await ask('ADMINISTRATOR', 'mutation ($id: ID!) { approvePoint(id: $id) { id } }', { id });
  expect(await blockersOf(edition.id)).toEqual([{ code: 'CONSENT_MISSING', subject: TOWN, recordId: null }]);
  const consent =
    'mutation ($id: ID!, $given: Boolean!) { recordConsent(id: $id, given: $given, by: "Le maire, par courriel") { id } }';
  await done(consent, { id, given: false });
  expect(await blockersOf(edition.id)).toEqual([{ code: 'CONSENT_REFUSED', subject: TOWN, recordId: null }]);
  await done(consent, { id, given: true });
  expect(await blockersOf(edition.id)).toEqual([]);
  // Ex æquo: the second laureate has none yet.
  await sql(`insert into laureate (trophy_id, structure_id, rank, sources) values (?, ?, 1, '{}')`, [
    trophy?.id,
    edition.structure.T2,
  ]);
  expect(await blockersOf(edition.id)).toMatchObject([
    { code: 'POINT_REMARQUABLE_MISSING', subject: 'Ville de Beaumarsan' },
  ]);
});

test('an award that a panel deliberates on comes from its decision, in a meeting that was closed', {
  timeout: 120_000,
}, async () => {
  const { edition, panel, did, vote, laureates } = await jury();
  const codes = async () => (await blockersOf(edition.id)).map(({ code, subject }) => `${code} ${subject}`);
  expect(await codes()).toContain(`TROPHY_NOT_DECIDED ${TOWNS}`);
  await did('Aline', 'open');
  for (const name of ['Aline', 'Denis', 'Elsa']) await vote(name, FOR);
  await did('Aline', 'count');
  await did('Aline', 'record');
  expect((await laureates()).length).toBeGreaterThan(0);
  const open = (await blockersOf(edition.id)).find(({ code }) => code === 'MEETING_NOT_CLOSED');
  const [meeting] = await sql<{ id: string }>(
    'select m.id from meeting m join panel p on p.id = m.panel_id where p.edition_id = ?',
    [edition.id],
  );
  expect(open?.recordId).toBe(meeting?.id);
  await sql('update meeting set closed_at = now() where id = ?', [meeting?.id]);
  expect((await codes()).filter((code) => /^(MEETING|MINUTES|DECISION|CHAIN)/.test(code))).toEqual([]);
  // Decided outside before it was entrusted: the panel has not had its say.
  await edition.award('regions', ['R1'], { motive: 'Décidé avant la séance.' });
  await panel.entrust(edition.category.regions);
  expect(await codes()).toContain('DECISION_NOT_OF_PANEL Régions');
});

test('what blocks is refused when a release is asked for, with the list', async () => {
  const edition = await makeEdition(office, 'EMBARGO', { year: 2040 });
  await edition.award('towns', ['T2'], { pointRemarquable: null, motive: 'Choix du jury.' });
  const { hash } = await edition.rehearse();
  const answer = await ask('MANAGER', verbs.request, { id: edition.id, input: { hash } });
  expect(answer).toMatchObject({
    ...{ refusals: ['PUBLICATION_BLOCKED'] },
    details: [{ blockers: [{ code: 'POINT_REMARQUABLE_MISSING', subject: 'Ville de Beaumarsan' }] }],
  });
});

test('a point given with a decision that staff record is approved by someone else and consented to, like any other', async () => {
  const edition = await makeEdition(office, 'EMBARGO', { year: 2041 });
  const state = async () => (await blockersOf(edition.id)).map(({ code, subject }) => `${code} ${subject}`);
  const input = { structureIds: [edition.structure.T1], pointRemarquable: 'Un autre texte.' };
  const { data } = await ask<{ awardTrophy: { id: string } }>('MANAGER', verbs.award, {
    ...{ categoryId: edition.category.towns, input },
  });
  const { points } = await done<{ points: { id: string; text: string; evidence: unknown[] }[] }>(
    'query ($id: ID!) { trophy(id: $id) { points { id text evidence { id } } } }',
    { id: data.awardTrophy.id },
  );
  expect(points).toMatchObject([{ text: 'Un autre texte.', evidence: [] }]);
  const [{ id } = { id: '' }] = points;
  expect(await state()).toEqual([expect.stringMatching(/^POINT_NOT_APPROVED /)]);
  const approve = 'mutation ($id: ID!) { approvePoint(id: $id) { id } }';
  expect((await ask('MANAGER', approve, { id })).refusals).toEqual(['POINT_OWN']);
  expect((await ask('ADMINISTRATOR', approve, { id })).refusals).toEqual([]);
  expect(await state()).toEqual([expect.stringMatching(/^CONSENT_MISSING /)]);
  await done('mutation ($id: ID!) { recordConsent(id: $id, given: true, by: "La maire") { id } }', { id });
  expect(await state()).toEqual([]);
});
