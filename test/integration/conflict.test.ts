import { beforeAll, describe, expect, test } from 'vitest';
import { actorOf, type BackOffice, makeBackOffice } from '../support/back-office.ts';
import { makeEdition } from '../support/edition.ts';
import { juryVerbs, makePanel, type SeenItem, type TestJuror } from '../support/jury.ts';

const names = ['Aline', 'Basile', 'Chloé', 'Denis', 'Elsa', 'Farid', 'Gaëlle'];
const verdicts = 'query ($id: ID!) { awardVerdicts(panelId: $id) { recused motive juror { name } mandate { id } } }';
const conflicts = `query ($id: ID!) { conflicts(panelId: $id) { state motive confirmed juror { name } affiliation { id kind }
  structure { id reference } mandates { id } path { relation name } } }`;
const dismiss =
  'mutation ($jurorId: ID!, $affiliationId: ID, $structureId: ID!, $motive: Prose!) { dismissConflict(jurorId: $jurorId, affiliationId: $affiliationId, structureId: $structureId, motive: $motive) }';
const restore =
  'mutation ($jurorId: ID!, $affiliationId: ID, $structureId: ID!) { restoreConflict(jurorId: $jurorId, affiliationId: $affiliationId, structureId: $structureId) }';
const confirm =
  'mutation ($jurorId: ID!, $affiliationId: ID!, $structureId: ID!) { confirmConflict(jurorId: $jurorId, affiliationId: $affiliationId, structureId: $structureId) }';
const declare =
  'mutation ($id: ID!, $input: DeclaredTieInput!) { declareTie(panelId: $id, input: $input) { kind known bodyName } }';
const update =
  'mutation ($id: ID!, $version: Int!, $input: TieInput!) { updateTie(id: $id, version: $version, input: $input) { known } }';

async function makeJury(name: string) {
  const office = await makeBackOffice(name);
  const edition = await makeEdition(office, 'DELIBERATION');
  const panel = await makePanel(office, edition, names);
  const towns = await panel.entrust(edition.category.towns, { quorumFewest: 2 });
  const regions = await panel.entrust(edition.category.regions, { quorumFewest: 2 });
  const jurors = Object.fromEntries(panel.jurors.map((juror) => [juror.name, juror])) as Record<string, TestJuror>;
  const recusedFrom = async (mandate: { id: string }) =>
    (
      await office.done<{ recused: boolean; motive: string; juror: { name: string }; mandate: { id: string } }[]>(
        verdicts,
        { id: panel.id },
      )
    ).flatMap((each) =>
      each.recused && each.mandate.id === mandate.id ? [`${each.juror.name} : ${each.motive}`] : [],
    );
  return { office, edition, panel, towns, regions, jurors, recusedFrom };
}
type Jury = Awaited<ReturnType<typeof makeJury>>;

const tieOf = (structureId: string | undefined, more: object = {}) => ({
  ...{ kind: 'EMPLOYER', bodyName: 'Ville de Beaumarsan', structureId, known: 'VERIFIED', source: 'Annuaire' },
  ...more,
});

