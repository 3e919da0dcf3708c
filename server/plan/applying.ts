import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Auditor } from '../auditor/auditor.ts';
import { localDayOf, territoryOf } from '../delay/calendar.rules.ts';
import { editionGranting } from '../edition/edition.service.ts';
import { Enrolment } from '../enrolment/enrolment.ts';
import type { Actor } from '../kernel/actor.ts';
import { insertRows, updateNouns } from '../kernel/bulk.ts';
import { Refusal } from '../kernel/errors.ts';
import type { ChannelCode } from '../kernel/kinds.ts';
import { differences } from '../planner/draft.rules.ts';
import type { Planned } from '../planner/problem.rules.ts';
import { streamOf } from '../uncertainty/random.rules.ts';
import { Assignment } from './assignment.ts';
import { DrawState, PlanDraw } from './draw.ts';
import { startOf } from './problem.service.ts';
import type { DrawChange } from './report.ts';
import { Persona, Scenario } from './scenario.ts';

/** Makes a draw the plan. Refused when anything it was drawn from has changed since: what was read is what is done. */
export function applyDraw(em: EntityManager, actor: Actor, now: Date, id: string): Promise<PlanDraw> {
  return em.transactional(async (em) => {
    const found = await em.findOneOrFail(PlanDraw, { id });
    const edition = await editionGranting(em, found.edition.id, 'PLAN', 'PLAN_CLOSED', LockMode.PESSIMISTIC_WRITE);
    const draw = await em.findOneOrFail(PlanDraw, { id }, { populate: ['proposal'], refresh: true });
    if (draw.state !== DrawState.DRAWN) throw new Refusal('DRAW_ENDED', { state: draw.state });
    const start = await startOf(em, edition, now, draw.without?.id ?? null);
    if (start.digest !== draw.digest) throw new Refusal('PLAN_MOVED');
    await write(em, draw, start.tests, (draw.proposal ?? []) as Planned[]);
    return Object.assign(draw, { state: DrawState.APPLIED, appliedAt: now, appliedByName: actor.name });
  });
}

async function write(
  em: EntityManager,
  draw: PlanDraw,
  tests: readonly Planned[],
  plan: readonly Planned[],
): Promise<void> {
  const edition_id = draw.edition.id;
  const rowOf = await rowsIn(em, edition_id, draw.id);
  const before = new Map(tests.map((test) => [test.id, test]));
  const changed = plan.filter((test) => test.id !== null && !same(test, before.get(test.id)));
  await updateNouns(
    em,
    'assignment',
    changed.map((test) => ({ id: test.id, ...rowOf(test) })),
  );
  const { removed } = differences(tests, plan);
  const withdrawn = { state: 'WITHDRAWN', state_reason: `Tirage ${draw.number}` };
  await updateNouns(
    em,
    'assignment',
    removed.map(({ id }) => ({ id, ...withdrawn })),
  );
  const references = await nextReferences(em, edition_id, draw.seed, plan.filter(({ id }) => id === null).length);
  const added = plan.filter(({ id }) => id === null);
  await insertRows(
    em,
    'assignment',
    added.map((test, i) => ({
      ...{ edition_id, enrolment_id: test.structure, channel: test.channel, reference: references[i] },
      ...rowOf(test),
    })),
  );
}

const same = (a: Planned, b: Planned | undefined): boolean =>
  b !== undefined &&
  (['day', 'from', 'to', 'auditor', 'scenario', 'persona'] as const).every((field) => a[field] === b[field]);

/** How a test is written. */
async function rowsIn(em: EntityManager, editionId: string, draw_id: string) {
  const codes = async (noun: typeof Scenario | typeof Persona) =>
    new Map((await em.find(noun as typeof Scenario, { edition: editionId })).map(({ code, id }) => [code, id]));
  const [scenarios, personas] = [await codes(Scenario), await codes(Persona)];
  return (test: Planned) => ({
    ...{ on_day: test.day, from_time: test.from, to_time: test.to, auditor_id: test.auditor, draw_id },
    ...{ scenario_id: scenarios.get(test.scenario), persona_id: personas.get(test.persona ?? '') ?? null },
    state: test.auditor ? 'ASSIGNED' : 'PLANNED',
  });
}

/** Numbers that were not given yet, in an order that is drawn: a number says nothing of a day. */
async function nextReferences(em: EntityManager, editionId: string, seed: string, count: number): Promise<string[]> {
  const [row] = await em.execute<{ last: number | null }[]>(
    `select max(substring(reference from '^T-([0-9]+)$')::int) as last from assignment where edition_id = ?`,
    [editionId],
  );
  const stream = streamOf(seed, 'reference');
  return Array.from({ length: count }, (_, i) => ({ number: (row?.last ?? 0) + 1 + i, draw: stream.next() }))
    .sort((a, b) => a.draw - b.draw)
    .map(({ number }) => `T-${String(number).padStart(5, '0')}`);
}

/** What a draw that waits would change of the plan, in the order of structures; empty for one that does not wait. */
export async function changesOf(em: EntityManager, id: string): Promise<DrawChange[]> {
  const draw = await em.findOneOrFail(PlanDraw, { id }, { populate: ['proposal'] });
  if (draw.state !== DrawState.DRAWN) return [];
  const plan = (draw.proposal ?? []) as Planned[];
  const recorded = await em.find(
    Assignment,
    { edition: draw.edition.id, state: { $in: ['PLANNED', 'ASSIGNED'] as never } },
    { populate: ['auditor'] },
  );
  const enrolments = await em.find(Enrolment, { edition: draw.edition.id }, { populate: ['structure'] });
  const names = new Map(enrolments.map((each) => [each.id, each.structure.getProperty('name')]));
  const people = new Map((await em.find(Auditor, {})).map(({ id, name }) => [id, name]));
  const next = new Map(plan.map((test) => [test.id, test]));
  const told = (structure: string, channel: string, was: Assignment | null, will: Planned | null): DrawChange => ({
    ...{ reference: was?.reference ?? null, structure: names.get(structure) ?? '', channel: channel as ChannelCode },
    ...{ fromDay: was?.onDay ?? null, toDay: will?.day ?? null },
    ...{ fromAuditor: was?.auditor?.getProperty('name') ?? null, toAuditor: people.get(will?.auditor ?? '') ?? null },
  });
  const proposed = recorded.flatMap((was) => {
    const will = next.get(was.id) ?? null;
    const stays = will?.day === was.onDay && will.auditor === (was.auditor?.id ?? null);
    return stays || isToday(was, draw) ? [] : [told(was.enrolment.id, was.channel, was, will)];
  });
  const added = plan.filter((test) => test.id === null).map((test) => told(test.structure, test.channel, null, test));
  return [...proposed, ...added].sort(
    (a, b) => a.structure.localeCompare(b.structure, 'fr') || (a.fromDay ?? '').localeCompare(b.fromDay ?? ''),
  );
}

/** A test of the day of the draw stays as it is: it is not among those that may move. */
const isToday = ({ onDay, state }: Assignment, { startedAt }: PlanDraw): boolean =>
  state === 'ASSIGNED' && onDay === localDayOf(startedAt.toISOString(), territoryOf(null));
