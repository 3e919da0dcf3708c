import type { EntityManager } from '@mikro-orm/postgresql';
import { Edition } from '../edition/edition.ts';
import { Decision } from '../jury/decision.ts';
import { Refusal } from '../kernel/errors.ts';
import type { Seal } from '../kernel/seal.ts';
import type { Report } from '../report/report.service.ts';
import { chainFileOf, faultInChain, type Link } from './chain.rules.ts';

/** The decisions of an edition, link by link; refused when one of them no longer says what it said. */
export async function chainOf(em: EntityManager, editionId: string): Promise<Link[]> {
  const decisions = await em.find(Decision, { edition: editionId }, { orderBy: { number: 'asc' } });
  const links = decisions.map(({ record, hash }) => ({ record, hash }));
  const fault = faultInChain(links);
  if (fault) throw new Refusal('CHAIN_BROKEN', { ...fault });
  return links;
}

/** The chain of an edition as a file that anyone can verify. */
export async function chainReport(em: EntityManager, seal: Seal, editionId: string): Promise<Report> {
  const edition = await em.findOne(Edition, { id: editionId });
  if (!edition) throw new Refusal('NOT_FOUND');
  const file = chainFileOf(await chainOf(em, editionId), edition.year, seal);
  return { name: `chaine-${edition.year}.json`, content: Buffer.from(`${JSON.stringify(file, null, 1)}\n`) };
}
