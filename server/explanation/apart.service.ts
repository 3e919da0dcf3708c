import type { EntityManager } from '@mikro-orm/postgresql';
import Fraction from 'fraction.js';
import { type Sides, tellsEach } from '../disclosure/attribute.rules.ts';
import type { Criterion } from '../grid/criterion.ts';
import { HUNDRED, rounded, ZERO } from '../score/exact.rules.ts';
import type { Reading } from './sheet.service.ts';
import type { CriterionGap, ScoreSheet } from './sheet.ts';

/** How many criteria are shown on either side. */
const MOST = 5;

/** The scores of a category on one criterion: how many structures obtained each, and the one read, if it has any. */
interface Line {
  readonly criterion: string;
  readonly exact: string;
  readonly count: number;
  readonly own: boolean;
}

/**
 * Where a structure stands farthest above and below its category, criterion by criterion. Means are exact, over the
 * structures that have a score on it, itself included; a criterion of weight 0 is for information and left out. So are
 * those of a channel whose mean is withheld: they would tell it. A mean that would say what each of the others scored is
 * told to staff alone.
 */
export async function apartIn(
  em: EntityManager,
  { run, rules, ranking, line, detailed, staff, tellsMean }: Reading,
): Promise<Pick<ScoreSheet, 'strengths' | 'weaknesses'>> {
  if (!detailed) return { strengths: [], weaknesses: [] };
  const lines: Line[] = await em.execute(
    `select s.criterion_id as criterion, s.exact, count(*)::int as count, bool_or(s.enrolment_id = ?) as own
     from score s join enrolment e on e.id = s.enrolment_id
     where s.run_id = ? and e.category_id = ? and s.criterion_id is not null and s.exact is not null
     group by s.criterion_id, s.exact`,
    [line.enrolment.id, run.id, ranking.category.id],
  );
  const on = Map.groupBy(lines, ({ criterion }) => criterion);
  const gaps = rules.grid.channels.getItems().flatMap(({ code, criteria }) =>
    criteria
      .getItems()
      .filter(({ weight }) => Number(weight) > 0)
      .flatMap((criterion) => gapOf(criterion, on.get(criterion.id) ?? []))
      .filter(({ shown, sides }) => tellsMean(`channel.${code}`, shown.structureCount) && (staff || !tellsEach(sides))),
  );
  const farthest = (sign: 1 | -1) =>
    gaps
      .filter(({ gap }) => gap.compare(ZERO) * sign > 0)
      .toSorted((a, b) => b.gap.compare(a.gap) * sign)
      .slice(0, MOST)
      .map(({ shown }) => shown);
  return { strengths: farthest(1), weaknesses: farthest(-1) };
}

interface Gap {
  readonly gap: Fraction;
  readonly sides: Sides;
  readonly shown: CriterionGap;
}

function gapOf(criterion: Criterion, lines: readonly Line[]): Gap[] {
  const own = lines.find((line) => line.own);
  if (!own) return [];
  const structureCount = lines.reduce((total, { count }) => total + count, 0);
  const mean = lines
    .reduce((sum, { exact, count }) => sum.add(new Fraction(exact).mul(count)), ZERO)
    .div(structureCount);
  const score = new Fraction(own.exact);
  const gap = score.sub(mean);
  const [written, among, apart] = [score, mean, gap].map((each) => rounded(each, 2)) as [string, string, string];
  const countOf = (isSo: (exact: Fraction) => boolean) =>
    lines.reduce((total, { exact, count }) => total + (isSo(new Fraction(exact)) ? count : 0), 0);
  const sides = { raising: countOf((exact) => exact.gt(ZERO)), lowering: countOf((exact) => exact.lt(HUNDRED)) };
  return [{ gap, sides, shown: { criterion, score: written, mean: among, gap: apart, structureCount } }];
}
