/**
 * Random numbers that are the same on every machine: integer arithmetic only, from a seed and a label. Each purpose has
 * its own stream, named after what it is for, so that no draw depends on the order in which things are drawn.
 * Not for secrets: whoever knows the seed knows the numbers, which is the point.
 */
export class Stream {
  #a: number;
  #b: number;
  #c: number;
  #d: number;

  /** Four words of 32 bits, not all zero. */
  constructor(state: readonly [number, number, number, number]) {
    [this.#a, this.#b, this.#c, this.#d] = state;
  }

  /** The next whole number from 0 to 2³² − 1. Source: xoshiro128** 1.1, Blackman and Vigna, prng.di.unimi.it. */
  next(): number {
    const result = Math.imul(turned(Math.imul(this.#b, 5), 7), 9) >>> 0;
    const shifted = this.#b << 9;
    this.#c ^= this.#a;
    this.#d ^= this.#b;
    this.#b ^= this.#c;
    this.#a ^= this.#d;
    this.#c ^= shifted;
    this.#d = turned(this.#d, 11);
    return result;
  }

  /** A whole number from 0 to `count` − 1, each as likely as the others but for count / 2³². */
  below(count: number): number {
    return Math.floor((this.next() * count) / WORDS); // exact: the product of 32 and at most 21 bits fits in 53
  }

  /** A number from −1 to 1, both nearly reached. */
  either(): number {
    return (2 * this.next() + 1) / WORDS - 1;
  }
}

/** The stream of one purpose under one seed, such as the tests of one structure on one channel. */
export function streamOf(seed: string, ...purpose: readonly string[]): Stream {
  const label = new TextEncoder().encode(JSON.stringify([seed, ...purpose]));
  return new Stream([murmur3(label, 1), murmur3(label, 2), murmur3(label, 3), murmur3(label, 4) || 1]);
}

/** A fingerprint of 32 bits. Source: MurmurHash3_x86_32, Appleby, github.com/aappleby/smhasher (public domain). */
export function murmur3(bytes: Uint8Array, seed: number): number {
  const whole = bytes.length - (bytes.length % 4);
  let hash = seed;
  for (let at = 0; at < whole; at += 4)
    hash = (Math.imul(turned(hash ^ scrambled(wordAt(bytes, at)), 13), 5) + 0xe6546b64) | 0;
  if (whole < bytes.length) hash ^= scrambled(wordAt(bytes, whole));
  hash ^= bytes.length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** How many words of 32 bits there are. */
const WORDS = 0x1_0000_0000;
const turned = (word: number, by: number): number => (word << by) | (word >>> (32 - by));
const scrambled = (word: number): number => Math.imul(turned(Math.imul(word, 0xcc9e2d51), 15), 0x1b873593);

/** Four bytes as one word, the first the lowest; what lies past the end counts as zero. */
const wordAt = (bytes: Uint8Array, at: number): number =>
  (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
