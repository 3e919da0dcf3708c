import type { EntityManager } from '@mikro-orm/postgresql';
import { likePairs } from './likeness.rules.ts';
import { paceFlags, type Timed } from './pace.rules.ts';
import { likePictures } from './picture.rules.ts';
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
export async function suspicionsIn(em: EntityManager, editionId: string): Promise<Suspected[]> {
  return [...(await pictures(em, editionId)), ...(await texts(em, editionId)), ...(await paces(em, editionId))];
}

async function pictures(em: EntityManager, editionId: string): Promise<Suspected[]> {
  const rows = await em.execute<{ id: string; print: string; test: string }[]>(
    `select e.id, e.print, a.id as test from evidence e join audit a on a.assignment_id = e.assignment_id
     where a.edition_id = ? and e.print is not null and e.state = 'READY' order by e.id`,
    [editionId],
  );
  const tests = new Map(rows.map(({ id, test }) => [id, test]));
  return likePictures(rows).map(({ a, b, likeness }) => ({
    ...{ kind: SuspicionKind.PICTURE, auditId: tests.get(a) ?? '', otherId: tests.get(b) ?? null },
    ...{ evidenceIds: [a, b], measure: likeness },
  }));
}

async function texts(em: EntityManager, editionId: string): Promise<Suspected[]> {
  const rows = await em.execute<{ id: string; text: string }[]>(
    'select id, verbatim as text from audit where edition_id = ? and verbatim is not null order by id',
    [editionId],
  );
  return likePairs(rows).map(({ a, b, likeness }) => ({
    ...{ kind: SuspicionKind.TEXT, auditId: a, otherId: b, evidenceIds: [], measure: likeness },
  }));
}

/** Of a test that a file brought, whoever did it is known by their agency's code; without one it is looked at alone. */
async function paces(em: EntityManager, editionId: string): Promise<Suspected[]> {
  const rows = await em.execute<(Timed & { auditor: string })[]>(
    `select a.id, h.code as channel, n.structure_id as structure,
       coalesce(s.auditor_id::text, a.auditor_code, a.id::text) as auditor,
       (extract(epoch from a.began_at) * 1000)::float8 as "from", (extract(epoch from a.ended_at) * 1000)::float8 as "to"
     from audit a left join assignment s on s.id = a.assignment_id join channel h on h.id = a.channel_id
       join enrolment n on n.id = a.enrolment_id
     where a.edition_id = ? and a.began_at is not null and a.ended_at is not null`,
    [editionId],
  );
  const byAuditor = [...Map.groupBy(rows, ({ auditor }) => auditor).values()];
  return byAuditor.flatMap((own) =>
    paceFlags(own).map(({ id, flag, other, seconds }) => ({
      ...{ kind: SuspicionKind[flag], auditId: id, otherId: other, evidenceIds: [], measure: seconds },
    })),
  );
}
