import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { configurationSchema } from '../../server/configuration/configuration.rules.ts';
import { makeBackOffice } from '../support/back-office.ts';
import { commanding } from '../support/commanded.ts';
import { makeEdition } from '../support/edition.ts';

const office = await makeBackOffice('configuration');
const { ask, done, sql, url } = office;

const DOCUMENT = 'query ($id: ID!) { configurationDocument(editionId: $id) }';
const COMPARE = `query ($id: ID!, $source: ConfigurationSource!, $parts: [ConfigurationPart!]) {
  compareConfiguration(editionId: $id, source: $source, parts: $parts) {
    hash year refusals faults { path problem detail } differences { kind part path subject field before after } } }`;
const APPLY = `mutation ($id: ID!, $source: ConfigurationSource!, $parts: [ConfigurationPart!], $hash: String) {
  applyConfiguration(editionId: $id, source: $source, parts: $parts, hash: $hash) { differences act } }`;

interface Compared {
  readonly hash: string;
  readonly refusals: string[];
  readonly faults: { path: string; problem: string; detail: Record<string, string> }[];
  readonly differences: { kind: string; part: string; path: string[]; subject: string[]; field: string | null }[];
}
interface Written {
  edition: Record<string, unknown>;
  categories: Record<string, unknown>[];
  prizes: Record<string, unknown>[];
  licences: Record<string, unknown>[] | null;
  grid: { channels: { weight: string; criteria: { code: string; weight: string; label: string }[] }[] };
  policy: object | null;
}

const exported = (id: string) => done<string>(DOCUMENT, { id });
const compare = (id: string, source: object, parts?: string[]) => done<Compared>(COMPARE, { id, source, parts });
const apply = (id: string, source: object, more: object = {}) => ask('MANAGER', APPLY, { id, source, ...more });
let year = 2030;
const made = async () => {
  year += 1;
  const input = { year, ordinal: year - 2012, label: `Baromètre ${year}`, provenance: 'FIELD' };
  return (await done('mutation ($input: EditionInput!) { createEdition(input: $input) { id } }', { input })).id;
};
/** The file of an edition with something changed in it. */
const edited = async (id: string, change: (file: Written) => void) => {
  const file = JSON.parse(await exported(id)) as Written;
  change(file);
  return { document: JSON.stringify(file) };
};

const { id } = await makeEdition(office, 'PREPARATION');
const prize = { code: 'digital', label: 'Prix du numérique', position: 0, basis: 'CHANNEL', channel: 'EMAIL' };

test('an edition copied from another has its configuration, codes included, and then does not differ', async () => {
  const to = await made();
  const source = { editionId: id };
  const parts = ['CATEGORIES', 'PRIZES', 'GRID', 'POLICY'];
  const { differences, hash, refusals } = await compare(to, source, parts);
  expect(refusals).toEqual([]);
  const told = differences.map(({ kind, part }) => `${kind} ${part}`);
  expect(new Set(told)).toEqual(new Set(['ADDED CATEGORIES', 'ADDED GRID']));
  const { data } = await apply(to, source, { parts, hash });
  expect(data).toEqual({ applyConfiguration: { differences: differences.length, act: expect.any(String) } });
  expect((await compare(to, source, parts)).differences).toEqual([]);
  expect((await apply(to, source, { parts })).data).toEqual({ applyConfiguration: { differences: 0, act: null } });
  const [from, own] = [JSON.parse(await exported(id)), JSON.parse(await exported(to))] as [Written, Written];
  expect({ ...own, edition: null }).toEqual({ ...from, edition: null });
});

test('what was applied is taken back as a whole', async () => {
  const to = await made();
  const before = await exported(to);
  const { data } = await apply(to, { editionId: id }, { parts: ['CATEGORIES', 'GRID'] });
  expect(await exported(to)).not.toBe(before);
  const { act } = (data as { applyConfiguration: { act: string } }).applyConfiguration;
  expect((await ask('MANAGER', 'mutation ($act: ID!) { undoAct(act: $act) { id } }', { act })).refusals).toEqual([]);
  expect(await exported(to)).toBe(before);
});

