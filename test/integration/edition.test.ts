import { expect, test } from 'vitest';
import { phases, reachableFrom } from '../../server/edition/edition.rules.ts';
import type { EditionPhase } from '../../server/edition/edition.ts';
import { actorOf, makeBackOffice } from '../support/back-office.ts';
import { makeEdition, verbs } from '../support/edition.ts';

const office = await makeBackOffice('edition');
const { ask, done, sql } = office;

const create = 'mutation ($input: EditionInput!) { createEdition(input: $input) { id version phase } }';
const update =
  'mutation ($id: ID!, $version: Int!, $input: EditionInput!) { updateEdition(id: $id, version: $version, input: $input) { id version } }';

let count = 0;
// Told by public sources alone: nothing needs to stand ready before such an edition moves. See `phase.test.ts`.
const said = (more: object = {}) => ({
  ...{ ordinal: ++count, year: 2022 + count, label: 'Baromètre', provenance: 'REPORTED' },
  ...more,
});
const made = (more: object = {}) => done<{ id: string; version: number }>(create, { input: said(more) });
const move = (id: string, phase: string, motive?: string) => ask('MANAGER', verbs.move, { id, phase, motive });
const phaseOf = async (id: string) =>
  (await done<{ phase: EditionPhase }>('query ($id: ID!) { edition(id: $id) { phase } }', { id })).phase;

test('an edition begins in preparation, and two never share a year or an ordinal', async () => {
  const input = said();
  expect(await done(create, { input })).toMatchObject({ phase: 'PREPARATION' });
  for (const other of [
    { ...said(), year: input.year },
    { ...said(), ordinal: input.ordinal },
  ])
    expect(await ask('MANAGER', create, { input: other })).toMatchObject({ refusals: ['EDITION_EXISTS'] });
});

test.each([
  ['registration', { registrationFrom: '2022-02-02', registrationTo: '2022-02-01' }],
  ['fieldwork', { fieldworkFrom: '2022-06-01', fieldworkTo: '2022-05-31' }],
])('a %s that ends before it starts is refused; one of a single day is not', async (_, dates) => {
  expect(await ask('MANAGER', create, { input: said(dates) })).toMatchObject({
    refusals: ['EDITION_DATES_DISORDERED'],
  });
  const [from = '', to = ''] = Object.keys(dates);
  const { id, version } = await made({ [from]: '2022-06-01', [to]: '2022-06-01' });
  expect(await ask('MANAGER', update, { id, version, input: said(dates) })).toMatchObject({
    refusals: ['EDITION_DATES_DISORDERED'],
  });
});

test.each([
  ['a day that does not exist', { fieldworkFrom: '2022-02-30' }, 'BAD_USER_INPUT'],
  ['a year before the barometer', { year: 1999 }, 'BAD_USER_INPUT'],
  ['an ordinal no column holds', { ordinal: 40_000 }, 'OUT_OF_RANGE'],
])('%s is refused with a code', async (_, more, code) => {
  expect(await ask('MANAGER', create, { input: said(more) })).toMatchObject({ refusals: [code] });
});

test('an edition goes where its phase leads and nowhere else', async () => {
  for (const [i, phase] of phases.entries()) {
    const { id } = await made();
    await sql(`update edition set phase = '${phase}' where id = '${id}'`);
    const reachable = reachableFrom(phase as EditionPhase);
    const answers = await Promise.all(
      phases.filter((to) => !reachable.includes(to as EditionPhase)).map((to) => move(id, to, 'Un motif.')),
    );
    expect(answers.map(({ refusals }) => refusals)).toEqual(answers.map(() => ['PHASE_NOT_REACHABLE']));
    expect(await phaseOf(id), `still ${i}`).toBe(phase);
    const [there] = reachable;
    if (!there) continue;
    expect((await move(id, there, 'Un motif.')).refusals).toEqual([]);
    expect(await phaseOf(id)).toBe(there);
  }
});

