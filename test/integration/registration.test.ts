import { expect, test } from 'vitest';
import { makeBackOffice } from '../support/back-office.ts';
import { makeEdition } from '../support/edition.ts';
import { guestOf, linkMailedTo, guestVerbs as verb } from '../support/guest.ts';

const office = await makeBackOffice('registration');
const { ask, done, sql, time } = office;
const { id, moveTo } = await makeEdition(office, 'PREPARATION');
time.now = new Date('2022-03-01T09:00:00Z');
await sql(`update edition set registration_from = '2022-02-07', registration_to = '2022-04-08' where id = ?`, [id]);
await moveTo('REGISTRATION');

const complete = {
  ...{ tier: 'PAID', reception: true, consents: [], certifications: [{ name: 'Qualivilles', until: '2023-01-31' }] },
  contacts: [{ name: 'Ada Lovelace', role: 'Directrice', email: 'Ada@ville.example' }],
  accepted: ['no_sanction', 'staff_informed', 'anonymous_tests', 'own_results', 'entitled'],
};

let count = 0;
/** A structure of the register with a contact, not enrolled. */
async function register(more: object = {}) {
  count += 1;
  const address = `accueil@ville${count}.example`;
  const input = { reference: `V${count}`, name: `Ville ${count}`, kind: 'COMMUNE', population: 60_000, ...more };
  const { id: structureId } = await done(
    'mutation ($input: StructureInput!) { createStructure(input: $input) { id } }',
    {
      input,
    },
  );
  await done('mutation ($id: ID!, $input: ContactInput!) { createContact(structureId: $id, input: $input) { id } }', {
    ...{ id: structureId, input: { name: 'Accueil', email: address } },
  });
  return { structureId, address };
}

const invite = (ids: string[], expected = ids.length, expiresOn: string | null = null) =>
  ask(
    'MANAGER',
    'mutation ($id: ID!, $selection: StructureSelection!, $expected: Int!, $expiresOn: LocalDate) { inviteStructures(editionId: $id, selection: $selection, expected: $expected, expiresOn: $expiresOn) }',
    { id, selection: { ids }, expected, expiresOn },
  );

/** A structure that was invited, with the browser its link was opened in first. */
async function invited({ begun = true, expiresOn = null as string | null } = {}) {
  const { structureId, address } = await register();
  await invite([structureId], 1, expiresOn);
  const token = await linkMailedTo(office, address);
  const stranger = guestOf(office, token);
  const key = begun ? String((await stranger(verb.begin)).value) : '';
  const [row] = await sql<{ id: string }>('select id from enrolment where structure_id = ?', [structureId]);
  return { structureId, address, token, stranger, guest: guestOf(office, token, key), enrolmentId: row?.id ?? '' };
}
const formIn = async (guest: ReturnType<typeof guestOf>) => (await guest(verb.form)).value as { version: number };
const submit = async (guest: ReturnType<typeof guestOf>, answers: object = complete) =>
  guest(verb.submit, { version: (await formIn(guest)).version, answers });
const stateOf = async (enrolmentId: string) =>
  (await done<{ state: string }>('query ($id: ID!) { enrolment(id: $id) { state } }', { id: enrolmentId })).state;
const confirm = (ids: string[], motive: string | null = null) =>
  ask<{ confirmEnrolments: { moved: { id: string }[]; refused: { reason: string }[] } }>(
    'MANAGER',
    'mutation ($ids: [ID!]!, $motive: Prose) { confirmEnrolments(ids: $ids, motive: $motive) { moved { id state } refused { reason } } }',
    { ids, motive },
  );

