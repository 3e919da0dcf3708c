import { createHash } from 'node:crypto';
import { LockMode, ref } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { heldEdition } from '../edition/edition.service.ts';
import type { Actor } from '../kernel/actor.ts';
import { Refusal } from '../kernel/errors.ts';
import { layPaper, takePaper } from '../partner/paper.ts';
import { tellingOf } from '../quotation/told.service.ts';
import { textDocument } from './document.service.ts';
import { Manuscript } from './manuscript.ts';
import { Printing } from './printing.ts';

/** The largest document that is given to the public, in bytes; the database holds it too. */
const LARGEST = 10 * 1024 * 1024;

/**
 * Gives an approved text to the public, as the PDF that was read: the hash of the version it was read on is sent back.
 * Only with a version that is public, once, and for ever: the same bytes at the same address until it is withdrawn.
 */
export function publishText(em: EntityManager, actor: Actor, now: Date, id: string, hash: string): Promise<Printing> {
  return em.transactional(async (em) => {
    const own = em as EntityManager;
    const manuscript = await em.findOneOrFail(Manuscript, { id });
    const { kind, number } = manuscript;
    // No version of it goes out meanwhile, and no other state of the text is approved.
    const edition = await heldEdition(own, manuscript.edition.id);
    if ((await em.count(Manuscript, { edition, kind, number: { $gt: number } })) > 0) throw new Refusal('STALE');
    if (!manuscript.approvedAt) throw new Refusal('TEXT_NOT_APPROVED');
    const { told } = await tellingOf(own, edition.id);
    if (!told.published) throw new Refusal('TEXT_EMBARGOED');
    if (told.hash !== hash) throw new Refusal('TEXT_MOVED');
    const { version: name } = told;
    if ((await em.count(Printing, { name, kind })) > 0) throw new Refusal('TEXT_PUBLISHED');
    const { content } = await textDocument(own, id, 'pdf');
    if (content.length > LARGEST) throw new Refusal('TOO_LARGE', { most: LARGEST });
    const sha256 = createHash('sha256').update(content).digest('hex');
    await layPaper(own, { version: name, kind, content, sha256, at: now });
    return em.create(Printing, {
      ...{ edition, manuscript: ref(manuscript), kind, name, number, sha256, size: content.length },
      ...{ publishedAt: now, publishedByName: actor.name },
    });
  });
}

/** Takes a text away from the public, for ever: its address says when and why. The next version has one of its own. */
export function withdrawText(
  em: EntityManager,
  actor: Actor,
  now: Date,
  id: string,
  reason: string,
): Promise<Printing> {
  return em.transactional(async (em) => {
    const printing = await em.findOneOrFail(Printing, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (printing.withdrawnAt) throw new Refusal('TEXT_WITHDRAWN');
    const { name: version, kind } = printing;
    await takePaper(em as EntityManager, { version, kind }, now, reason);
    return em.assign(printing, { withdrawnAt: now, withdrawnByName: actor.name, withdrawnReason: reason });
  });
}
