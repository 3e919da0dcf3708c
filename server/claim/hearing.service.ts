import type { EntityManager } from '@mikro-orm/postgresql';
import { grants } from '../edition/edition.rules.ts';
import type { Edition } from '../edition/edition.ts';
import { Provisional } from '../provisional/provisional.ts';
import { openClaimsOf } from './own.service.ts';

/** Whether structures are being heard: they may still contest, or one of them waits for an answer. */
export async function isHearing(em: EntityManager, edition: Edition): Promise<boolean> {
  if (grants(edition.phase, 'CLAIM') && (await em.count(Provisional, { edition, sentAt: { $ne: null } })) > 0)
    return true;
  return (await openClaimsOf(em, edition.id)).length > 0;
}
