import { expect, test } from 'vitest';
import { makeBackOffice } from '../support/back-office.ts';
import { makeEdition } from '../support/edition.ts';
import { byPhone, tests } from '../support/sample.ts';

const office = await makeBackOffice('threshold');
const { ask, done, read } = office;
const strict = await makeEdition(office, 'EMBARGO', { year: 2022 });
const loose = await makeEdition(office, 'EMBARGO', { year: 2023 });

/** Says of an edition what it is, with something else of it. */
const correct = async (id: string, change: object) => {
  const { version, ...input } = await done<{ version: number }>(
    'query ($id: ID!) { edition(id: $id) { version ordinal year label provenance fieldworkFrom fieldworkTo } }',
    { id },
  );
  return ask<{ updateEdition: object }>(
    'MANAGER',
    `mutation ($id: ID!, $version: Int!, $input: EditionInput!) {
      updateEdition(id: $id, version: $version, input: $input) { fewestContributors largestShare } }`,
    { id, version, input: { ...input, ...change } },
  );
};
const withheld = async (id: string) => {
  const rows = (await done('query ($id: ID!) { rehearsal(editionId: $id) { rows } }', { id })) as unknown as {
    rows: { mean: { code: string; withheld: string | null }[] };
  };
  return (code: string) => rows.rows.mean.find((each) => each.code === code)?.withheld;
};

test('an edition tells figures from five structures, none of which makes up more than 85 %, unless staff say otherwise', async () => {
  const asked = 'query ($id: ID!) { edition(id: $id) { fewestContributors largestShare } }';
  expect(await done(asked, { id: strict.id })).toEqual({ fewestContributors: 5, largestShare: '0.85' });
  expect((await withheld(strict.id))('category.towns/overall')).not.toBe('SMALL_BASE');
  expect((await correct(strict.id, { fewestContributors: 6, largestShare: '0.9' })).data).toEqual({
    updateEdition: { fewestContributors: 6, largestShare: '0.9' },
  });
  expect((await withheld(strict.id))('category.towns/overall')).toBe('SMALL_BASE');
  expect((await withheld(strict.id))('all/overall')).toBeNull();
});

test('fewer than three structures, or a share that is none, are refused', async () => {
  for (const wrong of [{ fewestContributors: 2 }, { largestShare: '0.49' }, { largestShare: '1.01' }])
    expect((await correct(loose.id, wrong)).refusals, JSON.stringify(wrong)).toEqual(['THRESHOLD_OUT_OF_RANGE']);
  expect((await correct(loose.id, { fewestContributors: 3 })).refusals).toEqual([]);
});

test('the threshold is taken from another edition with the rest of the configuration, and shows among what differs', async () => {
  const compared = await done(
    `query ($id: ID!, $source: ConfigurationSource!) { compareConfiguration(editionId: $id, source: $source, parts: [EDITION]) {
      differences { part field before after } } }`,
    { id: loose.id, source: { editionId: strict.id } },
  );
  expect((compared as unknown as { differences: object[] }).differences).toEqual(
    expect.arrayContaining([
      { part: 'EDITION', field: 'fewestContributors', before: 3, after: 6 },
      { part: 'EDITION', field: 'largestShare', before: '0.85', after: '0.9' },
    ]),
  );
});

test('a version keeps the threshold it was made under, where partners read it, and nothing changes it afterwards', async () => {
  await strict.publish();
  await loose.publish();
  const told = (year: number) =>
    read<{ edition: object }>(
      `query ($year: Year!) { edition(year: $year, version: "${year}.1") { fewestContributors largestShare
        means(where: { code: { in: ["category.towns/overall"] } }) { nodes { figure { __typename ... on Withheld { reason } } } } } }`,
      { year },
    ).then(({ data }) => data.edition);
  expect(await told(2022)).toEqual({
    ...{ fewestContributors: 6, largestShare: 0.9 },
    means: { nodes: [{ figure: { __typename: 'Withheld', reason: 'SMALL_BASE' } }] },
  });
  expect(await told(2023)).toMatchObject({ fewestContributors: 3, largestShare: 0.85 });
  expect((await correct(strict.id, { fewestContributors: 3 })).refusals).toEqual(['EDITION_PUBLISHED']);
});

test('the difference with the year before is told of a mean that both tell, and of no other', async () => {
  // Both editions are of the same eight structures; the answers of five towns are under the six that the earlier asks for.
  const { data } = await read<{ means: { nodes: { code: string; likeForLike: number | null }[] } }>(
    '{ means(version: "2023.1", where: { code: { in: ["category.towns/step.answer", "all/channel.EMAIL"] } }) { nodes { code likeForLike commonCount } } }',
  );
  expect(Object.fromEntries(data.means.nodes.map(({ code, ...told }) => [code, told]))).toEqual({
    'all/channel.EMAIL': { likeForLike: 0, commonCount: 8 },
    'category.towns/step.answer': { likeForLike: null, commonCount: null },
  });
});

test('a figure that all structures but one are at one end of is withheld: that one would know of each other', async () => {
  // Of eight structures two could not be reached by telephone; here the one of them could.
  const reached = tests.map((each) => (each.test === 'P4' ? byPhone('P4', 'T4', 'oui 3 5') : each));
  const { id } = await makeEdition(office, 'EMBARGO', { year: 2024, fieldwork: reached });
  const figureOf = async (editionId: string) => {
    const { rows } = await done<{ rows: { indicator: { code: string }[] } }>(
      'query ($id: ID!) { rehearsal(editionId: $id) { rows } }',
      { id: editionId },
    );
    return rows.indicator.find(({ code }) => code === 'phone.connected_first');
  };
  expect(await figureOf(strict.id)).toMatchObject({ withheld: null, numerator: '6.000000', denominator: 8 });
  expect(await figureOf(id)).toMatchObject({ withheld: 'EXTREME', value: null, numerator: null, denominator: null });
});
