import type { EntityManager } from '@mikro-orm/postgresql';
import Fraction from 'fraction.js';
import { Neutralisation } from '../audit/neutralisation.ts';
import { Refusal } from '../kernel/errors.ts';
import { inPassing } from '../kernel/passing.ts';
import { type Inputs, inputsOf } from '../ranking/inputs.ts';
import { standingsOf } from '../ranking/preview.service.ts';
import { scoredIn, type Whole, wholeOf } from '../ranking/scoring.ts';
import { rounded } from '../score/exact.rules.ts';
import { Claim, type ClaimPoint, ClaimState } from './claim.ts';
import type { ClaimEffect, Standing } from './effect.ts';
import { observationsOf } from './observation.service.ts';

/** What is supposed accepted of a claim: some of its points, and some of their observations; null for all. */
export interface Supposed {
  readonly pointIds: readonly string[] | null;
  readonly measurementIds: readonly string[] | null;
}

type Standings = ReturnType<typeof standingsOf>;

/** What accepting a claim would do to the score and the rank of its structure: alone, and with all that are open. */
export async function claimEffect(em: EntityManager, id: string, supposed: Supposed): Promise<ClaimEffect> {
  const claim = await em.findOne(
    Claim,
    { id, state: { $ne: ClaimState.DRAFT } },
    { populate: ['provisional.enrolment'] },
  );
  if (!claim) throw new Refusal('NOT_FOUND');
  const { enrolment: of, edition } = claim.provisional.getEntity();
  const { id: own, category } = of.getEntity();
  return inPassing(em, async (em) => {
    const inputs = await inputsOf(em, edition.id);
    const among = { ...inputs, enrolments: inputs.enrolments.filter(({ categoryId }) => categoryId === category.id) };
    const before = standingsOf(await scored(em, among));
    await accept(em, claim, supposed);
    const alone = standingsOf(await scored(em, among));
    const others = await em.find(Claim, {
      ...{ state: ClaimState.SUBMITTED, id: { $ne: id } },
      provisional: { edition, enrolment: { category } },
    });
    for (const other of others) await accept(em, other, { pointIds: null, measurementIds: null });
    const together = standingsOf(await scored(em, among));
    return {
      ...{ before: standing(before, own), alone: standing(alone, own), together: standing(together, own) },
      ...{ others: others.length, field: [...before.values()].filter(({ rank }) => rank !== null).length },
      moved: [...alone].filter(([each, { rank }]) => each !== own && rank !== before.get(each)?.rank).length,
      firstMoves: firstsOf(before) !== firstsOf(alone),
    };
  });
}

/** Neutralises what a claim contests, as if it were accepted; what no longer counts already is left alone. */
async function accept(em: EntityManager, claim: Claim, { pointIds, measurementIds }: Supposed): Promise<void> {
  const points: ClaimPoint[] = await em
    .findOneOrFail(Claim, { id: claim.id }, { populate: ['points', 'provisional'] })
    .then((each) => each.points.getItems());
  const edition = claim.provisional.getEntity().edition.id;
  for (const point of points.filter(({ id }) => pointIds === null || pointIds.includes(id))) {
    for (const { measurementId: measurement, neutralised } of await observationsOf(em, point))
      if (neutralised === null && (measurementIds === null || measurementIds.includes(measurement)))
        em.create(Neutralisation, { edition, measurement, motive: 'supposed', pointId: point.id });
    await em.flush();
  }
}

async function scored(em: EntityManager, inputs: Inputs): Promise<Whole[]> {
  const all: Whole[] = [];
  for await (const chunk of scoredIn(em, inputs)) all.push(...chunk.map(wholeOf));
  return all;
}

function standing(all: Standings, id: string): Standing {
  const { exact, rank } = all.get(id) ?? { exact: null, rank: null };
  return { score: exact && rounded(new Fraction(exact), 2), rank };
}

const firstsOf = (all: Standings): string =>
  [...all]
    .flatMap(([id, { rank }]) => (rank === 1 ? [id] : []))
    .sort()
    .join();
