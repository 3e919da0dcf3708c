import type { EntityManager } from '@mikro-orm/postgresql';
import { visibleAudits } from '../audit/audit.policy.ts';
import { Audit, AuditState } from '../audit/audit.ts';
import { Evidence } from '../evidence/evidence.ts';
import type { Actor } from '../kernel/actor.ts';
import { Refusal } from '../kernel/errors.ts';
import { asked, matching, oneOf, type Page, type PageArgs, pageOf } from '../kernel/page.ts';
import { needsReason, obstacleTo, waysFrom } from './control.rules.ts';
import { Correction } from './correction.ts';
import { decidingIn } from './decide.service.ts';
import { DoubleCheck } from './double.ts';
import { Question, QuestionState } from './question.ts';
import { type ControlLine, type ControlSheet, ControlView } from './sheet.ts';
import { stepsOf } from './step.service.ts';
import { concerns, type Suspected, suspicionsIn, suspicionsOf } from './suspicion.service.ts';
import type { Suspicion } from './suspicion.ts';

/** The tests of an edition, as those who control look for them. */
export async function controlLines(
  em: EntityManager,
  actor: Actor,
  { editionId, view, channel }: { editionId: string; view: ControlView; channel: string | null },
  args: PageArgs,
): Promise<Page<ControlLine>> {
  const suspected = await suspicionsIn(em, editionId);
  const where = [
    visibleAudits(actor),
    { edition: editionId, ...(await conditionOf(em, editionId, view, suspected)) },
    ...asked({ 'channel.code': channel }),
    matching(args.q, 'reference', 'enrolment.structure.name'),
  ];
  const sortable = ['performedOn', 'reference', 'enrolment.structure.name', 'channel.position', 'state'];
  const { items, total } = await pageOf(em, Audit, where, args, sortable);
  const ids = items.map(({ id }) => id);
  const codes = await auditorCodes(em, ids);
  const deciding = new Map((ids.length > 0 ? await decidingIn(em, editionId, ids) : []).map((each) => [each.id, each]));
  const lines = items.map((audit) => ({
    ...{ id: audit.id, audit, auditorCode: codes.get(audit.id) ?? null },
    openQuestions: deciding.get(audit.id)?.openQuestions ?? 0,
    suspicions: [...new Set(suspected.filter(concerns(audit.id)).map(({ kind }) => kind))],
  }));
  return { items: lines, total };
}

async function conditionOf(
  em: EntityManager,
  editionId: string,
  view: ControlView,
  suspected: readonly Suspected[],
): Promise<object> {
  const undecided = { state: { $in: [AuditState.SUBMITTED, AuditState.IN_CONTROL] } };
  if (view === ControlView.WAITING) return { state: AuditState.SUBMITTED };
  if (view === ControlView.IN_CONTROL) return { state: AuditState.IN_CONTROL };
  if (view === ControlView.SUSPICIOUS) {
    const ids = new Set(suspected.flatMap(({ auditId, otherId }) => [auditId, ...(otherId ? [otherId] : [])]));
    return { id: { $in: [...ids] }, ...undecided };
  }
  const found =
    view === ControlView.QUESTIONED
      ? await em.find(Question, { audit: { edition: editionId }, state: { $ne: QuestionState.CLOSED } })
      : await em.find(DoubleCheck, { audit: { edition: editionId }, doneAt: null });
  return { id: { $in: found.map(({ audit }) => audit.id) } };
}

/** The auditors of some tests, by code. */
async function auditorCodes(em: EntityManager, audits: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await em.execute<{ id: string; code: string }[]>(
    `select a.id, u.code from audit a join assignment s on s.id = a.assignment_id join auditor u on u.id = s.auditor_id
     where a.id = any(?::uuid[])`,
    [`{${audits.join()}}`],
  );
  return new Map(rows.map(({ id, code }) => [id, code]));
}

/** All that one needs to check a test. Whoever is reading it a second time is refused: they are not to see the first. */
export async function controlSheet(em: EntityManager, actor: Actor, id: string): Promise<ControlSheet> {
  const audit = await oneOf(em, Audit, id, visibleAudits(actor));
  await refuseBlind(em, actor, id);
  const [deciding] = await decidingIn(em, audit.edition.id, [id]);
  const suspected = await suspicionsOf(em, audit.edition.id, id);
  const { assignment } = audit;
  const ways = deciding
    ? waysFrom(deciding.state).map((to) => ({
        ...{ state: to as AuditState, needsReason: needsReason(to), obstacle: obstacleTo(to, deciding, actor.id) },
      }))
    : [];
  return {
    ...{ id, audit, ways, auditorCode: (await auditorCodes(em, [id])).get(id) ?? null },
    evidences: assignment ? await em.find(Evidence, { assignment }, { orderBy: { createdAt: 'asc' } }) : [],
    questions: await em.find(Question, { audit }, { orderBy: { askedAt: 'asc' } }),
    corrections: await em.find(Correction, { audit }, { orderBy: { createdAt: 'asc', id: 'asc' } }),
    suspicions: await toldSuspicions(em, suspected),
    steps: await stepsOf(em, id),
  };
}

/** The same, each with the tests and the pictures it is about. */
export async function toldSuspicions(em: EntityManager, suspected: readonly Suspected[]): Promise<Suspicion[]> {
  const ids = suspected.flatMap(({ auditId, otherId }) => [auditId, ...(otherId ? [otherId] : [])]);
  const audits = new Map((await em.find(Audit, { id: { $in: ids } })).map((audit) => [audit.id as string, audit]));
  const pieces = await em.find(Evidence, { id: { $in: suspected.flatMap(({ evidenceIds }) => evidenceIds) } });
  const codes = await auditorCodes(em, ids);
  return suspected.flatMap(({ kind, measure, auditId, otherId, evidenceIds }) => {
    const audit = audits.get(auditId);
    const both = [auditId, ...(otherId ? [otherId] : [])];
    if (!audit) return [];
    return {
      ...{ kind, measure, audit, other: (otherId && audits.get(otherId)) || null },
      evidences: evidenceIds.flatMap((id) => pieces.find((each) => each.id === id) ?? []),
      auditors: [...new Set(both.flatMap((id) => codes.get(id) ?? []))],
    };
  });
}

/** The tests that someone is reading a second time: until they are done, what was found is kept from them. */
export const blindTo = async (em: EntityManager, actor: Actor): Promise<ReadonlySet<string>> =>
  new Set((await em.find(DoubleCheck, { reader: actor.id, doneAt: null })).map(({ audit }) => audit.id));

/** Refuses to whoever is reading a test a second time what was found the first. */
export async function refuseBlind(em: EntityManager, actor: Actor, auditId: string): Promise<void> {
  if ((await blindTo(em, actor)).has(auditId)) throw new Refusal('CHECK_BLIND');
}
