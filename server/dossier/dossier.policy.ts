import type { EntityManager } from '@mikro-orm/postgresql';
import { awardsOpenTo } from '../conflict/verdict.service.ts';
import { Candidate } from '../jury/candidate.ts';
import { type Actor, isStaff } from '../kernel/actor.ts';
import { Refusal } from '../kernel/errors.ts';
import { Mandate } from '../mandate/mandate.ts';
import type { Juror } from '../panel/juror.ts';
import { workingSeat } from '../panel/panel.policy.ts';

/** A mandate whose files one may read, and the seat one reads them from; null for staff. */
export interface Readable {
  readonly mandate: Mandate;
  readonly juror: Juror | null;
}

/**
 * The files of an award: to staff, as jurors would read them; to the jurors of its panel whom nothing keeps from it. To
 * anybody else, whoever is recused among them, there is no such award.
 */
export async function readableAward(em: EntityManager, actor: Actor, now: Date, mandateId: string): Promise<Readable> {
  const mandate = await em.findOneOrFail(Mandate, { id: mandateId });
  if (isStaff(actor)) return { mandate, juror: null };
  const juror = await workingSeat(em, actor, mandate.panel.id);
  const open = await awardsOpenTo(em, juror, now);
  if (!open.some(({ id }) => id === mandateId)) throw new Refusal('NOT_FOUND');
  return { mandate, juror };
}

/** One file, by the same rule, to a juror alone. */
export async function readableFile(em: EntityManager, actor: Actor, now: Date, candidateId: string) {
  const candidate = await em.findOneOrFail(Candidate, { id: candidateId });
  const { juror, mandate } = await readableAward(em, actor, now, candidate.mandate.id);
  if (!juror) throw new Refusal('NOT_FOUND');
  return { candidate, mandate, juror };
}