test('an invitation, a form begun, submitted and confirmed: what it says becomes the enrolment’s', async () => {
  const { enrolmentId, guest, address, structureId } = await invited();
  expect(await stateOf(enrolmentId)).toBe('DRAFT');
  expect((await submit(guest)).value).toMatchObject({ state: 'SUBMITTED' });
  expect((await confirm([enrolmentId])).data?.confirmEnrolments.moved).toEqual([
    { id: enrolmentId, state: 'CONFIRMED' },
  ]);
  const one = await done(
    `query ($id: ID!) { enrolment(id: $id) { state tier reception certifications certifiedUntil { name until } stratum { code kind from below } } }`,
    { id: enrolmentId },
  );
  expect(one).toEqual({
    ...{ state: 'CONFIRMED', tier: 'PAID', reception: true, certifications: ['Qualivilles'] },
    certifiedUntil: [{ name: 'Qualivilles', until: '2023-01-31' }],
    stratum: { code: 'COMMUNE.50000', kind: 'COMMUNE', from: 50_000, below: 100_000 },
  });
  const { accepted } = await done<{ accepted: object[] }>(
    'query ($id: ID!) { registrationOf(enrolmentId: $id) { accepted { code text revision by at } } }',
    { id: enrolmentId },
  );
  expect(accepted).toHaveLength(5);
  expect(accepted[0]).toMatchObject({ code: 'no_sanction', revision: 1, by: address, at: '2022-03-01T09:00:00.000Z' });
  const { items } = await done<{ items: { email: string }[] }>(
    'query ($id: ID!) { contacts(structureId: $id) { items { email } } }',
    { id: structureId },
  );
  expect(items.map(({ email }) => email).sort()).toEqual([address, 'ada@ville.example'].sort());
  const told = await sql<{ subject: string }>('select subject from mail where recipient = ? order by created_at', [
    address,
  ]);
  expect(told.map(({ subject }) => subject.split(' ').slice(0, 2).join(' '))).toEqual([
    ...['Inscription de', 'Inscription reçue', 'Inscription confirmée'],
  ]);
});

test('opening a link, however often, changes nothing', async () => {
  const { enrolmentId, stranger } = await invited({ begun: false });
  const before = await sql('select * from invitation order by id');
  for (const _ of [1, 2, 3]) await stranger(verb.doorstep);
  expect(await sql('select * from invitation order by id')).toEqual(before);
  expect(await stateOf(enrolmentId)).toBe('INVITED');
});

test('a link that nobody sent leads nowhere, and without a link nothing is open, whoever asks', async () => {
  for (const query of [verb.doorstep, verb.form, verb.begin])
    expect(await guestOf(office, 'guessed')(query)).toMatchObject({ refusals: ['INVITATION_UNKNOWN'] });
  expect(await ask(null, verb.doorstep)).toMatchObject({ refusals: ['UNAUTHENTICATED'] });
  expect(await ask('ADMINISTRATOR', verb.doorstep)).toMatchObject({ refusals: ['FORBIDDEN'] });
  const { stranger } = await invited();
  expect(await stranger('{ structures { total } }')).toMatchObject({ refusals: ['UNAUTHENTICATED'] });
});

test('neither the link nor a key is kept', async () => {
  const { token } = await invited();
  const [dump] = await sql<{ all: string }>(
    `select string_agg(i::text, '') || (select string_agg(c::text, '') from change c) as all from invitation i`,
  );
  expect(dump?.all).not.toContain(token);
});

test('a forwarded link asks for the address it was sent to, and mails a code there', async () => {
  const { address, token, stranger } = await invited();
  expect((await stranger(verb.doorstep)).value).toMatchObject({ status: 'OPEN', mine: false, structure: null });
  expect(await stranger(verb.begin)).toMatchObject({ refusals: ['INVITATION_ELSEWHERE'] });
  expect(await stranger(verb.form)).toMatchObject({ refusals: ['INVITATION_ELSEWHERE'] });
  expect(await stranger(verb.askCode, { email: 'intrus@ailleurs.example' })).toMatchObject({
    value: true,
    refusals: [],
  });
  expect(await sql(`select id from mail where recipient = 'intrus@ailleurs.example'`)).toEqual([]);
  expect(await stranger(verb.askCode, { email: ` ${address.toUpperCase()}` })).toMatchObject({
    value: true,
    refusals: [],
  });
  const [mail] = await sql<{ subject: string }>(
    `select subject from mail where recipient = ? order by created_at desc`,
    [address],
  );
  const code = mail?.subject.slice(0, 6) ?? '';
  expect(await stranger(verb.enterCode, { code: code === '000000' ? '000001' : '000000' })).toMatchObject({
    refusals: ['CODE_WRONG'],
  });
  const { value: key } = await stranger(verb.enterCode, { code });
  expect((await guestOf(office, token, String(key))(verb.doorstep)).value).toMatchObject({ mine: true });
  expect(await stranger(verb.enterCode, { code })).toMatchObject({ refusals: ['CODE_WRONG'] });
});

