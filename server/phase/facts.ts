import type { EntityManager } from '@mikro-orm/postgresql';
import { Audit, AuditState } from '../audit/audit.ts';
import { openClaimsOf } from '../claim/own.service.ts';
import { localDayOf, territoryOf } from '../delay/calendar.rules.ts';
import { Category } from '../edition/category.ts';
import { type Edition, type EditionPhase, Provenance } from '../edition/edition.ts';
import { isCounted } from '../enrolment/counted.ts';
import { Enrolment, EnrolmentState } from '../enrolment/enrolment.ts';
import { readConfiguration } from '../grid/grid.rules.ts';
import { gridOf, wholeGrid, written } from '../grid/grid.service.ts';
import type { Grid } from '../grid/grid.ts';
import { Refusal } from '../kernel/errors.ts';
import { Provisional } from '../provisional/provisional.ts';
import { currentRun, latestRun } from '../ranking/score.service.ts';
import { Trophy } from '../trophy/trophy.ts';
import { overlapsOf } from './overlap.rules.ts';
import type { PhaseFacts } from './phase.rules.ts';

/** The day it is in Paris: that of every date of an edition. */
export const todayOf = (now: Date): string => localDayOf(now.toISOString(), territoryOf(null));

/** Everything a change of phase depends on, gathered from the rooms below. */
export async function factsOf(em: EntityManager, now: Date, edition: Edition, to: EditionPhase): Promise<PhaseFacts> {
  const of = { edition: edition.id };
  const categories: Category[] = await em.find(Category, of, { orderBy: { position: 'asc' } });
  const enrolled = await enrolledIn(em, edition.id);
  const decided = await em.find(Trophy, { ...of, category: { $ne: null } });
  const awarded = categories.filter((category) => category.awarded);
  return {
    reported: edition.provenance === Provenance.REPORTED,
    ...(await gridFacts(em, edition.id)),
    ...{ categories: categories.length, overlaps: overlapsOf(categories) },
    thin: awarded.filter(({ id, awardField }) => (enrolled.get(id) ?? 0) < awardField).map(({ label }) => label),
    pending: await em.count(Enrolment, { ...of, state: EnrolmentState.SUBMITTED }),
    enrolments: [...enrolled.values()].reduce((total, count) => total + count, 0),
    tests: await em.count(Audit, of),
    undecidedTests: await em.count(Audit, { ...of, state: AuditState.SUBMITTED }),
    claimants: [...new Set((await openClaimsOf(em, edition.id)).map(({ structure }) => structure))],
    heard: await em.count(Provisional, { ...of, sentAt: { $ne: null } }),
    untested: await untestedIn(em, edition.id),
    scores: await scoresOf(em, edition.id, to),
    undecidedTrophies: awarded
      .filter(({ id }) => !decided.some((trophy) => trophy.category?.id === id))
      .map(({ label }) => label),
    decidedTrophies: decided.length,
    ...{ dates: edition, datesDrive: edition.datesDrive, today: todayOf(now) },
  };
}

async function gridFacts(em: EntityManager, editionId: string): Promise<Pick<PhaseFacts, 'hasGrid' | 'gridFaults'>> {
  const grid = await gridOrNone(em, editionId);
  if (!grid) return { hasGrid: false, gridFaults: [] };
  const read = readConfiguration(written(await wholeGrid(em, grid.id)));
  return { hasGrid: true, gridFaults: 'faults' in read ? read.faults : [] };
}

const gridOrNone = (em: EntityManager, editionId: string): Promise<Grid | null> =>
  gridOf(em, editionId).catch((error: unknown) => {
    if (error instanceof Refusal && error.reason === 'GRID_MISSING') return null;
    throw error;
  });

/** How many structures are enrolled in each category. */
async function enrolledIn(em: EntityManager, editionId: string): Promise<Map<string, number>> {
  const rows = await em.execute<{ id: string; count: number }[]>(
    `select category_id as id, count(*)::int as count from enrolment e
     where edition_id = ? and ${isCounted('e')} group by category_id`,
    [editionId],
  );
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/** Enrolled structures that no validated test speaks of: they would have no score. */
async function untestedIn(em: EntityManager, editionId: string): Promise<number> {
  const [row] = await em.execute<{ count: number }[]>(
    `select count(*)::int as count from enrolment e where e.edition_id = ? and ${isCounted('e')} and not exists (
       select from audit a where a.enrolment_id = e.id and a.state = 'VALIDATED')`,
    [editionId],
  );
  return row?.count ?? 0;
}

/** Whether scores say what the tests say: asked only where it matters, since all measurements are read for it. */
async function scoresOf(em: EntityManager, editionId: string, to: EditionPhase): Promise<PhaseFacts['scores']> {
  if (to !== 'DELIBERATION' && to !== 'EMBARGO') return null;
  if (!(await latestRun(em, editionId))) return 'NONE';
  return currentRun(em, editionId).then(
    () => 'CURRENT',
    (error: unknown) => {
      if (error instanceof Refusal) return 'STALE';
      throw error;
    },
  );
}
