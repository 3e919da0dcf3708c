import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { newToken } from '../account/token.ts';
import { Auditor } from '../auditor/auditor.ts';
import { editionGranting } from '../edition/edition.service.ts';
import { Edition } from '../edition/edition.ts';
import { Enrolment } from '../enrolment/enrolment.ts';
import type { Actor } from '../kernel/actor.ts';
import { refusalIn } from '../kernel/constraints.ts';
import { Refusal } from '../kernel/errors.ts';
import { GivenUp, type Jobs, type Way } from '../kernel/jobs.ts';
import type { Clash } from '../planner/clash.rules.ts';
import type { Draft } from '../planner/draft.rules.ts';
import type { Planned } from '../planner/problem.rules.ts';
import type { Relaxation } from '../planner/relaxation.rules.ts';
import { costOf } from '../planner/said.rules.ts';
import { drafted } from './drafter.ts';
import { DrawState, PlanDraw } from './draw.ts';
import { rulesOf } from './plan.service.ts';
import { refuseUnready, startOf } from './problem.service.ts';
import type { Concerned, DrawReport } from './report.ts';

/** What is asked of a draw. */
export interface DrawAsked {
  readonly editionId: string;
  /** What chance is drawn from; null to draw that, too. */
  readonly seed: string | null;
  /** Whether tests stay where they may, and only those move that must. */
  readonly mend: boolean;
  /** An auditor to do without. */
  readonly without: string | null;
}

/** Begins to draw the plan of an edition; answers at once. Nothing is planned until the draw is applied. */
export async function beginDraw(
  em: EntityManager,
  jobs: Jobs,
  actor: Actor,
  now: Date,
  asked: DrawAsked,
): Promise<PlanDraw> {
  const draw = await em.transactional((em) => newDraw(em, actor, now, asked));
  jobs.begin(draw.id, (way) => underWay(em, now, draw.id, asked.mend, way));
  return draw;
}

/** Draws the plan of an edition, and waits for it: for whoever has nobody to leave waiting. */
export function drawAtOnce(em: EntityManager, actor: Actor, now: Date, asked: DrawAsked): Promise<PlanDraw> {
  return em.transactional(async (em) => {
    const draw = await newDraw(em, actor, now, asked);
    await em.flush();
    return em.assign(draw, (await outcomeOf(em, now, draw, asked.mend, { told: () => {} })) as never);
  });
}

async function newDraw(em: EntityManager, actor: Actor, now: Date, asked: DrawAsked): Promise<PlanDraw> {
  const edition = await editionGranting(em, asked.editionId, 'PLAN', 'PLAN_CLOSED', LockMode.PESSIMISTIC_WRITE);
  const last = await em.findOne(PlanDraw, { edition }, { orderBy: { number: 'desc' } });
  if (last?.state === DrawState.DRAWING && (await isHeld(em, last.id))) throw new Refusal('DRAW_BEGUN');
  const start = await startOf(em, edition, now, asked.without);
  refuseUnready(start);
  const { problem, digest } = start;
  return em.create(PlanDraw, {
    ...{ edition, number: (last?.number ?? 0) + 1, seed: asked.seed ?? newToken().slice(0, 12) },
    ...{ state: DrawState.DRAWING, rules: problem.rules, digest, startedByName: actor.name, startedAt: now },
    without: asked.without ? em.getReference(Auditor, asked.without) : null,
  });
}

/** What a draw comes to, as it is written. */
async function outcomeOf(em: EntityManager, now: Date, draw: PlanDraw, mending: boolean, way: Way) {
  const edition = await em.findOneOrFail(Edition, { id: draw.edition.id });
  const start = await startOf(em, edition, now, draw.without?.id ?? null);
  const { problem, tests, digest } = start;
  const { report, ...outcome } = outcomeIn(await drafted({ problem, tests, seed: draw.seed, mending }, way));
  const all = outcome.proposal && [...problem.fixed, ...(outcome.proposal as Planned[])];
  const cents = all && costOf(await rulesOf(em, edition.id), all);
  return { ...outcome, report: { ...(await named(em, report)), cents }, digest };
}

/** Stops a draw: nothing comes of it. */
export async function stopDraw(em: EntityManager, jobs: Jobs, id: string): Promise<PlanDraw> {
  const draw = await em.findOneOrFail(PlanDraw, { id });
  if (draw.state !== DrawState.DRAWING) throw new Refusal('DRAW_ENDED', { state: draw.state });
  jobs.stop(id);
  await jobs.over(id);
  return em.refreshOrFail(draw);
}