test('a code is worth nothing after five guesses, nor after a quarter of an hour; and only so many are sent', async () => {
  const { address, stranger } = await invited();
  const codeIn = async () => {
    await stranger(verb.askCode, { email: address });
    const [mail] = await sql<{ subject: string }>(
      'select subject from mail where recipient = ? order by created_at desc',
      [address],
    );
    return mail?.subject.slice(0, 6) ?? '';
  };
  const guessed = await codeIn();
  const wrong = guessed === '123456' ? '654321' : '123456';
  await Promise.all(Array.from({ length: 5 }, () => stranger(verb.enterCode, { code: wrong })));
  expect(await stranger(verb.enterCode, { code: guessed })).toMatchObject({ refusals: ['CODE_WRONG'] });
  const late = await codeIn();
  const start = time.now;
  time.now = new Date(start.getTime() + 16 * 60_000);
  expect(await stranger(verb.enterCode, { code: late })).toMatchObject({ refusals: ['CODE_WRONG'] });
  const asks = await Promise.all(Array.from({ length: 6 }, () => stranger(verb.askCode, { email: 'x@y.example' })));
  expect(asks.flatMap(({ refusals }) => refusals)).toEqual(Array(3).fill('TOO_MANY_ASKS'));
  time.now = start;
});

test('a form is submitted once, however fast one clicks, and then no longer changes', async () => {
  const { guest, address } = await invited();
  const { version } = await formIn(guest);
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => guest(verb.submit, { version, answers: complete })),
  );
  expect(answers.flatMap(({ refusals }) => refusals)).toEqual([]);
  const received = await sql(`select id from mail where recipient = ? and subject like 'Inscription reçue%'`, [
    address,
  ]);
  expect(received).toHaveLength(1);
  expect(await guest(verb.save, { version: version + 1, answers: {} })).toMatchObject({
    refusals: ['INVITATION_CLOSED'],
  });
  expect(await guest(verb.decline)).toMatchObject({ refusals: ['INVITATION_CLOSED'] });
});

test('of two people in one form, the second is told, and nothing is lost', async () => {
  const { guest } = await invited();
  const { version } = await formIn(guest);
  const save = (name: string) => guest(verb.save, { version, answers: { contacts: [{ name }] } });
  const answers = await Promise.all([save('Ada'), save('Grace')]);
  expect(answers.flatMap(({ refusals }) => refusals)).toEqual(['STALE']);
});

test.each([
  ['nobody to write to', { contacts: [] }, 'CONTACT_NEEDED'],
  [
    'an address that is none',
    {
      contacts: [
        { name: 'A', email: 'a@b.example' },
        { name: 'B', email: 'b' },
      ],
    },
    'CONTACT_INCOMPLETE',
  ],
  [
    'a person without a name',
    {
      contacts: [
        { name: 'A', email: 'a@b.example' },
        { name: '', email: 'b@b.example' },
      ],
    },
    'CONTACT_INCOMPLETE',
  ],
  ['no tier', { tier: null }, 'TIER_NEEDED'],
  ['a visit with the free tier', { tier: 'FREE' }, 'RECEPTION_IS_PAID'],
  [
    'the same certification twice',
    { certifications: [{ name: 'Marianne' }, { name: 'marianne' }] },
    'CERTIFICATION_TWICE',
  ],
  ['a condition that is not ticked', { accepted: ['no_sanction'] }, 'CONDITION_NEEDED'],
  ['a SIREN with a wrong key', { siren: '123456789' }, 'SIREN_WRONG'],
])('a form with %s is kept, and not submitted', async (_, wrong, reason) => {
  const { guest, enrolmentId } = await invited();
  const answer = await submit(guest, { ...complete, ...wrong });
  expect(answer.refusals).toEqual(['REGISTRATION_INCOMPLETE']);
  expect(answer.details).toEqual([{ items: [expect.objectContaining({ reason })] }]);
  expect(await stateOf(enrolmentId)).toBe('DRAFT');
});

