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
export async function rankingsOf(
  em: EntityManager,
  editionId: string,
  categoryId: string | null = null,
): Promise<CategoryRanking[]> {
  const run = await latestRun(em, editionId);
  if (!run) return [];
  const one = categoryId === null ? {} : { id: categoryId };
  const categories = await em.find(Category, { edition: editionId, ...one }, { orderBy: { position: 'asc' } });
  const channels = await em.find(Channel, { grid: run.grid }, { orderBy: { position: 'asc' } });
  const enrolled = await em.find(Enrolment, { category: { $in: categories } }, { populate: ['structure'] });
  const enrolments = new Map<string, Enrolment>(enrolled.map((enrolment) => [enrolment.id, enrolment]));
  const lines = Map.groupBy(await linesOf(em, run, categoryId), (line) => line.categoryId);
  return categories.map((category) => ({
    category,
    ...rankingOf(lines.get(category.id) ?? [], channels, enrolments),
  }));
}

function rankingOf(
  all: readonly Line[],
  channels: readonly Channel[],
  enrolments: ReadonlyMap<string, Enrolment>,
): Omit<CategoryRanking, 'category'> {
  const overall = all.filter(({ channelId }) => channelId === null);
  const cells = new Map(
    [...Map.groupBy(all, ({ channelId }) => channelId ?? '')].map(([id, own]) => [
      id,
      { mean: shown(own), by: new Map(own.map((line) => [line.enrolmentId, line.value])) },
    ]),
  );
  const lines = overall.flatMap(({ rank, value: score, exact, base, enrolmentId }): RankingLine[] => {
    const enrolment = enrolments.get(enrolmentId);
    const onChannels = channels.map((channel): ChannelCell => {
      const cell = cells.get(channel.id);
      return { channel, score: cell?.by.get(enrolmentId) ?? null, mean: cell?.mean ?? null };
    });
    return enrolment ? [{ rank, score, exact, base, enrolment, channels: onChannels }] : [];
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
  const [ranking] = await rankingsOf(em, enrolment.edition.id, enrolment.category.id);
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

/** One score of a run, flat: entities of two thousand lines would take ten times as long as the question. */
interface Line {
  readonly enrolmentId: string;
  readonly categoryId: string;
  readonly channelId: string | null;
  readonly exact: string | null;
  readonly value: string | null;
  readonly base: number;
  readonly rank: number | null;
}

/** The overall and channel scores of a run, of all categories or of one. */
const linesOf = (em: EntityManager, run: ScoreRun, categoryId: string | null = null): Promise<Line[]> =>
  em.execute(
    `select s.enrolment_id as "enrolmentId", e.category_id as "categoryId", s.channel_id as "channelId",
       s.exact, s.value, s.base, s.rank
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
