import type { EntityManager } from '@mikro-orm/postgresql';
import Fraction from 'fraction.js';
import { Enrolment } from '../enrolment/enrolment.ts';
import { Refusal } from '../kernel/errors.ts';
import { rounded } from '../score/exact.rules.ts';
import { inputsOf } from './inputs.ts';
import type { ScoreChange, ScorePreview } from './preview.ts';
import { placesOf } from './ranking.rules.ts';
import { ScoreRun } from './score.ts';
import { scoredIn, type Whole, wholeOf } from './scoring.ts';

/** A structure whose score or rank is not what it was. */
interface Moved {
  readonly enrolmentId: string;
  readonly before: Standing;
  readonly after: Standing;
}

interface Standing {
  readonly exact: string | null;
  readonly rank: number | null;
}

/** Every score and rank that a new run would change. Writes nothing. */
export async function previewScores(em: EntityManager, editionId: string): Promise<ScorePreview> {
  const inputs = await inputsOf(em, editionId);
  if (inputs.auditCount === 0) throw new Refusal('NOTHING_TO_SCORE');
  const latest = await em.findOne(ScoreRun, { edition: editionId }, { orderBy: { number: 'desc' } });
  const scored: Whole[] = [];
  for await (const chunk of scoredIn(em, inputs)) scored.push(...chunk.map(wholeOf));
  const moved = await changesOf(em, latest, scored);
  return {
    ...{ inputsHash: inputs.hash, current: latest?.inputsHash === inputs.hash, auditCount: inputs.auditCount },
    runNumber: latest?.number ?? null,
    structureCount: scored.filter(({ score }) => score !== null).length,
    changes: await toldChanges(em, moved),
  };
}

/** The structures that moved, with their names, by category and rank. */
export async function toldChanges(em: EntityManager, moved: readonly Moved[]): Promise<ScoreChange[]> {
  const ids = moved.map(({ enrolmentId }) => enrolmentId);
  const enrolled = await em.find(Enrolment, { id: { $in: ids } }, { populate: ['structure', 'category'] });
  const enrolments = new Map<string, Enrolment>(enrolled.map((each) => [each.id, each]));
  return moved
    .map((each): ScoreChange => changeOf(enrolments.get(each.enrolmentId) as Enrolment, each))
    .sort((a, b) => positionOf(a) - positionOf(b) || (a.rankAfter ?? 1e6) - (b.rankAfter ?? 1e6));
}

/** The structures whose score or rank differs from those of a run; all of them when there was none. */
export async function changesOf(em: EntityManager, run: ScoreRun | null, scored: readonly Whole[]): Promise<Moved[]> {
  const lines: ({ id: string } & Standing)[] = run
    ? await em.execute(`select enrolment_id as id, exact, rank from score where run_id = ? and channel_id is null`, [
        run.id,
      ])
    : [];
  return movesBetween(new Map(lines.map(({ id, exact, rank }) => [id, { exact, rank }])), standingsOf(scored));
}

/** Where each structure stands, by enrolment. */
export function standingsOf(scored: readonly Whole[]): Map<string, Standing> {
  const ranks = placesOf(scored.map(({ enrolled: { id, category }, score }) => ({ id, category, score })));
  return new Map(
    scored.map(({ enrolled: { id }, score }) => [
      id,
      { exact: score?.toFraction() ?? null, rank: ranks.get(id) ?? null },
    ]),
  );
}

/** The structures that do not stand where they did. */
export const movesBetween = (was: ReadonlyMap<string, Standing>, is: ReadonlyMap<string, Standing>): Moved[] =>
  [...is].flatMap(([enrolmentId, after]) => {
    const before = was.get(enrolmentId) ?? { exact: null, rank: null };
    return before.exact === after.exact && before.rank === after.rank ? [] : [{ enrolmentId, before, after }];
  });

const changeOf = (enrolment: Enrolment, { before, after }: Moved): ScoreChange => ({
  ...{ enrolment, rankBefore: before.rank, rankAfter: after.rank },
  scoreBefore: before.exact && rounded(new Fraction(before.exact), 2),
  scoreAfter: after.exact && rounded(new Fraction(after.exact), 2),
});

const positionOf = ({ enrolment }: ScoreChange): number => enrolment.category.getProperty('position');
