import type { StructureKind } from '../kernel/kinds.ts';

/** The lower bounds of the bands of population, in inhabitants, each taken in: those AFNOR's editions were read by. */
export const BANDS = [0, 2000, 10_000, 20_000, 50_000, 100_000] as const;

/** A stratum: a kind of structure within a band of population. */
export interface StratumBounds {
  readonly kind: StructureKind;
  /** Fewest inhabitants, taken in; null when the population is not known. */
  readonly from: number | null;
  /** Most inhabitants, left out; null when there is no limit, or the population is not known. */
  readonly below: number | null;
}

/** The stratum of a structure, as it is kept: COMMUNE.20000 goes from 20,000 inhabitants to the next bound. */
export function stratumOf(kind: StructureKind, population: number | null): string {
  const band = population === null ? 'unknown' : (BANDS.findLast((from) => population >= from) ?? 0);
  return `${kind}.${band}`;
}

/** What a kept stratum means. */
export function boundsOf(stratum: string): StratumBounds {
  const [kind = '', band = ''] = stratum.split('.');
  const place = BANDS.findIndex((from) => String(from) === band);
  const from = BANDS[place] ?? null;
  return { kind: kind as StructureKind, from, below: from === null ? null : (BANDS[place + 1] ?? null) };
}
