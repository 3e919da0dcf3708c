import { LockMode, ref } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { enter, heldEdition } from '../edition/edition.service.ts';
import { type Edition, EditionPhase } from '../edition/edition.ts';
import { Refusal } from '../kernel/errors.ts';
import type { Seal } from '../kernel/seal.ts';
import { type Happening, PublicationEvent } from '../partner/event.ts';
import { announcementsOf } from '../publication/announcement.rules.ts';
import { Dataset } from '../publication/dataset.ts';
import { confirmed, type Prospect } from '../publication/publication.service.ts';
import { dropEmbargo, hashWaiting, liftEmbargo, numberOf, stampAt } from './embargo.service.ts';
import { Release, ReleaseState } from './release.ts';

/**
 * Makes every release whose instant has come, each in one transaction. Run as often as one likes, by as many servers:
 * each looks again once it holds the edition, so that a second one finds nothing left to do. One that fails does not
 * keep the others.
 */
export async function releaseDue(em: EntityManager, now: Date, seal: Seal): Promise<Release[]> {
  const due = { state: ReleaseState.SCHEDULED, dueAt: { $lte: now } };
  const found = await em.fork().find(Release, due, { orderBy: { dueAt: 'asc', id: 'asc' } });
  const made: Release[] = [];
  const errors: unknown[] = [];
  for (const { id, edition } of found)
    try {
      const release = await makeDue(em.fork() as EntityManager, now, seal, id, edition.id);
      if (release) made.push(release);
    } catch (error) {
      errors.push(error);
    }
  if (errors.length > 0) throw new AggregateError(errors, 'Some releases could not be made.');
  return made;
}

const makeDue = (em: EntityManager, now: Date, seal: Seal, id: string, editionId: string): Promise<Release | null> =>
  em.transactional(async (em) => {
    const edition = await heldEdition(em as EntityManager, editionId);
    const lock = { lockMode: LockMode.PESSIMISTIC_WRITE } as const;
    const release = await em.findOneOrFail(Release, { id }, lock);
    if (release.state !== ReleaseState.SCHEDULED || !release.dueAt || release.dueAt > now) return null;
    const prospect = await asApproved(em as EntityManager, release, edition);
    if (prospect instanceof Refusal) return halt(em as EntityManager, now, release, prospect);
    return goOut(em as EntityManager, now, seal, release, edition, prospect);
  });

/** What would go out now, if it is still what was approved, and what waits is still that; the refusal otherwise. */
async function asApproved(em: EntityManager, { hash, name }: Release, { id }: Edition): Promise<Prospect | Refusal> {
  try {
    const prospect = await confirmed(em, id, hash);
    return (await hashWaiting(em, name)) === hash ? prospect : new Refusal('PUBLICATION_MOVED');
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** Something moved since it was approved: nothing goes out, and it says why. It may be asked for again. */
async function halt(em: EntityManager, now: Date, release: Release, { reason }: Refusal): Promise<Release> {
  await dropEmbargo(em, release.name);
  return Object.assign(release, { state: ReleaseState.HALTED, haltCode: reason, endedAt: now });
}

/**
 * The instant itself, in the transaction that holds the edition: what waited under embargo is dated, signed and moved
 * to where all read it, the edition is published, and partners are owed a message. All of it, or nothing.
 */
export async function goOut(
  em: EntityManager,
  now: Date,
  seal: Seal,
  release: Release,
  edition: Edition,
  { before, after, latest }: Prospect,
): Promise<Release> {
  const { name, requestedBy } = release;
  const hash = await stampAt(em, seal, name, now);
  await liftEmbargo(em, name);
  const made = { edition, name, number: numberOf(name), hash, publishedAt: now, publishedBy: requestedBy };
  release.dataset = ref(em.create(Dataset, made));
  if (edition.phase !== EditionPhase.PUBLISHED) enter(em, edition, EditionPhase.PUBLISHED);
  edition.publishedAt ??= now;
  for (const { kind, payload } of announcementsOf(before, after, latest === null))
    em.create(PublicationEvent, {
      ...{ kind: kind as Happening, year: edition.year, datasetVersion: name },
      payload: { version: name, year: edition.year, hash, supersedes: latest?.name ?? null, ...payload },
    });
  return Object.assign(release, { state: ReleaseState.RELEASED, endedAt: now });
}