test('an expired link says so, and a new one goes to the same address, and no other', async () => {
  const { stranger, address } = await invited({ begun: false, expiresOn: '2022-03-02' });
  const start = time.now;
  time.now = new Date('2022-03-03T09:00:00Z');
  expect((await stranger(verb.doorstep)).value).toMatchObject({ status: 'EXPIRED', structure: null });
  expect(await stranger(verb.begin)).toMatchObject({ refusals: ['INVITATION_CLOSED'] });
  const before = await linkMailedTo(office, address);
  expect((await stranger(verb.newLink, { email: 'intrus@ailleurs.example' })).value).toBe(true);
  expect(await linkMailedTo(office, address)).toBe(before);
  expect((await stranger(verb.newLink, { email: address })).value).toBe(true);
  const renewed = guestOf(office, await linkMailedTo(office, address));
  expect((await renewed(verb.doorstep)).value).toMatchObject({ status: 'OPEN' });
  expect((await stranger(verb.doorstep)).value).toMatchObject({ status: 'REVOKED' });
  time.now = start;
});

test('after the last day of registration nothing is saved nor submitted; before the first, nothing is begun', async () => {
  const { guest } = await invited();
  const { version } = await formIn(guest);
  const early = await invited({ begun: false });
  const start = time.now;
  time.now = new Date('2022-04-08T21:59:59Z'); // 23:59:59 in Paris
  expect((await guest(verb.save, { version, answers: complete })).refusals).toEqual([]);
  time.now = new Date('2022-04-08T22:00:00Z');
  for (const query of [verb.save, verb.submit])
    expect(await guest(query, { version: version + 1, answers: complete })).toMatchObject({
      refusals: ['INVITATION_CLOSED'],
    });
  time.now = new Date('2022-02-06T12:00:00Z');
  expect((await early.stranger(verb.doorstep)).value).toMatchObject({ status: 'NOT_YET' });
  expect(await early.stranger(verb.begin)).toMatchObject({ refusals: ['INVITATION_CLOSED'] });
  time.now = start;
});

test('a form sent back opens again with all that was typed and the reason, and a new link is not needed', async () => {
  const { guest, enrolmentId } = await invited();
  await submit(guest);
  const back =
    'mutation ($id: ID!, $motive: Prose!) { returnRegistration(enrolmentId: $id, motive: $motive) { state } }';
  expect(await done(back, { id: enrolmentId, motive: 'Quel site ?' })).toEqual({ state: 'DRAFT' });
  expect((await guest(verb.form)).value).toMatchObject({ returnedMotive: 'Quel site ?', answers: { tier: 'PAID' } });
  expect(await ask('MANAGER', back, { id: enrolmentId, motive: 'Encore ?' })).toMatchObject({
    refusals: ['ENROLMENT_STATE'],
  });
  expect((await submit(guest)).value).toMatchObject({ state: 'SUBMITTED' });
});

test('a structure that declines is written to no more', async () => {
  const { guest, enrolmentId } = await invited();
  expect((await guest(verb.decline, { motive: 'Travaux cette année.' })).value).toBe(true);
  expect(await stateOf(enrolmentId)).toBe('WITHDRAWN');
  expect((await guest(verb.doorstep)).value).toMatchObject({ status: 'WITHDRAWN' });
});