test('a change in the file is told with what it is inside, what it was and what it would be', async () => {
  const source = await edited(id, ({ grid, categories, prizes }) => {
    const [channel] = grid.channels;
    if (channel?.criteria[0]) channel.criteria[0].weight = '7.50';
    Object.assign(categories[0] ?? {}, { awardField: 4 });
    prizes.push(prize);
  });
  const { differences } = await compare(id, source);
  expect(differences.map(({ kind, part, field }) => [kind, part, field])).toEqual([
    ['CHANGED', 'CATEGORIES', 'awardField'],
    ['ADDED', 'PRIZES', null],
    ['CHANGED', 'GRID', 'weight'],
  ]);
  expect(differences[0]).toMatchObject({ before: 3, after: 4 });
  expect(differences[2]).toMatchObject({ after: '7.5', subject: [expect.any(String), expect.any(String)] });
});

test('what is applied is what was read: a configuration that moved meanwhile is refused', async () => {
  const to = await made();
  const { hash } = await compare(to, { editionId: id }, ['GRID']);
  await apply(to, { editionId: id }, { parts: ['CATEGORIES'] });
  expect(await apply(to, { editionId: id }, { parts: ['GRID'], hash })).toMatchObject({
    refusals: ['CONFIGURATION_MOVED'],
  });
});

test('a grid that was measured is never replaced, and an equal file changes nothing and is not refused', async () => {
  const to = await made();
  await apply(to, { editionId: id });
  await sql(`update grid set frozen_at = now() where edition_id = '${to}'`);
  const equal = { document: await exported(to) };
  expect((await apply(to, equal)).data).toEqual({ applyConfiguration: { differences: 0, act: null } });
  const other = await edited(to, ({ grid, prizes }) => {
    Object.assign(grid.channels[0] ?? {}, { weight: '99' });
    prizes.push(prize);
  });
  expect((await compare(to, other)).refusals).toEqual(['GRID_FROZEN']);
  expect(await apply(to, other)).toMatchObject({ refusals: ['GRID_FROZEN'] });
  expect(await exported(to)).toBe(equal.document);
  await sql(`update edition set phase = 'CONTROL' where id = '${to}'`);
  expect((await compare(to, other, ['PRIZES'])).refusals).toEqual(['CONFIGURATION_CLOSED']);
});

const licence = { scope: 'TROPHY', label: 'Formule', wording: 'Lauréat {year}', fromOn: '2030-11-10', position: 0 };

test('rights of use come from a file, which may say nothing of them; those that stay keep their logo', async () => {
  const to = await made();
  const { id: logoId } = await office.upload('MANAGER', 'logo.png', Buffer.from('89504e470d0a1a0a', 'hex'));
  const create = 'mutation ($id: ID!, $input: LicenceInput!) { createLicence(editionId: $id, input: $input) { id } }';
  await done(create, { id: to, input: { ...licence, logoId } });
  await done(create, { id: to, input: { ...licence, label: 'À retirer' } });
  const silent = await edited(to, (file) => Object.assign(file, { licences: null }));
  expect((await compare(to, silent)).differences).toEqual([]);
  const source = await edited(to, (file) => {
    file.licences = [
      { ...licence, wording: 'Lauréat {award} {year}' },
      { ...licence, label: 'Mention', scope: 'MENTION', position: 1 },
    ];
  });
  const { differences } = await compare(to, source, ['LICENCES']);
  expect(differences.map(({ kind, part, subject }) => [kind, part, subject.join()])).toEqual([
    ['REMOVED', 'LICENCES', 'À retirer'],
    ['CHANGED', 'LICENCES', 'Formule'],
    ['ADDED', 'LICENCES', 'Mention'],
  ]);
  expect((await apply(to, source)).refusals).toEqual([]);
  expect(await sql(`select label, wording, logo_id from licence where edition_id = '${to}' order by label`)).toEqual([
    { label: 'Formule', wording: 'Lauréat {award} {year}', logo_id: logoId },
    { label: 'Mention', wording: 'Lauréat {year}', logo_id: null },
  ]);
  await sql(`update edition set phase = 'ARCHIVED' where id = '${to}'`);
  const emptied = await edited(to, (file) => Object.assign(file, { licences: [] }));
  expect((await compare(to, emptied)).refusals).toEqual(['EDITION_PUBLISHED']);
});

