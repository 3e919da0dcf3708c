import type { EntityManager } from '@mikro-orm/postgresql';
import Fraction from 'fraction.js';
import { Category } from '../edition/category.ts';
import { Enrolment, Tier } from '../enrolment/enrolment.ts';
import { Channel } from '../grid/grid.ts';
import { type Actor, isStaff } from '../kernel/actor.ts';
import { Refusal } from '../kernel/errors.ts';
import { meanOf, rounded } from '../score/score.rules.ts';
import { FEWEST_CONTRIBUTORS } from './rank.rules.ts';
import { visibleScoresOf } from './ranking.policy.ts';
import type { CategoryRanking, ChannelCell, ChannelLine, RankingLine, ScoreMean, ScoreSheet } from './ranking.ts';
import { latestRun } from './score.service.ts';
import { Score, type ScoreRun } from './score.ts';

/** The ranking of each category of an edition, from its latest run; empty before the first. */
export async function rankingsOf(em: EntityManager, editionId: string): Promise<CategoryRanking[]> {
  const run = await latestRun(em, editionId);
  if (!run) return [];
  const scores = await scoresOf(em, run, { criterion: null });
  const channels = await em.find(Channel, { grid: run.grid }, { orderBy: { position: 'asc' } });
  const categories = await em.find(Category, { edition: editionId }, { orderBy: { position: 'asc' } });
  return categories.map((category) => {
    const own = scores.filter(({ enrolment }) => enrolment.getEntity().category.id === category.id);
    return { category, ...rankingOf(own, channels) };
  });
}

function rankingOf(scores: readonly Score[], channels: readonly Channel[]): Omit<CategoryRanking, 'category'> {
  const overall = scores.filter(({ channel }) => channel === null);
  const onChannel = Map.groupBy(scores, ({ channel }) => channel?.id ?? '');
  const cells = new Map(
    [...onChannel].map(([id, all]) => [
      id,
      { mean: shown(all), by: new Map(all.map((s) => [s.enrolment.id, s.value])) },
    ]),
  );
  const lines = overall.map(
    ({ rank, value: score, exact, base, enrolment }): RankingLine => ({
      ...{ rank, score, exact, base, enrolment: enrolment.getEntity() },
      channels: channels.map((channel): ChannelCell => {
        const cell = cells.get(channel.id);
        return { channel, score: cell?.by.get(enrolment.id) ?? null, mean: cell?.mean ?? null };
      }),
    }),
  );
  lines.sort((a, b) => (a.rank ?? 1e6) - (b.rank ?? 1e6) || nameIn(a).localeCompare(nameIn(b), 'fr'));
  return { lines, mean: shown(overall), structureCount: known(overall).length };
}

/** The means an edition may speak of, exact until their one rounding: overall, per category, per channel. */
export async function meansOf(
  em: EntityManager,
  run: ScoreRun,
): Promise<{ global: ScoreMean; categories: ScoreMean[]; channels: ScoreMean[] }> {
  const scores = await scoresOf(em, run, { criterion: null });
  const overall = scores.filter(({ channel }) => channel === null);
  const mean = (code: string, label: string, all: readonly Score[]): ScoreMean => ({
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
        overall.filter(({ enrolment }) => enrolment.getEntity().category.id === id),
      ),
    ),
    channels: channels.map(({ id, code, label }) =>
      mean(
        code,
        label,
        scores.filter(({ channel }) => channel?.id === id),
      ),
    ),
  };
}

/**
 * The scores of one structure, down to the criterion. Staff read any; a structure its own once published, without the
 * criteria in the free tier, and without a mean that too few of its peers make up.
 */
export async function scoreSheetOf(em: EntityManager, actor: Actor, enrolmentId: string): Promise<ScoreSheet> {
  const enrolment = await em.findOne(
    Enrolment,
    { $and: [{ id: enrolmentId }, visibleScoresOf(actor)] },
    { populate: ['edition'] },
  );
  if (!enrolment) throw new Refusal('NOT_FOUND');
  const run = await latestRun(em, enrolment.edition.id);
  if (!run) throw new Refusal('NO_SCORES');
  const rankings = await rankingsOf(em, enrolment.edition.id);
  const ranking = rankings.find(({ category }) => category.id === enrolment.category.id);
  const line = ranking?.lines.find((each) => each.enrolment.id === enrolmentId);
  if (!ranking || !line) throw new Refusal('NO_SCORES');
  const detailed = isStaff(actor) || enrolment.tier === Tier.PAID;
  const tells = (contributors: number) => isStaff(actor) || contributors >= FEWEST_CONTRIBUTORS;
  const parts = await em.find(
    Score,
    { run, enrolment, channel: { $ne: null } },
    { populate: ['criterion.step'], orderBy: { criterion: { position: 'asc' } } },
  );
  return {
    ...{ enrolment, runNumber: run.number, score: line.score, exact: line.exact, rank: line.rank },
    ...{ field: ranking.structureCount, mean: tells(ranking.structureCount) ? ranking.mean : null },
    channels: line.channels.map(({ channel, score, mean }, i): ChannelLine => {
      const own = parts.filter((part) => part.channel?.id === channel.id);
      const contributors = ranking.lines.filter(({ channels }) => channels[i]?.score != null).length;
      return {
        ...{ channel, score, mean: tells(contributors) ? mean : null },
        base: own.find(({ criterion }) => criterion === null)?.base ?? 0,
        criteria: own.flatMap(({ criterion, value, base }) =>
          detailed && criterion ? [{ criterion: criterion.getEntity(), score: value, base }] : [],
        ),
      };
    }),
  };
}

const scoresOf = (em: EntityManager, run: ScoreRun, where: object): Promise<Score[]> =>
  em.find(Score, { run, ...where }, { populate: ['enrolment.structure'] });

const known = (scores: readonly Score[]): Fraction[] =>
  scores.flatMap(({ exact }) => (exact === null ? [] : [new Fraction(exact)]));

const shown = (scores: readonly Score[]): string | null => {
  const mean = meanOf(known(scores));
  return mean && rounded(mean, 2);
};

const nameIn = ({ enrolment }: RankingLine): string => enrolment.structure.getProperty('name');