test('what a form says is wrong never enters the register by itself: staff accept it, or not', async () => {
  const { guest, enrolmentId, structureId } = await invited();
  await submit(guest, { ...complete, name: 'Ville bien nommée', remark: 'Nous avons déménagé.' });
  await confirm([enrolmentId]);
  const nameOf = () => done('query ($id: ID!) { structure(id: $id) { name } }', { id: structureId });
  expect(await nameOf()).not.toEqual({ name: 'Ville bien nommée' });
  const settle = (field: string, accepted: boolean) =>
    ask(
      'MANAGER',
      'mutation ($id: ID!, $field: Code!, $accepted: Boolean!) { settleRemark(enrolmentId: $id, field: $field, accepted: $accepted) { remarks { field accepted } } }',
      { id: enrolmentId, field, accepted },
    );
  expect((await settle('name', true)).data).toEqual({
    settleRemark: {
      remarks: [
        { field: 'name', accepted: true },
        { field: 'remark', accepted: null },
      ],
    },
  });
  expect(await nameOf()).toEqual({ name: 'Ville bien nommée' });
  expect((await settle('name', false)).refusals).toEqual(['STALE']);
  expect((await settle('siren', true)).refusals).toEqual(['NOT_FOUND']);
});

test('those who have not finished are reminded, and nobody twice the same day', async () => {
  const waiting = await invited();
  const finished = await invited();
  await submit(finished.guest);
  const start = time.now;
  time.now = new Date('2022-03-10T09:00:00Z');
  const preview = () =>
    done<{ id: string; recipient: string }[]>('query ($id: ID!) { reminderPreview(editionId: $id) { id recipient } }', {
      id,
    });
  const all = await preview();
  expect(all.map(({ recipient }) => recipient)).toContain(waiting.address);
  expect(all.map(({ recipient }) => recipient)).not.toContain(finished.address);
  const mine = all.filter(({ recipient }) => recipient === waiting.address).map((each) => each.id);
  const remind = () =>
    ask<{ sendReminders: number }>(
      'MANAGER',
      'mutation ($id: ID!, $ids: [ID!]!) { sendReminders(editionId: $id, ids: $ids) }',
      {
        ...{ id, ids: mine },
      },
    );
  const sent = await Promise.all([remind(), remind(), remind(), remind(), remind()]);
  expect(sent.map(({ data }) => data.sendReminders).sort()).toEqual([0, 0, 0, 0, 1]);
  expect((await preview()).map(({ recipient }) => recipient)).not.toContain(waiting.address);
  expect(await linkMailedTo(office, waiting.address)).toBe(waiting.token);
  time.now = new Date('2022-03-11T09:00:00Z');
  expect((await preview()).map(({ recipient }) => recipient)).toContain(waiting.address);
  time.now = start;
});

test('a bulk invitation says beforehand what becomes of each structure, and is undone as one act', async () => {
  const ready = await register();
  const small = await register({ population: 500 });
  const { structureId: enrolled } = await invited();
  const { id: mute } = await done('mutation ($input: StructureInput!) { createStructure(input: $input) { id } }', {
    input: { reference: 'MUTE', name: 'Ville muette', kind: 'COMMUNE', population: 60_000 },
  });
  const ids = [ready.structureId, small.structureId, enrolled, mute];
  const groups = await done<{ verdict: string; count: number }[]>(
    'query ($id: ID!, $selection: StructureSelection!) { enrolPreview(editionId: $id, selection: $selection, invite: true) { verdict count } }',
    { id, selection: { ids } },
  );
  expect(Object.fromEntries(groups.map(({ verdict, count }) => [verdict, count]))).toEqual({
    ...{ NEW: 1, ENROLLED: 1, NO_CATEGORY: 1, SEVERAL_CATEGORIES: 0, NO_ADDRESS: 1 },
  });
  expect(await invite(ids, 2)).toMatchObject({ refusals: ['SELECTION_MOVED'] });
  const { acts, data } = await invite(ids, 1);
  expect(data).toEqual({ inviteStructures: 1 });
  const token = await linkMailedTo(office, ready.address);
  await done('mutation ($act: ID!) { undoAct(act: $act) { id } }', { act: acts[0] });
  expect(await guestOf(office, token)(verb.doorstep)).toMatchObject({ refusals: ['INVITATION_UNKNOWN'] });
  expect(await sql('select id from enrolment where structure_id = ?', [ready.structureId])).toEqual([]);
});

