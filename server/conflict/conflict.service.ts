import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../kernel/actor.ts';
import { Refusal } from '../kernel/errors.ts';
import { Mandate } from '../mandate/mandate.ts';
import { Juror } from '../panel/juror.ts';
import { Structure } from '../structure/structure.ts';
import { Affiliation, Confirmation, Dismissal } from './affiliation.ts';
import { type Conflict, recuses } from './conflict.rules.ts';
import { type AwardVerdict, type ConflictCase, ConflictState, OrganisationRelation } from './conflict.ts';
import { recusalMotive } from './motive.rules.ts';
import { seat } from './tie.service.ts';
import { type Verdict, verdictsOf } from './verdict.service.ts';

/** The verdict of each juror who may still sit on each award of a panel. */
export async function panelVerdicts(em: EntityManager, panelId: string, now: Date): Promise<Verdict[]> {
  const order = { orderBy: { createdAt: 'asc', id: 'asc' } } as const;
  const jurors: Juror[] = await em.find(Juror, { panel: panelId, leftAt: null, declinedAt: null }, order);
  return verdictsOf(em, jurors, await em.find(Mandate, { panel: panelId }, order), now);
}

/** Who is recused from what, and why. */
export const awardVerdictsOf = async (em: EntityManager, panelId: string, now: Date): Promise<AwardVerdict[]> =>
  Promise.all(
    (await panelVerdicts(em, panelId, now)).map(async (verdict) => ({
      ...{ juror: verdict.juror, mandate: verdict.mandate, recused: verdict.recused },
      motive: verdict.recused ? await motiveOf(em, verdict) : null,
    })),
  );

/** Why someone is recused, as the minutes say it. */
export async function motiveOf(em: EntityManager, { juror, conflicts, stepsAside }: Verdict): Promise<string> {
  const ids = conflicts.flatMap((each) => (recuses([each]) && each.link ? [each.link.id] : []));
  const ties = await em.find(Affiliation, { id: { $in: ids } }, { orderBy: { createdAt: 'asc', id: 'asc' } });
  const unchecked = juror.tiesCheckedAt === null && ties.length === 0 && stepsAside === null;
  return recusalMotive({ ties, unchecked, aside: stepsAside?.motive ?? null });
}

/**
 * The conflicts of a panel, tie by tie and structure by structure. That somebody's ties were never checked is not one
 * line a structure: it stands on the juror.
 */
export async function conflictCasesOf(em: EntityManager, panelId: string, now: Date): Promise<ConflictCase[]> {
  const cases = new Map<string, { readonly conflict: Conflict; readonly juror: Juror; readonly mandates: Mandate[] }>();
  for (const { juror, mandate, conflicts } of await panelVerdicts(em, panelId, now))
    for (const conflict of conflicts.filter(({ link, state }) => link !== null || state === 'DISMISSED')) {
      const id = [juror.id, conflict.link?.id ?? '', conflict.candidateId].join('.');
      const known = cases.get(id) ?? { conflict, juror, mandates: [] };
      known.mandates.push(mandate);
      cases.set(id, known);
    }
  const structures = await namedIn(
    em,
    [...cases.values()].map(({ conflict }) => conflict),
  );
  const ties = await em.find(Affiliation, { juror: { panel: panelId } });
  return [...cases].flatMap(([id, { conflict, juror, mandates }]): ConflictCase[] => {
    const structure = structures.get(conflict.candidateId);
    const affiliation = ties.find((tie) => tie.id === conflict.link?.id) ?? null;
    const path = conflict.path?.map(({ relation, bodyId }) => ({
      ...{ relation: OrganisationRelation[relation], name: structures.get(bodyId)?.name ?? '' },
    }));
    const { motive, state, confirmed } = conflict;
    const said = { state: ConflictState[state], motive, confirmed };
    return structure ? [{ id, juror, affiliation, structure, mandates, path: path ?? null, ...said }] : [];
  });
}

async function namedIn(em: EntityManager, conflicts: readonly Conflict[]): Promise<Map<string, Structure>> {
  const ids = conflicts.flatMap(({ candidateId, path }) => [candidateId, ...(path ?? []).map(({ bodyId }) => bodyId)]);
  const structures: Structure[] = await em.find(Structure, { id: { $in: [...new Set(ids)] } });
  return new Map(structures.map((structure) => [structure.id, structure]));
}

/** Which conflict is meant: a tie and a structure; no tie for what may be missing from the ties. */
export interface ConflictKey {
  readonly jurorId: string;
  readonly affiliationId: string | null;
  readonly structureId: string;
}

/** Sets a conflict aside, for a motive. A certain one cannot be. */
export function dismissConflict(
  em: EntityManager,
  actor: Actor,
  now: Date,
  key: ConflictKey,
  motive: string,
): Promise<Dismissal> {
  return em.transactional(async (em) => {
    const juror = await seat(em, key.jurorId);
    const conflict = await conflictMeant(em, juror, now, key);
    if (conflict.state === 'CERTAIN') throw new Refusal('CONFLICT_CERTAIN');
    const where = { juror, affiliation: key.affiliationId, structure: key.structureId };
    const known = await em.findOne(Dismissal, where);
    if (known) return Object.assign(known, { motive, dismissedBy: actor.id });
    return em.create(Dismissal, { ...where, motive, dismissedBy: actor.id } as never);
  });
}

/**
 * Confirms a conflict that a verified tie may lead to: it is certain from then on. A tie that nobody verified is
 * verified first.
 */
export function confirmConflict(em: EntityManager, actor: Actor, now: Date, key: ConflictKey): Promise<boolean> {
  return em.transactional(async (em) => {
    const juror = await seat(em, key.jurorId);
    const { state, link } = await conflictMeant(em, juror, now, key);
    if (link?.known !== 'VERIFIED') throw new Refusal('CONFLICT_UNVERIFIED');
    if (state !== 'TO_CONFIRM') return false;
    const where = { affiliation: link.id, structure: key.structureId };
    em.create(Confirmation, { ...where, confirmedBy: actor.id } as never);
    return true;
  });
}

async function conflictMeant(em: EntityManager, juror: Juror, now: Date, key: ConflictKey): Promise<Conflict> {
  const mandates = await em.find(Mandate, { panel: juror.panel.id });
  const all = (await verdictsOf(em, [juror], mandates, now)).flatMap(({ conflicts }) => conflicts);
  const about = ({ link, candidateId }: Conflict) =>
    (link?.id ?? null) === key.affiliationId && candidateId === key.structureId;
  const conflict = all.find(about);
  if (!conflict) throw new Refusal('CONFLICT_NONE');
  return conflict;
}

/** Takes back what staff said of a conflict: a dismissed one recuses again, a confirmed one is to be confirmed again. */
export function restoreConflict(em: EntityManager, { jurorId, affiliationId, structureId }: ConflictKey) {
  return em.transactional(async (em): Promise<boolean> => {
    const juror = await seat(em, jurorId);
    const about = { affiliation: affiliationId, structure: structureId };
    const tie = affiliationId === null ? null : await em.findOne(Affiliation, { id: affiliationId, juror });
    const confirmed = tie && (await em.findOne(Confirmation, { affiliation: tie, structure: structureId }));
    const known = confirmed ?? (await em.findOne(Dismissal, { juror, ...about }));
    if (!known) throw new Refusal('CONFLICT_NONE');
    em.remove(known);
    return true;
  });
}
