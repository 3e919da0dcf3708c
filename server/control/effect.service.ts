import type { EntityManager } from '@mikro-orm/postgresql';
import { AuditState } from '../audit/audit.ts';
import { type Actor, isStaff } from '../kernel/actor.ts';
import { inPassing } from '../kernel/passing.ts';
import { inputsOf } from '../ranking/inputs.ts';
import { movesBetween, standingsOf, toldChanges } from '../ranking/preview.service.ts';
import type { ScoreChange } from '../ranking/preview.ts';
import { scoredIn, type Whole, wholeOf } from '../ranking/scoring.ts';
import { type Corrected, correctAudit, differencesOf } from './correction.service.ts';
import { CorrectionMotive } from './correction.ts';
import type { CorrectionEffect } from './effect.ts';
import { heldAudit } from './held.ts';
import { refuseBlind } from './sheet.service.ts';

/**
 * What correcting a test would do to the score and the rank of its structure, as if the test counted: it is corrected in a
 * transaction that is then rolled back. Others whose rank would move are told to staff alone.
 */
export function correctionEffect(
  em: EntityManager,
  asking: { readonly actor: Actor; readonly now: Date },
  corrected: Corrected,
): Promise<CorrectionEffect> {
  return inPassing(em, async (em) => {
    await refuseBlind(em, asking.actor, corrected.auditId);
    const audit = await heldAudit(em, asking.actor, corrected.auditId, corrected.version);
    const differences = await differencesOf(em, audit, corrected.findings);
    const lines = differences.map(({ criterion, before, after }) => ({
      criterion,
      before: { ...before },
      after: { ...after },
    }));
    const enrolment = await audit.enrolment.loadOrFail();
    await em.execute('update audit set state = ? where id = ?', [AuditState.VALIDATED, audit.id]);
    const scored = () => scoredAmong(em, audit.edition.id, enrolment.category.id);
    const before = standingsOf(await scored());
    const why = { motive: CorrectionMotive.OTHER, reason: '' };
    if (lines.length > 0) await correctAudit(em, asking, corrected, why);
    const moved = movesBetween(before, standingsOf(await scored()));
    const changes = await toldChanges(em, moved);
    const own = (change: ScoreChange) => change.enrolment.id === enrolment.id;
    const standing = before.get(enrolment.id) ?? { exact: null, rank: null };
    const [unmoved] = await toldChanges(em, [{ enrolmentId: enrolment.id, before: standing, after: standing }]);
    return {
      ...{ lines, counted: audit.state === AuditState.VALIDATED },
      change: changes.find(own) ?? (unmoved as ScoreChange),
      others: isStaff(asking.actor) ? changes.filter((change) => !own(change)) : [],
      otherCount: changes.filter((change) => !own(change)).length,
    };
  });
}

/** The structures of one category, scored as the tests stand: ranks are within it. */
async function scoredAmong(em: EntityManager, editionId: string, categoryId: string): Promise<Whole[]> {
  const inputs = await inputsOf(em, editionId);
  const enrolments = inputs.enrolments.filter((each) => each.categoryId === categoryId);
  const scored: Whole[] = [];
  for await (const chunk of scoredIn(em, { ...inputs, enrolments })) scored.push(...chunk.map(wholeOf));
  return scored;
}
