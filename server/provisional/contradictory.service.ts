import type { EntityManager } from '@mikro-orm/postgresql';
import { grants } from '../edition/edition.rules.ts';
import { Edition } from '../edition/edition.ts';
import type { Contradictory } from './contradictory.ts';
import { deadlineOf } from './provisional.rules.ts';

/** How far the contradictory phase of an edition is. */
export async function contradictoryOf(em: EntityManager, editionId: string): Promise<Contradictory> {
  const edition = await em.findOneOrFail(Edition, { id: editionId });
  const [counts] = await em.execute<Pick<Contradictory, 'frozen' | 'sent' | 'opened' | 'unreachable'>[]>(
    `select count(*)::int as frozen, count(p.sent_at)::int as sent,
       (count(*) filter (where exists (select from provisional_read r where r.provisional_id = p.id)))::int as opened,
       (count(*) filter (where p.sent_at is null))::int as unreachable
     from provisional p where p.edition_id = ?`,
    [editionId],
  );
  return {
    ...{ editionId, hears: grants(edition.phase, 'CLAIM'), days: edition.contradictoryDays },
    until: deadlineOf(edition.contradictoryTo),
    ...(counts ?? { frozen: 0, sent: 0, opened: 0, unreachable: 0 }),
  };
}
