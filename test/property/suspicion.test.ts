import fc from 'fast-check';
import { expect, test } from 'vitest';
import { likePairs, likePairsOf } from '../../server/control/likeness.rules.ts';
import { likePictures, likePicturesOf, type Printed } from '../../server/control/picture.rules.ts';

const concerns = (id: string) => (pair: { readonly a: string; readonly b: string }) => pair.a === id || pair.b === id;
const named = <T extends object>(all: readonly T[]) =>
  all.map((each, i) => ({ id: String(i).padStart(3, '0'), ...each }));

/** Texts of few words, so that many share turns of phrase, and some turns are everyone's. */
const texts = fc
  .array(fc.array(fc.constantFrom('accueil', 'agent', 'réponse', 'Délai'), { minLength: 4, maxLength: 12 }), {
    minLength: 2,
    maxLength: 70,
  })
  .map((all) => named(all.map((words) => ({ text: `${words.join(' ')}, bonne journée à vous.` }))));

test('what resembles one text is what resembles it among all', () =>
  fc.assert(
    fc.property(texts, fc.nat(), (all, at) => {
      const { id } = all[at % all.length] ?? { id: '' };
      expect(likePairsOf(all, id)).toEqual(likePairs(all).filter(concerns(id)));
    }),
  ));

/** Fingerprints a few bits from one another, over few tests. */
const pictures = fc
  .array(fc.record({ bits: fc.array(fc.nat(63), { maxLength: 5 }), test: fc.constantFrom('x', 'y', 'z') }), {
    minLength: 2,
    maxLength: 30,
  })
  .map((all) =>
    named(
      all.map(({ bits, test }) => {
        const print = bits.reduce((print, bit) => print ^ (1n << BigInt(bit)), 0xa5a5_f00f_1234_5678n);
        return { print: print.toString(16).padStart(16, '0'), test };
      }),
    ),
  );

test('what resembles the pictures of one test is what resembles them among all', () =>
  fc.assert(
    fc.property(pictures, (all) => {
      const tests = new Map(all.map(({ id, test }) => [id, test]));
      const own = ({ a, b }: { readonly a: string; readonly b: string }) =>
        tests.get(a) === 'x' || tests.get(b) === 'x';
      expect(likePicturesOf(all, 'x')).toEqual(likePictures(all).filter(own));
    }),
  ));

test('the pictures of one test are compared with the others, and those with one another never', () => {
  const count = 300;
  let read = 0;
  // Alike enough to lie on one shelf, different enough not to be the same.
  const all = Array.from({ length: count }, (_, i): Printed => {
    const print = `a5a5${(i * 0x1f3d5b79).toString(16).padStart(12, '0').slice(-12)}`;
    return {
      ...{ id: String(i), test: String(i) },
      get print() {
        read += 1;
        return print;
      },
    };
  });
  likePicturesOf(all, '7');
  const once = read;
  read = 0;
  likePictures(all);
  expect(once).toBeLessThan(4 * count);
  expect(read).toBeGreaterThan(10 * once);
});
