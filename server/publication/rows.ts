import type { EntityManager } from '@mikro-orm/postgresql';
import { tellsEach } from '../disclosure/attribute.rules.ts';
import type { Category } from '../edition/category.ts';
import type { Edition } from '../edition/edition.ts';
import { Figure } from '../edition/figure.ts';
import type { SpecialPrize } from '../edition/prize.ts';
import { isCounted } from '../enrolment/counted.ts';
import { meansOfVersions, type PublishedRows } from '../partner/published.ts';
import { sidesOf } from '../ranking/indicators.ts';
import { type RunRules, rulesOfRun } from '../ranking/kept.service.ts';
import type { ScoreRun } from '../ranking/score.ts';
import type { IndicatorRule } from '../score/indicator.rules.ts';
import { Award, type Laureate, type Trophy } from '../trophy/trophy.ts';
import { type Followed, followedBy } from './followed.ts';
import { decisiveIn, honoursIn } from './honours.ts';
import { meanRows, reportedMeans, scoredIn } from './means.ts';
import { type Measured, measuredIn, nothingMeasured, rulesInWords } from './measured.ts';

/** What may be known, and nothing else: laureates by name, aggregates that enough structures make up. */
export async function rowsOf(
  em: EntityManager,
  edition: Edition,
  run: ScoreRun | null,
  trophies: readonly Trophy[],
): Promise<PublishedRows> {
  const named = trophies.map((trophy, position) => ({ trophy, position }));
  const { ordinal, year, label, provenance, note, sources, ceremonyOn, ceremonyPlace } = edition;
  const reported = await em.find(Figure, { edition });
  const structures = reported.find(({ code }) => code === 'structures')?.value ?? null;
  const followed = await followedBy(em, edition, run);
  const computed = run && (await computedRows(em, edition, run, trophies, followed));
  return {
    dataset: {
      ...{ ordinal, year, label, provenance, note, sources, ceremony_on: ceremonyOn, ceremony_place: ceremonyPlace },
      structure_count: run ? await enrolledIn(em, edition) : structures === null ? null : Number(structures),
      fewest_contributors: run && edition.fewestContributors,
      largest_share: run && edition.largestShare,
    },
    category: edition.categories.getItems().map((category, position) => ({
      ...{ code: category.code, position, label: category.label, awarded: category.awarded },
      rules: rulesInWords(category),
    })),
    trophy: named.map(({ trophy, position }) => ({
      ...{ position, point_remarquable: trophy.pointRemarquable },
      ...{ category_code: categoryOf(trophy)?.code ?? null, category_label: categoryOf(trophy)?.label ?? null },
      ...{ prize_code: prizeOf(trophy)?.code ?? null, prize_label: prizeOf(trophy)?.label ?? null },
    })),
    laureate: named.flatMap(({ trophy, position }) => laureateRows(trophy, position)),
    ...(computed ?? { ...nothingMeasured, ...reportedRows(reported, followed) }),
  };
}

/** What a run says of an edition: its grid, its means, its figures. */
async function computedRows(
  em: EntityManager,
  edition: Edition,
  run: ScoreRun,
  trophies: readonly Trophy[],
  followed: Followed,
): Promise<Measured & Pick<PublishedRows, 'mean' | 'indicator'>> {
  const rules = await rulesOfRun(em, run);
  const scored = await scoredIn(em, run, rules, decisiveIn(trophies));
  const earlier = await meansOfVersions(em, edition.year);
  const threshold = { fewest: edition.fewestContributors, largest: Number(edition.largestShare) };
  const mean = await meanRows(
    scored,
    edition.categories.getItems(),
    rules,
    followed,
    threshold,
    honoursIn(rules, scored, trophies),
    earlier,
  );
  const indicator = await indicatorRows(em, edition, run, rules, mean, threshold.fewest);
  return { ...(await measuredIn(em, rules)), mean, indicator };
}

/** How many structures take part. */
async function enrolledIn(em: EntityManager, edition: Edition): Promise<number> {
  const sql = `select count(*)::int as n from enrolment e where e.edition_id = ? and ${isCounted('e')}`;
  const [row]: { n: number }[] = await em.execute(sql, [edition.id]);
  return row?.n ?? 0;
}

/** The laureates of a trophy. A structure known by its rank alone received nothing, and stays unnamed. */
const laureateRows = ({ laureates }: Trophy, trophy: number): PublishedRows['laureate'] =>
  laureates
    .getItems()
    .filter(({ award }) => award !== Award.RANKED)
    .toSorted((a, b) => (a.rank ?? 1e6) - (b.rank ?? 1e6) || (nameOf(a) < nameOf(b) ? -1 : 1))
    .map(({ structure, award, rank, mention, confidence, sources, note }, position) => {
      const { name, kind, departmentCode, parent } = structure.getEntity();
      return {
        ...{ trophy, position, name, kind, award, rank, mention, confidence, sources, note },
        department_code: departmentCode,
        parent_name: parent?.getEntity().name ?? null,
      };
    });

/**
 * The figures of a run. One that is the mean of some scores is told when that mean is, under the same code or not; one
 * that is counted on tests unless all structures, or all but one, are at the same end of it: it would say what each is.
 */
async function indicatorRows(
  em: EntityManager,
  edition: Edition,
  run: ScoreRun,
  { grid }: RunRules,
  means: PublishedRows['mean'],
  fewest: number,
): Promise<PublishedRows['indicator']> {
  const values = await run.indicators.loadItems();
  const rules = new Map(grid.indicators.getItems().map(({ code, rule }) => [code, rule]));
  const whyOf = new Map(means.map(({ code, withheld }) => [code, withheld]));
  const rows: PublishedRows['indicator'][number][] = [];
  for (const { position, code, label, unit, value, numerator, denominator, base, contributors } of values) {
    const rule = rules.get(code);
    const mean = meanIn(rule);
    const few = contributors < fewest || value === null;
    const sides = await sidesOf(em, edition.id, grid, rule);
    const why = few ? 'SMALL_BASE' : sides && tellsEach(sides) ? 'EXTREME' : null;
    const withheld = (mean && whyOf.get(mean)) ?? why;
    const told = withheld ? { value: null, numerator: null, denominator: null } : { value, numerator, denominator };
    rows.push({ ...{ code, position, label, unit, base, sources: [], withheld }, ...told });
  }
  return rows;
}

/** The mean that an indicator is, by its code; null for one that is counted on tests or structures. */
function meanIn(rule: IndicatorRule | undefined): string | null {
  if (rule?.type === 'CATEGORY_SCORE') return `category.${rule.category}/overall`;
  return rule?.type === 'CHANNEL_SCORE' ? `all/channel.${rule.channel}` : null;
}

/** Figures of a past edition, as their sources printed them: neither numerator nor denominator is known. */
const reportedRows = (figures: readonly Figure[], followed: Followed): Pick<PublishedRows, 'indicator' | 'mean'> => ({
  indicator: figures
    .toSorted((a, b) => a.code.localeCompare(b.code))
    .map(({ code, label, value, unit, approximate, sources }, position) => ({
      ...{ code, position, label, unit, value, sources, numerator: null, denominator: null, withheld: null },
      base: approximate ? 'valeur approchée rapportée par la presse' : 'valeur rapportée par la presse',
    })),
  mean: reportedMeans(figures, followed),
});

const nameOf = ({ structure }: Laureate): string => structure.getEntity().name;
const categoryOf = ({ category }: Trophy): Category | null => category?.getEntity() ?? null;

const prizeOf = ({ prize }: Trophy): SpecialPrize | null => prize?.getEntity() ?? null;
