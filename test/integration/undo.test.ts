import { describe, expect, test } from 'vitest';
import { guards } from '../../server/undo/undo.guards.ts';
import { makeBackOffice } from '../support/back-office.ts';
import { makeEdition } from '../support/edition.ts';

const office = await makeBackOffice('undo');
const { ask, done, sql } = office;

const CREATE = 'mutation ($input: StructureInput!) { createStructure(input: $input) { id version } }';
const UPDATE =
  'mutation ($id: ID!, $version: Int!, $input: StructureInput!) { updateStructure(id: $id, version: $version, input: $input) { id version } }';
const REMOVE = 'mutation ($id: ID!) { removeStructure(id: $id) }';
const UNDO = 'mutation ($act: ID!) { undoAct(act: $act) { act byAct } }';

let count = 0;
const town = (more: object = {}) => ({
  ...{ reference: `U${++count}`, name: `Ville numéro ${count}`, kind: 'COMMUNE', population: 1000, ...more },
});
const row = async (id: string) => (await sql('select * from structure where id = ?', [id]))[0];
/** Does something as staff; answers its act. */
async function act(mutation: string, variables: object): Promise<string> {
  const { refusals, acts } = await ask('MANAGER', mutation, variables);
  expect(refusals).toEqual([]);
  return acts.at(-1) ?? '';
}
async function make(more: object = {}) {
  const answer = await ask<{ createStructure: { id: string; version: number } }>('MANAGER', CREATE, {
    input: town(more),
  });
  return { ...answer.data.createStructure, act: answer.acts[0] ?? '' };
}
const undo = (act: string) => ask<{ undoAct: { byAct: string } }>('MANAGER', UNDO, { act });

describe('what one act did is taken back whole', () => {
  test('a creation goes', async () => {
    const { id, act } = await make();
    expect((await undo(act)).refusals).toEqual([]);
    expect(await row(id)).toBeUndefined();
  });

  test('a change goes back to what was there, and the record counts one change more', async () => {
    const { id, version } = await make({ name: 'Ville de Wissant' });
    const changed = await act(UPDATE, {
      id,
      version,
      input: town({ reference: `U${count}`, name: 'Wissant', population: 9 }),
    });
    expect((await undo(changed)).refusals).toEqual([]);
    expect(await row(id)).toMatchObject({ name: 'Ville de Wissant', population: 1000, version: 3 });
  });

  test('a removal brings the record back with its identifier, its creation and a newer version', async () => {
    const { id } = await make({ name: 'Ville de Zouafques' });
    const before = await row(id);
    const removed = await act(REMOVE, { id });
    expect((await undo(removed)).refusals).toEqual([]);
    expect(await row(id)).toEqual({ ...before, version: 3 });
  });

  test('an undoing is undone in turn, as often as one likes', async () => {
    const { id } = await make();
    let last = await act(REMOVE, { id });
    for (const there of [true, false, true]) {
      const { data, refusals } = await undo(last);
      expect(refusals).toEqual([]);
      expect((await row(id)) !== undefined).toBe(there);
      last = data.undoAct.byAct;
    }
  });
});

