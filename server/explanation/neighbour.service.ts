import type { EntityManager } from '@mikro-orm/postgresql';
import Fraction from 'fraction.js';
import type { Criterion } from '../grid/criterion.ts';
import { keptOf } from '../ranking/kept.service.ts';
import type { RankingLine } from '../ranking/ranking.ts';
import { rounded } from '../score/exact.rules.ts';
import type { StructureScore } from '../score/score.rules.ts';
import { smallestImprovement } from './improvement.rules.ts';
import { inversionLine, unsaidInversion } from './inversion.service.ts';
import { type PlaceToGain, Unsaid, type WeightSwap } from './neighbour.ts';
import { pointsAt } from './points.ts';
import { smallestWeightChange } from './sensitivity.rules.ts';
import type { Reading } from './sheet.service.ts';

/**
 * What would gain one place. A structure learns how far the next one is, never which one, and nothing in a category so
 * small that the distance would say what another scored, nor to one that the palmarès names: it would say its score.
 */
export function toGainIn(reading: Reading, structure: StructureScore | null): PlaceToGain {
  const { line, ranking, staff, detailed, tells, names } = reading;
  const above = nextAbove(ranking.lines, line);
  const none = (reason: Unsaid): PlaceToGain => ({
    ...{ reason, gap: null, above: [], criteria: [], gain: null, rankAfter: null },
  });
  const [first] = above;
  if (line.exact === null) return none(Unsaid.UNRANKED);
  if (!first?.exact) return none(Unsaid.FIRST);
  if (!tells(ranking.structureCount)) return none(Unsaid.WITHHELD);
  if (above.some(names)) return none(Unsaid.NAMED);
  const target = new Fraction(first.exact);
  const known = {
    gap: rounded(target.sub(line.exact), 2),
    above: staff ? above.map(({ enrolment }) => enrolment) : [],
  };
  if (!structure) return { ...none(Unsaid.OTHER_ENGINE), ...known };
  if (!detailed) return { ...none(Unsaid.TIER), ...known };
  const found = smallestImprovement(reading.rules.rules, structure, target);
  if (found.reason !== null) return { ...none(Unsaid[found.reason]), ...known };
  const better = ranking.lines.filter(({ exact }) => exact !== null && found.score.lt(exact)).length;
  return {
    ...{ ...known, reason: null, gain: pointsAt(found.gain), rankAfter: 1 + better },
    criteria: found.criteria.map(({ code, gain }) => ({
      ...{ criterion: criterionIn(reading, code), score: scoreIn(structure, code), gain: pointsAt(gain) },
    })),
  };
}

/**
 * What would swap a structure with the one just above, or for the first with the one just below. To a structure, only
 * by how much weights would have to move: which way each one goes would tell where the other one does better.
 */
export async function swapIn(
  em: EntityManager,
  { run, rules, ranking, line, staff, tells, names }: Reading,
  structure: StructureScore | null,
): Promise<WeightSwap> {
  const none = (reason: Unsaid): WeightSwap => ({ ...unsaidInversion(reason), above: null, neighbour: null });
  if (line.exact === null) return none(Unsaid.UNRANKED);
  const [higher] = nextAbove(ranking.lines, line);
  const neighbour = higher ?? nextBelow(ranking.lines, line);
  if (!neighbour) return none(Unsaid.ALONE);
  if (!tells(ranking.structureCount)) return none(Unsaid.WITHHELD);
  if (names(neighbour)) return none(Unsaid.NAMED);
  const id = neighbour.enrolment.id;
  const other = (await keptOf(em, run, rules.rules, [id])).get(id)?.structure;
  if (!structure || !other) return none(Unsaid.OTHER_ENGINE);
  const found = inversionLine(rules.grid, smallestWeightChange(rules.rules, structure, other));
  return {
    ...found,
    ...(staff ? {} : { weights: [], witness: null }),
    ...{ above: higher !== undefined, neighbour: staff ? neighbour.enrolment : null },
  };
}

/** Those of the nearest better rank; none for the first. */
function nextAbove(lines: readonly RankingLine[], { rank }: RankingLine): RankingLine[] {
  const better = lines.flatMap((line) => (line.rank !== null && rank !== null && line.rank < rank ? [line.rank] : []));
  return lines.filter((line) => line.rank !== null && line.rank === Math.max(...better));
}

const nextBelow = (lines: readonly RankingLine[], { rank }: RankingLine): RankingLine | undefined =>
  lines.find((line) => line.rank !== null && rank !== null && line.rank > rank);

const criterionIn = ({ rules }: Reading, code: string): Criterion =>
  rules.grid.channels
    .getItems()
    .flatMap(({ criteria }) => criteria.getItems())
    .find((criterion) => criterion.code === code) as Criterion;

const scoreIn = ({ channels }: StructureScore, code: string): string => {
  const score = channels.flatMap(({ criteria }) => criteria).find((criterion) => criterion.code === code)?.score;
  return rounded(score as Fraction, 2);
};
