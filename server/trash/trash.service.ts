import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../kernel/actor.ts';
import { refusalIn } from '../kernel/constraints.ts';
import { Refusal } from '../kernel/errors.ts';
import type { Page, PageArgs } from '../kernel/page.ts';
import { guards } from '../undo/undo.guards.ts';
import { undoAct } from '../undo/undo.service.ts';
import { Removal } from './removal.ts';

/** The records people know by name; what hangs on them goes and comes back with them. */
const KNOWN = new Set([
  ...['structure', 'contact', 'enrolment', 'category', 'special_prize', 'licence'],
  ...['channel', 'journey_step', 'criterion', 'indicator', 'frame', 'saved_view'],
]);

/** What can come back from the trash: what people know, and an undoing brings back whole. */
const restorable = [...new Set(guards.flatMap(({ noun, fields }) => (!fields && KNOWN.has(noun) ? [noun] : [])))];

interface Wanted {
  readonly noun?: string | null;
  readonly recordId?: string | null;
}

/** Records that are gone: their last line in the journal is a removal. The latest first. */
export async function removalsOf(em: EntityManager, args: PageArgs & Wanted): Promise<Page<Removal>> {
  const perPage = Math.min(Math.max(args.perPage, 1), 100);
  const words = (args.q ?? '').split(/\s+/).filter(Boolean);
  const nouns = restorable.filter((noun) => !args.noun || noun === args.noun);
  const gone = `
    select c.id::text, c.noun, c.record_id as "recordId", c.before, c.at, c.act::text, u.name as "actorName", e.year,
      coalesce(c.before->>'name', c.before->>'label', s.name, s.removed, c.before->>'reference', c.before->>'code') as name
    from change c
      left join auth."user" u on u.id::text = c.actor_id
      left join edition e on e.id::text = c.before->>'edition_id'
      left join lateral (
        select (select name from structure where id::text = c.before->>'structure_id') as name,
          (select d.before->>'name' from change d where d.noun = 'structure' and d.record_id = c.before->>'structure_id'
            and d.after is null order by d.id desc limit 1) as removed
      ) s on c.before ? 'structure_id'
    where c.after is null and c.noun = any(?::text[]) and (?::text is null or c.record_id = ?)
      and not exists (select from change l where l.noun = c.noun and l.record_id = c.record_id and l.id > c.id)`;
  const like = words.map(() => ` and name ilike ?`).join('');
  const values = [`{${nouns.join()}}`, args.recordId ?? null, args.recordId ?? null];
  const found = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  const sql = <Row>(text: string, more: unknown[] = []) =>
    em.execute<Row[]>(text.replace("before ? 'structure_id'", "before \\? 'structure_id'"), [
      ...values,
      ...found,
      ...more,
    ]);
  const [rows, [count]] = await Promise.all([
    sql<Omit<Removal, 'together'>>(
      `select g.* from (${gone}) g where true${like} order by g.id::bigint ${args.order === 'ASC' ? 'asc' : 'desc'} limit ? offset ?`,
      [perPage, (Math.max(args.page, 1) - 1) * perPage],
    ),
    sql<{ total: number }>(`select count(*)::int as total from (${gone}) g where true${like}`),
  ]);
  return { items: await withTheirs(em, rows), total: count?.total ?? 0 };
}

/** Says of each how many were removed with it. */
async function withTheirs(em: EntityManager, rows: readonly Omit<Removal, 'together'>[]): Promise<Removal[]> {
  const acts = [...new Set(rows.flatMap(({ act }) => act ?? []))];
  const counts = await em.execute<{ act: string; n: number }[]>(
    `select act::text, count(*)::int as n from change where act = any(?::bigint[]) and after is null group by act`,
    [`{${acts.join()}}`],
  );
  const of = new Map(counts.map(({ act, n }) => [act, n]));
  return rows.map((row) =>
    Object.assign(new Removal(), row, { at: new Date(row.at), together: of.get(row.act ?? '') ?? 1 }),
  );
}

/** An act larger than this is not tried out for a list: `undoAct` alone says whether it can be taken back. */
const MOST_TRIED = 500;

class Tried extends Error {}

/**
 * Why what an act removed could not come back now: the code of the refusal; null when nothing stands in the way. It is
 * done and undone at once, so that the answer cannot differ from what would happen.
 */
export async function obstacleTo(em: EntityManager, actor: Actor, act: string | null): Promise<string | null> {
  if (act === null) return 'UNDO_NOT_POSSIBLE';
  const [size] = await em.execute<{ n: number }[]>(`select count(*)::int as n from change where act = ?`, [act]);
  if ((size?.n ?? 0) > MOST_TRIED) return null;
  try {
    await (em.fork({ clear: true }) as EntityManager).transactional(async (em) => {
      await em.execute(`set local lock_timeout = '500ms'`);
      await undoAct(em as EntityManager, actor, act);
      throw new Tried();
    });
  } catch (error) {
    if (error instanceof Tried) return null;
    return refusalIn(error)?.reason ?? 'UNDO_NOT_POSSIBLE';
  }
  throw new Refusal('UNDO_NOT_POSSIBLE');
}
