import Fraction from 'fraction.js';
import { afterAll, describe, expect, test } from 'vitest';
import { compareEditions } from '../../server/comparison/comparison.service.ts';
import type { ComparedMean } from '../../server/comparison/comparison.ts';
import { meansBy } from '../../server/comparison/means.service.ts';
import { MeansDimension } from '../../server/comparison/means.ts';
import { evolutionOfMeans } from '../../server/comparison/series.service.ts';
import { openOrm } from '../../server/orm.ts';
import { rankingsOf } from '../../server/ranking/ranking.service.ts';
import { actorOf, makeBackOffice } from '../support/back-office.ts';
import { makeDemonstration } from '../support/demonstration.ts';
import { makeEdition } from '../support/edition.ts';
import { byPhone, tests } from '../support/sample.ts';

const figure = '{ value exact }';
const mean = `{ code before ${figure} after ${figure} change ${figure} likeForLike ${figure} grid ${figure} panel ${figure}
  coverage ${figure} unsplit beforeCount afterCount bothCount broken }`;
const compare = `query ($id: ID!, $withId: ID!) { comparison(editionId: $id, withEditionId: $withId) {
  global ${mean} categories ${mean} channels ${mean}
  counts { common entered left criteria added removed changed } breaks { criterion changes incomparable } } }`;
const evolve = `query ($id: ID!) { evolution(enrolmentId: $id) { edition { year } score rank field categoryLabel broken
  channels { code score } breaks { criterion changes } } }`;

/** The parts of a change, exact, and what they should come to. */
const sumsOf = ({ change, likeForLike, grid, panel, coverage }: ComparedMean) => [
  [likeForLike, grid, panel, coverage].reduce((sum, part) => sum.add(part?.exact ?? 0), new Fraction(0)).toFraction(),
  change?.exact,
];

describe('two editions with one grid', async () => {
  const office = await makeBackOffice('comparison');
  const { ask, done } = office;
  // The year before, T1 let its phone ring five times, which is worth half as much, and nobody tested T4.
  const earlier = [
    byPhone('P1', 'T1', 'oui 5 5'),
    ...tests.filter(({ test }) => !['P1', 'P4', 'E4', 'A4'].includes(test ?? '')),
  ];
  const before = await makeEdition(office, 'PUBLISHED', { year: 2021, fieldwork: earlier });
  const after = await makeEdition(office, 'DELIBERATION');
  const ids = { id: after.id, withId: before.id };

  /*
   * By hand. T1 gains 3/4 · 25/2 = 75/8 over seven common structures: 75/56 like for like. T4 comes in with 25/2: the
   * mean of the eight is 23525/448 and that of the seven 22825/392, which is −17925/3136 for the panel.
   */
  test('differ by what moved and by who came in, to the last digit', async () => {
    const { global, counts } = await done<{ global: ComparedMean; counts: object }>(compare, ids);
    expect(global).toMatchObject({
      ...{ likeForLike: { value: '1.34', exact: '75/56' }, panel: { value: '-5.72', exact: '-17925/3136' } },
      ...{ grid: { exact: '0' }, coverage: { exact: '0' }, unsplit: null, broken: false },
      ...{ beforeCount: 7, afterCount: 8, bothCount: 7 },
    });
    expect(sumsOf(global)[0]).toBe(sumsOf(global)[1]);
    expect(counts).toEqual({ common: 7, entered: 1, left: 0, criteria: 8, added: 0, removed: 0, changed: 0 });
  });

  test('are compared the other way round with exactly the opposite', async () => {
    const { global } = await done<{ global: ComparedMean }>(compare, { id: before.id, withId: after.id });
    expect(global).toMatchObject({ likeForLike: { exact: '-75/56' }, panel: { exact: '17925/3136' } });
  });

  test('are compared by staff alone, and an edition never with itself', async () => {
    expect((await ask('PARTICIPANT', compare, ids)).refusals).toEqual(['FORBIDDEN']);
    expect((await ask('MANAGER', compare, { id: after.id, withId: after.id })).refusals).toEqual(['NOT_FOUND']);
  });

  test('show a structure its own scores, and only once they are published', async () => {
    const own = actorOf('PARTICIPANT', after.structure.T1 ?? null);
    const yearsFor = async (asker: Parameters<typeof ask>[0], id = after.enrolment.T1) => {
      const { data, refusals } = await ask<{ evolution: { edition: { year: number } }[] }>(asker, evolve, { id });
      return refusals.length > 0 ? refusals : data.evolution.map(({ edition }) => edition.year);
    };
    expect(await yearsFor('MANAGER')).toEqual([2021, 2022]);
    expect(await yearsFor(own)).toEqual([2021]);
    expect(await yearsFor(own, after.enrolment.T2)).toEqual(['NOT_FOUND']);
    const [first, second] = await done<object[]>(evolve, { id: after.enrolment.T1 });
    expect(first).toMatchObject({ score: '88.84', rank: 1, field: 4, broken: false, breaks: [] });
    expect(second).toMatchObject({ score: '98.21', rank: 1, field: 5, broken: false, breaks: [] });
  });

  test('give means by category and by step, each with its base', async () => {
    const by = (dimension: string) =>
      done<{ code: string; mean: string; structureCount: number }[]>(
        'query ($id: ID!, $by: MeansDimension!) { meansBy(editionId: $id, dimension: $by) { code mean structureCount } }',
        { id: after.id, by: dimension },
      );
    expect(await by('CATEGORY')).toEqual([
      { code: 'towns', mean: '48.39', structureCount: 5 },
      { code: 'regions', mean: '59.38', structureCount: 3 },
    ]);
    // Access is the phone's connection and rings: T1, R1 100; T2, T3, R2 (2·100 + 50)/3; T4, R3, T5 0. (200 + 250)/8.
    expect((await by('STEP'))[0]).toEqual({ code: 'access', mean: '56.25', structureCount: 8 });
    expect(await by('CERTIFICATION')).toEqual([{ code: null, mean: '52.51', structureCount: 8 }]);
    expect((await by('DEPARTMENT')).at(-1)).toEqual({ code: null, mean: '59.38', structureCount: 3 });
    const [first] = await done<object[]>(
      'query ($id: ID!) { meansBy(editionId: $id, dimension: DEPARTMENT) { code label } }',
      {
        id: after.id,
      },
    );
    expect(first).toEqual({ code: '10', label: 'Aube' });
  });
});