describe('what keeps a juror from an award', () => {
  let jury: Jury;
  beforeAll(async () => {
    jury = await makeJury('conflict');
  });
  const record = (juror: string, input: object) =>
    jury.office.done<{ id: string; version: number }>(juryVerbs.tie, { id: jury.jurors[juror]?.jurorId, input });

  test('nobody is recused whose ties are checked and lead nowhere', async () => {
    expect(await jury.recusedFrom(jury.towns)).toEqual([]);
  });

  test('whose ties were never checked is recused everywhere, and needs no other reason', async () => {
    const { done } = jury.office;
    await done(juryVerbs.check, { id: jury.jurors.Gaëlle?.jurorId, checked: false });
    expect(await jury.recusedFrom(jury.towns)).toEqual(['Gaëlle : Liens non vérifiés']);
    expect(await jury.recusedFrom(jury.regions)).toEqual(['Gaëlle : Liens non vérifiés']);
    const seats = (name: string) => jury.office.ask(jury.jurors[name] as TestJuror, juryVerbs.seats);
    expect((await seats('Gaëlle')).data).toMatchObject({ ownSeats: [{ tiesChecked: false }] });
    expect((await seats('Elsa')).data).toMatchObject({ ownSeats: [{ tiesChecked: true }] });
    await done(juryVerbs.check, { id: jury.jurors.Gaëlle?.jurorId, checked: true });
  });

  test('a verified tie recuses from the awards it leads to, and from no other; it is not set aside', async () => {
    const { id } = await record('Elsa', tieOf(jury.edition.structure.T2));
    expect(await jury.recusedFrom(jury.towns)).toEqual(['Elsa : Employeur : Ville de Beaumarsan']);
    expect(await jury.recusedFrom(jury.regions)).toEqual([]);
    const key = { jurorId: jury.jurors.Elsa?.jurorId, affiliationId: id, structureId: jury.edition.structure.T2 };
    const { refusals } = await jury.office.ask('MANAGER', dismiss, { ...key, motive: 'Ancien.' });
    expect(refusals).toEqual(['CONFLICT_CERTAIN']);
  });

  test('what a juror declares is believed; staff may set it aside, for a motive, and take that back', async () => {
    const { ask, done } = jury.office;
    const farid = jury.jurors.Farid as TestJuror;
    const [{ siren = '' } = {}] = await jury.office.sql<{ siren: string }>(
      `select siren from structure where reference = 'R1'`,
    );
    const input = { kind: 'SUPPLIER', bodyName: 'La Région', siren };
    expect((await ask(farid, declare, { id: jury.panel.id, input })).data).toMatchObject({
      declareTie: { known: 'DECLARED' },
    });
    expect(await jury.recusedFrom(jury.regions)).toEqual(['Farid : Fournisseur : La Région']);
    const [found] = (
      await done<{ juror: { name: string }; state: string; affiliation: { id: string } }[]>(conflicts, {
        id: jury.panel.id,
      })
    ).filter(({ juror }) => juror.name === 'Farid');
    expect(found).toMatchObject({
      state: 'DECLARED',
      path: [],
      structure: { reference: 'R1' },
      mandates: [{ id: jury.regions.id }],
    });
    const key = {
      jurorId: farid.jurorId,
      affiliationId: found?.affiliation.id,
      structureId: jury.edition.structure.R1,
    };
    await done(dismiss, { ...key, motive: 'Le marché est échu.' });
    expect(await jury.recusedFrom(jury.regions)).toEqual([]);
    await done(restore, key);
    expect(await jury.recusedFrom(jury.regions)).toEqual(['Farid : Fournisseur : La Région']);
    await done(dismiss, { ...key, motive: 'Le marché est échu.' });
    const none = { ...key, structureId: jury.edition.structure.R2, motive: 'Rien.' };
    expect((await ask('MANAGER', dismiss, none)).refusals).toEqual(['CONFLICT_NONE']);
  });

  test('a body that the register does not have may be any: until it is found, it recuses everywhere', async () => {
    const { ask, done } = jury.office;
    const denis = jury.jurors.Denis as TestJuror;
    await ask(denis, declare, { id: jury.panel.id, input: { kind: 'RELATIVE', bodyName: 'La mairie', siren: '000' } });
    expect(await jury.recusedFrom(jury.regions)).toEqual(['Denis : Proche : La mairie']);
    const [{ id = '', version = 0 } = {}] = await jury.office.sql<{ id: string; version: number }>(
      `select id, version from affiliation where kind = 'RELATIVE'`,
    );
    const found = tieOf(jury.edition.structure.T4, { kind: 'RELATIVE', bodyName: 'La mairie' });
    const without = { ...found, source: null };
    expect((await ask('MANAGER', update, { id, version, input: without })).refusals).toEqual(['TIE_SOURCE_REQUIRED']);
    await done(update, { id, version, input: found });
    expect((await ask('MANAGER', update, { id, version, input: found })).refusals).toEqual(['STALE']);
    expect(await jury.recusedFrom(jury.regions)).toEqual([]);
    expect(await jury.recusedFrom(jury.towns)).toContain('Denis : Proche : La mairie');
  });

  test('staff confirm what a verified tie may lead to: it then is certain, until they look at it again', async () => {
    const { ask, done } = jury.office;
    const { jurorId = '' } = jury.jurors.Chloé ?? {};
    const undated = tieOf(jury.edition.structure.R2, { kind: 'PAST_EMPLOYER', bodyName: 'La Région' });
    const { id, version } = await record('Chloé', undated);
    const key = { jurorId, affiliationId: id, structureId: jury.edition.structure.R2 };
    const found = async () =>
      (
        await done<{ state: string; confirmed: boolean; affiliation: { id: string } }[]>(conflicts, {
          id: jury.panel.id,
        })
      ).find(({ affiliation }) => affiliation.id === id);
    expect(await found()).toMatchObject({ state: 'TO_CONFIRM', confirmed: false });
    await done(confirm, key);
    await done(confirm, key);
    expect(await found()).toMatchObject({ state: 'CERTAIN', confirmed: true });
    expect((await ask('MANAGER', dismiss, { ...key, motive: 'Ancien.' })).refusals).toEqual(['CONFLICT_CERTAIN']);
    await done(restore, key);
    expect(await found()).toMatchObject({ state: 'TO_CONFIRM', confirmed: false });
    expect((await ask('MANAGER', restore, key)).refusals).toEqual(['CONFLICT_NONE']);
    await done(update, { id, version, input: { ...undated, known: 'UNVERIFIED', source: null } });
    expect((await ask('MANAGER', confirm, key)).refusals).toEqual(['CONFLICT_UNVERIFIED']);
    await done('mutation ($id: ID!) { removeTie(id: $id) }', { id });
  });

  test('an unverified tie counts, an ended one for as many years as the panel says', async () => {
    const { done } = jury.office;
    const ended = (until: string) =>
      tieOf(jury.edition.structure.T3, { kind: 'PAST_EMPLOYER', until, known: 'UNVERIFIED' });
    const { id } = await record('Basile', ended('2019-10-05'));
    expect(await jury.recusedFrom(jury.towns)).not.toContain('Basile : Ancien employeur : Ville de Beaumarsan');
    await done('mutation ($id: ID!) { removeTie(id: $id) }', { id });
    await record('Basile', ended('2019-10-06'));
    expect(await jury.recusedFrom(jury.towns)).toContain('Basile : Ancien employeur : Ville de Beaumarsan');
  });

  test('a juror steps aside from an award for a motive of their own, for good', async () => {
    const { ask, sql } = jury.office;
    const gaelle = jury.jurors.Gaëlle as TestJuror;
    for (let i = 0; i < 2; i++)
      expect(
        (await ask(gaelle, juryVerbs.stepAside, { id: jury.regions.id, motive: 'Un ami concourt.' })).refusals,
      ).toEqual([]);
    expect(await jury.recusedFrom(jury.regions)).toEqual(['Gaëlle : À sa demande : Un ami concourt.']);
    expect(await sql('select count(*)::int as n from recusal')).toEqual([{ n: 1 }]);
    await expect(sql('delete from recusal')).rejects.toThrow('Nothing changes or removes');
  });

  test('a juror reads their own ties, and nobody else’s', async () => {
    const { ask } = jury.office;
    const own = 'query ($id: ID!) { ownTies(panelId: $id) { kind bodyName known } }';
    const asked = await ask<{ ownTies: object[] }>(jury.jurors.Denis as TestJuror, own, { id: jury.panel.id });
    expect(asked.data.ownTies).toEqual([{ kind: 'RELATIVE', bodyName: 'La mairie', known: 'VERIFIED' }]);
    expect((await ask<{ ownTies: object[] }>(actorOf('JUROR'), own, { id: jury.panel.id })).data.ownTies).toEqual([]);
  });
});