const WRONG: [string, (file: Written) => void, string, string][] = [
  ['a word misspelt', ({ edition }) => Object.assign(edition, { labell: 'x' }), 'edition.labell', 'UNKNOWN_KEY'],
  ['a field left out', ({ categories }) => delete categories[1]?.label, 'categories[1].label', 'MISSING'],
  ['a number for a text', ({ edition }) => Object.assign(edition, { label: 3 }), 'edition.label', 'WRONG_TYPE'],
  [
    'a kind unheard of',
    ({ categories }) => Object.assign(categories[0] ?? {}, { kinds: ['TOWN'] }),
    'categories[0].kinds[0]',
    'NOT_ALLOWED',
  ],
  [
    'a day that does not exist',
    ({ edition }) => Object.assign(edition, { ceremonyOn: '2022-02-30' }),
    'edition.ceremonyOn',
    'BADLY_WRITTEN',
  ],
  [
    'a negative weight',
    ({ grid }) => Object.assign(grid.channels[0] ?? {}, { weight: '-1' }),
    'grid.channels[0].weight',
    'BADLY_WRITTEN',
  ],
  [
    'a code that stands twice',
    ({ categories }) => categories.push({ ...categories[0] }),
    'categories[2].code',
    'TWICE',
  ],
  [
    'bounds the wrong way round',
    ({ categories }) => Object.assign(categories[0] ?? {}, { populationFrom: 9, populationBelow: 9 }),
    'categories[0].populationBelow',
    'POPULATION_DISORDERED',
  ],
  [
    'a period the wrong way round',
    ({ edition }) => Object.assign(edition, { fieldworkTo: '2022-04-01' }),
    'edition.fieldworkTo',
    'PERIOD_DISORDERED',
  ],
  [
    'the same right of use twice',
    (file) => Object.assign(file, { licences: [licence, licence] }),
    'licences[1].label',
    'TWICE',
  ],
  [
    'a right of use that ends before it begins',
    (file) => Object.assign(file, { licences: [{ ...licence, untilOn: '2030-11-09' }] }),
    'licences[0].untilOn',
    'PERIOD_DISORDERED',
  ],
  [
    'a wording that nothing can fill in',
    (file) => Object.assign(file, { licences: [{ ...licence, wording: '{mention}' }] }),
    'licences[0].wording',
    'LICENCE_PLACEHOLDER',
  ],
  [
    'a prize for no category',
    ({ prizes }) => prizes.push({ ...prize, categoryCodes: ['lost'] }),
    'prizes[0].categoryCodes',
    'UNKNOWN_CATEGORY',
  ],
];
test.each(WRONG)('%s is told with its place, and nothing is written', async (_, change, path, problem) => {
  const source = await edited(id, change);
  const before = await exported(id);
  const { faults } = await compare(id, source);
  expect(faults.map((fault) => [fault.path, fault.problem])).toContainEqual([path, problem]);
  expect(await apply(id, source)).toMatchObject({ refusals: ['CONFIGURATION_INVALID'] });
  expect(await exported(id)).toBe(before);
});

test.each([
  ['{"format": ', 'NOT_JSON'],
  ['[]', 'NOT_A_CONFIGURATION'],
  ['null', 'NOT_A_CONFIGURATION'],
  ['{"format":"barometre/configuration","formatVersion":2}', 'FORMAT_VERSION'],
])('the text %s is no configuration: %s', async (document, problem) => {
  expect((await compare(id, { document })).faults).toMatchObject([{ problem }]);
});

test('exported, imported elsewhere and exported again, random configurations are the same to the byte', async () => {
  const [one, other] = [await made(), await made()];
  await apply(one, { editionId: id });
  const parts = ['CATEGORIES', 'PRIZES', 'GRID', 'POLICY'];
  const bare = (text: string) => text.replace(/"edition": \{[^}]*\},/, '');
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        weight: fc.constantFrom('1', '2.50', '0.125'),
        label: fc.string({ minLength: 1, maxLength: 9, unit: fc.constantFrom('é', '"', '\\', 'x') }),
      }),
      fc.boolean(),
      fc.constantFrom(null, { minimumShare: '0.5' }, { absences: { REFUSED: 'EXCLUDE' } }),
      async ({ weight, label }, turned, policy) => {
        const source = await edited(one, (file) => {
          for (const channel of file.grid.channels) Object.assign(channel, { weight });
          for (const each of file.categories) Object.assign(each, { label });
          file.prizes = [{ ...prize, label }];
          file.policy = policy;
          if (turned) file.grid.channels.reverse();
        });
        expect((await apply(one, source, { parts })).refusals).toEqual([]);
        const text = await exported(one);
        expect((await apply(other, { document: text }, { parts })).refusals).toEqual([]);
        expect(bare(await exported(other))).toBe(bare(text));
        expect((await apply(one, { document: text })).data).toEqual({
          applyConfiguration: { differences: 0, act: null },
        });
      },
    ),
    { numRuns: 6 },
  );
}, 60_000);