describe('the demonstration', async () => {
  const orm = openOrm(await makeDemonstration('comparison_demonstration'));
  afterAll(() => orm.close());
  const em = () => orm.em.fork() as never;
  const editions: { id: string; year: number }[] = await orm.em
    .fork()
    .getConnection()
    .execute('select id, year from edition where year in (2021, 2022) order by year');
  const [earlier, later] = editions.map(({ id }) => id) as [string, string];

  test('splits each change between its two last editions into parts that add up exactly', async () => {
    const { global, categories, channels, counts, breaks } = await compareEditions(em(), later, earlier);
    for (const each of [global, ...categories, ...channels].filter(({ unsplit }) => unsplit === null))
      expect(sumsOf(each)[0]).toBe(sumsOf(each)[1]);
    expect(global).toMatchObject({ unsplit: null, broken: true });
    expect(counts.common).toBeGreaterThan(100);
    expect(breaks.filter(({ criterion, incomparable }) => criterion && !incomparable)).toHaveLength(counts.criteria);
    const { mean } = (await rankingsOf(em(), later))[0] ?? {};
    expect(categories[0]?.after?.value).toBe(mean);
  });

  test('tells reported means from computed ones, and never joins them', async () => {
    const [global] = await evolutionOfMeans(em());
    const points = global?.points ?? [];
    expect(points.map(({ year, reported }) => [year, reported])).toEqual([
      ...[2014, 2015, 2016, 2017, 2019, 2020].map((year) => [year, true]),
      ...[2021, 2022, 2026, 2028].map((year) => [year, false]),
    ]);
    // The editions in which a jury and claims are tried have the grid of 2022.
    expect(points.slice(1).flatMap(({ year, broken }) => (broken ? [] : [year]))).toEqual([2026, 2028]);
    expect(points[1]).toMatchObject({ mean: '67.40', structureCount: 201 });
  });

  test('gives means by every dimension', async () => {
    for (const dimension of Object.values(MeansDimension)) {
      const means = await meansBy(em(), later, dimension);
      expect(means.length).toBeGreaterThan(0);
      for (const { mean } of means) expect(Number(mean)).toBeLessThanOrEqual(100);
    }
  });
});
