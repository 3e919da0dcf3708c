import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical, verify } from '../../server/certificate/verify.mjs';
import { openSeal } from '../../server/kernel/seal.ts';
import { type DocumentTables, documentOf, hashOfTables, statementOf } from '../../server/partner/document.rules.ts';

const seal = openSeal('a secret of the tests, long enough to be one');
const { publicKey } = seal;

/** A version as it is downloaded, signed. */
function downloadOf(tables: DocumentTables): string {
  const sealed = { version: '2022.1', publishedAt: '2022-11-10T11:00:00.000Z', hash: hashOfTables(tables), publicKey };
  return documentOf({ ...sealed, signature: seal.sign(statementOf(sealed)) }, tables);
}

const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.string(), { maxLength: 3 }));
const row = fc.dictionary(fc.stringMatching(/^[a-z_]{1,8}$/), value, { maxKeys: 4 });
const tables = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.array(row, { minLength: 1, maxLength: 3 }), {
  maxKeys: 3,
}) as fc.Arbitrary<DocumentTables>;

test('whatever a version says, what is signed verifies, and is in canonical form', () =>
  fc.assert(
    fc.property(tables, (tables) => {
      const text = downloadOf(tables);
      expect(verify(text, { key: seal.fingerprint })).toEqual(JSON.parse(text));
      expect(text).toBe(`${canonical(JSON.parse(text))}\n`);
    }),
  ));

test('any other byte makes it fail', { timeout: 60_000 }, () => {
  const small = { laureate: [{ name: 'Ville d’Aubrevaux', rank: 1 }], trophy: [{ code: 'towns', sources: [] }] };
  const bytes = Buffer.from(downloadOf(small));
  expect(() => verify(bytes.toString())).not.toThrow();
  for (let at = 0; at < bytes.length; at++)
    for (let bit = 0; bit < 8; bit++) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (bytes[at] ?? 0) ^ (1 << bit);
      expect(() => verify(flipped.toString()), `byte ${at}, bit ${bit}`).toThrow();
    }
});
