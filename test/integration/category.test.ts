import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { Category } from '../../server/edition/category.ts';
import { categoryOf, claimsOn } from '../../server/enrolment/category.rules.ts';
import { insertRows } from '../../server/kernel/bulk.ts';
import { Structure } from '../../server/structure/structure.ts';
import { makeBackOffice } from '../support/back-office.ts';
import { candidates, rules } from '../support/categories.ts';
import { makeEdition, verbs } from '../support/edition.ts';
import { importing } from '../support/importing.ts';

const office = await makeBackOffice('category');
const { done, ask, em } = office;
let edition: Awaited<ReturnType<typeof makeEdition>>;
beforeAll(async () => {
  edition = await makeEdition(office, 'PREPARATION');
});

interface Preview {
  readonly total: number;
  readonly none: number;
  readonly several: number;
  readonly enrolled: number;
  readonly enrolledElsewhere: number;
  readonly categories: readonly { key: string; label: string; before: number; after: number; placed: number }[];
  readonly noneByKind: readonly { kind: string; count: number }[];
  readonly overlaps: readonly { labels: string[]; count: number }[];
  readonly moves: readonly { from: string; to: string; count: number }[];
}
const PREVIEW = `query ($id: ID!, $draft: CategoryDraftInput) { categoryPreview(editionId: $id, draft: $draft) {
  total none several enrolled enrolledElsewhere noneByKind { kind count } overlaps { labels count } moves { from to count }
  categories { key label before after placed } } }`;
const preview = (draft?: object, id = edition.id) => done<Preview>(PREVIEW, { id, draft });
const BEHIND = `query ($id: ID!, $draft: CategoryDraftInput, $before: ID, $after: ID, $moved: Boolean, $elsewhere: Boolean) {
  categoryStructures(editionId: $id, draft: $draft, before: $before, after: $after, moved: $moved, elsewhere: $elsewhere, perPage: 100) {
    total items { misfit before after placed enrolledIn structure { reference } } } }`;
interface Behind {
  readonly total: number;
  readonly items: readonly { misfit: string | null; after: string[]; structure: { reference: string } }[];
}
const behind = (more: object) => done<Behind>(BEHIND, { id: edition.id, ...more });
const PLACE = `mutation ($c: ID!, $s: ID!, $motive: Prose!) { placeStructure(categoryId: $c, structureId: $s, motive: $motive) { id placedByName } }`;
const enrolments = () =>
  done<{ items: { categoryMotive: string | null; category: { code: string }; structure: { reference: string } }[] }>(
    'query ($id: ID!) { enrolments(editionId: $id, perPage: 100) { items { categoryMotive category { code } structure { reference } } } }',
    { id: edition.id },
  );
const placeOf = async (reference: string) =>
  (await enrolments()).items.find(({ structure }) => structure.reference === reference);

test('an edit says what it would move before it is saved, and which structures those are', async () => {
  const towns = edition.category.towns ?? '';
  const draft = { id: towns, kinds: ['COMMUNE'], populationFrom: 60_002 };
  const { categories, none, noneByKind, moves, enrolledElsewhere } = await preview(draft);
  expect(categories.find(({ key }) => key === towns)).toMatchObject({ before: 5, after: 3 });
  expect({ none, noneByKind, moves, enrolledElsewhere }).toEqual({
    ...{ none: 2, noneByKind: [{ kind: 'COMMUNE', count: 2 }], enrolledElsewhere: 2 },
    moves: [{ from: towns, to: 'NONE', count: 2 }],
  });
  const { items } = await behind({ draft, moved: true });
  expect(items.map(({ structure, misfit }) => [structure.reference, misfit])).toEqual([
    ['T1', 'POPULATION_OUTSIDE'],
    ['T2', 'POPULATION_OUTSIDE'],
  ]);
  expect((await preview()).moves).toEqual([]);
});

test('two categories that claim the same structures are named, and so are the structures', async () => {
  const draft = { label: 'Grandes villes', kinds: ['COMMUNE'], populationFrom: 60_004 };
  const { several, overlaps } = await preview(draft);
  expect({ several, overlaps }).toEqual({
    several: 1,
    overlaps: [{ labels: ['Villes de plus de 50 000 habitants', 'Grandes villes'], count: 1 }],
  });
  expect((await behind({ draft, after: 'SEVERAL' })).items).toMatchObject([{ structure: { reference: 'T5' } }]);
});

test('a census and a territory narrow a category', async () => {
  const towns = { id: edition.category.towns, kinds: ['COMMUNE'], populationFrom: 50_000 };
  expect(await preview({ ...towns, censusYear: 2022 })).toMatchObject({ none: 5 });
  expect((await behind({ draft: { ...towns, censusYear: 2022 }, after: 'NONE' })).items[0]?.misfit).toBe(
    'POPULATION_OF_OTHER_YEAR',
  );
  expect(await preview({ ...towns, departmentCodes: ['10', '11'] })).toMatchObject({ none: 3 });
  expect(await preview({ ...towns, departmentCodes: ['10', '11'], territory: 'OUT' })).toMatchObject({ none: 2 });
});

test('a structure placed by hand stays there whatever the rules say, until it is given back to them', async () => {
  const regions = edition.category.regions ?? '';
  const s = edition.structure.T2 ?? '';
  const placed = await done<{ id: string }>(PLACE, { c: regions, s, motive: 'Ville siège de la région.' });
  expect(await placeOf('T2')).toMatchObject({
    ...{ category: { code: 'regions' }, categoryMotive: 'Ville siège de la région.' },
  });
  expect((await preview()).categories.find(({ key }) => key === regions)).toMatchObject({ after: 4, placed: 1 });

  await done('mutation ($id: ID!) { unplaceStructure(id: $id) }', { id: placed.id });
  expect(await placeOf('T2')).toMatchObject({ category: { code: 'towns' }, categoryMotive: null });
});