/** Everything a juror can ask, but for what it costs: the answers, with identifiers of records replaced by their turn. */
async function allThatIsTold(
  { ask }: BackOffice,
  juror: TestJuror,
  of: {
    meeting: string;
    panel: string;
    mandate: string;
    items: readonly string[];
    files: readonly string[];
    edition: string;
  },
) {
  const queries: [string, object][] = [
    [juryVerbs.seats, {}],
    [juryVerbs.meeting, { id: of.meeting }],
    [juryVerbs.files, { id: of.mandate }],
    ['query ($id: ID!) { ownTies(panelId: $id) { id kind bodyName until known } }', { id: of.panel }],
    [
      '{ editions { total items { id version phase rights categories { id version code label } figures { value } phases { phase } } } }',
      {},
    ],
    [
      '{ categories { total items { id version label } } me { id name version: email } savedViews(resource: "jury") { id } certificateKey { fingerprint } }',
      {},
    ],
    ['{ decisions { total } }', {}],
    ['{ trophies { total } }', {}],
    ['{ changes { total } }', {}],
    ['query ($id: ID!) { awardCases(editionId: $id) { firsts } }', { id: of.edition }],
    ['query ($id: ID!) { rankings(editionId: $id) { mean } }', { id: of.edition }],
    ['query ($id: ID!) { jurorProgress(panelId: $id) { filesDue } }', { id: of.panel }],
  ];
  const mutations = (['open', 'count', 'second', 'record', 'unmove'] as const).flatMap((verb) =>
    of.items.map((id): [string, object] => [juryVerbs[verb], { id, codes: [], motive: 'x' }]),
  );
  const writes = of.items.flatMap((id): [string, object][] => [
    [juryVerbs.cast, { id, ballot: { mode: 'RATIFY', opinion: 'FOR' } }],
    [juryVerbs.move, { id, codes: ['A'], motive: 'Pour voir.' }],
    [juryVerbs.casting, { id, opinion: 'FOR' }],
    [juryVerbs.dissent, { id, text: 'Je proteste.' }],
    [juryVerbs.breakOff, { id, motive: 'Pour voir.' }],
  ]);
  const files = of.files.flatMap((id): [string, object][] => [
    [juryVerbs.note, { id, text: 'x' }],
    [juryVerbs.opine, { id, text: 'x' }],
  ]);
  const answers: unknown[] = [];
  for (const [query, variables] of [...queries, ...mutations, ...writes, ...files]) {
    const { data, refusals, details } = await ask(juror, query, variables);
    answers.push({ query: query.slice(0, 60), data, refusals, details });
  }
  const seen = new Map<string, string>();
  const turn = (id: string) => seen.get(id) ?? seen.set(id, `#${seen.size}`).get(id) ?? '';
  // Codes are drawn anew in each database.
  const undrawn = (key: string, value: unknown) =>
    key === 'candidates' && Array.isArray(value) ? value.map(({ name }) => name).sort() : value;
  return JSON.parse(JSON.stringify(answers, undrawn).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, turn)) as unknown;
}

