import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical, verify, verifyAll } from '../../server/certificate/verify.mjs';
import { type Json, canonical as ours } from '../../server/kernel/canonical.rules.ts';
import { type Certificate, certificateOf, fields, hash, samples, signed } from '../support/certified.ts';

const textOf = (certificate: Certificate) => JSON.stringify(certificate);

test('two arithmetics written apart find the same digits, on every grid and under every policy', () =>
  fc.assert(
    fc.property(samples, (sample) => {
      const certificate = signed(certificateOf(sample));
      expect(verify(textOf(certificate))).toEqual(certificate);
    }),
    { numRuns: 500 },
  ));

test('the order of keys changes nothing: what is signed is what is said', () =>
  fc.assert(
    fc.property(samples, (sample) => {
      const certificate = signed(certificateOf(sample));
      expect(() => verify(canonical(certificate))).not.toThrow();
      expect(canonical(certificate)).toBe(ours(certificate as Json));
    }),
  ));

/** Every place of a certificate that holds something, each with something else in it, and every list and key too many. */
function* altered(value: unknown, path: readonly string[] = []): Generator<[place: string, change: unknown]> {
  if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value))
      for (const [where, change] of altered(each, [...path, key]))
        yield [where, Array.isArray(value) ? value.with(Number(key), change) : { ...value, [key]: change }];
    yield [[...path, '+'].join('.'), Array.isArray(value) ? [...value, 'more'] : { ...value, more: 1 }];
    for (const key of Object.keys(value))
      yield [
        [...path, key, '−'].join('.'),
        Array.isArray(value)
          ? value.toSpliced(Number(key), 1)
          : Object.fromEntries(Object.entries(value).filter(([other]) => other !== key)),
      ];
  } else for (const other of othersThan(value)) yield [path.join('.'), other];
}

/** Another value, and the same in another type: a number where a text is due is a difference. */
function othersThan(value: unknown): unknown[] {
  if (typeof value === 'string')
    return [value.endsWith('1') ? `${value.slice(0, -1)}2` : `${value.slice(0, -1)}1`, Number(value)];
  if (typeof value === 'number') return [value + 1, String(value)];
  return typeof value === 'boolean' ? [!value, Number(value)] : ['x', 0];
}

test(
  'whatever is changed, added or taken away makes it fail',
  () =>
    fc.assert(
      fc.property(samples, (sample) => {
        for (const [place, change] of altered(signed(certificateOf(sample))))
          expect(() => verify(textOf(change as Certificate)), place).toThrow();
      }),
      { numRuns: 3 },
    ),
  60_000,
);

test('every byte of the signature and of the key counts', () => {
  const certificate = signed(certificateOf(fc.sample(samples, { seed: 1, numRuns: 1 })[0] as never));
  const texts = ['signature', 'publicKey'] as const;
  for (const name of texts)
    for (let at = 0; at < certificate[name].length; at++) {
      const other = certificate[name][at] === 'A' ? 'B' : 'A';
      const change = {
        ...certificate,
        [name]: certificate[name].slice(0, at) + other + certificate[name].slice(at + 1),
      };
      expect(() => verify(textOf(change)), `${name} ${at}`).toThrow(`« ${name === 'publicKey' ? '' : name}`);
    }
});

test('a signature is written in one way: what base64 leaves unsaid is not left to choose', () => {
  const certificate = signed(certificateOf(fc.sample(samples, { seed: 1, numRuns: 1 })[0] as never));
  const { signature } = certificate;
  const same = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_']
    .map((last) => signature.slice(0, -1) + last)
    .filter((other) => other !== signature && bytesOf(other).equals(bytesOf(signature)));
  expect(same).toHaveLength(15);
  for (const other of [...same, `${signature}=`])
    expect(() => verify(textOf({ ...certificate, signature: other }))).toThrow('« signature »');
});
const bytesOf = (text: string) => Buffer.from(text, 'base64url');

test('whoever changes a value or a hash and signs again is caught by the arithmetic', () =>
  fc.assert(
    fc.property(samples, fc.nat(), (sample, at) => {
      const certificate = certificateOf(sample);
      const { values, grid, policy, rounding } = certificate;
      const computed = { values, grid: { hash: grid.hash }, policy: { hash: policy.hash }, rounding };
      const changes = [...altered(computed)].filter(([place]) => /^(values|\w+\.hash|rounding)(?!.*\.−$)/.test(place));
      const [place = '', change] = changes[at % changes.length] ?? [];
      const { grid: forgedGrid, policy: forgedPolicy, ...rest } = change as Certificate;
      const forged = signed({
        ...{ ...certificate, ...rest },
        ...{ grid: { ...grid, ...forgedGrid }, policy: { ...policy, ...forgedPolicy } },
      });
      expect(() => verify(textOf(forged)), place).toThrow(/^Différence/);
    }),
    { numRuns: 300 },
  ));

test('the ranks of whole categories are found again from their certificates, in any order', () =>
  fc.assert(
    fc.property(
      fields.chain((all) => fc.shuffledSubarray(all, { minLength: all.length })),
      (all) => {
        for (const { field, known } of verifyAll(all.map(textOf)).fields) expect(known).toBe(field);
      },
    ),
  ));

test('whoever signs another rank, another field or one structure twice is caught by the other certificates', () =>
  fc.assert(
    fc.property(fields, fc.nat(), fc.integer({ min: 1, max: 3 }), (all, at, by) => {
      const chosen = all[at % all.length] as Certificate;
      const { rank, field } = chosen.rank;
      fc.pre(rank !== null);
      const others = all.filter((each) => each !== chosen);
      const caught = (change: Certificate, said: string) =>
        expect(() => verifyAll([...others, signed({ ...chosen, ...change })].map(textOf))).toThrow(said);
      if (field > 1) caught({ rank: { rank: rank + by, field: field + by } }, 'rank.field');
      if (rank > 1) caught({ rank: { rank: rank - 1, field } }, 'rank.rank');
      if (rank < field) caught({ rank: { rank: rank + 1, field } }, 'rank.rank');
      expect(() => verifyAll([...all, chosen].map(textOf))).toThrow('structure.reference');
    }),
  ));

test('ranks are not said to be found again while one certificate of the field is missing', () =>
  fc.assert(
    fc.property(fields, fc.nat(), (all, at) => {
      const ranked = all.filter(({ rank }) => rank.rank !== null);
      fc.pre(ranked.length > 1);
      const missing = ranked[at % ranked.length] as Certificate;
      const told = verifyAll(all.filter((each) => each !== missing).map(textOf)).fields;
      for (const { category, field, known } of told)
        expect(field - known, category).toBe(category === missing.category.label ? 1 : 0);
    }),
  ));

test('certificates of one category rest on one grid, one policy and one key', () =>
  fc.assert(
    fc.property(fields, (all) => {
      fc.pre(all[1] !== undefined && all[0]?.category.code === all[1]?.category.code);
      const [first, second] = all as [Certificate, Certificate];
      const rules = {
        ...second.grid.rules,
        steps: [...second.grid.rules.steps, { code: 'more', label: 'x', weight: null }],
      };
      const other = signed({ ...second, grid: { ...second.grid, rules, hash: hash(rules) } });
      expect(() => verifyAll([first, other].map(textOf))).toThrow(/grid\.hash|values/);
    }),
  ));
