import type { Condition } from '../score/condition.rules.ts';
import type { FateRow } from './version.carry.rules.ts';
import { type Fate, fateKindOf, type Versioned } from './version.rules.ts';

/** Both sides of a version by their codes, and the identifier of each criterion of the new one. */
export interface Sides {
  readonly before: ReadonlyMap<string, Versioned>;
  readonly after: ReadonlyMap<string, Versioned>;
  readonly fates: readonly Fate[];
  readonly idOf: (code: string) => string;
}

/**
 * Gives each row the conditions that its tests must meet on the new version, where they may not: a question that would
 * not have been asked counts as not applicable, whatever was answered. Where the same question was asked under the same
 * conditions they are met already, and nothing has to be looked at.
 */
export function gated(rows: readonly FateRow[], sides: Sides): FateRow[] {
  const codes = new Map([...sides.after.keys()].map((code) => [sides.idOf(code), code]));
  return rows.map((row) => {
    const code = row.target === null ? undefined : codes.get(row.target);
    if (code === undefined || row.absence === 'NOT_APPLICABLE') return { ...row, conditions: null };
    if (row.conditions === null && isAskedAlike(code, sides)) return row;
    const conditions = closureOf(code, sides.after);
    return { ...row, conditions: conditions.length > 0 ? conditions.map((each) => byId(each, sides)) : null };
  });
}

const byId = (condition: Condition, { idOf }: Sides): Condition => ({
  ...condition,
  criterion: idOf(condition.criterion),
});

/** The conditions of a criterion and of all those it rests on: the tests that meet them are those it was asked in. */
export const closureOf = (code: string, criteria: ReadonlyMap<string, Versioned>): Condition[] =>
  (criteria.get(code)?.conditions ?? []).flatMap((condition) => [
    ...closureOf(condition.criterion, criteria),
    condition,
  ]);

/** Whether earlier tests were asked a criterion just when the new version would: same conditions, same answers. */
function isAskedAlike(code: string, sides: Sides): boolean {
  const conditions = sides.after.get(code)?.conditions ?? [];
  if (conditions.length === 0) return true;
  const source = keptFrom(code, sides);
  if (source === null) return false;
  const said = (all: readonly Condition[]) => JSON.stringify(all);
  const renamed = (sides.before.get(source)?.conditions ?? []).map((condition) => ({
    ...condition,
    criterion: keptAs(condition.criterion, sides) ?? '',
  }));
  return said(renamed) === said(conditions) && conditions.every(({ criterion }) => isKeptAlike(criterion, sides));
}

const isKeptAlike = (code: string, sides: Sides): boolean =>
  keptFrom(code, sides) !== null && isAskedAlike(code, sides);

const keptFrom = (target: string, { fates }: Sides): string | null =>
  fates.find((fate) => fate.target === target && fateKindOf(fate) === 'KEPT')?.source ?? null;

const keptAs = (source: string, { fates }: Sides): string | null =>
  fates.find((fate) => fate.source === source && fateKindOf(fate) === 'KEPT')?.target ?? null;