describe('the published schema', () => {
  const ajv = new Ajv2020({ strict: false });
  (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
  const validate = ajv.compile(configurationSchema());

  test('is what was reviewed, and takes what is exported', async () => {
    await expect(`${JSON.stringify(configurationSchema(), null, 2)}\n`).toMatchFileSnapshot(
      '../../schema/configuration.schema.json',
    );
    expect(validate(JSON.parse(await exported(id))), JSON.stringify(validate.errors)).toBe(true);
  });

  test('refuses what the product refuses for its shape', async () => {
    for (const [, change, , problem] of WRONG.filter(([, , , problem]) =>
      /UNKNOWN_KEY|MISSING|WRONG_TYPE|NOT_ALLOWED/.test(problem),
    )) {
      const { document } = await edited(id, change);
      expect([problem, validate(JSON.parse(document))]).toEqual([problem, false]);
    }
  });

  test('is served to whoever writes a file', async () => {
    const answer = await office.app.inject('/configuration.schema.json');
    expect(answer.json()).toEqual(configurationSchema());
  });
});

test('only staff read, compare or apply a configuration', async () => {
  for (const role of ['CONTROLLER', 'AUDITOR', 'JUROR', null] as const) {
    const refusal = [role ? 'FORBIDDEN' : 'UNAUTHENTICATED'];
    expect((await ask(role, DOCUMENT, { id })).refusals).toEqual(refusal);
    expect((await ask(role, COMPARE, { id, source: { editionId: id } })).refusals).toEqual(refusal);
    expect((await ask(role, APPLY, { id, source: { editionId: id } })).refusals).toEqual(refusal);
  }
});

describe('the command line', () => {
  const run = commanding(url);

  test('exports what the API exports, compares it, and imports it into an edition it makes', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'barometre-'));
    const file = join(folder, 'configuration.json');
    const [{ year: from } = { year: 0 }] = await sql<{ year: number }>('select year from edition where id = ?', [id]);
    expect(await run('config', 'export', String(from), '--out', file)).toMatchObject({ code: 0, out: '' });
    expect(await readFile(file, 'utf8')).toBe(await exported(id));
    expect(await run('config', 'diff', file)).toMatchObject({ code: 0, out: '' });

    const next = JSON.parse(await readFile(file, 'utf8')) as Written;
    Object.assign(next.edition, { year: 2090, ordinal: 78, label: 'Baromètre 2090' });
    await writeFile(file, `${JSON.stringify(next, null, 2)}\n`);
    const looked = await run('config', 'import', file, '--dry-run');
    expect(looked).toMatchObject({ code: 0, said: expect.stringContaining('elle serait créée') });
    expect(await sql('select id from edition where year = 2090')).toEqual([]);
    expect(await run('config', 'import', file)).toMatchObject({ code: 0 });
    const [made] = await sql<{ id: string }>('select id from edition where year = 2090');
    expect(await exported(made?.id ?? '')).toBe(await readFile(file, 'utf8'));

    Object.assign(next.categories[0] ?? {}, { kinds: ['TOWN'] });
    await writeFile(file, JSON.stringify(next));
    const wrong = await run('config', 'import', file);
    expect(wrong).toMatchObject({
      code: 1,
      said: expect.stringContaining('categories[0].kinds[0] : « TOWN » n’est pas permis'),
    });
  }, 120_000);

  test('tells how it is written, and ends with 2 when it is not', async () => {
    expect(await run('--help')).toMatchObject({ code: 0, out: expect.stringContaining('config export ANNÉE') });
    expect(await run('config', 'export', 'demain')).toMatchObject({
      code: 2,
      said: expect.stringContaining('quatre chiffres'),
    });
    expect(await run('config', 'diff', '/nowhere.json')).toMatchObject({
      code: 2,
      said: expect.stringContaining('n’existe pas'),
    });
  }, 60_000);
});