test('a placement by hand is kept when the enrolment is imported again', async () => {
  const s = edition.structure.T3 ?? '';
  const placed = await done<{ id: string }>(PLACE, { c: edition.category.regions, s, motive: 'Siège de la région.' });
  const file = 'reference;formule;options;origine\nT3;payante;;volontaire\n';
  expect(await importing(office).report('ENROLMENT', file, { editionId: edition.id })).toMatchObject({
    applied: true,
    changed: 1,
  });
  expect(await placeOf('T3')).toMatchObject({ category: { code: 'regions' } });
  await done('mutation ($id: ID!) { unplaceStructure(id: $id) }', { id: placed.id });
});

test('a structure that nothing takes enrols once it is placed, and cannot be given back to rules that do not take it', async () => {
  const { id: s } = await done('mutation ($input: StructureInput!) { createStructure(input: $input) { id } }', {
    input: { reference: 'V1', name: 'Ville de Quatremont', kind: 'COMMUNE' },
  });
  const enrol = { id: edition.id, structureId: s, input: {} };
  const refused = await ask('MANAGER', verbs.enrol, enrol);
  expect(refused).toMatchObject({
    ...{ refusals: ['NO_CATEGORY'], details: [{ structure: 'Ville de Quatremont', categories: [] }] },
  });
  const { id } = await done<{ id: string }>(PLACE, { c: edition.category.towns, s, motive: 'Recensement à venir.' });
  expect(await done(verbs.enrol, enrol)).toMatchObject({ category: { code: 'towns' } });
  expect(await ask('MANAGER', 'mutation ($id: ID!) { unplaceStructure(id: $id) }', { id })).toMatchObject({
    refusals: ['NO_CATEGORY'],
  });
  expect(await placeOf('V1')).toMatchObject({ category: { code: 'towns' }, categoryMotive: 'Recensement à venir.' });
});

test('only staff read the preview and place structures', async () => {
  for (const role of ['CONTROLLER', 'AUDITOR', 'JUROR', 'PARTICIPANT'] as const) {
    expect((await ask(role, PREVIEW, { id: edition.id })).refusals).toEqual(['FORBIDDEN']);
    const place = { c: edition.category.towns, s: edition.structure.T1, motive: 'Parce que.' };
    expect((await ask(role, PLACE, place)).refusals).toEqual(['FORBIDDEN']);
  }
});

test('a tie that a channel parts names the channel', async () => {
  const input = { code: 'tie', label: 'Égalités', position: 7, kinds: ['OTHER'], tieRule: 'CHANNEL' };
  const create =
    'mutation ($id: ID!, $input: CategoryInput!) { createCategory(editionId: $id, input: $input) { id tieChannel } }';
  expect(await ask('MANAGER', create, { id: edition.id, input })).toMatchObject({ refusals: ['TIE_CHANNEL_REQUIRED'] });
  const made = await done<{ id: string; tieChannel: string }>(create, {
    ...{ id: edition.id, input: { ...input, tieChannel: 'PHONE' } },
  });
  expect(made.tieChannel).toBe('PHONE');
  await done('mutation ($id: ID!) { removeCategory(id: $id) }', { id: made.id });
});

test('the preview of the database is that of the rules, on any register and any categories', async () => {
  const registers = fc.sample(
    fc.tuple(
      fc.array(rules(), { minLength: 1, maxLength: 6 }),
      fc.array(candidates(), { minLength: 40, maxLength: 40 }),
    ),
    {
      ...{ numRuns: 25, seed: 7 },
    },
  );
  for (const [i, [categories, register]] of registers.entries()) {
    await em
      .fork()
      .transactional(async (em) => {
        const { id } = (
          await em.execute(
            `insert into edition (ordinal, year, label, sources) values (${100 + i}, ${2050 + i}, 'Tirage', '{}') returning id`,
          )
        )[0] as { id: string };
        await em.execute('delete from placement');
        await em.execute('delete from enrolment');
        await em.execute('delete from structure');
        for (const [position, rule] of categories.entries())
          em.create(Category, { edition: id, code: `c${position}`, label: `C${position}`, position, ...rule } as never);
        await em.flush();
        await insertRows(
          em as never,
          'structure',
          register.map((one, n) => ({
            ...{ reference: `X${n}`, name: `X${n}`, kind: one.kind, fictional: false, version: 1 },
            ...{ id: crypto.randomUUID(), created_at: '2022-01-01', population: one.population },
            ...{
              population_year: one.populationYear,
              department_code: one.departmentCode,
              region_code: one.regionCode,
            },
          })),
        );
        const { previewOf } = await import('../../server/enrolment/preview.service.ts');
        const told = await previewOf(em as never, id, null);
        const stored = await em.find(Category, { edition: id }, { orderBy: { position: 'asc' } });
        const structures = await em.find(Structure, {});
        expect(told.total).toBe(structures.length);
        for (const category of stored)
          expect(told.categories.find(({ key }) => key === category.id)?.after).toBe(
            structures.filter((structure) => categoryOf(stored, structure)?.id === category.id).length,
          );
        expect(told.none).toBe(structures.filter((structure) => claimsOn(stored, structure).length === 0).length);
        expect(told.several).toBe(structures.filter((structure) => claimsOn(stored, structure).length > 1).length);
        const counted = told.categories.reduce((total, { after }) => total + after, told.none + told.several);
        expect(counted).toBe(told.total);
        throw new Error('nothing of it stays');
      })
      .catch((error: Error) => {
        if (error.message !== 'nothing of it stays') throw error;
      });
  }
});
