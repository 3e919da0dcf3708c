import type { EntityManager } from '@mikro-orm/postgresql';
import Fraction from 'fraction.js';
import type { Awarded } from '../edition/award.ts';
import { TieRule } from '../edition/award.ts';
import { Category } from '../edition/category.ts';
import { PrizeBasis, SpecialPrize } from '../edition/prize.ts';
import { Enrolment } from '../enrolment/enrolment.ts';
import { Mandate } from '../mandate/mandate.ts';
import type { OverallDetail } from '../ranking/detail.rules.ts';
import { rank } from '../ranking/rank.rules.ts';
import type { ScoreRun } from '../ranking/score.ts';
import { rounded } from '../score/exact.rules.ts';
import { type AwardRules, firstsOf, type Standing } from '../vote/decision.rules.ts';
import type { AwardCase } from './standing.ts';

/** What an award is given for: the trophy of a category, or a special prize. */
export type Award =
  | { readonly category: Category; readonly prize: null }
  | { readonly category: null; readonly prize: SpecialPrize };

/** One structure in the field of an award, with the exact score it is ranked on. */
export interface Placed extends Standing {
  readonly enrolmentId: string;
  readonly score: Fraction | null;
  readonly thresholds: OverallDetail['knockOuts'];
}

/** The rules an award obeys. */
export const rulesOf = ({ category, prize }: Award): AwardRules & Pick<Awarded, 'awardMinimum' | 'tieChannel'> => {
  const of: Awarded = category ?? prize;
  const { awardField, awardMinimum, tieRule, tieChannel, mostLaureates, mayBeWithheld, mentionAllowed } = of;
  const free = prize?.basis === PrizeBasis.FREE;
  return { awardField, awardMinimum, tieRule, tieChannel, mostLaureates, mayBeWithheld, mentionAllowed, free };
};

/** Every award of an edition, with who could receive it according to a run. */
export async function awardCases(em: EntityManager, editionId: string, run: ScoreRun | null): Promise<AwardCase[]> {
  const order = { orderBy: { position: 'asc', code: 'asc' } } as const;
  const categories: Category[] = await em.find(Category, { edition: editionId, awarded: true }, order);
  const prizes: SpecialPrize[] = await em.find(SpecialPrize, { edition: editionId }, order);
  const enrolled: Enrolment[] = await em.find(Enrolment, { edition: editionId }, { populate: ['structure'] });
  const byId = new Map(enrolled.map((enrolment) => [enrolment.id, enrolment]));
  const awards: Award[] = [
    ...categories.map((category) => ({ category, prize: null })),
    ...prizes.map((prize) => ({ category: null, prize })),
  ];
  const mandates = await em.find(Mandate, { panel: { edition: editionId } });
  const cases: AwardCase[] = [];
  for (const award of awards) {
    const placed = run ? await placedFor(em, run, award) : [];
    const lines = placed.flatMap((one) => {
      const enrolment = byId.get(one.enrolmentId);
      const score = one.score && rounded(one.score, 2);
      return enrolment ? [{ enrolment, rank: one.rank, score, eligible: one.eligible }] : [];
    });
    const { id } = award.category ?? award.prize;
    const mandate = mandates.find(({ category, prize }) => (category ?? prize)?.id === id) ?? null;
    cases.push({ id, ...award, mandate, lines, firsts: firstsOf(placed, rulesOf(award)) });
  }
  return cases;
}

/** Those in the field of an award, the best first: thresholds compare exact scores, never rounded ones. */
export async function placedFor(em: EntityManager, run: ScoreRun, award: Award): Promise<Placed[]> {
  const { awardMinimum, tieRule, tieChannel, free } = rulesOf(award);
  const lines = await linesOf(em, run, award);
  const ranked = rank(lines, ({ score }) => score);
  const places = new Map(ranked.map(({ entrant, rank: place }) => [entrant, place]));
  const onChannel = tieRule === TieRule.CHANNEL && tieChannel ? await channelScores(em, run, tieChannel) : new Map();
  const ties = rank(lines, ({ enrolmentId }) => onChannel.get(enrolmentId) ?? null);
  const tiePlaces = new Map(ties.map(({ entrant, rank: place }) => [entrant, place]));
  const placed = lines.map((line): Placed => {
    const enough = free || awardMinimum === null || line.score?.gte(awardMinimum) === true;
    return {
      ...line,
      rank: free ? null : (places.get(line) ?? null),
      eligible: enough && (free || line.thresholds.length === 0),
      tieRank: tiePlaces.get(line) ?? null,
    };
  });
  return placed.toSorted((a, b) => (a.rank ?? 1e6) - (b.rank ?? 1e6));
}

