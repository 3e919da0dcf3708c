import { beforeAll, describe, expect, test } from 'vitest';
import { actorOf, makeBackOffice } from '../support/back-office.ts';
import { juriesOf, refusalsOf } from '../support/convened.ts';
import { juryVerbs, type TestJuror } from '../support/jury.ts';

interface File {
  readonly id: string;
  readonly code: string;
  readonly name: string | null;
  readonly rank: number;
  readonly score: string;
  readonly presentation: string | null;
  readonly note: string | null;
  readonly opinion: string | null;
  readonly opinions: readonly { name: string; text: string }[] | null;
}

const office = await makeBackOffice('dossier');
const { ask, done, sql } = office;
const jury = juriesOf(office);
const present =
  'mutation ($id: ID!, $version: Int!, $text: Prose) { presentCandidate(candidateId: $id, version: $version, text: $text) { version presentation } }';
const giveaways = 'query ($id: ID!) { giveaways(mandateId: $id) { code field kind text start end } }';

describe('the files of an award', { timeout: 60_000 }, () => {
  let made: Awaited<ReturnType<typeof jury>>;
  beforeAll(async () => {
    made = await jury({ names: 'ONCE_DECIDED' });
  }, 60_000);
  const files = async (name: string): Promise<File[]> => {
    const { data, refusals } = await ask<{ juryFiles: File[] }>(made.who[name] as TestJuror, juryVerbs.files, {
      id: made.mandate.id,
    });
    if (refusals.length > 0) throw new Error(refusals.join());
    return data.juryFiles;
  };
  const fileOf = async (name: string, reference: string) =>
    (await files(name)).find(({ id }) => id === made.mandate.fileOf[reference]) as File;

  test('say scores, places and channels under a letter that says nothing of the rank, and no name', async () => {
    const all = await files('Denis');
    expect(all.map(({ code }) => code)).toEqual(['A', 'B', 'C', 'D', 'E']);
    expect(JSON.stringify(all)).not.toMatch(/Aubrevaux|Beaumarsan|Corvisart|Duneroche|Esperval/);
    expect(await fileOf('Denis', 'T2')).toMatchObject({
      ...{ name: null, category: 'Villes de plus de 50 000 habitants', stratum: 'COMMUNE.50000', rank: 2, equals: 2 },
      ...{ field: 5, score: '65.63', mean: '48.39', opinions: null },
      channels: [
        { code: 'PHONE', score: '87.50', mean: '55.00' },
        { code: 'EMAIL', score: '0.00', mean: '28.57' },
        { code: 'RECEPTION', score: null, mean: '91.67' },
      ],
      evolution: [{ score: '65.63', rank: 2, field: 5, broken: false }],
    });
  });

  test('show what staff wrote with what gives the structure away cut out, and staff are told where it stands', async () => {
    const id = made.mandate.fileOf.T1;
    const text = 'La Ville d’Aubrevaux répond vite : accueil@aubrevaux.fr.';
    await done(present, { id, version: 1, text });
    expect(await refusalsOf(ask('MANAGER', present, { id, version: 1, text }))).toEqual(['STALE']);
    const shown = (await fileOf('Denis', 'T1')).presentation ?? '';
    expect(shown).toContain('répond vite');
    expect(shown).not.toMatch(/aubrevaux/i);
    expect(await done(giveaways, { id: made.mandate.id })).toMatchObject([
      { field: 'presentation', kind: 'NAME', text: 'Aubrevaux', start: 11, end: 20 },
      { field: 'presentation', kind: 'ADDRESS' },
    ]);
  });

  test('show what it contested and was answered, without its name, nor anyone’s, nor a test', async () => {
    const [provisional] = await sql<{ id: string; criterion: string }>(
      `insert into provisional (edition_id, enrolment_id, score_run_id, shown)
       select e.edition_id, e.id, r.id, '{"channels": [{"criteria": [
         {"code": "phone.connected.rings", "observations": [{"said": "5 sonneries", "count": 1}]}]}]}'
       from candidate k join enrolment e on e.id = k.enrolment_id join score_run r on r.edition_id = e.edition_id
       where k.id = ? limit 1 returning id, (select c.id from criterion c where c.code = 'phone.connected.rings') as criterion`,
      [made.mandate.fileOf.T2],
    );
    const [claim] = await sql<{ id: string }>(
      `insert into claim (provisional_id, state, author_name, saved_at, submitted_at, decided_at, reply)
       values (?, 'DECIDED', 'Ada Martin', now(), now(), now(), 'À Beaumarsan, Mme Durand dit que la ligne était en panne.')
       returning id`,
      [provisional?.id],
    );
    await sql(
      `insert into claim_point (claim_id, criterion_id, position, statement, verdict, reason)
       values (?, ?, 0, 'Mme Durand répondait au 04 72 10 30 31, sa ligne directe.', 'PARTLY', 'Panne confirmée par M. Petit.')`,
      [claim?.id, provisional?.criterion],
    );
    const query = `query ($id: ID!) { juryFiles(mandateId: $id) {
      id claims { subject statement observations { said count } verdict reason reply } } }`;
    const { data } = await ask<{ juryFiles: { id: string; claims: object[] }[] }>(made.who.Denis as TestJuror, query, {
      id: made.mandate.id,
    });
    const told = data.juryFiles.find(({ id }) => id === made.mandate.fileOf.T2)?.claims;
    expect(told).toMatchObject([
      {
        observations: [{ said: '5 sonneries', count: 1 }],
        verdict: 'PARTLY',
        reason: expect.stringContaining('Panne'),
      },
    ]);
    expect(JSON.stringify(told)).not.toMatch(/Beaumarsan|Durand|Petit|Martin|04 72|2022-0/);
    expect(JSON.stringify(told)).toContain('était en panne');
  });

  test('keep a note for its author alone: no juror, no staff, no journal has it', async () => {
    const id = made.mandate.fileOf.T1;
    const secret = 'À revoir demain matin.';
    expect(await refusalsOf(ask(made.who.Denis as TestJuror, juryVerbs.note, { id, text: secret }))).toEqual([]);
    expect((await fileOf('Denis', 'T1')).note).toBe(secret);
    expect((await fileOf('Elsa', 'T1')).note).toBeNull();
    const staff = await ask<{ juryFiles: File[] }>('MANAGER', juryVerbs.files, { id: made.mandate.id });
    expect(staff.data.juryFiles.every(({ note, opinions }) => note === null && opinions === null)).toBe(true);
    expect(
      await sql(`select count(*)::int as n from change where before::text || after::text like '%demain%'`),
    ).toEqual([{ n: 0 }]);
    await ask(made.who.Denis as TestJuror, juryVerbs.note, { id, text: null });
    expect((await fileOf('Denis', 'T1')).note).toBeNull();
  });

  test('show the opinions of the others once one has given one’s own', async () => {
    const id = made.mandate.fileOf.T3;
    const say = (name: string, text: string) => ask(made.who[name] as TestJuror, juryVerbs.opine, { id, text });
    await say('Denis', 'Un accueil soigné.');
    expect(await fileOf('Elsa', 'T3')).toMatchObject({ opinion: null, opinions: null });
    await say('Elsa', 'Je partage.');
    await say('Elsa', 'Je partage cet avis.');
    expect(await fileOf('Elsa', 'T3')).toMatchObject({
      ...{ opinion: 'Je partage cet avis.', opinions: [{ name: 'Denis', text: 'Un accueil soigné.' }] },
    });
    expect((await fileOf('Elsa', 'T1')).opinions).toBeNull();
  });

  test('five saves at the same instant keep one note', async () => {
    const id = made.mandate.fileOf.T2;
    const notes = ['1', '2', '3', '4', '5'].map((text) =>
      ask(made.who.Farid as TestJuror, juryVerbs.note, { id, text }),
    );
    expect((await Promise.all(notes)).flatMap(({ refusals }) => refusals)).toEqual([]);
    expect(await sql('select count(*)::int as n from note where candidate_id = ?', [id])).toEqual([{ n: 1 }]);
  });

  test('show the opinions of the others to whoever voted, and the names once the award is decided', async () => {
    const { did, vote, codes } = made;
    await did('Aline', 'open');
    await did('Denis', 'move', { codes: codes('T3'), motive: 'Un accueil hors du commun.' });
    expect((await fileOf('Gaëlle', 'T3')).opinions).toBeNull();
    await vote('Gaëlle', { mode: 'RATIFY', opinion: 'AGAINST' });
    expect((await fileOf('Gaëlle', 'T3')).opinions).toHaveLength(2);
    const seen = (await made.last()).candidates ?? [];
    expect(seen.map(({ name }) => name)).toEqual([null, null, null, null, null]);
    await did('Aline', 'count');
    await did('Aline', 'record');
    expect((await made.last()).candidates?.map(({ name }) => name)).toContain('Ville de Aubrevaux');
    expect(await fileOf('Denis', 'T1')).toMatchObject({
      name: 'Ville de Aubrevaux',
      presentation: expect.stringContaining('Aubrevaux'),
    });
  });

  test('are closed to whoever does not sit on the panel, and to whoever is recused', async () => {
    for (const role of ['JUROR', 'AUDITOR', 'CONTROLLER', 'PARTICIPANT'] as const) {
      const { refusals } = await ask(actorOf(role), juryVerbs.files, { id: made.mandate.id });
      expect(refusals).toEqual([role === 'JUROR' ? 'NOT_FOUND' : 'FORBIDDEN']);
    }
    await ask(made.who.Farid as TestJuror, juryVerbs.stepAside, { id: made.mandate.id, motive: 'Un ami concourt.' });
    for (const [verb, variables] of [
      ['files', { id: made.mandate.id }],
      ['note', { id: made.mandate.fileOf.T1, text: 'x' }],
      ['opine', { id: made.mandate.fileOf.T1, text: 'x' }],
    ] as const)
      expect(await refusalsOf(ask(made.who.Farid as TestJuror, juryVerbs[verb], variables))).toEqual(['NOT_FOUND']);
    const { data } = await ask<{ ownSeats: { awards: object[] }[] }>(made.who.Farid as TestJuror, juryVerbs.seats);
    expect(data.ownSeats[0]?.awards).toEqual([
      {
        ...{ mandateId: made.mandate.id, label: 'Villes de plus de 50 000 habitants', recused: true },
        ...{ mode: null, filesDue: null, opinionsGiven: null },
      },
    ]);
  });
});
