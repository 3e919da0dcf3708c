import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { closingOf } from '../audit/event.rules.ts';
import { isCounted } from '../enrolment/counted.ts';
import { configurationOf, gridOf } from '../grid/grid.service.ts';
import type { Grid } from '../grid/grid.ts';
import { latestPolicy, rulesInForce } from '../grid/policy.service.ts';
import type { ScoringPolicy } from '../grid/policy.ts';
import { countAgain } from '../kernel/statistics.ts';
import { ENGINE, type Rules } from '../score/score.rules.ts';

/** Everything the scores of an edition are computed from, but for the measurements, which the hash stands for. */
export interface Inputs {
  readonly grid: Grid;
  readonly policy: ScoringPolicy | null;
  /** The grid under the policy in force. */
  readonly rules: Rules;
  /** Every enrolment with its category, tested or not, in the order of references. */
  readonly enrolments: readonly Enrolled[];
  readonly auditCount: number;
  /** SHA-256; the same inputs always have the same. */
  readonly hash: string;
}

export interface Enrolled {
  readonly id: string;
  readonly reference: string;
  readonly categoryId: string;
  readonly category: string;
}

/** An enrolment with its validated tests: how many, and the digest of what they found. */
interface Tested extends Enrolled {
  readonly tests: number;
  readonly digest: string | null;
}

/** Reads what counts: the latest grid, the policy in force, the enrolments, and the digests of validated tests. */
export async function inputsOf(em: EntityManager, editionId: string): Promise<Inputs> {
  await countAgain(em, ['enrolment', 'audit', 'measurement']);
  const grid = await gridOf(em, editionId);
  const policy = await latestPolicy(em, editionId);
  const tested = await testedIn(em, editionId, grid.number > 1);
  const configuration = await configurationOf(em, grid.id);
  const closing = closingOf(await grid.edition.loadOrFail());
  return {
    ...{ grid, policy, rules: rulesInForce(grid, policy) },
    enrolments: tested.map(({ id, reference, categoryId, category }) => ({ id, reference, categoryId, category })),
    auditCount: tested.reduce((total, { tests }) => total + tests, 0),
    hash: hashOf(
      [
        ...[ENGINE, configuration, policy?.rules ?? null, closing, ...(await fatesOn(em, grid))],
        ...(await neutralisedIn(em, editionId)),
      ],
      tested,
    ),
  };
}

/**
 * What becomes of the measurements of earlier versions, as the database follows it: nothing for a first version, whose
 * hash must stay what it always was.
 */
async function fatesOn(em: EntityManager, { id, number }: Grid): Promise<unknown[]> {
  if (number === 1) return [];
  return em.execute(
    `select s.code as source, sg.number as "from", h.code as channel, hg.number as "on", t.code as target, f.answers, f.times,
       f.per, f.absence, f.conditions is not null as gated
     from criterion_fate f left join criterion t on t.id = f.target_id
       left join criterion s on s.id = f.source_id left join channel sc on sc.id = s.channel_id
       left join grid sg on sg.id = sc.grid_id
       left join channel h on h.id = f.channel_id left join grid hg on hg.id = h.grid_id
     where f.grid_id = ? order by sg.number, s.code collate "C", hg.number, h.code collate "C", t.code collate "C"`,
    [id],
  );
}

/** The observations that were neutralised: nothing while there is none, for the same reason. */
async function neutralisedIn(em: EntityManager, editionId: string): Promise<unknown[]> {
  const neutralised: unknown[] = await em.execute(
    `select a.reference as test, c.code as neutralised from neutralisation x join measurement m on m.id = x.measurement_id
       join audit a on a.id = m.audit_id join criterion c on c.id = m.criterion_id
     where x.edition_id = ? order by a.reference collate "C", c.code collate "C"`,
    [editionId],
  );
  return neutralised.length === 0 ? [] : [neutralised];
}

/**
 * One row an enrolment, however many tests it has: PostgreSQL digests their digests, a million of them in seconds. Once
 * a grid has several versions, that on which a test was recorded is part of what it says.
 * An enrolment that came with a structure merged since is told by the reference it had: a merge changes no score.
 */
const testedIn = (em: EntityManager, editionId: string, versioned: boolean): Promise<Tested[]> =>
  em.execute(
    `select e.id, coalesce(former.reference, s.reference) as reference, e.category_id as "categoryId", c.code as category, coalesce(t.tests, 0) as tests, t.digest
     from enrolment e join category c on c.id = e.category_id join structure s on s.id = e.structure_id
       left join lateral (
         select f.reference from structure_alias f where f.structure_id = s.id
           and jsonb_exists(f.moved->'enrolment', e.id::text) order by f.created_at limit 1
       ) former on true
       left join (
         select a.enrolment_id, count(*)::int as tests, encode(sha256(convert_to(
           string_agg(concat(a.reference, ';', a.digest${versioned ? ", ';', g.number" : ''}), E'\\n' order by a.reference collate "C"), 'UTF8')), 'hex') as digest
         from audit a ${versioned ? 'join channel h on h.id = a.channel_id join grid g on g.id = h.grid_id' : ''}
         where a.edition_id = ? and a.state = 'VALIDATED' group by a.enrolment_id
       ) t on t.enrolment_id = e.id
     where e.edition_id = ? and ${isCounted('e')} order by coalesce(former.reference, s.reference) collate "C"`,
    [editionId, editionId],
  );

function hashOf(head: readonly unknown[], tested: readonly Tested[]): string {
  const hash = createHash('sha256').update(JSON.stringify(head));
  for (const { reference, category, digest } of tested) hash.update(`\n${reference};${category};${digest ?? ''}`);
  return hash.digest('hex');
}
