import { distanceOf, SAME_PICTURE } from '../evidence/evidence.rules.ts';
import type { Pair } from './likeness.rules.ts';

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

/**
 * The pictures of different tests that are one and the same, or nearly. Two fingerprints that differ in at most six of
 * their 64 bits have at least two of eight bytes in common: only those that share one are compared.
 */
export function likePictures(all: readonly Printed[]): Pair[] {
  const pictures = all.filter(({ print }) => !isPlain(print));
  const shelves = new Map<string, Printed[]>();
  for (const picture of pictures)
    for (let at = 0; at < 16; at += 2) {
      const shelf = `${at}${picture.print.slice(at, at + 2)}`;
      shelves.set(shelf, [...(shelves.get(shelf) ?? []), picture]);
    }
  const found = new Map<string, Pair>();
  for (const shelf of shelves.values())
    for (const [place, a] of shelf.entries())
      for (const b of shelf.slice(place + 1)) {
        const distance = a.test === b.test ? 64 : distanceOf(a.print, b.print);
        if (distance <= SAME_PICTURE) found.set(`${a.id} ${b.id}`, { a: a.id, b: b.id, likeness: 1 - distance / 64 });
      }
  return [...found.values()].sort((x, y) => y.likeness - x.likeness || (x.a < y.a ? -1 : 1));
}
