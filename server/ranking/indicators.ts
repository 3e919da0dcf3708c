import type { EntityManager } from '@mikro-orm/postgresql';
import Fraction from 'fraction.js';
import { countedOn } from '../audit/counted.ts';
import type { Sides } from '../disclosure/attribute.rules.ts';
import { isOfCounted } from '../enrolment/counted.ts';
import type { Grid } from '../grid/grid.ts';
import { rounded } from '../score/exact.rules.ts';
import type { IndicatorRule, ShareRule } from '../score/indicator.rules.ts';
import type { Inputs } from './inputs.ts';
import { type CountedIndicator, scoreIndicatorOf } from './ranking.rules.ts';
import type { Whole } from './scoring.ts';

/** The figures of an edition, as rows of a run. Shares and means are counted where the volume is, one statement each. */
export async function indicatorRows(
  em: EntityManager,
  { grid, enrolments }: Inputs,
  editionId: string,
  scored: readonly Whole[],
): Promise<Record<string, unknown>[]> {
  const rows = [];
  for (const { code, label, unit, base, rule, position } of grid.indicators.getItems()) {
    const { value, numerator, denominator, contributors } = await indicatorOf(em, editionId, grid, rule, scored);
    const category = rule.type === 'CATEGORY_SCORE' ? rule.category : null;
    rows.push({
      ...{ code, label, unit, base, position, denominator, contributors },
      exact: value?.toFraction() ?? null,
      value: value && rounded(value, 6),
      numerator: numerator && rounded(numerator, 6),
      category_id: enrolments.find((each) => each.category === category)?.categoryId ?? null,
    });
  }
  return rows;
}

async function indicatorOf(
  em: EntityManager,
  editionId: string,
  grid: Grid,
  rule: IndicatorRule,
  scored: readonly Whole[],
): Promise<CountedIndicator> {
  switch (rule.type) {
    case 'SHARE':
      return sharedIn(em, editionId, grid, rule);
    case 'MEAN':
      return meanIn(em, editionId, grid, rule.criterion);
    default:
      return scoreIndicatorOf(
        rule,
        scored.map(({ enrolled: { category }, score, channels }) => ({ category, score, channels })),
      );
  }
}

/**
 * The sides of a figure that is counted on tests; null for one of scores, or of structures. What has no upper end has
 * nobody who is at it.
 */
export async function sidesOf(
  em: EntityManager,
  editionId: string,
  grid: Grid,
  rule: IndicatorRule | undefined,
): Promise<Sides | null> {
  if (rule?.type === 'SHARE') return sharedIn(em, editionId, grid, rule);
  if (rule?.type !== 'MEAN') return null;
  const criteria = grid.channels.getItems().flatMap((channel) => channel.criteria.getItems());
  const isShare = criteria.some(({ code, kind }) => code === rule.criterion && (kind === 'YES_NO' || kind === 'SHARE'));
  const { raising, lowering } = await meanIn(em, editionId, grid, rule.criterion);
  return { raising, lowering: isShare ? lowering : Number.POSITIVE_INFINITY };
}

/** The same as `shareOf` of `score/indicator.rules.ts`: how many tests of the base pass, of how many structures. */
async function sharedIn(
  em: EntityManager,
  editionId: string,
  grid: Grid,
  rule: ShareRule,
): Promise<CountedIndicator & Sides> {
  const ids = idsOf(grid, rule.criteria);
  const [line] = (await em.execute(
    `select count(*) filter (where based)::int as denominator,
       count(*) filter (where based and passing)::int as numerator,
       count(distinct enrolment) filter (where based)::int as contributors,
       count(distinct enrolment) filter (where based and passing)::int as raising,
       count(distinct enrolment) filter (where based and not passing)::int as lowering
     from (
       select a.enrolment_id as enrolment,
         bool_or(m.criterion_id = any(?::uuid[]) and m.absence is null
           and (?::boolean or m.criterion_id <> all(?::uuid[]) or m.amount = 1)) as based,
         bool_or(m.criterion_id = any(?::uuid[]) and coalesce(m.amount < ?::numeric, m.amount = 1 and ?::numeric is null, false)) as passing
       from audit a ${await countedOn(em, grid)}
       where a.edition_id = ? and a.state = 'VALIDATED' and ${isOfCounted('a')} and m.criterion_id = any(?::uuid[])
       group by a.id
     ) tests`,
    sharedParams(editionId, grid, rule, ids),
  )) as [{ numerator: number; denominator: number; contributors: number } & Sides];
  const numerator = new Fraction(line.numerator);
  const value = line.denominator === 0 ? null : numerator.div(line.denominator);
  return { ...line, value, numerator };
}

function sharedParams(editionId: string, grid: Grid, { criteria, passes, among }: ShareRule, ids: string): unknown[] {
  const base = idsOf(grid, among ? [among.criterion] : criteria);
  const anyAnswer = !among || among.answer === 'ANY';
  const below = passes === 'YES' ? null : passes.below;
  const all = idsOf(grid, among ? [...criteria, among.criterion] : criteria);
  return [base, anyAnswer, base, ids, below, below, editionId, all];
}

/** The same as `meanValueOf` of `score/indicator.rules.ts`. */
async function meanIn(
  em: EntityManager,
  editionId: string,
  grid: Grid,
  criterion: string,
): Promise<CountedIndicator & Sides> {
  const [line] = (await em.execute(
    `select sum(m.amount)::text as total, count(m.amount)::int as denominator,
       count(distinct a.enrolment_id) filter (where m.amount is not null)::int as contributors,
       count(distinct a.enrolment_id) filter (where m.amount > 0)::int as raising,
       count(distinct a.enrolment_id) filter (where m.amount < 1)::int as lowering
     from audit a ${await countedOn(em, grid)}
     where a.edition_id = ? and a.state = 'VALIDATED' and ${isOfCounted('a')} and m.criterion_id = any(?::uuid[])`,
    [editionId, idsOf(grid, [criterion])],
  )) as [{ total: string | null; denominator: number; contributors: number } & Sides];
  const { total, ...counts } = line;
  const numerator = total === null ? null : new Fraction(total);
  return { ...counts, value: numerator?.div(counts.denominator) ?? null, numerator };
}

/** The identifiers of criteria, as PostgreSQL writes an array. */
function idsOf(grid: Grid, codes: readonly string[]): string {
  const criteria = grid.channels.getItems().flatMap((channel) => channel.criteria.getItems());
  return `{${criteria.flatMap(({ id, code }) => (codes.includes(code) ? [id] : [])).join(',')}}`;
}