test('an edition is never moved into publication', async () => {
  const { id } = await made();
  for (const phase of ['FIELDWORK', 'CONTROL', 'DELIBERATION', 'EMBARGO'])
    expect((await move(id, phase)).refusals).toEqual([]);
  expect(await move(id, 'PUBLISHED', 'Un motif.')).toMatchObject({ refusals: ['PHASE_NOT_REACHABLE'] });
});

test('going back needs a motive, which is kept', async () => {
  const { id } = await made();
  await move(id, 'FIELDWORK');
  expect(await move(id, 'PREPARATION')).toMatchObject({ refusals: ['PHASE_MOTIVE_REQUIRED'] });
  expect(await phaseOf(id)).toBe('FIELDWORK');
  expect((await move(id, 'PREPARATION', 'Grille à revoir.')).refusals).toEqual([]);
  const kept = await done('query ($id: ID!) { edition(id: $id) { phase phaseMotive } }', { id });
  expect(kept).toEqual({ phase: 'PREPARATION', phaseMotive: 'Grille à revoir.' });
});

test('of five people who move an edition at the same instant, one does', async () => {
  const { id } = await made();
  const answers = await Promise.all(Array.from({ length: 5 }, () => move(id, 'FIELDWORK')));
  expect(answers.flatMap(({ refusals }) => refusals)).toEqual(Array(4).fill('PHASE_NOT_REACHABLE'));
});

test('a correction made on an older version is refused, and a field left out stays', async () => {
  const { id, version } = await made({ note: 'À lire.', ceremonyOn: '2022-11-10' });
  const correct = (version: number, more: object) => ask('MANAGER', update, { id, version, input: said(more) });
  expect((await correct(version, { label: 'Baromètre corrigé' })).refusals).toEqual([]);
  expect(await correct(version, { label: 'Baromètre écrasé' })).toMatchObject({ refusals: ['STALE'] });
  const kept = await done('query ($id: ID!) { edition(id: $id) { label note ceremonyOn } }', { id });
  expect(kept).toEqual({ label: 'Baromètre corrigé', note: 'À lire.', ceremonyOn: '2022-11-10' });
});

test('who moved an edition, when, from where to where, stands in the history', async () => {
  const { id } = await made();
  await move(id, 'FIELDWORK');
  const [change] = await sql(
    `select actor_id, before, after from change where record_id = ? and noun = 'edition' order by id desc limit 1`,
    [id],
  );
  expect(change).toEqual({
    actor_id: actorOf('MANAGER').id,
    before: { phase: 'PREPARATION' },
    after: { phase: 'FIELDWORK' },
  });
});

test('a juror and a participant learn nothing of an edition in preparation', async () => {
  const { id } = await made();
  for (const asker of [actorOf('JUROR'), actorOf('PARTICIPANT', id)]) {
    expect(await ask(asker, 'query ($id: ID!) { edition(id: $id) { id } }', { id })).toMatchObject({
      refusals: ['NOT_FOUND'],
    });
    const { data } = await ask(asker, '{ editions(perPage: 100) { items { id } } categories(perPage: 100) { total } }');
    expect(JSON.stringify(data)).not.toContain(id);
  }
});

test('a published edition is no longer corrected, nor moved but to the archive', async () => {
  const { id } = await makeEdition(office, 'PUBLISHED', { year: 2100 });
  const { version } = await done<{ version: number }>('query ($id: ID!) { edition(id: $id) { version } }', { id });
  expect(await ask('MANAGER', update, { id, version, input: said() })).toMatchObject({
    refusals: ['EDITION_PUBLISHED'],
  });
  expect(await move(id, 'DELIBERATION', 'Un motif.')).toMatchObject({ refusals: ['PHASE_NOT_REACHABLE'] });
  expect((await move(id, 'ARCHIVED')).refusals).toEqual([]);
});
