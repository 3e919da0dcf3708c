import type { EntityManager } from '@mikro-orm/postgresql';
import { isCounted } from '../enrolment/counted.ts';
import type { Grid } from '../grid/grid.ts';
import { rulesOfRun } from '../ranking/kept.service.ts';
import { testsOf } from '../ranking/samples.ts';
import { currentRun } from '../ranking/score.service.ts';
import type { ScoreRun } from '../ranking/score.ts';
import type { Finding } from '../score/measure.rules.ts';
import type { ComparedGrid, GridBreak as Found, Nature } from './break.rules.ts';
import type { ComparedEdition } from './comparison.rules.ts';
import type { GridBreak, Incomparable } from './comparison.ts';

/** A grid as editions are compared, and as it names things. */
export interface NamedGrid extends ComparedGrid {
  readonly grid: Grid;
}

/** The grid and policy a run was computed with, and what the values of its criteria are. */
export async function gridOfRun(em: EntityManager, run: ScoreRun): Promise<NamedGrid> {
  const { grid, rules } = await rulesOfRun(em, run);
  const criteria = grid.channels.getItems().flatMap((channel) => channel.criteria.getItems());
  return {
    ...{ grid, rules },
    natures: new Map(
      criteria.map(({ code, kind, unit, delay, conditions }): [string, Nature] => [
        code,
        { kind, unit, delay, conditions },
      ]),
    ),
  };
}

/**
 * An edition with all that its validated tests found, as two are compared. Refused with NO_SCORES or SCORES_STALE when
 * its means would not be those of its ranking.
 */
export async function comparedEditionOf(em: EntityManager, editionId: string): Promise<NamedGrid & ComparedEdition> {
  const run = await currentRun(em, editionId);
  const own = await gridOfRun(em, run);
  const tests = await testsOf(em, own.grid);
  const enrolled: { id: string; key: string; category: string }[] = await em.execute(
    `select e.id, s.reference as key, c.code as category
     from enrolment e join category c on c.id = e.category_id join structure s on s.id = e.structure_id
     where e.edition_id = ? and ${isCounted('e')} order by s.reference collate "C"`,
    [editionId],
  );
  return {
    ...own,
    entrants: enrolled.map(({ id, key, category }) => ({ key, category, findings: findingsIn(tests.get(id)) })),
  };
}

const findingsIn = (tests: ReadonlyMap<string, readonly ReadonlyMap<string, Finding>[]> | undefined): Finding[] =>
  [...(tests?.values() ?? [])].flatMap((all) => all.flatMap((test) => [...test.values()]));

/** Breaks as they are told: named as in the later grid, or in the earlier one when it is no longer there. */
export function namedBreaks(
  found: readonly Found[],
  grids: readonly Grid[],
  why: ReadonlyMap<string, string | null> = new Map(),
): GridBreak[] {
  const names = new Map(
    grids.flatMap(({ channels }) =>
      channels
        .getItems()
        .flatMap(({ code, label, criteria }): (readonly [string, string])[] => [
          [code, label],
          ...criteria.getItems().map((each) => [each.code, each.label] as const),
        ]),
    ),
  );
  return found.map(({ channel, criterion, changes }) => ({
    ...({ channel, criterion, changes: [...changes] } as Pick<GridBreak, 'channel' | 'criterion' | 'changes'>),
    label: names.get(criterion ?? channel ?? '') ?? criterion ?? channel,
    incomparable: (criterion === null ? null : (why.get(criterion) ?? null)) as Incomparable | null,
  }));
}
