import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Identity } from '../../server/dossier/clue.rules.ts';
import { concealed, giveawaysIn } from '../../server/dossier/giveaway.rules.ts';

const names = [
  'Saint-Étienne',
  'L’Haÿ-les-Roses',
  'Le Mans',
  'Œuilly',
  'Châlons-en-Champagne',
  'Sainte-Foy-lès-Lyon',
  'Eu',
];
const identityOf = (place: string): Identity => ({
  ...{ names: [`Ville de ${place}`], places: [place], demonyms: [], domains: ['une-ville.fr'], phones: ['0477'] },
  numbers: ['214202186'],
});

/** The same name as someone else would write it: capitals, accents, hyphens and apostrophes of their own. */
const writings = fc.constantFrom(...names).chain((place) =>
  fc
    .record({
      capitals: fc.constantFrom('as they are', 'all', 'none'),
      accents: fc.constantFrom<'NFC' | 'NFD' | 'none'>('NFC', 'NFD', 'none'),
      between: fc.constantFrom('-', ' ', '\u00a0', '\u2019', "'", '\u2011', ' - ', ''),
    })
    .filter(({ capitals }) => place.length > 3 || capitals !== 'none')
    .map(({ capitals, accents, between }) => {
      const parted = place.replaceAll(/[-’ ]/g, between);
      const cased = { 'as they are': parted, all: parted.toUpperCase(), none: parted.toLowerCase() }[capitals];
      const plain = cased?.normalize('NFD').replaceAll(/\p{M}/gu, '') ?? '';
      return { place, written: accents === 'none' ? plain : (cased?.normalize(accents) ?? '') };
    }),
);
/** Words that no name of ours is made of, whatever is put between them. */
const words = fc.array(fc.constantFrom('bonjour', 'à', 'l’accueil', 'on', 'répond', 'vite', ':', '12', '«'), {
  maxLength: 6,
});

test('however a name is written, it is found where it stands', () =>
  fc.assert(
    fc.property(words, writings, words, (before, { place, written }, after) => {
      const text = [...before, written, ...after].join(' ');
      const found = giveawaysIn(text, identityOf(place));
      expect(found).toHaveLength(1);
      const start = text.length - [written, ...after].join(' ').length;
      expect(found[0]).toMatchObject({ start, end: start + written.length, text: written });
    }),
    { numRuns: 300 },
  ));

test('a text without them gives nothing away', () =>
  fc.assert(
    fc.property(words, fc.constantFrom(...names), (said, place) => {
      expect(giveawaysIn(said.join(' '), identityOf(place))).toEqual([]);
    }),
  ));

const secrets = [
  'SAINT ETIENNE',
  'st-étienne',
  'a@une-ville.fr',
  '04 77 48 77 48',
  '214 202 186',
  '#saintetienne',
  '|',
  '(',
  '.',
];

test('what was found stands apart, in order; once concealed, nothing is left to find', () =>
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...secrets), { maxLength: 8 }),
      fc.constantFrom(' ', '', ' et '),
      (parts, between) => {
        const text = parts.join(between);
        const identity = identityOf('Saint-Étienne');
        const found = giveawaysIn(text, identity);
        for (const [i, { start, end, text: span }] of found.entries()) {
          expect(start).toBeGreaterThanOrEqual(found[i - 1]?.end ?? 0);
          expect(span).toBe(text.slice(start, end));
        }
        expect(giveawaysIn(concealed(text, identity), identity)).toEqual([]);
      },
    ),
    { numRuns: 300 },
  ));
