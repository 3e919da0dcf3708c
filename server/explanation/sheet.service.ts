import type { FilterQuery } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import Fraction from 'fraction.js';
import { Enrolment, Tier } from '../enrolment/enrolment.ts';
import { type Actor, isStaff } from '../kernel/actor.ts';
import { Refusal } from '../kernel/errors.ts';
import { withheldMeansOf } from '../partner/published.ts';
import { keptOf, type RunRules, rulesOfRun } from '../ranking/kept.service.ts';
import { visibleScoresOf } from '../ranking/ranking.policy.ts';
import { rankingsOf } from '../ranking/ranking.service.ts';
import type { CategoryRanking, RankingLine } from '../ranking/ranking.ts';
import { latestRun } from '../ranking/score.service.ts';
import type { ScoreRun } from '../ranking/score.ts';
import { exclusionOf, knockOutsOf } from '../ranking/verdict.service.ts';
import { rounded } from '../score/exact.rules.ts';
import { apartIn } from './apart.service.ts';
import { explanationOf } from './explanation.rules.ts';
import { formulaWriterOf } from './formula.service.ts';
import { swapIn, toGainIn } from './neighbour.service.ts';
import { channelLinesOf } from './part.service.ts';
import type { ScoreSheet } from './sheet.ts';

/** One structure's line of a ranking, and who reads it: what every part of its sheet is made from. */
export interface Reading {
  readonly run: ScoreRun;
  readonly rules: RunRules;
  readonly ranking: CategoryRanking;
  readonly line: RankingLine;
  readonly staff: boolean;
  /** Whether criteria may be told: to staff, and to a structure of the paid tier. */
  readonly detailed: boolean;
  /** Whether a figure may be told that so many structures contribute to. */
  readonly tells: (contributors: number) => boolean;
  /** Whether the mean of its category on a measure may: where its version withholds it, a structure does not read it. */
  readonly tellsMean: (measure: string, contributors: number) => boolean;
}

/**
 * The scores of one structure, down to the criterion. Staff read any; a structure its own once published, without the
 * criteria in the free tier, without a mean that too few of its peers make up or that is withheld from all, and without any other structure's name.
 */
export async function scoreSheetOf(em: EntityManager, actor: Actor, enrolmentId: string): Promise<ScoreSheet> {
  return sheetFrom(em, await readingOf(em, enrolmentId, visibleScoresOf(actor), isStaff(actor)));
}

/**
 * The scores of one structure as it will read them once published, for whoever prepares its report before: what its tier
 * tells it, and nothing of any other structure.
 */
export async function structureSheetOf(em: EntityManager, enrolmentId: string): Promise<ScoreSheet> {
  return sheetFrom(em, await readingOf(em, enrolmentId, {}, false));
}

async function sheetFrom(em: EntityManager, reading: Reading): Promise<ScoreSheet> {
  const { run, rules, ranking, line, tells, tellsMean } = reading;
  const enrolmentId = line.enrolment.id;
  const kept = (await keptOf(em, run, rules.rules, [enrolmentId])).get(enrolmentId) ?? {
    structure: null,
    detail: null,
  };
  const explained = kept.structure && explanationOf(rules.rules, kept.structure);
  const field = ranking.structureCount;
  return {
    ...{
      enrolment: line.enrolment,
      runNumber: run.number,
      score: line.score,
      exact: line.exact,
      rank: line.rank,
      field,
    },
    mean: tellsMean('overall', field) ? ranking.mean : null,
    share: kept.detail && rounded(new Fraction(kept.detail.share), 4),
    exclusion: exclusionOf(reading, kept),
    knockOuts: knockOutsOf(reading, kept),
    channels: await channelLinesOf(em, reading, kept.structure, explained),
    ...(await apartIn(em, reading)),
    toGainOnePlace: toGainIn(reading, kept.structure),
    toSwap: await swapIn(em, reading, kept.structure),
    robustness: tells(field) ? line.robustness : null,
    formulaIn: formulaWriterOf(reading, kept.structure),
  };
}

async function readingOf(
  em: EntityManager,
  enrolmentId: string,
  among: FilterQuery<Enrolment>,
  staff: boolean,
): Promise<Reading> {
  const visible = { $and: [{ id: enrolmentId }, among] };
  const enrolment = await em.findOne(Enrolment, visible, { populate: ['edition'] });
  if (!enrolment) throw new Refusal('NOT_FOUND');
  const run = await latestRun(em, enrolment.edition.id);
  if (!run) throw new Refusal('NO_SCORES');
  const [ranking] = await rankingsOf(em, enrolment.edition.id, enrolment.category.id);
  const line = ranking?.lines.find((each) => each.enrolment.id === enrolmentId);
  if (!ranking || !line) throw new Refusal('NO_SCORES');
  const { fewestContributors, year } = enrolment.edition.getEntity();
  const withheld = staff ? new Set() : await withheldMeansOf(em, year);
  const tells = (contributors: number) => staff || contributors >= fewestContributors;
  return {
    ...{ run, ranking, line, staff, rules: await rulesOfRun(em, run) },
    detailed: staff || enrolment.tier === Tier.PAID,
    tells,
    tellsMean: (measure, contributors) =>
      tells(contributors) && !withheld.has(`category.${ranking.category.code}/${measure}`),
  };
}