describe('a recused juror, whatever they ask', () => {
  /** Holds the same deliberation to another end; what the recused juror is told at each step. */
  async function story(name: string, chosen: 'T1' | 'T3', votes: readonly string[]) {
    const jury = await makeJury(name);
    const { office, panel, edition, towns, regions } = jury;
    const elsa = jury.jurors.Elsa as TestJuror;
    await office.done(juryVerbs.tie, { id: elsa.jurorId, input: tieOf(edition.structure.T2) });
    const { did, itemOf, id: meeting, view } = await panel.convene([towns, regions]);
    const [chair, deputy, secretary, denis, , farid, gaelle] = panel.jurors as TestJuror[];
    const id = itemOf(towns);
    const told: unknown[] = [];
    const look = async () => {
      const items = (await view('MANAGER')).items.filter((each: SeenItem) => each.mandateId === towns.id);
      const of = {
        ...{ meeting, panel: panel.id, mandate: towns.id, edition: edition.id },
        ...{
          items: items.slice(0, 1).map((each: SeenItem) => each.id),
          files: [towns.fileOf.T1 ?? '', towns.fileOf.T2 ?? ''],
        },
      };
      told.push(await allThatIsTold(office, elsa, of));
    };
    await look();
    await did(chair as TestJuror, 'open', { id });
    await look();
    if (chosen === 'T3') {
      await did(denis as TestJuror, 'move', { id, codes: [towns.codeOf.T3], motive: 'Un accueil hors du commun.' });
      await look();
      for (const [i, juror] of [chair, deputy, denis, farid, gaelle].entries())
        if (votes[i]) await did(juror as TestJuror, 'cast', { id, ballot: { mode: 'RATIFY', opinion: votes[i] } });
      await look();
    } else told.push(told[1], told[1]);
    expect((await did(secretary as TestJuror, 'count', { id })).refusals).toEqual([]);
    await look();
    expect((await did(secretary as TestJuror, 'record', { id })).refusals).toEqual([]);
    await look();
    const laureates = await office.sql<{ reference: string }>(
      'select s.reference from laureate l join structure s on s.id = l.structure_id',
    );
    return { told, laureates: laureates.map(({ reference }) => reference) };
  }

  test('is told the same whoever wins, and nothing of what happens meanwhile', { timeout: 90_000 }, async () => {
    const one = await story('conflict_one', 'T1', []);
    const other = await story('conflict_other', 'T3', ['FOR', 'FOR', 'AGAINST', 'FOR']);
    expect([one.laureates, other.laureates]).toEqual([['T1'], ['T3']]);
    expect(other.told).toEqual(one.told);
    const [before, open, moved, voted, counted] = other.told;
    expect(open).not.toEqual(before); // that the item is before the panel is seen from the corridor
    for (const step of [moved, voted, counted]) expect(step).toEqual(open);
    expect(JSON.stringify(other.told)).not.toMatch(/Aubrevaux|Corvisart|Duneroche|Esperval/);
  });
});
