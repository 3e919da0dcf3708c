import { Audit, AuditState, Measurement } from '../audit/audit.ts';
import { correctAudit } from '../control/correction.service.ts';
import { CorrectionMotive } from '../control/correction.ts';
import { moveAudit } from '../control/decide.service.ts';
import { answerQuestion, askQuestion } from '../control/question.service.ts';
import { type Actor, Role } from '../kernel/actor.ts';
import { actingAs } from '../kernel/history.ts';
import { Assignment } from '../plan/assignment.ts';
import type { FieldLoad } from './fieldwork.ts';

/** Corrects how courteous a call was, if it was answered: the words of its auditor said otherwise. */
export async function correctCall({ as, who, now }: FieldLoad, auditId: string): Promise<void> {
  const actor = who(Role.CONTROLLER);
  const em = actingAs(as(), actor);
  const criterion = { code: 'phone.processing.courtesy' };
  const found = await em.findOne(Measurement, { audit: auditId, criterion, absence: null });
  if (!found) return;
  const { version } = await em.findOneOrFail(Audit, { id: auditId });
  const findings = [{ criterionId: found.criterion.id, value: Number(found.amount) >= 3 ? '2' : '4' }];
  const reason = 'Le verbatim dit autre chose ; l’auditeur confirme s’être trompé de ligne.';
  const why = { motive: CorrectionMotive.ANSWERED, reason };
  await correctAudit(em, { actor, now }, { auditId, version, findings }, why);
}

const questions = [
  ['Ce constat ne va pas avec le reste du test : qu’avez-vous vu exactement ?', null],
  ['Rien ne permet d’en juger : pouvez-vous confirmer ce constat ?', 'Je le confirme, je l’ai noté sur le moment.'],
  [null, null],
] as const;

/** Takes the first of some tests in hand, and asks about two: one waits for its auditor, the other was answered. */
export async function askOfSome({ as, who, now }: FieldLoad, tests: readonly Audit[]): Promise<void> {
  const actor = who(Role.CONTROLLER);
  for (const [i, [text, answer]] of questions.entries()) {
    const test = tests[i];
    if (!test) return;
    const em = actingAs(as(), actor);
    const { id: auditId, version: read } = await em.findOneOrFail(Audit, { id: test.id });
    const taken = { version: read, state: AuditState.IN_CONTROL, reason: null };
    const { version } = await moveAudit(em, actor, now, auditId, taken);
    const found = await em.findOne(
      Measurement,
      { audit: auditId, absence: null },
      { orderBy: { criterion: { position: 'asc' } } },
    );
    if (!text || !found) continue;
    const said = { auditId, version, criterionId: found.criterion.id, text };
    const { id } = await askQuestion(em, { actor, now }, said);
    if (answer) await answerOf({ as, now }, test, id, answer);
  }
}

/** What whoever made a test answers. */
async function answerOf({ as, now }: Pick<FieldLoad, 'as' | 'now'>, test: Audit, questionId: string, text: string) {
  const { auditor } = await as().findOneOrFail(
    Assignment,
    { id: test.assignment?.id ?? '' },
    { populate: ['auditor'] },
  );
  const { accountId: id, name, email } = await (auditor ?? never()).loadOrFail();
  const actor: Actor = { id, name, email, role: Role.AUDITOR, structureId: null };
  await answerQuestion(actingAs(as(), actor), { actor, now }, questionId, text);
}

const never = (): never => {
  throw new Error('A test that was sent was given to someone.');
};
