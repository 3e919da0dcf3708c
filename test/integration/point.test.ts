import { describe, expect, test } from 'vitest';
import { makeBackOffice } from '../support/back-office.ts';
import { juriesOf, refusalsOf } from '../support/convened.ts';

const office = await makeBackOffice('point');
const { ask, done, sql } = office;
const jury = juriesOf(office);

describe('a point remarquable', { timeout: 60_000 }, () => {
  const write = `mutation ($trophyId: ID!, $structureId: ID!, $text: Prose!, $evidence: [EvidenceInput!]!) {
    writePoint(trophyId: $trophyId, structureId: $structureId, text: $text, evidence: $evidence) { id approvedAt consent authorName } }`;
  const approve = 'mutation ($id: ID!) { approvePoint(id: $id) { approvedByName } }';
  const consent =
    'mutation ($id: ID!, $given: Boolean!, $by: Title!) { recordConsent(id: $id, given: $given, by: $by) { consent consentBy } }';

  test('rests on what was found of its laureate, is approved by someone else, and waits for the laureate’s consent', async () => {
    const { did, edition } = await jury();
    await did('Aline', 'open');
    await did('Aline', 'count');
    await did('Aline', 'record');
    const [{ trophy = '' } = {}] = await sql<{ trophy: string }>(
      'select id as trophy from trophy where category_id = ?',
      [edition.category.towns],
    );
    const evidenceOf = (reference: string) =>
      sql<{ id: string }>(
        `select m.id from measurement m join audit a on a.id = m.audit_id where a.enrolment_id = ? order by m.id limit 1`,
        [edition.enrolment[reference]],
      );
    const [[own], [other]] = [await evidenceOf('T1'), await evidenceOf('T2')];
    const point = (more: object = {}) => ({
      ...{ trophyId: trophy, structureId: edition.structure.T1, text: 'Un accueil remarquable.' },
      evidence: [{ kind: 'MEASUREMENT', id: own?.id }],
      ...more,
    });
    const published = async () =>
      (await sql<{ p: string | null }>('select point_remarquable as p from trophy where id = ?', [trophy]))[0]?.p;
    expect(await refusalsOf(ask('MANAGER', write, point({ structureId: edition.structure.T2 })))).toEqual([
      'POINT_NOT_LAUREATE',
    ]);
    expect(await refusalsOf(ask('MANAGER', write, point({ evidence: [] })))).toEqual(['POINT_EVIDENCE_REQUIRED']);
    const strange = await ask('MANAGER', write, point({ evidence: [{ kind: 'MEASUREMENT', id: other?.id }] }));
    expect(strange).toMatchObject({ refusals: ['POINT_EVIDENCE_REQUIRED'], details: [{ strangers: [other?.id] }] });
    const { id } = await done(write, point());
    expect(await published()).toBeNull();
    expect(await refusalsOf(ask('MANAGER', approve, { id }))).toEqual(['POINT_OWN']);
    expect((await ask('ADMINISTRATOR', approve, { id })).data).toMatchObject({
      approvePoint: { approvedByName: 'Une personne (ADMINISTRATOR)' },
    });
    expect(await published()).toBeNull();
    await done(consent, { id, given: true, by: 'Le cabinet du maire, par courriel.' });
    expect(await published()).toBe('Un accueil remarquable.');
    await done(write, point({ text: 'Un accueil hors du commun.' }));
    expect(await published()).toBeNull();
    await ask('ADMINISTRATOR', approve, { id });
    await done(consent, { id, given: false, by: 'Le cabinet du maire.' });
    expect(await published()).toBeNull();
  });
});