type Line = Omit<Placed, 'rank' | 'eligible' | 'tieRank'>;

interface Row {
  readonly enrolmentId: string;
  readonly structureId: string;
  readonly overall: string | null;
  readonly rank: number | null;
  readonly detail: OverallDetail | null;
}

/** The structures an award is open to, each with the exact score it is ranked on; one out of the ranking has none. */
async function linesOf(em: EntityManager, run: ScoreRun, { category, prize }: Award): Promise<Line[]> {
  const rows: Row[] = await em.execute(
    `select s.enrolment_id as "enrolmentId", e.structure_id as "structureId", s.exact as overall, s.rank, s.detail
     from score s join enrolment e on e.id = s.enrolment_id join category c on c.id = e.category_id
       join structure b on b.id = e.structure_id
     where s.run_id = ? and s.channel_id is null and s.criterion_id is null
       and (?::uuid is null or c.id = ?) and (cardinality(?::text[]) = 0 or c.code = any(?::text[]))
     order by b.name, b.id`,
    [run.id, category?.id ?? null, category?.id ?? null, ...Array(2).fill(arrayOf(prize?.categoryCodes ?? []))],
  );
  const scores = prize ? await prizeScores(em, run, prize) : null;
  return rows.map(({ enrolmentId, structureId, overall, rank, detail }) => ({
    ...{ enrolmentId, structureId, thresholds: detail?.knockOuts ?? [] },
    score:
      rank === null
        ? null
        : scores
          ? (scores.get(enrolmentId) ?? null)
          : overall === null
            ? null
            : new Fraction(overall),
  }));
}

/** What a special prize ranks on; null for the overall score. */
async function prizeScores(
  em: EntityManager,
  run: ScoreRun,
  prize: SpecialPrize,
): Promise<Map<string, Fraction> | null> {
  if (prize.basis === PrizeBasis.CHANNEL && prize.channel) return channelScores(em, run, prize.channel);
  return prize.basis === PrizeBasis.DETERMINANT ? determinantScores(em, run, prize.criteria) : null;
}

/** The exact score of each enrolment on one channel. */
async function channelScores(em: EntityManager, run: ScoreRun, code: string): Promise<Map<string, Fraction>> {
  const rows: { id: string; exact: string }[] = await em.execute(
    `select s.enrolment_id as id, s.exact from score s join channel c on c.id = s.channel_id
     where s.run_id = ? and s.criterion_id is null and s.exact is not null and c.code = ?`,
    [run.id, code],
  );
  return new Map(rows.map(({ id, exact }) => [id, new Fraction(exact)]));
}

/** The mean of some criteria, whatever their channel, at their weights: those a structure has no score on leave it. */
async function determinantScores(
  em: EntityManager,
  run: ScoreRun,
  codes: readonly string[],
): Promise<Map<string, Fraction>> {
  const rows: { id: string; exact: string; weight: string }[] = await em.execute(
    `select s.enrolment_id as id, s.exact, k.weight from score s join criterion k on k.id = s.criterion_id
     where s.run_id = ? and s.exact is not null and k.weight > 0 and k.code = any(?::text[])`,
    [run.id, arrayOf(codes)],
  );
  const means = Map.groupBy(rows, ({ id }) => id).entries();
  return new Map(
    [...means].map(([id, own]) => {
      const sum = (of: (row: (typeof own)[number]) => Fraction) =>
        own.reduce((total, row) => total.add(of(row)), new Fraction(0));
      return [
        id,
        sum(({ exact, weight }) => new Fraction(exact).mul(weight)).div(sum(({ weight }) => new Fraction(weight))),
      ];
    }),
  );
}

/** Codes as PostgreSQL writes an array of texts: no code has a comma, a quote or a brace. */
const arrayOf = (codes: readonly string[]): string => `{${codes.join(',')}}`;
