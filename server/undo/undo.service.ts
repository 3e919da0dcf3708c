import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../kernel/actor.ts';
import { Refusal } from '../kernel/errors.ts';
import { bringBack, type Effect, effectsOf, movedSince, putBack, type Table, takeAway } from './reversal.ts';
import {
  guards,
  heldByPhase,
  isFreezing,
  refuseBarred,
  refuseClosed,
  strangeIn,
  tableOf,
  thaw,
} from './undo.guards.ts';
import { Undone } from './undone.ts';

/**
 * Takes back everything one act did, or nothing: records it removed come back with their identifiers, those it changed
 * have their values again, those it created go. Refused when something was done to them since, or when the phase of
 * the edition no longer lets them change. The undoing is an act itself: undone in turn, it brings the first one back.
 */
export function undoAct(em: EntityManager, actor: Actor, act: string): Promise<Undone> {
  return em.transactional(async (em) => {
    const done = await effectsOf(em, act);
    if (done.length === 0) throw new Refusal('NOT_FOUND');
    const effects = done.filter((effect) => !isFreezing(effect));
    // Written first: of two who undo the same act at once, the second is refused here.
    const undone = em.create(Undone, { act, actorId: actor.id });
    await em.flush();
    const byNoun = Map.groupBy(effects, ({ noun }) => noun);
    const strange = strangeIn(effects);
    if (strange) throw new Refusal('UNDO_NOT_POSSIBLE', { noun: strange });
    const touched = guards.flatMap((guard) => {
      const effects = byNoun.get(guard.noun);
      return effects ? [{ guard, effects, ids: heldByPhase(guard, effects) }] : [];
    });
    for (const { guard, effects, ids } of touched) {
      await refuseClosed(em, guard, ids);
      const moved = await movedSince(em, tableOf(guard), effects);
      if (moved) throw new Refusal('UNDO_MOVED', { noun: guard.noun, id: moved });
    }
    await reverse(
      em,
      touched.map(({ guard, effects }) => [tableOf(guard), effects] as const),
    );
    await thaw(em, done.filter(isFreezing));
    // Once more: what has come back may belong to an edition or a grid that was not there to be looked at.
    for (const { guard, ids } of touched) {
      await refuseClosed(em, guard, ids);
      await refuseBarred(em, guard, ids);
    }
    return undone;
  });
}

/** What others refer to comes back first and goes last. */
async function reverse(em: EntityManager, touched: readonly (readonly [Table, readonly Effect[]])[]): Promise<void> {
  const each = async (
    those: (effect: Effect) => boolean,
    how: (em: EntityManager, table: Table, effects: readonly Effect[]) => Promise<unknown>,
    order = touched,
  ) => {
    for (const [table, all] of order) {
      const effects = all.filter(those);
      if (effects.length > 0) await how(em, table, effects);
    }
  };
  // One that comes back may need a number that another took over since: what was empty is emptied first.
  const coming = touched.filter(([, effects]) => effects.some(({ after }) => after === null));
  for (const [table, effects] of coming) await putBack(em, table, effects.flatMap(emptied));
  try {
    await each(({ after }) => after === null, bringBack);
    await each(({ before, after }) => before !== null && after !== null, putBack);
  } catch (error) {
    throw refersToNothing(error) ? new Refusal('RESTORE_WITHOUT_PARENT') : error;
  }
  await each(({ before }) => before === null, takeAway, touched.toReversed());
}

/** Whether a foreign key refused: what comes back belongs to something that went since. */
function refersToNothing(thrown: unknown): boolean {
  for (let error = thrown; error instanceof Error; error = error.cause)
    if ('code' in error && error.code === '23503') return true;
  return false;
}

/** The fields of a changed record that were empty before, as a change of its own. */
function emptied(effect: Effect): Effect[] {
  const fields = Object.entries(effect.before ?? {}).filter(([, value]) => value === null);
  return effect.after && fields.length > 0 ? [{ ...effect, before: Object.fromEntries(fields) }] : [];
}
