import { describe, expect, test } from 'vitest';
import { verify } from '../../server/certificate/verify.mjs';
import { remindBeforeDeadline } from '../../server/claim/reminder.service.ts';
import { openPostman } from '../../server/kernel/postman.ts';
import { actorOf, makeBackOffice } from '../support/back-office.ts';
import { claimVerbs, makeContested, type Saved, STATEMENT } from '../support/contested.ts';
import { verbs } from '../support/edition.ts';

const office = await makeBackOffice('claim');
const { ask, done, em, seal, sql, time } = office;
time.now = new Date('2022-09-01T09:00:00Z');
const edition = await makeContested(office);
/** Thirty-one days after 1 September, at midnight in Paris. */
const UNTIL = Date.parse('2022-10-02T22:00:00Z');
const at = (milliseconds: number) => {
  time.now = new Date(milliseconds);
};
const mailsTo = (reference: string) =>
  sql<{ subject: string; body: string }>('select subject, body from mail where recipient = ? order by created_at, id', [
    `${reference}@mairie.example.org`.toLowerCase(),
  ]);

interface Reading {
  readonly state: string;
  readonly structure: string;
  readonly shown: {
    readonly score: string;
    readonly channels: readonly {
      readonly code: string;
      readonly criteria: readonly {
        readonly code: string;
        readonly score: string | null;
        readonly base: number;
        readonly observations: object[];
      }[];
    }[];
  };
  readonly claims: readonly { readonly id: string; readonly state: string; readonly outcome: string | null }[];
}

describe('provisional results', () => {
  test('are mailed to whoever can be written to; the others are told apart', async () => {
    expect(edition.mailed).toBe(7);
    expect(await done(claimVerbs.state, { id: edition.id })).toEqual({
      ...{ hears: true, until: '2022-10-02T22:00:00.000Z', days: 31, frozen: 8, sent: 7, opened: 0, unreachable: 1 },
      ...{ claimsOpen: 0, claimsDecided: 0 },
    });
    const { items } = await done<{ items: { enrolment: { structure: { reference: string } } }[] }>(claimVerbs.list, {
      ...{ id: edition.id, delivery: 'UNREACHABLE' },
    });
    expect(items.map(({ enrolment }) => enrolment.structure.reference)).toEqual(['T5']);
    expect(await done(claimVerbs.open, { id: edition.id }), 'done again, it does nothing more').toBe(0);
  });

  test('are behind a link that changes nothing when a program opens it, and writes who reads when someone does', async () => {
    const guest = await edition.holder('T1');
    const [before] = await sql('select count(*) as n from change');
    expect((await guest(claimVerbs.door)).value).toEqual({
      ...{ state: 'OPEN', structure: 'Ville de Aubrevaux', edition: 'Baromètre 2022', year: 2022 },
      until: '2022-10-02T22:00:00.000Z',
    });
    expect((await sql('select count(*) as n from change'))[0]).toEqual(before);
    for (const _ of [1, 2]) expect((await guest(claimVerbs.read)).refusals, 'as often as needed').toEqual([]);
    const { items } = await done<{ items: { delivery: string; readings: { reader: string }[] }[] }>(claimVerbs.list, {
      ...{ id: edition.id, delivery: 'OPENED' },
    });
    expect(items).toHaveLength(1);
    expect(items[0]?.readings.map(({ reader }) => reader)).toEqual(Array(2).fill('t1@mairie.example.org'));
  });

  test('tell a structure its own scores and what was observed, whatever its tier, and nothing of when', async () => {
    const { value } = await (await edition.holder('T3'))(claimVerbs.read);
    const { shown, structure } = value as Reading;
    expect(structure).toBe('Ville de Corvisart');
    const phone = shown.channels.find(({ code }) => code === 'PHONE');
    expect(phone?.criteria.find(({ code }) => code === 'phone.connected.rings')).toMatchObject({
      ...{ score: '50.00', base: 2 },
      observations: [
        { said: '3 sonneries', count: 1 },
        { said: '9 sonneries', count: 1 },
      ],
    });
    expect(JSON.stringify(value)).not.toMatch(/2022-0[56]|P3|08\/06/);
  });

  test('say nothing to a link that was made up, to another role, or of another structure', async () => {
    const { guestOf } = await import('../support/guest.ts');
    expect((await guestOf(office, 'made-up')(claimVerbs.read)).refusals).toEqual(['INVITATION_UNKNOWN']);
    for (const role of ['MANAGER', 'CONTROLLER', 'JUROR', 'AUDITOR'] as const)
      expect((await ask(role, claimVerbs.read, { enrolmentId: edition.enrolment.T1 })).refusals).toEqual(['FORBIDDEN']);
    const other = actorOf('PARTICIPANT', edition.structure.T2);
    expect((await ask(other, claimVerbs.read, { enrolmentId: edition.enrolment.T1 })).refusals).toEqual(['NOT_FOUND']);
    expect((await ask(other, claimVerbs.read, { enrolmentId: edition.enrolment.T2 })).refusals).toEqual([]);
  });

  test('stay what was shown, in the database itself', async () => {
    await expect(sql(`update provisional set shown = '{}'`)).rejects.toThrow(/Nothing changes/);
    await expect(sql('delete from neutralisation')).rejects.toThrow(/Nothing changes/);
  });
});

