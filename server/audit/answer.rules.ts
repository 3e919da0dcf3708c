import type { DelayRule } from '../delay/delay.rules.ts';
import { wordOf } from '../kernel/cell.rules.ts';
import { type Conditional, isAsked } from '../score/condition.rules.ts';
import type { Absence } from './audit.ts';
import { type Contact, derivedFinding, type EventFault, eventColumns } from './event.rules.ts';
import { type Asked, type Finding, readFinding } from './finding.rules.ts';

/** A criterion, as far as a row of a file answers it. */
export interface Question extends Asked, Pick<Conditional, 'code' | 'conditions'> {
  readonly delay: DelayRule | null;
}

/**
 * What a row says of the criteria of its channel, in the order of the grid. A criterion whose conditions the row does
 * not meet was not asked: its cell is empty or says "sans objet", and it is not applicable. What rests on a cell that
 * could not be read is not judged: the one fault is told, not those that would follow from it.
 */
export function readAnswers<Q extends Question>(
  questions: readonly Q[],
  cells: Readonly<Record<string, string>>,
  contact: Contact | null,
): { readonly findings: ReadonlyMap<Q, Finding>; readonly faults: readonly EventFault[] } {
  const findings = new Map<Q, Finding>();
  const faults: EventFault[] = [];
  const values = new Map<string, string | null>();
  for (const question of questions) {
    const { code, conditions = [], delay } = question;
    const cell = cells[code] ?? '';
    const doubtful = conditions.some(({ criterion }) => !values.has(criterion));
    if (doubtful && wordOf(cell) === '') continue;
    const asked = doubtful || isAsked(question, (criterion) => values.get(criterion) ?? null);
    const read = asked ? answerIn(question, cell, contact) : unaskedIn(question, cell);
    if (read === null) continue;
    if (typeof read === 'string')
      faults.push({ column: delay && read === 'MISSING_VALUE' ? eventColumns[delay.from] : code, reason: read });
    else {
      findings.set(question, read);
      values.set(code, read.amount ?? read.choice);
    }
  }
  return { findings, faults };
}

function answerIn(
  { kind, scale, delay }: Question,
  cell: string,
  contact: Contact | null,
): Finding | EventFault['reason'] | null {
  if (!delay) return readFinding({ kind, scale }, cell);
  return contact && derivedFinding({ kind, scale, delay }, cell, contact);
}

const notApplicable: Finding = { amount: null, choice: null, absence: 'NOT_APPLICABLE' as Absence };

/** The cell of a question that was not asked. */
function unaskedIn(question: Question, cell: string): Finding | 'NOT_ASKED' {
  if (wordOf(cell) === '') return notApplicable;
  const read = readFinding(question, cell);
  return typeof read !== 'string' && read.absence === notApplicable.absence ? notApplicable : 'NOT_ASKED';
}
