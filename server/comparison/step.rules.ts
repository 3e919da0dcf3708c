import Fraction from 'fraction.js';
import { sum, weightedSum } from '../score/exact.rules.ts';
import type { Rules, StructureScore } from '../score/score.rules.ts';

/**
 * The score of one structure on each step of the journey that counts for it, on 100, exact:
 *
 *     step = Σ part·criterion / Σ part      part = weight of the channel × effect of the criterion in its channel
 *
 * over the criteria of the step with a score, on the channels that were scored and are compared. A bonus is left out:
 * it is earned but not possible, and a mean with it could exceed 100.
 */
export function stepScoresOf({ channels }: Rules, { channels: scored }: StructureScore): ReadonlyMap<string, Fraction> {
  const parts = channels.flatMap((channel, i) => {
    const own = scored[i];
    if (own?.outcome !== 'SCORED') return [];
    return channel.criteria.flatMap(({ step, bonus }, j) => {
      const score = own.criteria[j]?.score;
      const effect = own.effects[j];
      return step && score && effect && !bonus ? [{ step, score, part: effect.mul(new Fraction(channel.weight)) }] : [];
    });
  });
  return new Map(
    [...Map.groupBy(parts, ({ step }) => step)].flatMap(([step, all]): [string, Fraction][] => {
      const weights = all.map(({ part }) => part);
      const total = sum(weights);
      const scores = all.map(({ score }) => score);
      return total.equals(0) ? [] : [[step, weightedSum(weights, scores).div(total)]];
    }),
  );
}