test('a new link makes the earlier ones useless, and a revoked one opens nothing', async () => {
  const { enrolmentId, guest, address } = await invited();
  const again =
    'mutation ($id: ID!, $email: EmailAddress) { resendInvitation(enrolmentId: $id, email: $email) { id recipient } }';
  const { id: invitationId, recipient } = await done<{ id: string; recipient: string }>(again, {
    ...{ id: enrolmentId, email: 'Autre@ville.example' },
  });
  expect(recipient).toBe('autre@ville.example');
  expect((await guest(verb.doorstep)).value).toMatchObject({ status: 'REVOKED' });
  expect(await guest(verb.form)).toMatchObject({ refusals: ['INVITATION_CLOSED'] });
  const fresh = guestOf(office, await linkMailedTo(office, 'autre@ville.example'));
  expect((await fresh(verb.doorstep)).value).toMatchObject({ status: 'OPEN' });
  await done('mutation ($id: ID!) { revokeInvitation(id: $id) { id } }', { id: invitationId });
  expect(await fresh(verb.begin)).toMatchObject({ refusals: ['INVITATION_CLOSED'] });
  expect(address).not.toBe(recipient);
});

test('one that never submitted is confirmed with a motive only; its category and population are those of that day', async () => {
  const { enrolmentId, structureId } = await invited();
  expect((await confirm([enrolmentId])).data.confirmEnrolments.refused).toEqual([
    { reason: 'ENROLMENT_MOTIVE_REQUIRED' },
  ]);
  await sql('update structure set population = 120000, population_year = 2021 where id = ?', [structureId]);
  await confirm([enrolmentId], 'Confirmée par téléphone.');
  expect(
    await done('query ($id: ID!) { enrolment(id: $id) { state population stratum { code } stateMotive } }', {
      id: enrolmentId,
    }),
  ).toEqual({
    ...{ state: 'CONFIRMED', population: 120_000, stratum: { code: 'COMMUNE.100000' } },
    stateMotive: 'Confirmée par téléphone.',
  });
});

test('a text that changes is a new revision; two people who change it at once are told', async () => {
  const update = (version: number, partners: object[]) =>
    ask<{ updateRegistrationForm: { version: number; revision: number } }>(
      'MANAGER',
      'mutation ($id: ID!, $version: Int!, $input: RegistrationFormInput!) { updateRegistrationForm(editionId: $id, version: $version, input: $input) { version revision } }',
      { id, version, input: { partners } },
    );
  const partner = { code: 'rencontres', name: 'Rencontres nationales', purpose: 'Inviter aux rencontres.' };
  const first = await update(0, [partner]);
  expect(first.data.updateRegistrationForm.revision).toBe(2);
  expect((await update(0, [])).refusals).toEqual(['STALE']);
  expect((await update(first.data.updateRegistrationForm.version, [partner, partner])).refusals).toEqual([
    'FORM_CODE_TWICE',
  ]);
  const { guest, enrolmentId } = await invited();
  await submit(guest, { ...complete, consents: ['rencontres', 'unknown'] });
  await confirm([enrolmentId]);
  expect(await done('query ($id: ID!) { enrolment(id: $id) { consents { code name } } }', { id: enrolmentId })).toEqual(
    {
      consents: [{ code: 'rencontres', name: 'Rencontres nationales' }],
    },
  );
});