async function underWay(em: EntityManager, now: Date, id: string, mending: boolean, way: Way): Promise<void> {
  try {
    await held(em, id, async (em) => {
      const draw = await em.findOneOrFail(PlanDraw, { id });
      await settle(em, id, await outcomeOf(em, now, draw, mending, way));
    });
  } catch (error) {
    const failure = error instanceof GivenUp ? null : (refusalIn(error)?.reason ?? 'INTERNAL');
    await settle(em, id, { state: DrawState.STOPPED, failure });
    if (failure === 'INTERNAL') throw error;
  }
}

/** What a draft comes to: where the draw then stands, its tests, and what is reported of them. */
function outcomeIn(draft: Draft): Pick<PlanDraw, 'state' | 'proposal'> & { readonly report: Unnamed } {
  if (draft.outcome === 'CLASH') {
    const { clash, relaxation } = draft;
    return { state: DrawState.CLASHING, proposal: null, report: { ...nothing, clash, relaxation } };
  }
  if (draft.outcome === 'UNKNOWN')
    return { state: DrawState.UNDECIDED, proposal: null, report: { ...nothing, unplaced: draft.unplaced } };
  const { plan, moved, removed, fewest } = draft;
  const added = plan.filter(({ id }) => id === null).length;
  return {
    ...{ state: DrawState.DRAWN, proposal: [...plan] },
    report: { ...nothing, tests: plan.length, added, moved, removed, fewest },
  };
}

/** A report that knows those it concerns by identifier alone. */
interface Unnamed extends Omit<DrawReport, 'clash' | 'relaxation' | 'unplaced'> {
  readonly clash: Clash | null;
  readonly relaxation: Relaxation | null;
  readonly unplaced: readonly string[];
}

const nothing: Unnamed = {
  ...{ tests: 0, added: 0, moved: 0, removed: 0, fewest: null, clash: null, relaxation: null, unplaced: [] },
};

/** A report with the names of those it concerns, as they are now. */
async function named(em: EntityManager, report: Unnamed): Promise<DrawReport> {
  const { clash, unplaced } = report;
  const ids = [...(clash?.structures ?? []), ...unplaced];
  const enrolments = await em.find(Enrolment, { id: { $in: ids } }, { populate: ['structure'] });
  const auditors = await em.find(Auditor, { id: { $in: [...(clash?.auditors ?? [])] } });
  const structures = new Map(enrolments.map(({ id, structure }) => [id, structure.getProperty('name')]));
  const people = new Map(auditors.map(({ id, name }) => [id, name]));
  const withNames = (names: ReadonlyMap<string, string>, all: readonly string[]): Concerned[] =>
    all.map((id) => ({ id, name: names.get(id) ?? '' })).sort((a, b) => a.name.localeCompare(b.name, 'fr'));
  return {
    ...report,
    unplaced: withNames(structures, unplaced),
    clash: clash && {
      ...clash,
      structures: withNames(structures, clash.structures),
      auditors: withNames(people, clash.auditors),
    },
  } as DrawReport;
}

const settle = (em: EntityManager, id: string, change: Partial<PlanDraw>): Promise<unknown> =>
  (em.fork() as EntityManager).transactional(async (em) => {
    em.assign(await em.findOneOrFail(PlanDraw, { id }), change as never);
  });

/** Works while holding the name of a draw: as long as it lasts, someone is at work on it. */
const held = (em: EntityManager, id: string, work: (em: EntityManager) => Promise<void>): Promise<void> =>
  (em.fork() as EntityManager).transactional(async (em) => {
    await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`draw ${id}`]);
    await work(em);
  });

async function isHeld(em: EntityManager, id: string): Promise<boolean> {
  const [line] = await em.execute<{ free: boolean }[]>(
    'select pg_try_advisory_xact_lock(hashtextextended(?, 0)) as free',
    [`draw ${id}`],
  );
  return !line?.free;
}

/** Says of the draws that a crash interrupted that they stopped, at the start; those another server makes are left alone. */
export const endInterruptedDraws = (em: EntityManager): Promise<unknown> =>
  em.execute(`
    update plan_draw set version = version + 1, state = 'STOPPED', failure = 'DRAW_INTERRUPTED'
    where state = 'DRAWING' and pg_try_advisory_xact_lock(hashtextextended('draw ' || id, 0))`);