describe('a claim', () => {
  test('contests what was shown, with a statement that can be examined', async () => {
    const guest = await edition.holder('R2');
    const save = (authorName: string, ...points: { code: string; statement: string }[]) =>
      guest(claimVerbs.save, { input: { authorName, points } });
    expect((await save('Ada', { code: 'reception.welcome', statement: STATEMENT })).refusals).toEqual([
      'CLAIM_CRITERION_UNKNOWN',
    ]);
    const short = (await save('Ada', { code: 'phone.connected', statement: 'Faux.' })).value as Saved;
    const refused = await guest(claimVerbs.submit, { id: short.id, version: short.version });
    expect(refused).toMatchObject({ refusals: ['CLAIM_INCOMPLETE'], details: [{ criteria: ['phone.connected'] }] });
    expect((await guest(claimVerbs.withdraw, { id: short.id })).value).toBe(true);
    expect(((await guest(claimVerbs.read)).value as Reading).claims, 'a draft taken back is gone').toEqual([]);
  });

  test('is kept as a draft that only its structure reads, and refused when it was written elsewhere since', async () => {
    const guest = await edition.holder('R3');
    const input = { authorName: 'Ada', points: [{ code: 'phone.connected', statement: STATEMENT }] };
    const saved = (await guest(claimVerbs.save, { input })).value as Saved;
    at(time.now.getTime() + 1000);
    const again = await guest(claimVerbs.save, { id: saved.id, version: saved.version, input });
    expect(again.refusals).toEqual([]);
    expect((await guest(claimVerbs.save, { id: saved.id, version: saved.version, input })).refusals).toEqual(['STALE']);
    expect((await ask('MANAGER', claimVerbs.claim, { id: saved.id })).refusals).toEqual(['NOT_FOUND']);
    const stranger = await edition.holder('R2');
    expect((await stranger(claimVerbs.withdraw, { id: saved.id })).refusals).toEqual(['NOT_FOUND']);
    expect((await guest(claimVerbs.withdraw, { id: saved.id })).value).toBe(true);
  });

  test('is asked for again a week before the deadline, once, of whoever has contested nothing', async () => {
    const clock = () => time.now;
    const [smtpUrl, from, publicUrl] = [null, 'b@example.org', 'https://barometre.example.org'];
    const postman = openPostman({ em, smtpUrl, from, publicUrl, clock, complain: console.error });
    const week = UNTIL - 7 * 86_400_000;
    const remind = (instant: number) => remindBeforeDeadline(em, { postman, seal }, new Date(instant));
    const answered = await edition.contest('T1', 'email.tone');
    const drafted = { authorName: 'Ada', points: [{ code: 'phone.connected', statement: STATEMENT }] };
    const draft = (await (await edition.holder('R2'))(claimVerbs.save, { input: drafted })).value as Saved;
    expect(await remind(week - 1)).toBe(0);
    const counts = await Promise.all(Array.from({ length: 5 }, () => remind(week)));
    expect(counts.sort(), 'of seven that were written to, one has answered').toEqual([0, 0, 0, 0, 6]);
    expect(await remind(week + 86_400_000)).toBe(0);
    const reminders = await sql<{ body: string }>(`select body from mail where subject like 'Rappel%'`);
    expect(reminders).toHaveLength(6);
    expect(reminders.filter(({ body }) => body.includes(`token=`))).toHaveLength(6);

    const { items } = await done<{ items: { id: string }[] }>(claimVerbs.list, { id: edition.id });
    const byHand = (instant: number) => {
      at(instant);
      return done(claimVerbs.remind, { id: edition.id, ids: items.map(({ id }) => id) });
    };
    expect(await byHand(week + 2 * 86_400_000), 'staff may, on another day').toBe(6);
    expect(await byHand(week + 2 * 86_400_000 + 1), 'and not twice the same').toBe(0);
    expect(await byHand(UNTIL)).toBe(0);
    at(week);
    expect((await (await edition.holder('T1'))(claimVerbs.withdraw, { id: answered.id })).value).toBe(true);
    expect((await (await edition.holder('R2'))(claimVerbs.withdraw, { id: draft.id })).value).toBe(true);
  });

  test('is accepted one second before the deadline, and refused one second after', async () => {
    const guest = await edition.holder('R1');
    const input = { authorName: 'Ada Martin', points: [{ code: 'email.delay', statement: STATEMENT }] };
    at(UNTIL - 2000);
    const [one, two] = [1, 2].map(() => guest(claimVerbs.save, { input }));
    const [first, second] = [(await one)?.value as Saved, (await two)?.value as Saved];
    at(UNTIL - 1000);
    expect((await guest(claimVerbs.submit, { id: first.id, version: first.version })).refusals).toEqual([]);
    at(UNTIL + 1000);
    expect((await guest(claimVerbs.submit, { id: second.id, version: second.version })).refusals).toEqual([
      'CLAIM_TOO_LATE',
    ]);
    expect((await guest(claimVerbs.save, { input })).refusals).toEqual(['CLAIM_TOO_LATE']);
    expect((await guest(claimVerbs.read)).refusals).toEqual(['PROVISIONAL_CLOSED']);
    expect((await guest(claimVerbs.door)).value).toMatchObject({ state: 'CLOSED' });
    at(UNTIL - 1000);
    expect((await mailsTo('R1')).at(-1)).toMatchObject({
      subject: 'Réclamation reçue : Région Fontarelle, baromètre 2022',
      body: expect.stringContaining('- Délai'),
    });
    expect((await guest(claimVerbs.withdraw, { id: first.id })).value, 'taken back while undecided').toBe(true);
    expect((await guest(claimVerbs.withdraw, { id: first.id })).refusals).toEqual(['CLAIM_NOT_OPEN']);
    expect((await guest(claimVerbs.withdraw, { id: second.id })).value).toBe(true);
  });
});

