import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { grants, type Right } from '../edition/edition.rules.ts';
import { Edition } from '../edition/edition.ts';
import type { Actor } from '../kernel/actor.ts';
import { type Reason, Refusal } from '../kernel/errors.ts';
import { Enrolment, EnrolmentState } from './enrolment.ts';
import { type EnrolmentMove, refusalOfMove } from './state.rules.ts';
import type { MovedEnrolments } from './state.ts';

/** Who moves enrolments, when and why. */
export interface Mover {
  readonly by: Pick<Actor, 'name'>;
  readonly at: Date;
  readonly motive: string | null;
}

/** Most enrolments moved in one act. */
const MOST = 1000;

/**
 * Moves several enrolments in one act. Each is judged by itself: those that cannot move stay, with the reason. `change`
 * does what the move means; it may refuse too.
 */
export function moveEnrolments(
  em: EntityManager,
  ids: readonly string[],
  move: EnrolmentMove,
  mover: Mover,
  change: (em: EntityManager, enrolment: Enrolment) => Promise<void>,
): Promise<MovedEnrolments> {
  if (ids.length > MOST) throw new Refusal('OUT_OF_RANGE', { most: MOST });
  return em.transactional(async (em) => {
    const enrolments = await heldEnrolments(em, ids);
    const answer: MovedEnrolments = { moved: [], refused: [] };
    for (const enrolment of enrolments) {
      const reason = await reasonAgainst(em, enrolment, move, mover, change);
      if (reason) answer.refused.push({ enrolment, reason });
      else answer.moved.push(enrolment);
    }
    return answer;
  });
}

/** The rows, held in one order for everyone; the edition first, so that its phase stays. */
async function heldEnrolments(em: EntityManager, ids: readonly string[]): Promise<Enrolment[]> {
  const known = await em.find(Enrolment, { id: { $in: [...ids] } });
  const editions = [...new Set(known.map(({ edition }) => edition.id))];
  const held = { orderBy: { id: 'asc' }, refresh: true } as const;
  await em.find(Edition, { id: { $in: editions } }, { ...held, lockMode: LockMode.PESSIMISTIC_READ });
  return em.find(Enrolment, { id: { $in: [...ids] } }, { ...held, lockMode: LockMode.PESSIMISTIC_WRITE });
}

async function reasonAgainst(
  em: EntityManager,
  enrolment: Enrolment,
  move: EnrolmentMove,
  mover: Mover,
  change: (em: EntityManager, enrolment: Enrolment) => Promise<void>,
): Promise<Reason | null> {
  const { phase } = await enrolment.edition.loadOrFail();
  const rights: readonly Right[] =
    move === 'WITHDRAW' || enrolment.state === EnrolmentState.WITHDRAWN ? ['ENROL', 'SCORE'] : ['ENROL'];
  if (!rights.some((right) => grants(phase, right))) return 'ENROLMENT_CLOSED';
  const reason = refusalOfMove(enrolment.state, move, mover.motive);
  if (reason) return reason;
  try {
    await change(em, enrolment);
  } catch (error) {
    if (error instanceof Refusal) return error.reason;
    throw error;
  }
  em.assign(enrolment, { stateAt: mover.at, stateBy: mover.by.name, stateMotive: mover.motive });
  return null;
}

/**
 * Takes structures out of an edition, for a reason; what was recorded of them stays. Possible as long as scores may
 * still be computed: one that was tested then leaves scores, ranks, means and counts with the next computation, since
 * taking part is voluntary and only those who do are counted.
 */
export const withdrawEnrolments = (em: EntityManager, ids: readonly string[], mover: Mover): Promise<MovedEnrolments> =>
  moveEnrolments(em, ids, 'WITHDRAW', mover, async (_, enrolment) => {
    enrolment.state = EnrolmentState.WITHDRAWN;
  });
