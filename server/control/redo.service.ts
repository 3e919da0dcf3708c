import type { EntityManager } from '@mikro-orm/postgresql';
import { Audit } from '../audit/audit.ts';
import { Assignment } from '../plan/assignment.ts';
import { referenceAgain } from './control.rules.ts';

/** How many days later a test is done again, unless staff plan it otherwise: the same weekday. */
const LATER = 7;

/** Plans again the tests that are to be redone, those that were planned at all: a week from now, for nobody yet. */
export async function planAgain(em: EntityManager, now: Date, audits: readonly string[]): Promise<void> {
  const day = new Date(now.getTime() + LATER * 86_400_000).toISOString().slice(0, 10);
  const chosen = { id: { $in: [...audits] }, assignment: { $ne: null } };
  for (const { assignment } of await em.find(Audit, chosen, { populate: ['assignment'], refresh: true })) {
    const before = assignment?.getEntity();
    if (!before) continue;
    const { edition, enrolment, channel, scenario, persona, fromTime, toTime } = before;
    const attempt = before.attempt + 1;
    const reference = referenceAgain(before.reference, attempt);
    em.create(Assignment, {
      ...{ edition, enrolment, channel, scenario, persona, fromTime, toTime, attempt, reference },
      ...{ replaces: before, onDay: day },
    });
  }
  await em.flush();
}
