import fc from 'fast-check';
import { expect } from 'vitest';
import type { Actor } from '../../server/kernel/actor.ts';
import type { BackOffice } from './back-office.ts';

/** What those who control do, by name. */
export const controlVerbs = {
  sheet: `query ($id: ID!) { controlSheet(id: $id) { auditorCode audit { version state } ways { state obstacle needsReason }
    questions { id state asked answer conclusion } corrections { before { value absence } after { value absence } motive reason }
    suspicions { kind measure auditors } steps { did by state subject text } evidences { id address } } }`,
  move: `mutation ($id: ID!, $version: Int!, $state: AuditState!, $reason: Prose) {
    moveAudit(id: $id, version: $version, state: $state, reason: $reason) { version state } }`,
  ask: `mutation ($id: ID!, $version: Int!, $criterionId: ID!) {
    askQuestion(auditId: $id, version: $version, criterionId: $criterionId, text: "Combien de sonneries ?") { id } }`,
  answer: 'mutation ($id: ID!) { answerQuestion(id: $id, text: "Trois.") { id state } }',
  close: 'mutation ($id: ID!) { closeQuestion(id: $id, text: "Bien.") { id state } }',
  correct: `mutation ($id: ID!, $version: Int!, $findings: [FindingInput!]!, $reason: Prose!) {
    correctAudit(auditId: $id, version: $version, findings: $findings, motive: EVIDENCE, reason: $reason) { version } }`,
  effect: `query ($id: ID!, $version: Int!, $findings: [FindingInput!]!) {
    correctionEffect(auditId: $id, version: $version, findings: $findings) { counted otherCount
      lines { criterion { code } before { value absence } after { value absence } }
      change { scoreBefore scoreAfter rankBefore rankAfter enrolment { structure { reference } } } others { rankAfter } } }`,
};

/** Something someone does to a test; whoever and whichever by number. */
export type Deed =
  | {
      readonly verb: 'move';
      readonly by: number;
      readonly test: number;
      readonly state: string;
      readonly late: boolean;
    }
  | { readonly verb: 'ask' | 'correct'; readonly by: number; readonly test: number; readonly value: number }
  | { readonly verb: 'answer' | 'close'; readonly by: number; readonly test: number };

const by = fc.nat(3);
const test = fc.nat(3);
const states = ['SUBMITTED', 'IN_CONTROL', 'VALIDATED', 'VALIDATED', 'REJECTED', 'TO_REDO'];

/** A few deeds in a row, mostly such as come in an afternoon of work. */
export const deeds = fc.array(
  fc.oneof(
    fc.record({
      ...{ verb: fc.constant('move' as const), by, test, state: fc.constantFrom(...states) },
      late: fc.nat(5).map((n) => n === 0),
    }),
    fc.record({ verb: fc.constantFrom('ask' as const, 'correct' as const), by, test, value: fc.nat(5) }),
    fc.record({ verb: fc.constantFrom('answer' as const, 'close' as const), by, test }),
  ),
  { minLength: 8, maxLength: 30 },
);

/** What is known of a test, from the answers alone. */
interface Known {
  state: string;
  readonly open: Map<string, { answeredBy: string | null }>;
  corrector: string | null;
  redone: boolean;
}

const ways: Readonly<Record<string, readonly string[]>> = {
  SUBMITTED: ['IN_CONTROL', 'VALIDATED', 'REJECTED', 'TO_REDO'],
  IN_CONTROL: ['SUBMITTED', 'VALIDATED', 'REJECTED', 'TO_REDO'],
  VALIDATED: ['IN_CONTROL', 'REJECTED', 'TO_REDO'],
  REJECTED: ['IN_CONTROL', 'VALIDATED', 'TO_REDO'],
  TO_REDO: ['IN_CONTROL'],
};

/** A test that is played with: who made it, whether it was planned, and a criterion on which to ask and to correct. */
export interface Played {
  readonly id: string;
  readonly planned: boolean;
  readonly criterionId: string;
}

/** Plays deeds against the real thing and a model of it, which must agree on what is refused and on what is left. */
export async function played(
  { ask, sql }: BackOffice,
  people: readonly Actor[],
  tests: readonly Played[],
  all: readonly Deed[],
): Promise<void> {
  const known = new Map<string, Known>(
    tests.map(({ id }) => [id, { state: 'SUBMITTED', open: new Map(), corrector: null, redone: false }]),
  );
  for (const deed of all) {
    const actor = people[deed.by % people.length] as Actor;
    const played = tests[deed.test % tests.length] as Played;
    const model = known.get(played.id) as Known;
    const [{ version = 0 } = {}] = await sql<{ version: number }>('select version from audit where id = ?', [
      played.id,
    ]);
    if (deed.verb === 'move') {
      const given = { id: played.id, state: deed.state, version: deed.late ? version - 1 : version, reason: 'Motif.' };
      const { refusals } = await ask(actor, controlVerbs.move, given);
      const expected = deed.late ? 'STALE' : refusalFor(model, deed.state, actor);
      expect(refusals, JSON.stringify(deed)).toEqual(expected ? [expected] : []);
      if (!expected) {
        if (deed.state === 'TO_REDO' && played.planned) model.redone = true;
        model.state = deed.state;
      }
    } else if (deed.verb === 'ask') {
      const { data } = await ask<{ askQuestion: { id: string } }>(actor, controlVerbs.ask, { ...played, version });
      model.open.set(data.askQuestion.id, { answeredBy: null });
    } else if (deed.verb === 'correct') {
      const findings = [{ criterionId: played.criterionId, value: String(deed.value) }];
      const { refusals } = await ask(actor, controlVerbs.correct, { id: played.id, version, findings, reason: 'Vu.' });
      if (refusals.length === 0) model.corrector = actor.id;
      else expect(refusals).toEqual(['CORRECTION_NOTHING']);
    } else {
      const [id, question] = [...model.open][0] ?? [];
      if (!id || !question) continue;
      const { refusals } = await ask(actor, controlVerbs[deed.verb], { id });
      if (deed.verb === 'answer') {
        expect(refusals).toEqual(question.answeredBy ? ['QUESTION_STATE'] : []);
        question.answeredBy ??= actor.id;
      } else if (question.answeredBy === actor.id) expect(refusals).toEqual(['QUESTION_OWN']);
      else {
        expect(refusals).toEqual([]);
        model.open.delete(id);
      }
    }
    const [{ state = '' } = {}] = await sql<{ state: string }>('select state from audit where id = ?', [played.id]);
    expect(state).toBe(model.state);
  }
}

function refusalFor({ state, open, corrector, redone }: Known, to: string, actor: Actor): string | null {
  if (!ways[state]?.includes(to)) return 'AUDIT_STATE';
  if (state === 'TO_REDO' && redone) return 'AUDIT_REDONE';
  if (to !== 'VALIDATED') return null;
  if (corrector === actor.id) return 'AUDIT_OWN';
  return open.size > 0 ? 'AUDIT_QUESTIONED' : null;
}
