import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { editionGranting } from '../edition/edition.service.ts';
import { Refusal } from '../kernel/errors.ts';
import type { BriefingInput } from './auditor.input.ts';
import type { Auditor } from './auditor.ts';
import { faultsOf, rightOf } from './briefing.rules.ts';
import { Briefing, BriefingResult } from './briefing.ts';

/** What auditors of an edition are asked; null before it was said. */
export const briefingOf = (em: EntityManager, editionId: string): Promise<Briefing | null> =>
  em.findOne(Briefing, { edition: editionId });

/** Writes the briefing of an edition. Whoever passed it as it was has passed it. `version` is 0 before the first. */
export function saveBriefing(
  em: EntityManager,
  editionId: string,
  version: number,
  input: BriefingInput,
): Promise<Briefing> {
  return em.transactional(async (em) => {
    const edition = await editionGranting(em, editionId, 'PLAN', 'PLAN_CLOSED', LockMode.PESSIMISTIC_WRITE);
    const faults = faultsOf(input.questions, input.passMark);
    if (faults.length > 0) throw new Refusal('BRIEFING_INVALID', { faults });
    const before = await briefingOf(em, editionId);
    if ((before?.version ?? 0) !== version) throw new Refusal('STALE');
    const questions = input.questions.map((each) => ({ ...each, explanation: each.explanation ?? null }));
    const said = { text: input.text, questions, passMark: input.passMark };
    const briefing = before ? em.assign(before, said) : em.create(Briefing, { edition, ...said });
    await em.flush();
    return briefing;
  });
}

/** Records what an auditor answered, and whether that is enough. They may try again. */
export async function answerBriefing(
  em: EntityManager,
  now: Date,
  auditor: Auditor,
  editionId: string,
  answers: readonly number[],
): Promise<BriefingResult> {
  const edition = await editionGranting(em, editionId, 'SEE', 'NOT_FOUND');
  const briefing = await briefingOf(em, edition.id);
  if (!briefing) throw new Refusal('BRIEFING_MISSING');
  const right = rightOf(briefing.questions, answers);
  const result = em.create(BriefingResult, {
    ...{ briefing, auditor, wording: briefing.version, answers: [...answers], right },
    ...{ asked: briefing.questions.length, passed: right >= briefing.passMark, answeredAt: now },
  });
  await em.flush();
  return result;
}

/** The attempts of an auditor at a briefing, the last first. */
export const attemptsOf = (em: EntityManager, briefing: Briefing, auditor: Auditor): Promise<BriefingResult[]> =>
  em.find(BriefingResult, { briefing, auditor }, { orderBy: { answeredAt: 'desc', id: 'asc' } });

/** Refuses whoever has not passed the briefing of an edition that has one: no test is given to them. */
export async function refuseUnbriefed(em: EntityManager, auditor: string, editionId: string): Promise<void> {
  const briefing = await briefingOf(em, editionId);
  if (!briefing) return;
  const passed = await em.count(BriefingResult, { briefing, auditor, passed: true });
  if (passed === 0) throw new Refusal('BRIEFING_NOT_PASSED');
}
