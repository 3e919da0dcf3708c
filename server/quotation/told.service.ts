import type { EntityManager } from '@mikro-orm/postgresql';
import { breaksBetween, type GridChange, isBreak } from '../comparison/break.rules.ts';
import { gridOfRun, type NamedGrid } from '../comparison/reading.ts';
import { Edition } from '../edition/edition.ts';
import { latestRun } from '../ranking/score.service.ts';
import type { ScoreRun } from '../ranking/score.ts';
import { dayOf } from '../report/french.rules.ts';
import type { IndicatorRule } from '../score/indicator.rules.ts';
import { awardsIn, figuresIn } from './figures.rules.ts';
import { methodOf } from './method.rules.ts';
import type { FigureKey } from './query.rules.ts';
import { versionOf, versionsBefore } from './rows.service.ts';
import type { Figures, Told } from './told.rules.ts';

/** What a text may say of an edition, and the instant its documents bear: of its publication, or of its scores. */
export interface Telling {
  readonly told: Told;
  readonly at: Date;
}

/** Everything that one edition lets a text say now: what was published of it, or what publishing it would make public. */
export async function tellingOf(em: EntityManager, editionId: string): Promise<Telling> {
  const version = await versionOf(em, editionId);
  const edition = await em.findOneOrFail(Edition, { id: editionId });
  const run = await latestRun(em, editionId);
  const { rows } = version;
  const { year, ordinal, label, provenance, ceremony_on: day, ceremony_place: place } = rows.dataset;
  const before = await versionsBefore(em, year);
  const earlier = new Map(before.map((each) => [each.year, figuresIn(each.rows)]));
  const [last] = before;
  const figures = figuresIn(rows);
  const own = run && (await gridOfRun(em, run));
  const told: Told = {
    ...{ version: version.name, hash: version.hash, published: version.publishedAt !== null, figures, earlier },
    edition: {
      ...{ year, ordinal, label, simulated: provenance === 'SIMULATED' },
      ...{ day: day && dayOf(new Date(`${day}T12:00:00Z`)), place },
    },
    before: last ? { year: last.year, figures: earlier.get(last.year) ?? new Map() } : null,
    broken: await brokenIn(em, figures, own, last?.year ?? null),
    awards: awardsIn(rows),
    method: methodOf({
      edition,
      run,
      fewest: rows.dataset.fewest_contributors,
      rules: own?.rules ?? null,
      channels: own?.grid.channels.getItems() ?? [],
    }),
  };
  return { told, at: version.publishedAt ?? run?.createdAt ?? edition.createdAt };
}

/** What makes a rate another rate; weights, scales and policies do not touch it. */
const REMADE: readonly GridChange[] = ['ADDED', 'REMOVED', 'MOVED', 'KIND_CHANGED'];

/**
 * The figures whose series breaks since the edition before: as it was published, and as the grids of the two say, since
 * that edition may be older than the year before. All but the count of structures when either had no grid of ours.
 */
async function brokenIn(
  em: EntityManager,
  figures: Figures,
  own: NamedGrid | null,
  before: number | null,
): Promise<ReadonlySet<FigureKey>> {
  const run = before === null ? null : await runOf(em, before);
  const was = run && (await gridOfRun(em, run));
  const keys = [...figures.keys()].filter((key) => key !== 'structures');
  if (!own || !was) return new Set(keys);
  const isBroken = breaksIn(was, own);
  return new Set(keys.filter((key) => figures.get(key)?.broken || isBroken(key)));
}

/** Whether the series of a figure breaks from one grid to the next: of a mean, its channel or the whole; of a rate, what it counts. */
function breaksIn(was: NamedGrid, own: NamedGrid): (key: FigureKey) => boolean {
  const breaks = breaksBetween(was, own);
  const overall = isBreak(breaks.overall);
  const channels = new Set<string | null>(breaks.channels.filter(isBreak).map(({ channel }) => channel));
  const remade = breaks.criteria.filter(({ changes }) => changes.some((change) => REMADE.includes(change)));
  const criteria = new Set(remade.map(({ criterion }) => criterion));
  const [before, now] = [was, own].map(
    ({ grid }) => new Map(grid.indicators.getItems().map(({ code, rule }) => [`indicator ${code}`, rule])),
  );
  return (key) => {
    const rule = now?.get(key);
    if (!rule) return /channel (\S+)$/.test(key) ? channels.has(key.split(' ').at(-1) ?? null) : overall;
    const old = before?.get(key);
    if (old && JSON.stringify(old) !== JSON.stringify(rule)) return true;
    if (rule.type === 'CHANNEL_SCORE') return channels.has(rule.channel);
    if (rule.type === 'CATEGORY_SCORE') return overall;
    return criteriaIn(rule).some((criterion) => criteria.has(criterion));
  };
}

function criteriaIn(rule: IndicatorRule): string[] {
  if (rule.type === 'MEAN') return [rule.criterion];
  return rule.type === 'SHARE' ? [...rule.criteria, ...(rule.among ? [rule.among.criterion] : [])] : [];
}

async function runOf(em: EntityManager, year: number): Promise<ScoreRun | null> {
  const edition = await em.findOne(Edition, { year });
  return edition && latestRun(em, edition.id);
}
