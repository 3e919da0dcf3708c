import { describe, expect, test } from 'vitest';
import { canonical, verify } from '../../server/certificate/verify.mjs';
import { makeBackOffice } from '../support/back-office.ts';
import { makeEdition } from '../support/edition.ts';

const office = await makeBackOffice('signature');
const { app, seal, sql } = office;
const { publish, structure } = await makeEdition(office, 'PUBLISHED');
await sql(`update structure set name = 'Ville d’Aubrevaux' where id = ?`, [structure.T1]);
await publish('Le nom de la ville était faux.');

const download = (version: string) => app.inject({ url: `/datasets/${version}.json` });
const text = (await download('2022.2')).body;
const document = JSON.parse(text);

test('a published version is downloaded with all one needs to verify it, and never changes', async () => {
  const answer = await download('2022.1');
  expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(verify(answer.body, { key: seal.fingerprint })).toMatchObject({
    version: '2022.1',
    publicKey: seal.publicKey,
  });
  expect((await download('2022.1')).body).toBe(answer.body);
  expect(JSON.parse(answer.body).hash).not.toBe(document.hash);
  for (const version of ['2022.3', '2019.1', "' or true --"]) expect((await download(version)).statusCode).toBe(404);
});

test('a correction says in what is signed what it corrects, and why', () => {
  expect(document.tables.erratum).toEqual([
    {
      ...{ position: 1, table_name: 'laureate', key: '0/0', field: 'name', reason: 'Le nom de la ville était faux.' },
      ...{ old: 'Ville de Aubrevaux', new: 'Ville d’Aubrevaux' },
    },
  ]);
});

describe('the verifier', () => {
  test('finds what was signed, in whatever order its keys are written', () => {
    expect(verify(text)).toEqual(document);
    const { signature, ...rest } = document;
    expect(() => verify(JSON.stringify({ signature, ...rest }, null, 2))).not.toThrow();
    expect(text).toBe(`${canonical(document)}\n`);
  });

  test('refuses a file of which a byte here or there is another', { timeout: 60_000 }, () => {
    const bytes = Buffer.from(text);
    const step = Math.floor(bytes.length / 40);
    for (let at = 0; at < bytes.length; at += step) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (bytes[at] ?? 0) ^ (1 << (at % 7));
      expect(() => verify(flipped.toString()), `byte ${at}`).toThrow();
    }
  });

  type Forged = typeof document;
  test.each([
    ['a name', 'tables.laureate.0', ({ tables }: Forged) => Object.assign(tables.laureate[0], { name: 'Nulle-Part' })],
    ['a figure', 'tables.indicator.1', ({ tables }: Forged) => Object.assign(tables.indicator[1], { value: '0.99' })],
    ['a row too many', 'tables.trophy.2', ({ tables }: Forged) => tables.trophy.push({ position: 9 })],
    ['a row less', 'tables.category.1', ({ tables }: Forged) => tables.category.pop()],
    ['a table too many', 'tables.loot', ({ tables }: Forged) => Object.assign(tables, { loot: [] })],
    ['a table less', 'tables.indicator', ({ tables }: Forged) => Reflect.deleteProperty(tables, 'indicator')],
    ['another version', 'signature', (forged: Forged) => Object.assign(forged, { version: '2022.3' })],
    [
      'another instant',
      'signature',
      (forged: Forged) => Object.assign(forged, { publishedAt: '2022-01-01T00:00:00Z' }),
    ],
    ['another hash', 'hash', (forged: Forged) => Object.assign(forged, { hash: '0'.repeat(64) })],
  ] as const)('names the first difference: %s', (_, place, change) => {
    const other = structuredClone(document);
    change(other);
    expect(() => verify(JSON.stringify(other))).toThrow(`« ${place} »`);
  });

  test('refuses another key than the one expected, and one that signed nothing of it', () => {
    expect(() => verify(text, { key: 'f'.repeat(64) })).toThrow('autre clé');
    const other = structuredClone(document);
    other.publicKey = `A${other.publicKey.slice(1)}`;
    expect(() => verify(JSON.stringify(other))).toThrow(/signature|publicKey/);
  });
});
