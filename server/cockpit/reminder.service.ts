import type { EntityManager } from '@mikro-orm/postgresql';
import { editionGranting } from '../edition/edition.service.ts';
import { insertRows } from '../kernel/bulk.ts';
import type { Postman } from '../kernel/postman.ts';
import { lateLetter } from './letters.ts';

interface Late {
  readonly id: string;
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
  const taken = await em.transactional(async (em) => {
    const late = await em.execute<Late[]>(
      `select u.id, u.email, u.name, count(*)::int as late from assignment a join auditor u on u.id = a.auditor_id
       where a.edition_id = ? and a.state in ('ASSIGNED', 'UNDER_WAY') and a.on_day < ? and u.left_at is null
         and not exists (select from auditor_reminder r
           where r.auditor_id = u.id and r.edition_id = a.edition_id and r.on_day = ?)
       group by u.id order by u.code for update of u`,
      [editionId, today, today],
    );
    await insertRows(
      em,
      'auditor_reminder',
      late.map(({ id, late }) => ({ auditor_id: id, edition_id: editionId, on_day: today, late })),
    );
    return late;
  });
  for (const { email, name, late } of taken)
    await postman.send(lateLetter({ to: email, name, late, edition: edition.label, publicUrl: postman.publicUrl }));
  return taken.length;
}
