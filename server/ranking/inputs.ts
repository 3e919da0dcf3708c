import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { configurationOf, gridOf } from '../grid/grid.service.ts';
import type { Grid } from '../grid/grid.ts';
import type { Test } from '../score/indicator.rules.ts';
import { type Absence, ENGINE, type Finding } from '../score/score.rules.ts';

/** Everything the scores of an edition are computed from. The same inputs always have the same hash. */
export interface Inputs {
  readonly grid: Grid;
  readonly tests: readonly EnrolledTest[];
  /** Every enrolment with its category, tested or not. */
  readonly enrolments: readonly Enrolled[];
  readonly hash: string;
}

export interface Enrolled {
  readonly id: string;
  readonly reference: string;
  readonly categoryId: string;
  readonly category: string;
}

/** One validated test, and whose it is. */
export interface EnrolledTest {
  readonly enrolmentId: string;
  readonly findings: Test;
}

interface Line {
  audit: string;
  enrolment: string;
  criterion: string;
  value: string | null;
  absence: Absence | null;
}

/** Reads what counts: the latest grid, the enrolments, and the measurements of validated tests. */
export async function inputsOf(em: EntityManager, editionId: string): Promise<Inputs> {
  const grid = await gridOf(em, editionId);
  const lines: Line[] = await em.execute(
    `select a.reference as audit, a.enrolment_id as enrolment, c.code as criterion,
       coalesce(m.choice, trim_scale(m.amount)::text) as value, m.absence
     from audit a join measurement m on m.audit_id = a.id join criterion c on c.id = m.criterion_id
     where a.edition_id = ? and a.state = 'VALIDATED'
     order by a.reference collate "C", c.code collate "C"`,
    [editionId],
  );
  const enrolments: Enrolled[] = await em.execute(
    `select e.id, s.reference, e.category_id as "categoryId", c.code as category
     from enrolment e join category c on c.id = e.category_id join structure s on s.id = e.structure_id
     where e.edition_id = ? order by s.reference collate "C"`,
    [editionId],
  );
  return {
    grid,
    tests: testsOf(lines),
    enrolments,
    hash: hashOf(await configurationOf(em, grid.id), enrolments, lines),
  };
}

function testsOf(lines: readonly Line[]): EnrolledTest[] {
  return [...Map.groupBy(lines, ({ audit }) => audit).values()].map((test) => ({
    enrolmentId: test[0]?.enrolment ?? '',
    findings: new Map(
      test.map(({ criterion, value, absence }): [string, Finding] => [criterion, { criterion, value, absence }]),
    ),
  }));
}

function hashOf(configuration: object, enrolments: readonly Enrolled[], lines: readonly Line[]): string {
  const hash = createHash('sha256').update(JSON.stringify([ENGINE, configuration]));
  const references = new Map(enrolments.map(({ id, reference }) => [id, reference]));
  for (const { reference, category } of enrolments) hash.update(`\n${reference};${category}`);
  for (const { audit, enrolment, criterion, value, absence } of lines)
    hash.update(`\n${audit};${references.get(enrolment)};${criterion};${value ?? ''};${absence ?? ''}`);
  return hash.digest('hex');
}