const mergeVerbs = {
  create: 'mutation ($input: StructureInput!) { createStructure(input: $input) { id } }',
  preview: 'query ($keepId: ID!, $dropId: ID!) { mergePreview(keepId: $keepId, dropId: $dropId) { hash } }',
  merge: `mutation ($keepId: ID!, $dropId: ID!, $hash: String!) {
    mergeStructures(keepId: $keepId, dropId: $dropId, hash: $hash) { act } }`,
};

interface Judged {
  readonly observations: readonly { readonly measurementId: string; readonly said: string }[];
}
interface Sheet {
  readonly score: string;
  readonly channels: readonly {
    readonly criteria: readonly {
      readonly criterion: { readonly code: string };
      readonly score: string | null;
      readonly base: number;
    }[];
  }[];
}
const sheetOf = (reference: string) => done<Sheet>(claimVerbs.sheet, { id: edition.enrolment[reference] });
const criteriaIn = ({ channels }: Sheet) =>
  Object.fromEntries(
    channels.flatMap(({ criteria }) => criteria.map(({ criterion, score, base }) => [criterion.code, [score, base]])),
  );

describe('the decision', () => {
  test('is closed to whoever validated the tests, and to two people at once', async () => {
    const claim = await edition.contest('T2', 'phone.connected.rings', 'email.answered');
    const { data } = await ask<{ claim: { bar: string } }>('MANAGER', claimVerbs.claim, { id: claim.id });
    expect(data.claim.bar, 'the manager validated them all').toBe('OWN_TESTS');
    expect((await edition.decide(claim, {}, actorOf('MANAGER'))).refusals).toEqual(['CLAIM_OWN_TESTS']);
    const [one, two] = await Promise.all([
      edition.decide(claim, { 'phone.connected.rings': 'ACCEPTED' }),
      edition.decide(claim, { 'phone.connected.rings': 'ACCEPTED' }, actorOf('CONTROLLER')),
    ]);
    expect([...one.refusals, ...two.refusals]).toEqual(['CLAIM_NOT_OPEN']);
    expect(await sql('select count(*)::int as n from neutralisation')).toEqual([{ n: 1 }]);
    expect((await mailsTo('T2')).at(-1)?.body).toMatch(
      /acceptée en partie[\s\S]*Sonneries\nAcceptée[\s\S]*Réponse\nNon acceptée/,
    );
  });

  test('changes the contested criterion and nothing else, and makes the scores stale', async () => {
    const before = await sheetOf('T2');
    const others = await Promise.all(['T1', 'T3', 'T4', 'R1'].map(sheetOf));
    const { inputsHash, changes } = await done<{
      inputsHash: string;
      changes: { scoreBefore: string; scoreAfter: string; enrolment: { structure: { reference: string } } }[];
    }>(verbs.preview, { id: edition.id });
    const rescored = changes.filter(({ scoreBefore, scoreAfter }) => scoreBefore !== scoreAfter);
    expect(rescored.map(({ enrolment }) => enrolment.structure.reference)).toEqual(['T2']);
    await done(verbs.compute, { id: edition.id, inputsHash });
    const after = await sheetOf('T2');
    const [was, is] = [criteriaIn(before), criteriaIn(after)];
    expect(Object.keys(is).filter((code) => String(is[code]) !== String(was[code]))).toEqual(['phone.connected.rings']);
    expect(is['phone.connected.rings']).toEqual([null, 0]);
    // By hand: the call is at 100 on both criteria that are left, and weighs 3; the mail was not answered, and weighs 1.
    expect(after.score).toBe('75.00');
    expect(await Promise.all(['T1', 'T3', 'T4', 'R1'].map(sheetOf))).toEqual(others);
    const [kept] = await sql(`select m.amount from neutralisation x join measurement m on m.id = x.measurement_id`);
    expect(kept, 'what was measured stays').toEqual({ amount: '5.000000' });
  });

  test('previews the effect, alone and with the other open claims, and takes the observations that are chosen', async () => {
    const one = await edition.contest('T3', 'phone.connected.rings');
    const two = await edition.contest('T4', 'phone.connected');
    const { data } = await ask<{ claim: { points: Judged[] } }>('ADMINISTRATOR', claimVerbs.claim, { id: one.id });
    const seen = data.claim.points.flatMap(({ observations }) => observations);
    const long = seen.filter(({ said }) => said === '9 sonneries').map(({ measurementId }) => measurementId);
    expect([seen.length, long.length]).toEqual([2, 1]);
    const effect = await done<
      Record<'before' | 'alone' | 'together', { score: string; rank: number }> & { others: number }
    >(claimVerbs.effect, { id: one.id, measurementIds: long });
    expect(effect.others).toBe(1);
    expect(effect.alone).not.toEqual(effect.before);
    expect(await sql('select count(*)::int as n from neutralisation')).toEqual([{ n: 1 }]);
    const accept = (ids: readonly string[]) =>
      edition.decide(one, { 'phone.connected.rings': 'ACCEPTED' }, undefined, ids);
    for (const none of [[], [...long, ...long], [one.id]])
      expect((await accept(none)).refusals).toEqual(['CLAIM_NOTHING_OBSERVED']);
    const words = await edition.decide(
      one,
      { 'phone.connected.rings': 'ACCEPTED' },
      undefined,
      long,
      'La panne du 8 juin.',
    );
    expect(words, 'no word says when').toMatchObject({
      refusals: ['CLAIM_NAMES_DAY'],
      details: [{ days: ['2022-06-08'] }],
    });
    const { refusals, acts } = await accept(long);
    expect(refusals).toEqual([]);
    const undone = await ask('ADMINISTRATOR', 'mutation ($act: ID!) { undoAct(act: $act) { act } }', { act: acts[0] });
    expect(undone.refusals, 'a decision is for good').toEqual(['UNDO_NOT_POSSIBLE']);
    const { inputsHash } = await done<{ inputsHash: string }>(verbs.preview, { id: edition.id });
    await done(verbs.compute, { id: edition.id, inputsHash });
    expect((await sheetOf('T3')).score, 'what was previewed is what comes out').toBe(effect.alone.score);
    expect(criteriaIn(await sheetOf('T3'))['phone.connected.rings'], 'the one of three rings').toEqual(['100.00', 1]);
    const told = ((await (await edition.holder('T3'))(claimVerbs.read)).value as Reading).claims;
    expect(told).toMatchObject([{ outcome: 'PARTLY', points: [{ verdict: 'PARTLY' }] }]);
    expect(JSON.stringify(told), 'nobody tells the structure which').not.toMatch(/2022-0[56]|P3|sonnerie/);
    expect((await mailsTo('T3')).at(-1)?.body).toMatch(/acceptée en partie[\s\S]*une part de ce qui a été observé/);
    expect((await edition.decide(two, {})).refusals).toEqual([]);
    const guest = await edition.holder('T4');
    expect(((await guest(claimVerbs.read)).value as Reading).claims).toMatchObject([
      { state: 'DECIDED', outcome: 'REFUSED' },
    ]);
  });

  test('needs one ruling for each criterion', async () => {
    const claim = await edition.contest('R1', 'email.delay');
    const { data } = await ask<{ claim: { version: number } }>('ADMINISTRATOR', claimVerbs.claim, { id: claim.id });
    const decide = (rulings: object[]) =>
      ask('ADMINISTRATOR', claimVerbs.decide, {
        id: claim.id,
        version: data.claim.version,
        rulings,
        reply: 'Réponse.',
      });
    expect((await decide([])).refusals).toEqual(['CLAIM_UNRULED']);
    await edition.decide(claim, {});
  });
});

