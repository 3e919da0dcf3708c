import type { EntityManager } from '@mikro-orm/postgresql';
import type Fraction from 'fraction.js';
import { Category } from '../edition/category.ts';
import type { Channel, Grid } from '../grid/grid.ts';
import { Refusal } from '../kernel/errors.ts';
import { keptOf, rulesOfRun } from '../ranking/kept.service.ts';
import { rankingsOf } from '../ranking/ranking.service.ts';
import { latestRun } from '../ranking/score.service.ts';
import { rounded } from '../score/exact.rules.ts';
import { type Inversion, type InversionVerdict, type PodiumPair, Unsaid } from './neighbour.ts';
import { type Incomparable, inversionOf, type Inversion as Known } from './sensitivity.rules.ts';

/** The ranks among which pairs are made. */
const LAST = 5;

/** Every pair among the first five ranks of a category: whether weights could invert them, and how far they must move. */
export async function podiumPairsOf(em: EntityManager, categoryId: string): Promise<PodiumPair[]> {
  const category = await em.findOne(Category, { id: categoryId });
  if (!category) throw new Refusal('NOT_FOUND');
  const run = await latestRun(em, category.edition.id);
  if (!run) throw new Refusal('NO_SCORES');
  const [ranking] = await rankingsOf(em, category.edition.id, categoryId);
  const first = (ranking?.lines ?? []).filter(({ rank }) => rank !== null && rank <= LAST);
  const { grid, rules } = await rulesOfRun(em, run);
  const ids = first.map(({ enrolment }) => enrolment.id);
  const kept = await keptOf(em, run, rules, ids);
  return first.flatMap((ahead, i) =>
    first.slice(i + 1).map((behind): PodiumPair => {
      const [a, b] = [ahead, behind].map(({ enrolment }) => kept.get(enrolment.id)?.structure);
      return {
        ...(a && b ? inversionLine(grid, inversionOf(rules, a, b)) : unsaidInversion(Unsaid.OTHER_ENGINE)),
        ...{ ahead: ahead.enrolment, aheadRank: ahead.rank ?? 0 },
        ...{ behind: behind.enrolment, behindRank: behind.rank ?? 0 },
      };
    }),
  );
}

/** An inversion as the contract tells it. */
export function inversionLine(grid: Grid, found: Known | Incomparable): Inversion {
  if (found.reason !== null)
    return unsaidInversion(found.reason === 'NO_SCORE' ? Unsaid.UNRANKED : Unsaid.DIFFERENT_CHANNELS);
  const { lead, verdict, witness, move } = found;
  const channels = new Map(grid.channels.getItems().map((channel) => [channel.code as string, channel]));
  const on = (code: string) => channels.get(code) as Channel;
  return {
    ...{ reason: null, lead: rounded(lead, 2), verdict: verdict as InversionVerdict },
    delta: move && rounded(move.delta, 6),
    exactDelta: move?.delta.toFraction() ?? null,
    weights: (move?.weights ?? []).map(({ code, before, after }) => ({
      ...{ channel: on(code), before: shareAt(before), after: shareAt(after) },
    })),
    witness: witness?.map(({ code, share }) => ({ channel: on(code), share: shareAt(share) })) ?? null,
  };
}

/** The same when there is nothing to tell, with why. */
export const unsaidInversion = (reason: Unsaid): Inversion => ({
  ...{ reason, lead: null, verdict: null, delta: null, exactDelta: null, weights: [], witness: null },
});

const shareAt = (share: Fraction): string => rounded(share, 4);
