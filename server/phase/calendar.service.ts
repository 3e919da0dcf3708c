import type { EntityManager } from '@mikro-orm/postgresql';
import { dueFrom } from '../edition/edition.rules.ts';
import { heldEdition, passTo } from '../edition/edition.service.ts';
import { Edition, type EditionPhase } from '../edition/edition.ts';
import { todayOf } from './facts.ts';
import { findings } from './phase.service.ts';
import type { PhaseDue } from './phase.ts';

/** Editions that dates may still move: deliberation ends by decision, and what is public no longer moves. */
const living = { phase: { $nin: ['DELIBERATION', 'EMBARGO', 'PUBLISHED', 'ARCHIVED'] as EditionPhase[] } };

/** One step that the dates of an edition took. */
export interface Step {
  readonly editionId: string;
  readonly from: EditionPhase;
  readonly to: EditionPhase;
}

/**
 * Moves each edition that its dates drive to where they say it should be, one phase at a time, as long as nothing
 * blocks. Run as often as one likes: it looks at what is true, so a second run finds nothing left to do.
 */
export async function followCalendar(em: EntityManager, now: Date): Promise<Step[]> {
  const driven = await em.fork().find(Edition, { datesDrive: true, ...living }, { orderBy: { year: 'asc' } });
  const steps: Step[] = [];
  for (const { id } of driven)
    for (let step = await takeStep(em, now, id); step; step = await takeStep(em, now, id)) steps.push(step);
  return steps;
}

/** One phase forward, if the dates say so and nothing blocks; null otherwise. The row is held while it is decided. */
const takeStep = (em: EntityManager, now: Date, id: string): Promise<Step | null> =>
  em.fork().transactional(async (em) => {
    const edition = await heldEdition(em as EntityManager, id);
    const { phase: from } = edition;
    const to = edition.datesDrive ? dueFrom(from, edition, todayOf(now)) : null;
    if (!to || (await blockersOf(em as EntityManager, now, edition, to)) > 0) return null;
    passTo(em as EntityManager, edition, to, null, true);
    return { editionId: id, from, to };
  });

/** The editions that are not in the phase their dates say, each with how many things block. */
export async function phasesDue(em: EntityManager, now: Date): Promise<PhaseDue[]> {
  const editions = await em.find(Edition, living, { orderBy: { year: 'desc' } });
  const due: PhaseDue[] = [];
  for (const edition of editions) {
    const to = dueFrom(edition.phase, edition, todayOf(now));
    if (!to) continue;
    const blockers = await blockersOf(em, now, edition, to);
    due.push({ editionId: edition.id, from: edition.phase, to, driven: edition.datesDrive, blockers });
  }
  return due;
}

const blockersOf = async (em: EntityManager, now: Date, edition: Edition, to: EditionPhase): Promise<number> =>
  (await findings(em, now, edition, to)).filter(({ weight }) => weight === 'BLOCKER').length;
