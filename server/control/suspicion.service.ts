import type { EntityManager } from '@mikro-orm/postgresql';
import { likePairs, likePairsOf } from './likeness.rules.ts';
import { paceFlags, type Timed } from './pace.rules.ts';
import { likePictures, likePicturesOf } from './picture.rules.ts';
import { SuspicionKind } from './suspicion.ts';

/** Something about a test that a person should look at. */
export interface Suspected {
  readonly kind: SuspicionKind;
  readonly auditId: string;
  /** The other test it is about; null when it is about one alone. */
  readonly otherId: string | null;
  /** The two pictures, when it is about pictures. */
  readonly evidenceIds: readonly string[];
  /** From 0 to 1 for what is alike, in seconds for a pace. */
  readonly measure: number;
}

/** All that is suspicious in an edition: pictures and texts that came twice, and paces that are hard to believe. */
export const suspicionsIn = (em: EntityManager, editionId: string): Promise<Suspected[]> =>
  suspicions(em, editionId, null);

/** What is suspicious about one test: only that test is compared with the others. */
export const suspicionsOf = async (em: EntityManager, editionId: string, auditId: string): Promise<Suspected[]> =>
  (await suspicions(em, editionId, auditId)).filter(concerns(auditId));

/** Whether something suspicious is about a test. */
export const concerns =
  (id: string) =>
  ({ auditId, otherId }: Suspected): boolean =>
    auditId === id || otherId === id;

/** Those of one test, or of all when it is null. */
async function suspicions(em: EntityManager, editionId: string, only: string | null): Promise<Suspected[]> {
  const of = [editionId, only] as const;
  return [...(await pictures(em, ...of)), ...(await texts(em, ...of)), ...(await paces(em, ...of))];
}

async function pictures(em: EntityManager, editionId: string, only: string | null): Promise<Suspected[]> {
  const rows = await em.execute<{ id: string; print: string; test: string }[]>(
    `select e.id, e.print, a.id as test from evidence e join audit a on a.assignment_id = e.assignment_id
     where a.edition_id = ? and e.print is not null and e.state = 'READY' order by e.id`,
    [editionId],
  );
  const tests = new Map(rows.map(({ id, test }) => [id, test]));
  return (only ? likePicturesOf(rows, only) : likePictures(rows)).map(({ a, b, likeness }) => ({
    ...{ kind: SuspicionKind.PICTURE, auditId: tests.get(a) ?? '', otherId: tests.get(b) ?? null },
    ...{ evidenceIds: [a, b], measure: likeness },
  }));
}

async function texts(em: EntityManager, editionId: string, only: string | null): Promise<Suspected[]> {
  const rows = await em.execute<{ id: string; text: string }[]>(
    'select id, verbatim as text from audit where edition_id = ? and verbatim is not null order by id',
    [editionId],
  );
  return (only ? likePairsOf(rows, only) : likePairs(rows)).map(({ a, b, likeness }) => ({
    ...{ kind: SuspicionKind.TEXT, auditId: a, otherId: b, evidenceIds: [], measure: likeness },
  }));
}

/**
 * Of one test: those of whoever did it, since only what one auditor did is compared. Of a test that a file brought, whoever
 * did it is known by their agency's code; without one it is looked at alone.
 */
async function paces(em: EntityManager, editionId: string, only: string | null): Promise<Suspected[]> {
  const rows = await em.execute<(Timed & { auditor: string })[]>(
    `select a.id, h.code as channel, n.structure_id as structure,
       coalesce(s.auditor_id::text, lower(a.agency) || ' ' || a.auditor_code, a.id::text) as auditor,
       (extract(epoch from a.began_at) * 1000)::float8 as "from", (extract(epoch from a.ended_at) * 1000)::float8 as "to"
     from audit a left join assignment s on s.id = a.assignment_id join channel h on h.id = a.channel_id
       join enrolment n on n.id = a.enrolment_id
     where a.edition_id = ? and a.began_at is not null and a.ended_at is not null
       and (?::uuid is null or coalesce(s.auditor_id::text, lower(a.agency) || ' ' || a.auditor_code, a.id::text) = (
         select coalesce(own.auditor_id::text, lower(o.agency) || ' ' || o.auditor_code, o.id::text)
         from audit o left join assignment own on own.id = o.assignment_id where o.id = ?::uuid))`,
    [editionId, only, only],
  );
  const byAuditor = [...Map.groupBy(rows, ({ auditor }) => auditor).values()];
  return byAuditor.flatMap((own) =>
    paceFlags(own).map(({ id, flag, other, seconds }) => ({
      ...{ kind: SuspicionKind[flag], auditId: id, otherId: other, evidenceIds: [], measure: seconds },
    })),
  );
}
