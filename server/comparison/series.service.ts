import type { EntityManager } from '@mikro-orm/postgresql';
import Fraction from 'fraction.js';
import { Edition } from '../edition/edition.ts';
import type { Figure } from '../edition/figure.ts';
import { meansOf } from '../ranking/ranking.service.ts';
import type { ScoreMean } from '../ranking/ranking.ts';
import { latestRun } from '../ranking/score.service.ts';
import { rounded } from '../score/exact.rules.ts';
import { breaksBetween, isBreak } from './break.rules.ts';
import { type MeanPoint, type MeanSeries, SeriesKind } from './evolution.ts';
import { gridOfRun, type NamedGrid } from './reading.ts';

/** One mean of one edition, of which series it is. */
interface Told extends MeanPoint {
  readonly kind: SeriesKind;
  readonly code: string;
  readonly label: string;
}

/**
 * The means of every edition: from its latest run, or, without one, as public sources reported them. A reported figure
 * never follows on from another: nobody knows how it was made.
 */
export async function evolutionOfMeans(em: EntityManager): Promise<MeanSeries[]> {
  const editions = await em.find(Edition, {}, { orderBy: { year: 'asc' }, populate: ['figures'] });
  const told: Told[] = [];
  let previous: NamedGrid | null = null;
  for (const edition of editions) {
    const run = await latestRun(em, edition.id);
    const own = run && (await gridOfRun(em, run));
    const means = run && (await meansOf(em, run));
    if (own && means) told.push(...computedIn(edition.year, means, brokenSince(previous, own)));
    const reported = run ? [] : reportedIn(edition.year, edition.figures.getItems());
    told.push(...reported);
    if (own || reported.length > 0) previous = own;
  }
  return seriesOf(told);
}

function seriesOf(told: readonly Told[]): MeanSeries[] {
  const kinds = Object.values(SeriesKind);
  return [...Map.groupBy(told, ({ kind, code }) => `${kind} ${code}`).values()]
    .map((all): MeanSeries => {
      const { kind, code, label } = all.at(-1) as Told;
      const points = all.map(({ year, mean, structureCount, reported, broken }, i) => ({
        ...{ year, mean, structureCount, reported, broken: i > 0 && broken },
      }));
      return { kind, code, label, points };
    })
    .toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
}

/** Whether a series breaks since the edition before; always when that one was not computed. */
function brokenSince(previous: NamedGrid | null, own: NamedGrid): (channel: string | null) => boolean {
  if (!previous) return () => true;
  const { overall, channels } = breaksBetween(previous, own);
  return (channel) =>
    channel === null ? isBreak(overall) : channels.some((each) => each.channel === channel && isBreak(each));
}

function computedIn(
  year: number,
  { global, categories, channels }: Awaited<ReturnType<typeof meansOf>>,
  broken: (channel: string | null) => boolean,
): Told[] {
  const points = (kind: SeriesKind, all: readonly ScoreMean[]) =>
    all.flatMap(({ code, label, mean, structureCount }): Told[] => {
      const own = broken(kind === SeriesKind.CHANNEL ? code : null);
      return mean === null ? [] : [{ kind, code, label, year, mean, structureCount, reported: false, broken: own }];
    });
  return [
    ...points(SeriesKind.GLOBAL, [global]),
    ...points(SeriesKind.CATEGORY, categories),
    ...points(SeriesKind.CHANNEL, channels),
  ];
}

function reportedIn(year: number, figures: readonly Figure[]): Told[] {
  const structures = figures.find(({ code }) => code === 'structures')?.value;
  return figures.flatMap(({ code: figure, label, value }): Told[] => {
    const [, of, own] = /^(category|channel)\.(.+)\.score$/.exec(figure) ?? [];
    if (figure !== 'global_score' && !of) return [];
    const kind = !of ? SeriesKind.GLOBAL : of === 'channel' ? SeriesKind.CHANNEL : SeriesKind.CATEGORY;
    const structureCount = of || structures === undefined ? null : Number(structures);
    const mean = rounded(new Fraction(value), 2);
    return [{ kind, code: own ?? 'global', label, year, mean, structureCount, reported: true, broken: true }];
  });
}
