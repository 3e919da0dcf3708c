import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from '../../server/kernel/canonical.rules.ts';
import { openSeal } from '../../server/kernel/seal.ts';
import { chainFileOf, faultInChain, type Link } from '../../server/minutes/chain.rules.ts';
import { verify } from '../../server/minutes/verify-jury.mjs';
import { hashOf, makeChain } from '../support/chained.ts';

const seal = openSeal('a-secret-of-enough-characters-to-be-taken');
const json = fc.jsonValue({ noUnicodeString: false }).filter((value) => !/\d\.\d|e[+-]/.test(JSON.stringify(value)));
const chains = fc.array(json, { minLength: 1, maxLength: 6 }).map((contents) => makeChain(contents as Json[]));
const fileOf = (links: readonly Link[]) => JSON.stringify(chainFileOf(links, 2022, seal));

test('a chain that nobody touched holds, and so says the verifier, which shares no code with ours', () =>
  fc.assert(
    fc.property(chains, (links) => {
      expect(faultInChain(links)).toBeNull();
      const head = links.at(-1)?.hash ?? '';
      expect(verify(fileOf(links), { head, key: seal.fingerprint }).told).toEqual([
        `Valide : ${links.length} décisions de l’édition 2022. Dernière empreinte : ${head}`,
        `L’empreinte attendue est celle de l’enregistrement nº ${links.length}.`,
      ]);
    }),
  ));

/** One record changed, or its hash, or both so that they fit, or left out, or moved: all that a forger may try. */
const forgeries: Readonly<Record<string, (links: readonly Link[], i: number) => readonly Link[]>> = {
  record: (links, i) => links.with(i, { ...at(links, i), record: reworded(at(links, i)) }),
  hash: (links, i) => links.with(i, { ...at(links, i), hash: 'f'.repeat(64) }),
  both: (links, i) => links.with(i, { record: reworded(at(links, i)), hash: hashOf(reworded(at(links, i))) }),
  left: (links, i) => links.toSpliced(i, 1),
  twice: (links, i) => links.toSpliced(i, 0, at(links, i)),
  moved: (links, i) => links.toSpliced(i, 1).toSpliced(i + 1, 0, at(links, i)),
};
const at = (links: readonly Link[], i: number) => links[i] as Link;
const reworded = ({ record }: Link) => record.replace('"content":', '"content":[1],"contents":');

test.each(Object.entries(forgeries))('a forgery is named at its first bad record, by both: %s', (kind, forge) =>
  fc.assert(
    fc.property(chains, fc.nat(), (links, n) => {
      const i = n % links.length;
      // The last record may be left out, moved nowhere or changed whole without a trace: the head and the seal tell.
      fc.pre(i < links.length - 1 || kind === 'record' || kind === 'hash' || kind === 'twice');
      const forged = forge(links, i);
      const fault = faultInChain(forged);
      expect(fault).not.toBeNull();
      expect(fault?.place).toBe(kind === 'both' || kind === 'twice' ? i + 2 : i + 1);
      expect(() => verify(fileOf(forged))).toThrow(`Enregistrement nº ${fault?.place} :`);
    }),
  ),
);

test('a chain cut short is told by the hash that minutes print, and by the seal', () => {
  const links = makeChain(['a', 'b', 'c']);
  const [head] = links.slice(-1).map(({ hash }) => hash);
  expect(() => verify(fileOf(links.slice(0, 2)), { head: head ?? '' })).toThrow('la chaîne a été changée, ou coupée');
  const cut = { ...chainFileOf(links, 2022, seal), records: links.slice(0, 2) };
  expect(() => verify(JSON.stringify(cut))).toThrow('La signature ne correspond pas');
});

test('whatever else is wrong with a record is named', () => {
  const reasonOf = (change: (record: object, i: number) => object) =>
    faultInChain(makeChain(['a', 'b'], (record, i) => (i === 1 ? change(record, i) : record)));
  expect(reasonOf((record) => ({ ...record, number: 3 }))).toEqual({ place: 2, reason: 'NUMBER' });
  expect(reasonOf((record) => ({ ...record, previous: null }))).toEqual({ place: 2, reason: 'PREVIOUS' });
  expect(reasonOf((record) => ({ ...record, corrects: 'f'.repeat(64) }))).toEqual({ place: 2, reason: 'CORRECTS' });
  const spaced = '{ "number": 1, "previous": null }';
  for (const record of ['', 'null', '[]', '{"number":1', spaced])
    expect(faultInChain([{ record, hash: hashOf(record) }]), record).toEqual({ place: 1, reason: 'NOT_A_RECORD' });
});
