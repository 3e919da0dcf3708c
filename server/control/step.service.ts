import type { EntityManager } from '@mikro-orm/postgresql';
import type { AuditState } from '../audit/audit.ts';
import { Change } from '../kernel/history.ts';
import { Correction } from './correction.ts';
import { DoubleCheck } from './double.ts';
import { calledBy } from './people.ts';
import { Question } from './question.ts';
import { type ControlStep, StepKind } from './step.ts';

/** What a line of the journal says was done, before people are named. */
type Told = Pick<ControlStep, 'did'> & Partial<Pick<ControlStep, 'state' | 'text' | 'subject'>>;

/**
 * All that was done to a test, in the order it was: it came, moved, was asked about, corrected, read again. It is read
 * from the journal, which the database writes: no path does anything to a test without a line in it.
 */
export async function stepsOf(em: EntityManager, auditId: string): Promise<ControlStep[]> {
  const questions = await em.find(Question, { audit: auditId }, { populate: ['criterion'] });
  const corrections = await em.find(Correction, { audit: auditId }, { populate: ['criterion'] });
  const readings = await em.find(DoubleCheck, { audit: auditId });
  const records = [auditId, ...[...questions, ...corrections, ...readings].map(({ id }) => id as string)];
  const lines = await em.find(
    Change,
    { noun: { $in: ['audit', 'question', 'correction', 'double_check'] }, recordId: { $in: records } },
    { orderBy: { id: 'asc' } },
  );
  const subjects = new Map(
    [...questions, ...corrections].map(({ id, criterion }) => [id as string, criterion.getProperty('label')]),
  );
  const called = await calledBy(
    em,
    lines.map(({ actorId }) => actorId),
  );
  return lines.flatMap((line): ControlStep[] => {
    const told = toldBy(line);
    if (!told) return [];
    const by = line.actorId === null ? null : (called.get(line.actorId) ?? null);
    return [{ state: null, text: null, subject: subjects.get(line.recordId) ?? null, ...told, at: line.at, by }];
  });
}

function toldBy({ noun, before, after }: Change): Told | null {
  if (after === null) return null;
  const text = (field: string) => (typeof after[field] === 'string' ? after[field] : null);
  if (noun === 'correction') return { did: StepKind.CORRECTED, text: text('reason') };
  if (noun === 'double_check') return before && after.done_at ? { did: StepKind.READ_AGAIN } : null;
  if (noun === 'question') {
    if (before === null) return { did: StepKind.ASKED, text: text('asked') };
    if (after.state === 'ANSWERED') return { did: StepKind.ANSWERED, text: text('answer') };
    return after.state === 'CLOSED' ? { did: StepKind.CLOSED, text: text('conclusion') } : null;
  }
  if (before === null) return { did: StepKind.CAME };
  return after.state ? { did: StepKind.MOVED, state: after.state as AuditState, text: text('state_reason') } : null;
}
