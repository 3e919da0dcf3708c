import { FEWEST_CONTRIBUTORS } from '../ranking/rank.rules.ts';

/** A figure that too few make up is told as withheld, whatever its value. */
export function told<T>(value: T | null, contributors: number): { value: T | null; withheld: 'SMALL_BASE' | null } {
  return contributors < FEWEST_CONTRIBUTORS ? { value: null, withheld: 'SMALL_BASE' } : { value, withheld: null };
}
