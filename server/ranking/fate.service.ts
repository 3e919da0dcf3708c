import type { EntityManager } from '@mikro-orm/postgresql';
import type { Criterion } from '../grid/criterion.ts';
import { wholeGrid } from '../grid/grid.service.ts';
import type { Grid } from '../grid/grid.ts';
import { type Fate, fateKindOf } from '../grid/version.rules.ts';
import { fatesOf } from '../grid/version.service.ts';
import type { GridVersion } from '../grid/version.ts';
import type { FateLine } from './version.ts';

/** What becomes of the measurements of each criterion of a version, adopted or not, with how many there are. */
export async function fateLinesOf(em: EntityManager, version: GridVersion): Promise<FateLine[]> {
  const [base, grid] = [await wholeGrid(em, version.base.id), await wholeGrid(em, version.grid.id)];
  return linesOf(em, { base, grid, fates: await fatesOf(em, version) });
}

export async function linesOf(
  em: EntityManager,
  { base, grid, fates }: { readonly base: Grid; readonly grid: Grid; readonly fates: readonly Fate[] },
): Promise<FateLine[]> {
  const counted: { criterion: string; values: number; absences: number }[] = await em.execute(
    `select m.criterion_id as criterion, count(*) filter (where m.absence is null)::int as values,
       count(m.absence)::int as absences
     from measurement m join audit a on a.id = m.audit_id where a.edition_id = ? group by m.criterion_id`,
    [grid.edition.id],
  );
  const counts = new Map(counted.map((line) => [line.criterion, line]));
  const [old, now] = [criteriaIn(base), criteriaIn(grid)];
  return fates.map((fate) => {
    const source = old.get(fate.source ?? '') ?? null;
    const { values = 0, absences = 0 } = counts.get(source?.id ?? '') ?? {};
    return {
      ...{ ...fate, kind: fateKindOf(fate), source, target: now.get(fate.target ?? '') ?? null, values, absences },
    } as FateLine;
  });
}

const criteriaIn = ({ channels }: Grid): ReadonlyMap<string, Criterion> =>
  new Map(channels.getItems().flatMap(({ criteria }) => criteria.getItems().map((each) => [each.code, each] as const)));