describe('what rests on claims', () => {
  test('claims, and the link they came by, go with a structure that is merged into another', async () => {
    const claimsBefore = ((await (await edition.holder('T3'))(claimVerbs.read)).value as Reading).claims;
    const input = { reference: 'K1', name: 'Ville de Kervadec', kind: 'COMMUNE' };
    const { id: keepId } = await done(mergeVerbs.create, { input });
    const pair = { keepId, dropId: edition.structure.T3 };
    const { hash } = await done<{ hash: string }>(mergeVerbs.preview, pair);
    await done(mergeVerbs.merge, { ...pair, hash });
    const reading = (await (await edition.holder('T3'))(claimVerbs.read)).value as Reading;
    expect(reading.structure).toBe('Ville de Kervadec');
    expect(reading.claims).toEqual(claimsBefore);
    expect(claimsBefore).not.toEqual([]);
  });

  test('the certificate carries what no longer counts, with its motive, and is found right by the verifier', async () => {
    const certificate = await done<{ tests: { answers: Record<string, object> }[]; values: { rounded: string } }>(
      'query ($id: ID!) { certificate(enrolmentId: $id) }',
      { id: edition.enrolment.T2 },
    );
    expect(certificate.tests.map(({ answers }) => answers['phone.connected.rings'])).toContainEqual({
      ...{ value: '5', neutralised: 'Motif pour phone.connected.rings.' },
    });
    expect(verify(JSON.stringify(certificate))).toMatchObject({ values: { rounded: '75.00' } });
    const forged = JSON.parse(JSON.stringify(certificate).replace(/,"neutralised":"[^"]*"/, ''));
    expect(() => verify(JSON.stringify(forged))).toThrow();
  });

  test('the phase does not end before its deadline, nor reports come out while structures are heard', async () => {
    const { refusals, details } = await ask('MANAGER', verbs.move, { id: edition.id, phase: 'DELIBERATION' });
    expect(refusals).toEqual(['PHASE_BLOCKED']);
    expect(details[0]).toMatchObject({ findings: [{ code: 'CONTRADICTORY_OPEN' }] });
    const make = 'mutation ($id: ID!) { makeReports(editionId: $id) { id } }';
    expect((await ask('MANAGER', make, { id: edition.id })).refusals).toEqual(['REPORTS_TOO_EARLY']);
  });

  test('deliberation may begin with an open claim, the embargo and publication may not, and say which', async () => {
    const claim = await edition.contest('T1', 'email.tone');
    at(UNTIL + 1000);
    await edition.moveTo('DELIBERATION');
    await edition.award('towns', ['T1']);
    await edition.award('regions', ['R1']);
    const blocked = await ask('MANAGER', verbs.move, { id: edition.id, phase: 'EMBARGO' });
    expect(blocked.details[0]).toMatchObject({ findings: [{ code: 'CLAIMS_OPEN', subjects: ['Ville de Aubrevaux'] }] });
    await sql(`update edition set phase = 'EMBARGO' where id = ?`, [edition.id]);
    const { hash, blockers } = await edition.rehearse();
    expect(blockers).toEqual([{ code: 'CLAIM_OPEN', subject: 'Ville de Aubrevaux' }]);
    const refused = await ask('MANAGER', verbs.request, { id: edition.id, input: { hash, reason: null } });
    expect(refused).toMatchObject({
      refusals: ['PUBLICATION_BLOCKED'],
      details: [{ blockers: [{ code: 'CLAIM_OPEN', recordId: claim.id }] }],
    });
    expect((await edition.decide(claim, {})).refusals, 'not under embargo').toEqual(['CLAIM_JUDGING_CLOSED']);
    await sql(`update edition set phase = 'DELIBERATION' where id = ?`, [edition.id]);
    expect((await edition.decide(claim, {})).refusals).toEqual([]);
    await edition.moveTo('EMBARGO');
    expect((await edition.rehearse()).blockers).toEqual([]);
  });
});
