import type { EntityManager } from '@mikro-orm/postgresql';
import { placeOf } from '../delay/place.rules.ts';
import { grants } from '../edition/edition.rules.ts';
import { gridOf } from '../grid/grid.service.ts';
import type { Grid } from '../grid/grid.ts';
import type { Actor } from '../kernel/actor.ts';
import { visibleAssignments } from '../plan/assignment.policy.ts';
import { Assignment, AssignmentState } from '../plan/assignment.ts';
import { townOf } from '../territory/territory.service.ts';
import { AuditDraft } from './draft.ts';
import type { FieldForm, FieldTest, Fieldwork, Receipt } from './fieldwork.ts';
import { Submission } from './submission.ts';

/** What one auditor has to do in the editions that collect, all of it: a device keeps it and works without a network. */
export async function fieldworkOf(em: EntityManager, actor: Actor, now: Date): Promise<Fieldwork> {
  const mine = await em.find(
    Assignment,
    { $and: [visibleAssignments(actor), { state: { $ne: AssignmentState.PLANNED } }] },
    {
      populate: ['edition', 'enrolment.structure', 'scenario', 'persona'],
      orderBy: [{ onDay: 'asc' }, { fromTime: 'asc' }, { reference: 'asc' }],
    },
  );
  const collected = mine.filter(({ edition }) => grants(edition.getProperty('phase'), 'COLLECT'));
  const grids = new Map<string, Grid>();
  for (const { edition } of collected) if (!grids.has(edition.id)) grids.set(edition.id, await gridOf(em, edition.id));
  return {
    now,
    tests: await testsOf(em, actor, collected, grids),
    forms: [...grids.values()].flatMap(formsOf),
  };
}

/** The same of one test that is under way. */
export async function fieldTestOf(em: EntityManager, actor: Actor, assignment: Assignment): Promise<FieldTest> {
  await em.populate(assignment, ['edition', 'enrolment.structure', 'scenario', 'persona']);
  const grids = new Map([[assignment.edition.id, await gridOf(em, assignment.edition.id)]]);
  const [test] = await testsOf(em, actor, [assignment], grids);
  return test as FieldTest;
}

async function testsOf(
  em: EntityManager,
  actor: Actor,
  assignments: readonly Assignment[],
  grids: ReadonlyMap<string, Grid>,
): Promise<FieldTest[]> {
  const own = { assignment: { $in: assignments.map(({ id }) => id) }, accountId: actor.id };
  const drafts = new Map((await em.find(AuditDraft, own)).map((draft) => [draft.assignment.id, draft]));
  const sent = await em.find(Submission, own, { orderBy: { receivedAt: 'asc' } });
  const receipts = new Map(sent.map((each) => [each.assignment?.id, receiptOf(each)]));
  return assignments.map((assignment) => {
    const { id, edition, reference, state, stateReason, attempt, channel, onDay, fromTime, toTime } = assignment;
    const structure = assignment.enrolment.getEntity().structure.getEntity();
    const scenario = assignment.scenario.getEntity();
    const persona = assignment.persona?.getEntity() ?? null;
    const channels = grids.get(edition.id)?.channels.getItems() ?? [];
    return {
      ...{ id, reference, state, stateReason, attempt, channel, onDay, fromTime, toTime, editionId: edition.id },
      editionLabel: edition.getProperty('label'),
      ...{ zone: placeOf(structure).zone, structureName: structure.name, departmentCode: structure.departmentCode },
      town: townOf(structure),
      ...{ scenarioLabel: scenario.label, instructions: scenario.instructions },
      ...{ personaName: persona?.label ?? null, personaMailbox: persona?.mailbox ?? null },
      ...{ personaLine: persona?.phoneLine ?? null, personaAddress: persona?.address ?? null },
      formId: channels.find(({ code }) => code === channel)?.id ?? null,
      ...{ draft: drafts.get(id) ?? null, receipt: receipts.get(id) ?? null },
    };
  });
}

/** The forms of a grid, one a channel. */
export const formsOf = (grid: Grid): FieldForm[] =>
  grid.channels.getItems().map(({ id, code, label, criteria }) => ({
    ...{ id, gridId: grid.id, gridNumber: grid.number, channel: code, label },
    questions: criteria.getItems().map(({ id, code, label, guidance, kind, unit, scale, step, ...criterion }) => ({
      ...{ id, code, label, guidance, kind, unit, scale },
      ...{ conditions: criterion.conditions, delay: criterion.delay, bonus: criterion.bonus },
      stepLabel: step.getProperty('label'),
    })),
  }));

/** What whoever sent a test is told of it. */
export const receiptOf = ({ key, outcome, reason, faults, settledMotive, receivedAt }: Receipt): Receipt => ({
  ...{ key, outcome, reason, faults, settledMotive, receivedAt },
});
