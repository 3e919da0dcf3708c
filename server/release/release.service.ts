import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { heldEdition } from '../edition/edition.service.ts';
import type { Edition } from '../edition/edition.ts';
import type { Actor } from '../kernel/actor.ts';
import { Refusal } from '../kernel/errors.ts';
import type { Seal } from '../kernel/seal.ts';
import { announce } from '../partner/published.ts';
import { confirmed } from '../publication/publication.service.ts';
import { goOut } from './due.service.ts';
import { dropEmbargo, layUnderEmbargo } from './embargo.service.ts';
import { strayIn } from './erratum.rules.ts';
import { type ChangeReason, Release, ReleaseState } from './release.ts';

/** What one asks for: exactly what was read, at an instant. */
export interface Request {
  /** The hash of the rehearsal that was read. */
  readonly hash: string;
  /** Null for as soon as it is approved. */
  readonly dueAt: Date | null;
  /** Whether partners are told that instant. */
  readonly announced: boolean;
  /** Why the version before is corrected; null for a first version. */
  readonly reason: string | null;
  readonly reasons: readonly ChangeReason[];
}

/** The states of a release that may still go out. */
export const underWay = [ReleaseState.REQUESTED, ReleaseState.SCHEDULED];

/** Asks for a release. Someone else must approve it; until then nothing of it can be read anywhere. */
export function requestRelease(
  em: EntityManager,
  actor: Actor,
  now: Date,
  editionId: string,
  { hash, dueAt, announced, reason, reasons }: Request,
): Promise<Release> {
  return em.transactional(async (em) => {
    const edition = await heldEdition(em, editionId);
    if ((await em.count(Release, { edition, state: { $in: underWay } })) > 0) throw new Refusal('RELEASE_UNDER_WAY');
    if (dueAt && dueAt <= now) throw new Refusal('RELEASE_INSTANT_PAST', { field: 'dueAt' });
    const { version: name, latest, differences } = await confirmed(em, editionId, hash);
    if (latest && !reason) throw new Refusal('ERRATUM_REASON_REQUIRED', { field: 'reason' });
    const stray = strayIn(reasons, latest ? differences : []);
    if (stray.length > 0) throw new Refusal('ERRATUM_REASON_STRAY', { reasons: stray });
    return em.create(Release, {
      ...{ edition, name, hash, dueAt, reason: latest ? reason : null, reasons: [...reasons] },
      announced: announced && dueAt !== null && latest === null,
      ...{ requestedBy: actor.id, requestedByName: actor.name, requestedAt: now },
    });
  });
}

/**
 * Approves a release as a second person, who read the same: it then waits under embargo for its instant. Without an
 * instant, or when that is past, it goes out at once.
 */
export function approveRelease(
  em: EntityManager,
  actor: Actor,
  now: Date,
  seal: Seal,
  id: string,
  hash: string,
): Promise<Release> {
  return em.transactional(async (em) => {
    const { release, edition } = await heldRelease(em, id);
    if (release.state !== ReleaseState.REQUESTED) throw new Refusal('RELEASE_STATE', { state: release.state });
    if (release.requestedBy === actor.id) throw new Refusal('RELEASE_OWN');
    if (release.hash !== hash) throw new Refusal('PUBLICATION_MOVED');
    const prospect = await confirmed(em, edition.id, hash);
    const due = release.dueAt && release.dueAt > now ? release.dueAt : null;
    Object.assign(release, { approvedBy: actor.id, approvedByName: actor.name, approvedAt: now });
    Object.assign(release, { state: ReleaseState.SCHEDULED, dueAt: due ?? now });
    await layUnderEmbargo(em, seal, release, prospect, due ?? now);
    if (due && release.announced) await announce(em, edition.year, due);
    if (!due) await goOut(em, now, seal, release, edition, prospect);
    return release;
  });
}

/** Stops a release until its instant: nothing of it went out, and nobody reads it under embargo any more. */
export function stopRelease(
  em: EntityManager,
  actor: Actor,
  now: Date,
  id: string,
  stopReason: string,
): Promise<Release> {
  return em.transactional(async (em) => {
    const { release } = await heldRelease(em, id);
    if (!underWay.includes(release.state)) throw new Refusal('RELEASE_STATE', { state: release.state });
    const due = release.state === ReleaseState.SCHEDULED && release.dueAt !== null && release.dueAt <= now;
    if (due) throw new Refusal('RELEASE_DUE');
    await dropEmbargo(em, release.name);
    return Object.assign(release, {
      ...{ state: ReleaseState.STOPPED, stoppedByName: actor.name, stopReason, endedAt: now },
    });
  });
}

/** A release that nobody else changes before this transaction ends: its edition is taken first. */
export async function heldRelease(
  em: EntityManager,
  id: string,
): Promise<{ readonly release: Release; readonly edition: Edition }> {
  const found = await em.findOne(Release, { id });
  if (!found) throw new Refusal('NOT_FOUND');
  const edition = await heldEdition(em, found.edition.id);
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
  return { edition, release: await em.findOneOrFail(Release, { id }, lock) };
}
