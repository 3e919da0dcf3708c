import { beforeAll, expect, test } from 'vitest';
import { actorOf, makeBackOffice } from '../support/back-office.ts';
import { makeEdition } from '../support/edition.ts';
import { guestOf } from '../support/guest.ts';
import { juryVerbs, makePanel, seatMailedTo, TERMS, type TestJuror } from '../support/jury.ts';

const office = await makeBackOffice('panel');
const { ask, done, sql, time } = office;
let edition: Awaited<ReturnType<typeof makeEdition>>;
let panel: Awaited<ReturnType<typeof makePanel>>;
beforeAll(async () => {
  edition = await makeEdition(office, 'DELIBERATION');
  panel = await makePanel(office, edition, ['Aline', 'Basile', 'Chloé']);
});

const door = '{ seatDoor { state name panel office terms } }';
const accept = 'mutation ($terms: Boolean!) { acceptSeat(terms: $terms) { email passwordToken secondFactorDue } }';
const decline = 'mutation ($motive: Prose) { declineSeat(motive: $motive) }';
const remove =
  'mutation ($id: ID!, $motive: Prose!) { removeJuror(jurorId: $id, motive: $motive) { state leftAt motive } }';
const replace =
  'mutation ($id: ID!, $input: JurorInput!, $motive: Prose!) { replaceJuror(jurorId: $id, input: $input, motive: $motive) { id office state replaces { name leftAt motive } } }';

async function invite(name: string, more: object = {}) {
  const email = `${name}@jury.example`;
  const { id } = await done(juryVerbs.invite, { id: panel.id, input: { name, email, ...more } });
  return { id, email, guest: guestOf(office, await seatMailedTo(office, email)) };
}
const seatOf = async (id: string) =>
  (
    await sql<{ accepted: boolean; version: number }>(
      'select accepted_at is not null as accepted, version from juror where id = ?',
      [id],
    )
  )[0];

test('a scanner that opens the link changes nothing, however often', async () => {
  const { id, guest } = await invite('scannee');
  const before = await sql('select * from juror where id = ?', [id]);
  for (let i = 0; i < 3; i++)
    expect((await guest(door)).value).toEqual({
      ...{ state: 'INVITED', name: 'scannee', panel: 'Jury des trophées', office: 'MEMBER', terms: TERMS },
    });
  expect(await sql('select * from juror where id = ?', [id])).toEqual(before);
});

test('a seat is accepted with its terms, once: five clicks, one seat', async () => {
  const { id, guest } = await invite('presse');
  expect((await guest(accept, { terms: false })).refusals).toEqual(['TERMS_REQUIRED']);
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => guest(accept, { terms: true })));
  expect(answers.filter(({ refusals }) => refusals.length === 0)).toHaveLength(1);
  expect(answers.flatMap(({ refusals }) => refusals)).toEqual(Array(4).fill('SEAT_CLOSED'));
  expect(answers.find(({ value }) => value)?.value).toEqual({
    ...{ email: 'presse@jury.example', passwordToken: expect.any(String), secondFactorDue: true },
  });
  expect(await seatOf(id)).toMatchObject({ accepted: true });
  expect((await guest(accept, { terms: true })).details).toEqual([{ status: 'ACCEPTED' }]);
  expect((await guest(door)).value).toMatchObject({ state: 'ACCEPTED', terms: null });
});

test('a link that is late, declined, unknown or replaced opens nothing', async () => {
  const late = await invite('tardif');
  const now = time.now;
  time.now = new Date(now.getTime() + 15 * 86_400_000);
  expect((await late.guest(accept, { terms: true })).details).toEqual([{ status: 'EXPIRED' }]);
  await done('mutation ($id: ID!) { resendSeat(jurorId: $id) { state } }', { id: late.id });
  expect((await late.guest(accept, { terms: true })).refusals).toEqual(['INVITATION_UNKNOWN']);
  const again = guestOf(office, await seatMailedTo(office, late.email));
  expect((await again(accept, { terms: true })).refusals).toEqual([]);
  time.now = now;
  const declined = await invite('occupe');
  expect((await declined.guest(decline, { motive: 'Je ne suis pas disponible.' })).value).toBe(true);
  expect((await declined.guest(accept, { terms: true })).details).toEqual([{ status: 'DECLINED' }]);
  expect((await guestOf(office, 'nothing')(door)).refusals).toEqual(['INVITATION_UNKNOWN']);
});

