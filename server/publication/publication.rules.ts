import { FEWEST_CONTRIBUTORS } from '../ranking/rank.rules.ts';

/** A figure that too few make up is told as withheld, whatever its value. */
export function told<T>(value: T | null, contributors: number): { value: T | null; withheld: 'SMALL_BASE' | null } {
  return contributors < FEWEST_CONTRIBUTORS ? { value: null, withheld: 'SMALL_BASE' } : { value, withheld: null };
}

/**
 * An overall mean, beside the means of its parts. It is withheld when the parts that are not told are themselves too
 * few structures: the total less what is told would give their mean away.
 */
export function toldBeside<T>(value: T | null, contributors: number, parts: readonly number[]): T | null {
  const hidden = parts.filter((count) => count < FEWEST_CONTRIBUTORS).reduce((total, count) => total + count, 0);
  return hidden > 0 && hidden < FEWEST_CONTRIBUTORS ? null : told(value, contributors).value;
}
