import type { EntityManager } from '@mikro-orm/postgresql';
import { editionGranting } from '../edition/edition.service.ts';
import type { Postman } from '../kernel/postman.ts';
import { lateLetter } from './letters.ts';

interface Late {
  readonly email: string;
  readonly name: string;
  readonly late: number;
}

/**
 * Reminds by mail the auditors whose tests are late: one mail each, with their number and the way to the app, and no
 * name of a structure. Each is taken by the database before the mail leaves: of two people who remind at the same
 * instant one does, and nobody is reminded twice the same day. Answers how many were.
 */
export async function remindAuditors(
  em: EntityManager,
  postman: Postman,
  editionId: string,
  today: string,
): Promise<number> {
  const edition = await editionGranting(em, editionId, 'COLLECT', 'COLLECT_CLOSED');
  const taken = await em.transactional((em) =>
    em.execute<Late[]>(
      `with late as (
         select a.auditor_id, count(*)::int as late from assignment a join auditor u on u.id = a.auditor_id
         where a.edition_id = ? and a.state in ('ASSIGNED', 'UNDER_WAY') and a.on_day < ? and u.left_at is null group by 1
       ), taken as (
         insert into auditor_reminder (auditor_id, edition_id, on_day, late)
         select auditor_id, ?, ?, late from late on conflict (auditor_id, edition_id, on_day) do nothing
         returning auditor_id, late
       )
       select u.email, u.name, t.late from taken t join auditor u on u.id = t.auditor_id order by u.code`,
      [editionId, today, editionId, today],
    ),
  );
  for (const { email, name, late } of taken)
    await postman.send(lateLetter({ to: email, name, late, edition: edition.label, publicUrl: postman.publicUrl }));
  return taken.length;
}
