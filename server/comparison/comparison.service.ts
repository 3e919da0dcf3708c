import type { EntityManager } from '@mikro-orm/postgresql';
import type Fraction from 'fraction.js';
import { Category } from '../edition/category.ts';
import { Edition } from '../edition/edition.ts';
import { Refusal } from '../kernel/errors.ts';
import { inTurns } from '../kernel/turns.ts';
import { rounded } from '../score/exact.rules.ts';
import { type Breaks, breaksBetween, isBreak } from './break.rules.ts';
import { type Comparison, changeOf, comparisonOf, type Series } from './comparison.rules.ts';
import type { ComparedCounts, ComparedFigure, ComparedMean, EditionComparison, Unsplit } from './comparison.ts';
import { comparedEditionOf, namedBreaks } from './reading.ts';
import type { Tested } from './tested.rules.ts';

/** Compares an edition with another, usually the one before; both need current scores. */
export async function compareEditions(
  em: EntityManager,
  editionId: string,
  withEditionId: string,
): Promise<EditionComparison> {
  const [after, before] = await Promise.all([
    em.findOne(Edition, { id: editionId }),
    em.findOne(Edition, { id: withEditionId }),
  ]);
  if (!after || !before || after === before) throw new Refusal('NOT_FOUND');
  const is = await comparedEditionOf(em, after.id);
  const was = await comparedEditionOf(em, before.id);
  const comparison = comparisonOf(was, is);
  // Every structure is scored in each way it is needed; the means that follow find it done.
  await inTurns(
    [comparison.before, comparison.after].flatMap(({ entrants }) => [...entrants.values()]),
    scoredAlready,
  );
  const breaks = breaksBetween(was, is);
  const mean = meanIn(comparison, breaks);
  const named = (nouns: readonly { code: string; label: string }[]) => [
    ...new Map(nouns.map((each) => [each.code, each])).values(),
  ];
  return {
    ...{ before, after },
    global: mean('global', 'Note globale', {}),
    categories: await inTurns(named(await categoriesOf(em, before, after)), ({ code, label }) =>
      mean(code, label, { category: code }),
    ),
    channels: await inTurns(
      named([...was.grid.channels.getItems(), ...is.grid.channels.getItems()]),
      ({ code, label }) => mean(code, label, { channel: code }),
    ),
    counts: countsOf(comparison, breaks),
    breaks: namedBreaks(
      [...breaks.criteria, ...breaks.channels, breaks.overall],
      [was.grid, is.grid],
      comparison.criteria,
    ),
  };
}

const VERSIONS = ['OWN', 'BEFORE', 'AFTER'] as const;

function scoredAlready({ scoreWith }: Tested): void {
  for (const version of VERSIONS) for (const covered of [false, true]) scoreWith(version, covered);
}

/** Those of the earlier edition, then of the later: the same code keeps its place and takes its later name. */
async function categoriesOf(em: EntityManager, ...editions: readonly Edition[]): Promise<Category[]> {
  const all = editions.map((edition) => em.find(Category, { edition }, { orderBy: { position: 'asc' } }));
  return (await Promise.all(all)).flat();
}

const meanIn =
  (comparison: Comparison, { overall, channels }: Breaks) =>
  (code: string, label: string, series: Series): ComparedMean => {
    const { before, after, change, parts, unsplit, base } = changeOf(comparison, series);
    const own = series.channel ? channels.find(({ channel }) => channel === series.channel) : overall;
    return {
      ...{ code, label, before: told(before), after: told(after), change: told(change) },
      ...{ likeForLike: told(parts?.likeForLike), grid: told(parts?.grid) },
      ...{ panel: told(parts?.panel), coverage: told(parts?.coverage), unsplit: unsplit as Unsplit | null },
      ...{ beforeCount: base.before, afterCount: base.after, bothCount: base.both },
      broken: own ? isBreak(own) : false,
    };
  };

const told = (figure: Fraction | null | undefined): ComparedFigure | null =>
  figure ? { value: rounded(figure, 2), exact: figure.toFraction() } : null;

function countsOf({ criteria, before, after }: Comparison, breaks: Breaks): ComparedCounts {
  const [was, is] = [[...before.entrants.keys()], [...after.entrants.keys()]];
  const entered = is.filter((key) => !before.entrants.has(key)).length;
  const left = was.filter((key) => !after.entrants.has(key)).length;
  const having = (...changes: string[]) =>
    breaks.criteria.filter((each) => each.changes.some((change) => changes.includes(change))).length;
  const [added, removed] = [having('ADDED'), having('REMOVED')];
  return {
    ...{ common: is.length - entered, entered, left, added, removed },
    criteria: [...criteria.values()].filter((why) => why === null).length,
    changed: breaks.criteria.filter(isBreak).length - added - removed,
  };
}
