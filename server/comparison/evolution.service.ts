import type { FilterQuery } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { visibleEnrolments } from '../enrolment/enrolment.policy.ts';
import { Enrolment, Tier } from '../enrolment/enrolment.ts';
import { type Actor, isStaff } from '../kernel/actor.ts';
import { Refusal } from '../kernel/errors.ts';
import { visibleScoresOf } from '../ranking/ranking.policy.ts';
import { latestRun } from '../ranking/score.service.ts';
import type { ScoreRun } from '../ranking/score.ts';
import { type Breaks, breaksBetween, isBreak } from './break.rules.ts';
import type { EvolutionPoint } from './evolution.ts';
import { gridOfRun, type NamedGrid, namedBreaks } from './reading.ts';

/**
 * The scores of one structure over the editions, oldest first: to staff all; to a structure its own, in the editions
 * that are published, and without the criteria that changed in the free tier.
 */
export async function evolutionOf(em: EntityManager, actor: Actor, enrolmentId: string): Promise<EvolutionPoint[]> {
  const asked = await em.findOne(Enrolment, { $and: [{ id: enrolmentId }, visibleEnrolments(actor)] });
  if (!asked) throw new Refusal('NOT_FOUND');
  const detailed = ({ tier }: Enrolment) => isStaff(actor) || tier === Tier.PAID;
  return evolutionThrough(em, { $and: [{ structure: asked.structure }, visibleScoresOf(actor)] }, detailed);
}

/** The scores of one structure over some of its enrolments, oldest first; with the criteria that changed, or without. */
export async function evolutionThrough(
  em: EntityManager,
  where: FilterQuery<Enrolment>,
  detailed: (enrolment: Enrolment) => boolean,
): Promise<EvolutionPoint[]> {
  const enrolments: Enrolment[] = await em.find(Enrolment, where, {
    populate: ['edition', 'category'],
    orderBy: { edition: { year: 'asc' } },
  });
  const points: EvolutionPoint[] = [];
  let previous: NamedGrid | null = null;
  for (const enrolment of enrolments) {
    const run = await latestRun(em, enrolment.edition.id);
    if (!run) continue;
    const own = await gridOfRun(em, run);
    points.push(await pointOf(em, run, enrolment, own, previous, detailed(enrolment)));
    previous = own;
  }
  return points;
}

async function pointOf(
  em: EntityManager,
  run: ScoreRun,
  enrolment: Enrolment,
  own: NamedGrid,
  previous: NamedGrid | null,
  detailed: boolean,
): Promise<EvolutionPoint> {
  const breaks = previous && breaksBetween(previous, own);
  const lines = await linesOf(em, run, enrolment);
  const overall = lines.find(({ channel }) => channel === null);
  return {
    ...{ enrolmentId: enrolment.id, edition: enrolment.edition.getEntity() },
    ...{ score: overall?.score ?? null, rank: overall?.rank ?? null, field: overall?.field ?? 0 },
    categoryLabel: enrolment.category.getProperty('label'),
    channels: own.grid.channels.map(({ code, label }) => ({
      ...{ code, label, score: lines.find(({ channel }) => channel === code)?.score ?? null },
      broken: breaks?.channels.some((each) => each.channel === code && isBreak(each)) ?? false,
    })),
    broken: breaks ? isBreak(breaks.overall) : false,
    breaks: breaks && previous ? namedBreaks(toldIn(breaks, detailed), [previous.grid, own.grid]) : [],
  };
}

const toldIn = ({ criteria, channels, overall }: Breaks, detailed: boolean) =>
  [...(detailed ? criteria : []), ...channels, overall].filter(isBreak);

interface Line {
  readonly channel: string | null;
  readonly score: string | null;
  readonly rank: number | null;
  readonly field: number;
}

/** The overall and channel scores of one structure, and how many are ranked in its category. */
const linesOf = (em: EntityManager, run: ScoreRun, enrolment: Enrolment): Promise<Line[]> =>
  em.execute(
    `select h.code as channel, p.value as score, p.rank, (
       select count(*)::int from score o join enrolment e on e.id = o.enrolment_id
       where o.run_id = p.run_id and o.rank is not null and e.category_id = ?) as field
     from score p left join channel h on h.id = p.channel_id
     where p.run_id = ? and p.enrolment_id = ? and p.criterion_id is null`,
    [enrolment.category.id, run.id, enrolment.id],
  );
