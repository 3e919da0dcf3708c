import type { EntityManager } from '@mikro-orm/postgresql';
import Fraction from 'fraction.js';
import { Category } from '../edition/category.ts';
import { Enrolment } from '../enrolment/enrolment.ts';
import { Channel, Grid } from '../grid/grid.ts';
import { meanOf, rounded } from '../score/exact.rules.ts';
import type { OverallDetail } from './detail.rules.ts';
import type { CategoryRanking, ChannelCell, RankingLine, ScoreMean } from './ranking.ts';
import { Robustness } from './robustness.ts';
import { latestRun } from './score.service.ts';
import type { ScoreRun } from './score.ts';
import { exclusionOf, knockOutsOf } from './verdict.service.ts';

/** The ranking of each category of an edition, from its latest run; empty before the first. */
export async function rankingsOf(
  em: EntityManager,
  editionId: string,
  categoryId: string | null = null,
): Promise<CategoryRanking[]> {
  const run = await latestRun(em, editionId);
  if (!run) return [];
  const one = categoryId === null ? {} : { id: categoryId };
  const categories = await em.find(Category, { edition: editionId, ...one }, { orderBy: { position: 'asc' } });
  const grid = await em.findOneOrFail(Grid, { id: run.grid.id }, { populate: ['channels.criteria'] });
  const enrolled = await em.find(Enrolment, { category: { $in: categories } }, { populate: ['structure'] });
  const enrolments = new Map<string, Enrolment>(enrolled.map((enrolment) => [enrolment.id, enrolment]));
  const lines = Map.groupBy(await linesOf(em, run, categoryId), (line) => line.categoryId);
  const studied = await em.find(Robustness, { run, enrolment: { category: { $in: categories } } });
  const known = new Map<string, Robustness>(studied.map((each) => [each.enrolment.id, each]));
  return categories.map((category) => ({
    category,
    ...rankingOf(lines.get(category.id) ?? [], grid, enrolments, known),
  }));
}

function rankingOf(
  all: readonly Line[],
  grid: Grid,
  enrolments: ReadonlyMap<string, Enrolment>,
  studied: ReadonlyMap<string, Robustness>,
): Omit<CategoryRanking, 'category'> {
  const overall = all.filter(({ channelId }) => channelId === null);
  const cells = new Map(
    [...Map.groupBy(all, ({ channelId }) => channelId ?? '')].map(([id, own]) => [
      id,
      { mean: shown(own), by: new Map(own.map((line) => [line.enrolmentId, line.value])) },
    ]),
  );
  const told = { rules: { grid }, detailed: true };
  const lines = overall.flatMap(({ rank, value: score, exact, base, enrolmentId, detail }): RankingLine[] => {
    const enrolment = enrolments.get(enrolmentId);
    const onChannels = grid.channels.map((channel): ChannelCell => {
      const cell = cells.get(channel.id);
      return { channel, score: cell?.by.get(enrolmentId) ?? null, mean: cell?.mean ?? null };
    });
    const robustness = studied.get(enrolmentId) ?? null;
    const verdict = { exclusion: exclusionOf(told, { detail }), knockOuts: knockOutsOf(told, { detail }) };
    return enrolment ? [{ rank, score, exact, base, enrolment, channels: onChannels, robustness, ...verdict }] : [];
  });
  lines.sort((a, b) => (a.rank ?? 1e6) - (b.rank ?? 1e6) || nameIn(a).localeCompare(nameIn(b), 'fr'));
  return { lines, mean: shown(overall), structureCount: known(overall).length };
}

/** The means an edition may speak of, exact until their one rounding: overall, per category, per channel. */
export async function meansOf(
  em: EntityManager,
  run: ScoreRun,
): Promise<{ global: ScoreMean; categories: ScoreMean[]; channels: ScoreMean[] }> {
  const scores = await linesOf(em, run);
  const overall = scores.filter(({ channelId }) => channelId === null);
  const mean = (code: string, label: string, all: readonly Line[]): ScoreMean => ({
    ...{ code, label, mean: shown(all), structureCount: known(all).length },
  });
  const categories = await em.find(Category, { edition: run.edition }, { orderBy: { position: 'asc' } });
  const channels = await em.find(Channel, { grid: run.grid }, { orderBy: { position: 'asc' } });
  return {
    global: mean('global', 'Note globale', overall),
    categories: categories.map(({ id, code, label }) =>
      mean(
        code,
        label,
        overall.filter(({ categoryId }) => categoryId === id),
      ),
    ),
    channels: channels.map(({ id, code, label }) =>
      mean(
        code,
        label,
        scores.filter(({ channelId }) => channelId === id),
      ),
    ),
  };
}

/** One score of a run, flat: entities of two thousand lines would take ten times as long as the question. */
interface Line {
  readonly enrolmentId: string;
  readonly categoryId: string;
  readonly channelId: string | null;
  readonly exact: string | null;
  readonly value: string | null;
  readonly base: number;
  readonly rank: number | null;
  /** Of the overall score; null for a channel, and for a run of an engine that kept none. */
  readonly detail: OverallDetail | null;
}

/** The overall and channel scores of a run, of all categories or of one. */
const linesOf = (em: EntityManager, run: ScoreRun, categoryId: string | null = null): Promise<Line[]> =>
  em.execute(
    `select s.enrolment_id as "enrolmentId", e.category_id as "categoryId", s.channel_id as "channelId",
       s.exact, s.value, s.base, s.rank, case when s.channel_id is null then s.detail end as detail
     from score s join enrolment e on e.id = s.enrolment_id
     where s.run_id = ? and s.criterion_id is null and (?::uuid is null or e.category_id = ?)`,
    [run.id, categoryId, categoryId],
  );

const known = (scores: readonly Line[]): Fraction[] =>
  scores.flatMap(({ exact }) => (exact === null ? [] : [new Fraction(exact)]));

const shown = (scores: readonly Line[]): string | null => {
  const mean = meanOf(known(scores));
  return mean && rounded(mean, 2);
};

const nameIn = ({ enrolment }: RankingLine): string => enrolment.structure.getProperty('name');
