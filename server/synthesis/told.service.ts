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
      ...{ day: day && dayOf(new Date(`${isoOf(day)}T12:00:00Z`)), place },
    },
    before: last ? { year: last.year, figures: earlier.get(last.year) ?? new Map() } : null,
    broken: new Set([
      ...[...figures.values()].filter(({ broken }) => broken).map(({ key }) => key),
      ...(own && last ? await brokenSince(em, own, last.year) : reportedIn(figures)),
    ]),
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

/** Without a grid of ours, nobody knows how any rate was made. */
const reportedIn = (figures: Figures): string[] => [...figures.keys()].filter((key) => key.startsWith('indicator '));

/** A day comes as text from a rehearsal, and as a date from what was published. */
const isoOf = (day: string | Date): string => (typeof day === 'string' ? day : day.toISOString().slice(0, 10));

/** What makes a rate another rate; weights, scales and policies do not touch it. */
const REMADE: readonly GridChange[] = ['ADDED', 'REMOVED', 'MOVED', 'KIND_CHANGED'];

/** Indicators whose series breaks since an earlier edition: what they count is asked otherwise; all when it had no grid. */
async function brokenSince(em: EntityManager, own: NamedGrid, year: number): Promise<string[]> {
  const indicators = own.grid.indicators.getItems().filter(({ rule }) => rule.type !== 'STRUCTURES');
  const run = await runOf(em, year);
  if (!run) return indicators.map(({ code }) => `indicator ${code}`);
  const was = await gridOfRun(em, run);
  const breaks = breaksBetween(was, own);
  const channels = new Set<string | null>(breaks.channels.filter(isBreak).map(({ channel }) => channel));
  const remade = breaks.criteria.filter(({ changes }) => changes.some((change) => REMADE.includes(change)));
  const criteria = new Set(remade.map(({ criterion }) => criterion));
  const ruleWas = new Map(was.grid.indicators.getItems().map(({ code, rule }) => [code, JSON.stringify(rule)]));
  const isRemade = (rule: IndicatorRule): boolean => {
    if (rule.type === 'CHANNEL_SCORE') return channels.has(rule.channel);
    if (rule.type === 'CATEGORY_SCORE') return isBreak(breaks.overall);
    return criteriaIn(rule).some((criterion) => criteria.has(criterion));
  };
  return indicators
    .filter(({ code, rule }) => isRemade(rule) || (ruleWas.has(code) && ruleWas.get(code) !== JSON.stringify(rule)))
    .map(({ code }) => `indicator ${code}`);
}

function criteriaIn(rule: IndicatorRule): string[] {
  if (rule.type === 'MEAN') return [rule.criterion];
  return rule.type === 'SHARE' ? [...rule.criteria, ...(rule.among ? [rule.among.criterion] : [])] : [];
}

async function runOf(em: EntityManager, year: number): Promise<ScoreRun | null> {
  const edition = await em.findOne(Edition, { year });
  return edition && latestRun(em, edition.id);
}