describe('nothing is taken back that would take more with it', () => {
  test('not what was changed again since', async () => {
    const { id, version, act: created } = await make();
    await act(UPDATE, { id, version, input: town({ reference: `U${count}`, name: 'Autre' }) });
    expect(await undo(created)).toMatchObject({ refusals: ['UNDO_MOVED'], details: [{ noun: 'structure', id }] });
    expect(await row(id)).toMatchObject({ name: 'Autre' });
  });

  test('not the creation of what others refer to since', async () => {
    const { id, act: created } = await make();
    await make({ parentId: id });
    expect((await undo(created)).refusals).toEqual(['STRUCTURE_IN_USE']);
  });

  test('not a removal whose reference was given to another since', async () => {
    const { id } = await make({ reference: 'TAKEN' });
    const removed = await act(REMOVE, { id });
    await make({ reference: 'TAKEN' });
    expect((await undo(removed)).refusals).toEqual(['STRUCTURE_EXISTS']);
  });

  test('not the removal of a site whose body went since, until the body is back', async () => {
    const body = await make();
    const site = await make({ parentId: body.id });
    const [siteGone, bodyGone] = [await act(REMOVE, { id: site.id }), await act(REMOVE, { id: body.id })];
    expect((await undo(siteGone)).refusals).toEqual(['RESTORE_WITHOUT_PARENT']);
    expect(await row(site.id)).toBeUndefined();
    for (const gone of [bodyGone, siteGone]) expect((await undo(gone)).refusals).toEqual([]);
    expect(await row(site.id)).toMatchObject({ parent_id: body.id });
  });

  test('not a change that tied a site to another body, once the first body is gone', async () => {
    const [first, second] = [await make(), await make()];
    const { id, version } = await make({ parentId: first.id });
    const input = town({ reference: `U${count}`, parentId: second.id });
    const moved = await act(UPDATE, { id, version, input });
    await act(REMOVE, { id: first.id });
    expect((await undo(moved)).refusals).toEqual(['RESTORE_WITHOUT_PARENT']);
    expect(await row(id)).toMatchObject({ parent_id: second.id });
  });

  test('not twice, even by five people at once', async () => {
    const { act } = await make();
    const answers = await Promise.all(Array.from({ length: 5 }, () => undo(act)));
    expect(answers.filter(({ refusals }) => refusals.length === 0)).toHaveLength(1);
  });

  test('not what is nobody’s to take back: who was let in, what they are here for', async () => {
    const [{ act } = { act: '' }] = await sql<{ act: string }>(
      `insert into auth."user" (email, name, role) values ('x@example.org', 'X', 'MANAGER') returning pg_current_xact_id()::text as act`,
    );
    expect(await undo(act)).toMatchObject({ refusals: ['UNDO_NOT_POSSIBLE'], details: [{ noun: 'account' }] });
    const [{ act: promoted } = { act: '' }] = await sql<{ act: string }>(
      `update auth."user" set role = 'ADMINISTRATOR' where email = 'x@example.org' returning pg_current_xact_id()::text as act`,
    );
    expect((await undo(promoted)).refusals).toEqual(['UNDO_NOT_POSSIBLE']);
  });

  test('but a person who was moved with a structure speaks again for the one they spoke for', async () => {
    const [from, to] = [await make(), await make()];
    const account = `where email = 'y@example.org'`;
    await sql(
      `insert into auth."user" (email, name, role, "structureId") values ('y@example.org', 'Y', 'PARTICIPANT', ?)`,
      [from.id],
    );
    const [{ act } = { act: '' }] = await sql<{ act: string }>(
      `update auth."user" set "structureId" = ? ${account} returning pg_current_xact_id()::text as act`,
      [to.id],
    );
    expect((await undo(act)).refusals).toEqual([]);
    expect(await sql(`select "structureId" as at from auth."user" ${account}`)).toEqual([{ at: from.id }]);
  });

  test('not what never was', async () => {
    expect((await undo('1')).refusals).toEqual(['NOT_FOUND']);
  });

  test.each(['CONTROLLER', 'AUDITOR', 'JUROR', 'PARTICIPANT'] as const)('not by a %s', async (role) => {
    const { act } = await make();
    expect((await ask(role, UNDO, { act })).refusals).toEqual(['FORBIDDEN']);
  });
});

describe('the phase of the edition holds for undoing too', async () => {
  const { id, category } = await makeEdition(office, 'PREPARATION', { year: 2023 });
  const relabel = async () => {
    const [{ version } = { version: 0 }] = await sql<{ version: number }>('select version from category where id = ?', [
      category.small_towns ?? Object.values(category)[0],
    ]);
    const target = category.small_towns ?? Object.values(category)[0];
    const [{ code, position } = { code: '', position: 0 }] = await sql<{ code: string; position: number }>(
      'select code, position from category where id = ?',
      [target],
    );
    return act(
      'mutation ($id: ID!, $version: Int!, $input: CategoryInput!) { updateCategory(id: $id, version: $version, input: $input) { id } }',
      { id: target, version, input: { code, position, label: `Nom ${++count}`, kinds: ['COMMUNE'] } },
    );
  };

  test('a category goes back while the edition is prepared', async () => {
    expect((await undo(await relabel())).refusals).toEqual([]);
  });

  test('and no longer once fieldwork has begun', async () => {
    const relabelled = await relabel();
    await sql(`update edition set phase = 'FIELDWORK' where id = ?`, [id]);
    expect((await undo(relabelled)).refusals).toEqual(['EDITION_PUBLISHED']);
  });
});

test('what others refer to is listed before what refers to it, so that it comes back first and goes last', async () => {
  const links = await sql<{ from: string; to: string }>(
    `select conrelid::regclass::text as from, confrelid::regclass::text as to from pg_constraint
     where contype = 'f' and conrelid <> confrelid`,
  );
  const place = (noun: string) => guards.findIndex((guard) => guard.noun === noun);
  const wrong = links.filter(({ from, to }) => place(from) >= 0 && place(to) >= 0 && place(from) < place(to));
  expect(wrong).toEqual([]);
});

test('a record of the journal tells the act it belongs to', async () => {
  const { id, act } = await make();
  const query = 'query ($id: ID!) { changes(noun: "structure", recordId: $id) { items { act } } }';
  expect(await done<{ items: object[] }>(query, { id })).toEqual({ items: [{ act }] });
});
