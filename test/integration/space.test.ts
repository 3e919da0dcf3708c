import { expect, test } from 'vitest';
import { actorOf, makeBackOffice } from '../support/back-office.ts';
import { makeEdition } from '../support/edition.ts';

const office = await makeBackOffice('space');
const { ask, done, jobs, sql } = office;
const { id, category, structure, enrolment, award, moveTo, publish } = await makeEdition(office, 'DELIBERATION');
const own = (reference: string) => actorOf('PARTICIPANT', structure[reference]);

const asks = {
  space: `{ mySpace { enrolment { id structure { name } edition { phase } } result { score rank field broken }
    report { id size } certificate awards { laureateId label diploma } points { id label text consent open } } }`,
  write: `mutation ($trophyId: ID!, $structureId: ID!, $text: Prose!, $evidence: [EvidenceInput!]!) {
    writePoint(trophyId: $trophyId, structureId: $structureId, text: $text, evidence: $evidence) { id } }`,
  approve: 'mutation ($id: ID!) { approvePoint(id: $id) { id } }',
  askConsent: 'mutation ($id: ID!) { askConsent(id: $id) { id askedAt } }',
  answer: 'mutation ($id: ID!, $given: Boolean!) { answerPoint(id: $id, given: $given) }',
  consent: 'mutation ($id: ID!) { recordConsent(id: $id, given: true, by: "Par courriel") { id } }',
};
interface Space {
  readonly enrolment: { readonly id: string; readonly structure: { readonly name: string } };
  readonly result: { readonly score: string; readonly rank: number; readonly field: number } | null;
  readonly report: { readonly id: string } | null;
  readonly certificate: boolean;
  readonly awards: readonly { readonly label: string; readonly diploma: boolean }[];
  readonly points: readonly {
    readonly id: string;
    readonly text: string;
    readonly consent: string;
    readonly open: boolean;
  }[];
}
const spaceOf = async (reference: string) => (await ask<{ mySpace: Space[] }>(own(reference), asks.space)).data.mySpace;

/** A point remarquable of a laureate, written and approved. */
async function approvedPoint(trophyId: string, text: string): Promise<string> {
  const [criterion] = await sql<{ id: string }>(
    `select criterion_id as id from score where enrolment_id = ? and criterion_id is not null and exact is not null limit 1`,
    [enrolment.T1],
  );
  const evidence = [{ kind: 'CRITERION', id: criterion?.id }];
  const { id: point } = await done<{ id: string }>(asks.write, { trophyId, structureId: structure.T1, text, evidence });
  await ask({ ...actorOf('ADMINISTRATOR'), name: 'Une autre' }, asks.approve, { id: point });
  return point;
}

test('before publication a structure finds that it takes part, and nothing of its result', async () => {
  expect(await spaceOf('T1')).toMatchObject([
    { enrolment: { id: enrolment.T1 }, result: null, report: null, certificate: false, awards: [], points: [] },
  ]);
});

test('a laureate is asked in its space once staff ask it, answers for itself, and nobody else sees it', async () => {
  const { data } = await award('towns', ['T1']);
  const trophy = data.awardTrophy.id;
  const point = await approvedPoint(trophy, 'Un agent se déplace à domicile.');
  expect((await spaceOf('T1'))[0]?.points).toEqual([]);
  expect((await ask(own('T1'), asks.answer, { id: point, given: true })).refusals).toEqual(['NOT_FOUND']);

  await ask('ADMINISTRATOR', 'mutation ($input: InviteAccountInput!) { inviteAccount(input: $input) { id } }', {
    input: { name: 'Une élue', email: 't1@structure.example', role: 'PARTICIPANT', structureId: structure.T1 },
  });
  await sql('delete from mail');
  await done(asks.askConsent, { id: point });
  const letters = await sql<{ recipient: string; body: string }>('select recipient, body from mail');
  expect(letters).toEqual([{ recipient: 't1@structure.example', body: expect.stringContaining('sous embargo') }]);
  expect(letters[0]?.body).not.toContain('se déplace à domicile');
  expect((await spaceOf('T1'))[0]).toMatchObject({
    ...{ result: null, awards: [] },
    points: [{ id: point, text: 'Un agent se déplace à domicile.', consent: 'PENDING', open: true }],
  });
  expect((await spaceOf('T2'))[0]?.points).toEqual([]);
  const [other, nothing] = [
    await ask(own('T2'), asks.answer, { id: point, given: true }),
    await ask(own('T2'), asks.answer, { id: trophy, given: true }),
  ];
  expect(other).toEqual(nothing);
  expect(other.refusals).toEqual(['NOT_FOUND']);

  expect((await ask(own('T1'), asks.answer, { id: point, given: true })).refusals).toEqual([]);
  expect((await spaceOf('T1'))[0]?.points).toMatchObject([{ consent: 'GIVEN', open: true }]);
  const [said] = await sql<{ consent_by: string }>('select consent_by from point_remarquable where id = ?', [point]);
  expect(said?.consent_by).toContain('dans l’espace de la structure');
  expect((await ask('MANAGER', asks.askConsent, { id: point })).refusals).toEqual(['POINT_NOT_TO_ASK']);
});

test('what is written anew must be asked anew: nobody agrees to a text they have not read', async () => {
  const [trophy] = await sql<{ id: string }>('select id from trophy where category_id = ?', [category.towns]);
  office.time.now = new Date('2022-07-02T09:00:00Z');
  const point = await approvedPoint(trophy?.id ?? '', 'Un autre texte.');
  expect((await spaceOf('T1'))[0]?.points).toEqual([]);
  await done(asks.askConsent, { id: point });
  expect((await spaceOf('T1'))[0]?.points).toMatchObject([{ text: 'Un autre texte.', consent: 'PENDING' }]);
  await ask(own('T1'), asks.answer, { id: point, given: true });
});

test('published, a structure finds its result, report, certificate and award, and another only its own', async () => {
  await award('regions', ['R1']);
  await moveTo('EMBARGO');
  const { id: run } = await done<{ id: string }>('mutation ($id: ID!) { makeReports(editionId: $id) { id } }', { id });
  await jobs.over(run);
  expect((await spaceOf('T1'))[0]).toMatchObject({ result: null, report: null });
  await publish();
  const [mine] = await spaceOf('T1');
  expect(mine).toMatchObject({
    result: { score: expect.any(String), rank: expect.any(Number), field: expect.any(Number) },
    ...{ report: { id: expect.any(String) }, certificate: true, awards: [{ diploma: true }] },
    points: [{ consent: 'GIVEN', open: false }],
  });
  const [theirs] = await spaceOf('T2');
  expect(theirs).toMatchObject({ certificate: false, awards: [], points: [], enrolment: { id: enrolment.T2 } });
  expect(theirs?.report?.id).not.toBe(mine?.report?.id);
});

test('nobody but a structure has a space', async () => {
  for (const role of ['MANAGER', 'JUROR', 'CONTROLLER', 'AUDITOR'] as const)
    expect((await ask(role, asks.space)).refusals).toEqual(['FORBIDDEN']);
  expect((await ask(null, asks.space)).refusals).toEqual(['UNAUTHENTICATED']);
  expect((await ask<{ mySpace: Space[] }>(actorOf('PARTICIPANT'), asks.space)).data.mySpace).toEqual([]);
});