test('the link is kept nowhere: neither the table nor the journal has what opens it', async () => {
  const { email } = await invite('discret');
  const token = await seatMailedTo(office, email);
  expect(token).toMatch(/\S{20}/);
  const found = await sql<{ n: number }>(
    `select count(*)::int as n from (select to_jsonb(j)::text as t from juror j union all select to_jsonb(c)::text from change c) x where t like ?`,
    [`%${token}%`],
  );
  expect(found).toEqual([{ n: 0 }]);
});

test('a seat opens nothing without a second factor, and says so', async () => {
  const { id, guest } = await invite('simple');
  await guest(accept, { terms: true });
  const [{ account_id = '' } = {}] = await sql<{ account_id: string }>('select account_id from juror where id = ?', [
    id,
  ]);
  const juror = { ...actorOf('JUROR'), id: account_id };
  const { data } = await ask<{ ownSeats: object[] }>(juror, juryVerbs.seats);
  expect(data.ownSeats).toMatchObject([{ open: false, left: ['SECOND_FACTOR', 'TIES'], awards: [], meetings: [] }]);
  const towns = await panel.entrust(edition.category.towns);
  expect((await ask(juror, juryVerbs.files, { id: towns.id })).refusals).toEqual(['SECOND_FACTOR_REQUIRED']);
  await done('mutation ($id: ID!) { withdrawAward(mandateId: $id) }', { id: towns.id });
});

test('terms that were accepted no longer change; the rest does', async () => {
  const update =
    'mutation ($id: ID!, $version: Int!, $input: PanelInput!) { updatePanel(id: $id, version: $version, input: $input) { label version } }';
  const { version } = await done<{ version: number }>('query ($id: ID!) { panel(id: $id) { version } }', {
    id: panel.id,
  });
  const input = { label: 'Jury', terms: 'Autres conditions.' };
  expect((await ask('MANAGER', update, { id: panel.id, version, input })).refusals).toEqual(['PANEL_TERMS_ACCEPTED']);
  const kept = { label: 'Jury des trophées', terms: TERMS, meetsOn: '2022-10-05', tieYears: 4 };
  expect((await ask('MANAGER', update, { id: panel.id, version, input: kept })).refusals).toEqual([]);
  expect((await ask('MANAGER', update, { id: panel.id, version: 1, input: kept })).refusals).toEqual(['STALE']);
});

test.each([
  ['someone who already sits', { name: 'Aline', email: 'aline@jury.example' }, 'JUROR_EXISTS'],
  ['a second chair', { name: 'Zoé', email: 'zoe@jury.example', office: 'CHAIR' }, 'PANEL_OFFICE_TAKEN'],
])('%s is not invited', async (_, input, refusal) => {
  expect((await ask('MANAGER', juryVerbs.invite, { id: panel.id, input })).refusals).toEqual([refusal]);
});

test('nor is someone who signs in for something else', async () => {
  await sql(
    `insert into auth."user" (name, email, role, "updatedAt", "emailVerified") values ('Staff', 'staff@house.example', 'MANAGER', now(), false)`,
  );
  const input = { name: 'Staff', email: 'Staff@house.example' };
  expect((await ask('MANAGER', juryVerbs.invite, { id: panel.id, input })).refusals).toEqual(['JUROR_ROLE']);
});

