/** A reproducible source of chance: the same seed always gives the same numbers, on every machine. */
export interface Chance {
  /** From 0 inclusive to 1 exclusive. */
  next(): number;
  /** A whole number, both ends included. */
  whole(from: number, to: number): number;
  /** True so often, on a probability from 0 to 1. */
  happens(probability: number): boolean;
  /** Around 0, between -1 and 1, mostly near 0. */
  spread(): number;
  /** The same things in another order. */
  shuffled<T>(things: readonly T[]): T[];
}

/** mulberry32 (Tommy Ettinger, public domain), on 32-bit integers only; the seed is hashed by FNV-1a. */
export function chanceOf(seed: string): Chance {
  let state = [...seed].reduce(
    (hash, letter) => Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619),
    2_166_136_261,
  );
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    whole,
    happens: (probability) => next() < probability,
    spread: () => (next() + next() + next()) / 1.5 - 1,
    shuffled(things) {
      const order = things.map((thing) => ({ thing, key: next() }));
      return order.sort((a, b) => a.key - b.key).map(({ thing }) => thing);
    },
  };
}
