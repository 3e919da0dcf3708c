import { beforeAll, expect, test } from 'vitest';
import {
  type CategoryConfiguration,
  categoriesOf,
  configureCategories,
} from '../../server/edition/category.service.ts';
import { configurePrizes, prizesOf } from '../../server/edition/prize.service.ts';
import { makeBackOffice } from '../support/back-office.ts';
import { makeEdition } from '../support/edition.ts';
import { deliberate, firstsOf } from '../support/played.ts';

const office = await makeBackOffice('prize');
const { done, ask, em } = office;
let edition: Awaited<ReturnType<typeof makeEdition>>;

const CREATE = `mutation ($id: ID!, $input: SpecialPrizeInput!) { createSpecialPrize(editionId: $id, input: $input) { id basis channel } }`;
const AWARD = `mutation ($id: ID!, $input: AwardInput!) { awardPrize(prizeId: $id, input: $input) {
  prize { code } category { code } laureates { award mention structure { reference } } } }`;
const CASES = `query ($id: ID!) { awardCases(editionId: $id) { id firsts category { code } prize { code }
  lines { rank score eligible enrolment { structure { id reference } } } } }`;
interface Case {
  readonly id: string;
  readonly firsts: string[];
  readonly prize: { code: string } | null;
  readonly lines: readonly {
    rank: number | null;
    score: string;
    enrolment: { structure: { id: string; reference: string } };
  }[];
}
const prize: Record<string, string> = {};
const caseOf = async (code: string) =>
  (await done<Case[]>(CASES, { id: edition.id })).find((each) => each.prize?.code === code);

beforeAll(async () => {
  edition = await makeEdition(office, 'PREPARATION');
  for (const input of [
    { code: 'best', label: 'Meilleure note', basis: 'OVERALL' },
    {
      code: 'phone',
      label: 'Meilleur accueil téléphonique',
      basis: 'CHANNEL',
      channel: 'PHONE',
      mentionAllowed: false,
    },
    { code: 'heart', label: 'Coup de cœur', basis: 'FREE', awardField: 1 },
  ])
    prize[input.code] = (await done<{ id: string }>(CREATE, { id: edition.id, input })).id;
});

test('a special prize names what its basis needs, and categories the edition has', async () => {
  const refused = async (more: object) =>
    (await ask('MANAGER', CREATE, { id: edition.id, input: { code: 'x', label: 'X', basis: 'OVERALL', ...more } }))
      .refusals;
  expect(await refused({ basis: 'CHANNEL' })).toEqual(['PRIZE_BASIS_INCOMPLETE']);
  expect(await refused({ basis: 'DETERMINANT' })).toEqual(['PRIZE_BASIS_INCOMPLETE']);
  expect(await refused({ categoryCodes: ['castles'] })).toEqual(['PRIZE_CATEGORY_UNKNOWN']);
  expect(await refused({ code: 'best' })).toEqual(['PRIZE_EXISTS']);
});

test('categories and special prizes are carried to another edition and come out the same', async () => {
  const { id } = await done('mutation ($input: EditionInput!) { createEdition(input: $input) { id } }', {
    input: { ordinal: 30, year: 2030, label: 'Édition suivante' },
  });
  const read = async (of: string) => {
    const own = em.fork() as never;
    return { categories: await categoriesOf(own, of), prizes: await prizesOf(own, of) };
  };
  const wanted = await read(edition.id);
  const richer: CategoryConfiguration[] = wanted.categories.map((each, i) => ({
    ...each,
    ...(i === 0 ? { censusYear: 2019, departmentCodes: ['67', '2A'], mostLaureates: 2, mayBeWithheld: false } : {}),
  }));
  for (let twice = 0; twice < 2; twice++)
    await em.fork().transactional(async (em) => {
      await configureCategories(em as never, id, richer);
      await configurePrizes(em as never, id, wanted.prizes);
    });
  expect(await read(id)).toEqual({ categories: richer, prizes: wanted.prizes });
  await em.fork().transactional(async (em) => configurePrizes(em as never, id, []));
  expect((await read(id)).prizes).toEqual([]);
});

test('special prizes are decided on what they rest on, by their rules', async () => {
  await deliberate(office, edition);
  const best = await caseOf('best');
  const [first] = best?.lines ?? [];
  expect(best?.lines.length).toBeGreaterThan(5);
  expect(best?.firsts).toContain(first?.enrolment.structure.id);
  const give = (code: string, input: object) =>
    ask<{ awardPrize: object }>('MANAGER', AWARD, { id: prize[code], input });
  const given = await give('best', {
    structureIds: best?.firsts,
    mentions: [{ structureId: best?.firsts[0], mention: 'numérique' }],
  });
  expect(given.data.awardPrize).toMatchObject({
    ...{ prize: { code: 'best' }, category: null, laureates: [{ award: 'PRIZE', mention: 'numérique' }] },
  });
  const phone = await caseOf('phone');
  const places = phone?.lines.flatMap(({ rank }) => rank ?? []) ?? [];
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  const mention = [{ structureId: phone?.firsts[0], mention: 'voix' }];
  expect((await give('phone', { structureIds: phone?.firsts, mentions: mention })).refusals).toEqual([
    'AWARD_NO_MENTION',
  ]);
  const last = phone?.lines.at(-1)?.enrolment.structure.id;
  expect((await give('phone', { structureIds: [last] })).refusals).toEqual(['AWARD_MOTIVE_REQUIRED']);
  const heart = await caseOf('heart');
  expect(heart?.firsts).toEqual([]);
  expect((await give('heart', { structureIds: [last] })).refusals).toEqual(['AWARD_MOTIVE_REQUIRED']);
  expect((await give('heart', { structureIds: [last], motive: 'Un agent inoubliable.' })).refusals).toEqual([]);
  expect(
    (await ask('MANAGER', 'mutation ($id: ID!) { removeSpecialPrize(id: $id) }', { id: prize.heart })).refusals,
  ).not.toEqual([]);
});

test('a prize that is not decided keeps the edition from being published, and what is published names it', async () => {
  await edition.award('towns', await firstsOf(office, edition, 'towns'), { motive: 'Choix du jury.' });
  await edition.award('regions', await firstsOf(office, edition, 'regions'), { motive: 'Choix du jury.' });
  await edition.moveTo('EMBARGO');
  const subjects = (await edition.rehearse()).blockers.map(({ code, subject }) => [code, subject]);
  expect(subjects).toContainEqual(['TROPHY_NOT_DECIDED', 'Meilleur accueil téléphonique']);
  const rows = (await edition.rehearse()).rows as { trophy: { prize_code: string | null }[] };
  expect(rows.trophy.map(({ prize_code }) => prize_code)).toEqual([null, null, 'best', 'heart']);
});