test('whoever leaves is replaced in their office, and reads nothing more; what they did stays theirs', async () => {
  const deputy = panel.jurors[1] as TestJuror;
  const towns = await panel.entrust(edition.category.towns);
  const fileId = towns.fileOf.T1;
  expect((await ask(deputy, juryVerbs.opine, { id: fileId, text: 'Un accueil soigné.' })).refusals).toEqual([]);
  const input = { name: 'Denise', email: 'denise@jury.example' };
  const successor = await done<{ id: string }>(replace, { id: deputy.jurorId, input, motive: 'Empêché.' });
  expect(successor).toMatchObject({
    office: 'DEPUTY',
    state: 'INVITED',
    replaces: { name: 'Basile', motive: 'Empêché.' },
  });
  expect((await ask(deputy, juryVerbs.files, { id: towns.id })).refusals).toEqual(['NOT_FOUND']);
  const chair = panel.jurors[0] as TestJuror;
  await ask(chair, juryVerbs.opine, { id: fileId, text: 'Je partage.' });
  const { data } = await ask<{ juryFiles: { id: string; opinions: object[] }[] }>(chair, juryVerbs.files, {
    id: towns.id,
  });
  expect(data.juryFiles.find(({ id }) => id === fileId)?.opinions).toEqual([
    { name: 'Basile', former: true, text: 'Un accueil soigné.' },
  ]);
  expect((await ask('MANAGER', remove, { id: deputy.jurorId, motive: 'Encore.' })).refusals).toEqual(['JUROR_GONE']);
});

test('jurors are reminded of what is left, and nobody twice the same day, whoever asks', async () => {
  const progress =
    'query ($id: ID!) { jurorProgress(panelId: $id) { juror { id email } left mayRemind filesDue opinionsGiven } }';
  const remind = 'mutation ($id: ID!, $ids: [ID!]!) { remindJurors(panelId: $id, jurorIds: $ids) }';
  const all = await done<{ juror: { id: string; email: string }; left: string[]; mayRemind: boolean }[]>(progress, {
    id: panel.id,
  });
  const waiting = all.filter(({ mayRemind }) => mayRemind);
  expect(all.find(({ juror }) => juror.email === 'scannee@jury.example')?.left).toEqual(['ANSWER']);
  expect(all.find(({ juror }) => juror.email === 'aline@jury.example')?.left).toEqual(['TIES', 'FILES']);
  const ids = all.map(({ juror }) => juror.id);
  const sent = await Promise.all(
    [1, 2, 3, 4, 5].map(() => ask<{ remindJurors: number }>('MANAGER', remind, { id: panel.id, ids })),
  );
  expect(sent.reduce((sum, { data }) => sum + data.remindJurors, 0)).toBe(waiting.length);
  const mails = await sql<{ recipient: string; n: number }>(
    `select recipient, count(*)::int as n from mail where subject like 'Rappel%' group by recipient`,
  );
  expect(mails.map(({ n }) => n)).toEqual(waiting.map(() => 1));
  const reminded = guestOf(office, await seatMailedTo(office, 'scannee@jury.example'));
  expect((await reminded(door)).value).toMatchObject({ state: 'INVITED' });
});

test('nobody but staff sees a panel; a juror sees their seat', async () => {
  const chair = panel.jurors[0] as TestJuror;
  for (const asker of [chair, actorOf('AUDITOR'), actorOf('PARTICIPANT', edition.structure.T1), actorOf('CONTROLLER')])
    expect((await ask(asker, '{ panels { total } }')).refusals).toEqual(['FORBIDDEN']);
  expect((await ask<{ ownSeats: object[] }>(actorOf('JUROR'), juryVerbs.seats)).data.ownSeats).toEqual([]);
  expect((await ask<{ ownSeats: object[] }>(chair, juryVerbs.seats)).data.ownSeats).toMatchObject([
    { jurorId: chair.jurorId, office: 'CHAIR', open: true },
  ]);
});

test('outside deliberation the jury is closed', async () => {
  const chair = panel.jurors[0] as TestJuror;
  const [{ id = '' } = {}] = await sql<{ id: string }>('select id from mandate');
  await edition.moveTo('CONTROL', 'Un point à revoir.');
  expect((await ask(chair, juryVerbs.files, { id })).refusals).toEqual(['DELIBERATION_CLOSED']);
  expect((await ask<{ ownSeats: object[] }>(chair, juryVerbs.seats)).data.ownSeats).toMatchObject([{ open: false }]);
  await edition.moveTo('DELIBERATION');
  expect((await ask(chair, juryVerbs.files, { id })).refusals).toEqual([]);
});
