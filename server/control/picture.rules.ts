import { distanceOf, SAME_PICTURE } from '../evidence/evidence.rules.ts';
import { mostAlikeFirst, type Pair } from './likeness.rules.ts';

/** A picture by its fingerprint, and the test it shows. */
export interface Printed {
  readonly id: string;
  readonly print: string;
  /** Two pictures of one test are not compared. */
  readonly test: string;
}

/** A picture of one colour has a fingerprint that says nothing: all or none of its pixels darken. */
const isPlain = (print: string): boolean =>
  distanceOf(print, '0'.repeat(16)) < 4 || distanceOf(print, 'f'.repeat(16)) < 4;

/** Where a fingerprint lies: under each two of its eight bytes. */
function shelvesOf(print: string): string[] {
  const bytes = Array.from({ length: 8 }, (_, at) => `${at}${print.slice(2 * at, 2 * at + 2)}`);
  return bytes.flatMap((byte, at) => bytes.slice(at + 1).map((other) => byte + other));
}

/**
 * The pictures of different tests that are one and the same, or nearly. Two fingerprints that differ in at most six of
 * their 64 bits have at least two of eight bytes in common: only those that share two are compared.
 */
export function likePictures(all: readonly Printed[]): Pair[] {
  const pictures = all.filter(({ print }) => !isPlain(print));
  const shelves = new Map<string, Printed[]>();
  for (const picture of pictures)
    for (const shelf of shelvesOf(picture.print)) {
      const held = shelves.get(shelf);
      if (held) held.push(picture);
      else shelves.set(shelf, [picture]);
    }
  const found = new Map<string, Pair>();
  for (const shelf of shelves.values())
    for (const [place, a] of shelf.entries())
      for (const b of shelf.slice(place + 1)) {
        const pair = pairOf(a, b);
        if (pair) found.set(`${a.id} ${b.id}`, pair);
      }
  return [...found.values()].sort(mostAlikeFirst);
}

/** Of these pairs, those with a picture of one test: each of its pictures beside each of the others. */
export function likePicturesOf(all: readonly Printed[], test: string): Pair[] {
  const pictures = all.filter(({ print }) => !isPlain(print));
  const own = pictures.flatMap((picture, at) => (picture.test === test ? [{ picture, at }] : []));
  return own
    .flatMap(({ picture, at }) =>
      pictures.flatMap((other, i) => (i < at ? pairOf(other, picture) : pairOf(picture, other)) ?? []),
    )
    .sort(mostAlikeFirst);
}

/** Two pictures of different tests, when they are nearly the same. */
function pairOf(a: Printed, b: Printed): Pair | null {
  const distance = a.test === b.test ? 64 : distanceOf(a.print, b.print);
  return distance <= SAME_PICTURE ? { a: a.id, b: b.id, likeness: 1 - distance / 64 } : null;
}
