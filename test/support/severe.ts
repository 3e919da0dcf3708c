import type { Observed } from '../../server/effect/crossed.rules.ts';
import type { Paired } from '../../server/effect/paired.rules.ts';
import { type Stream, streamOf } from '../../server/uncertainty/random.rules.ts';

/** A number of the normal law, nearly: twelve numbers from 0 to 1, less six. */
export const normalFrom = (stream: Stream): number =>
  Array.from({ length: 12 }, () => (stream.either() + 1) / 2).reduce((sum, each) => sum + each, -6);

/** What a plan of one channel came to, with auditors of whom some are severe or lenient. */
export interface Field {
  /** Tests of each auditor. */
  readonly tests: number;
  /** What the first two add, in points: the first is severe, the second lenient, the others even-handed. */
  readonly bias: number;
  readonly auditors: number;
  /** Standard deviations, in points. */
  readonly structures: number;
  readonly noise: number;
}

/** So many second readings of each auditor of a field, drawn: readings of one test lie so many points apart. */
export function drawnPairs(seed: string, { bias, auditors }: Field, checks: number, apart: number): Paired[] {
  const stream = streamOf(seed, 'second readings');
  return Array.from({ length: auditors * checks }, (_, i) => ({
    auditor: nameOf(i % auditors),
    difference: addedBy(i % auditors, bias) + apart * normalFrom(stream),
  }));
}

const nameOf = (auditor: number): string => `a${String(auditor).padStart(2, '0')}`;
const addedBy = (auditor: number, bias: number): number => (auditor === 0 ? -bias : auditor === 1 ? bias : 0);

/** One field, drawn: each structure tested twice, by auditors drawn at random. */
export function drawnField(seed: string, { tests, bias, auditors, structures, noise }: Field): Observed[] {
  const stream = streamOf(seed, 'field');
  const turns = Array.from({ length: auditors * tests }, (_, i) => i % auditors);
  for (let i = turns.length - 1; i > 0; i--) {
    const j = stream.below(i + 1);
    [turns[i], turns[j]] = [turns[j] as number, turns[i] as number];
  }
  const worth = Array.from({ length: Math.ceil(turns.length / 2) }, () => 65 + structures * normalFrom(stream));
  return turns.map((auditor, i) => ({
    ...{ structure: `s${i >> 1}`, auditor: nameOf(auditor) },
    score: (worth[i >> 1] as number) + addedBy(auditor, bias) + noise * normalFrom(stream),
  }));
}
