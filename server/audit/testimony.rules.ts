import { type Day, type Instant, localDayOf, type Territory } from '../delay/calendar.rules.ts';
import type { FaultReason } from '../kernel/fault.ts';
import { readInstant } from './event.rules.ts';

/** The columns in which agencies say how a test was done, beside what it found. None has to be there. */
export const testimonyColumns = {
  verbatim: 'verbatim',
  beganAt: 'debut',
  endedAt: 'fin',
  auditorCode: 'auditeur',
  agency: 'agence',
} as const;

/** How a test was done; null for what nobody said, absent for what a file has no column for. */
export interface Testimony {
  /** In the words of whoever did it. */
  readonly verbatim?: string | null;
  readonly beganAt?: Instant | null;
  readonly endedAt?: Instant | null;
  /** What the agency calls whoever did it, so that two of their tests can be held against each other. */
  readonly auditorCode?: string | null;
  /** The agency whose code it is, with it or not at all: two agencies may use the same one. */
  readonly agency?: string | null;
}

/** Characters: as many as the form on the phone takes. */
const LONGEST_VERBATIM = 5000;
const LONGEST_CODE = 60;

interface TestimonyFault {
  readonly column: string;
  readonly reason: keyof typeof FaultReason;
}

/**
 * What a row says of how its test was done, with what is wrong in it: it began on the day of the contact, on the clock of
 * the place, and ended afterwards.
 */
export function readTestimony(
  cells: Readonly<Record<string, string>>,
  territory: Territory,
  performedOn: Day | null,
  now: Instant,
): { readonly testimony: Testimony; readonly faults: readonly TestimonyFault[] } {
  const faults: TestimonyFault[] = [];
  const refuse = (column: string, reason: keyof typeof FaultReason) => faults.push({ column, reason });
  const text = (column: string, longest: number): string | null => {
    const said = (cells[column] ?? '').trim();
    if (said.length > longest) refuse(column, 'TOO_LONG');
    return said || null;
  };
  const instant = (column: string): Instant | null => {
    const cell = cells[column] ?? '';
    const read = cell === '' ? null : readInstant(cell, territory);
    if (read && 'reason' in read) refuse(column, read.reason);
    return read && 'at' in read ? read.at : null;
  };
  const { verbatim, beganAt: debut, endedAt: fin, auditorCode, agency } = testimonyColumns;
  const [began, ended] = [instant(debut), instant(fin)];
  if (began && performedOn && localDayOf(began, territory) !== performedOn) refuse(debut, 'CONTRADICTORY_DATE');
  if (ended && (cells[debut] ?? '') === '') refuse(debut, 'MISSING_VALUE');
  if (began && ended && ended < began) refuse(fin, 'EVENT_DISORDERED');
  for (const [column, at] of [
    [debut, began],
    [fin, ended],
  ] as const)
    if (at && at > now) refuse(column, 'EVENT_IN_FUTURE');
  if ((cells[auditorCode] ?? '').trim() !== '' && (cells[agency] ?? '').trim() === '') refuse(agency, 'MISSING_VALUE');
  const testimony = {
    ...(verbatim in cells && { verbatim: text(verbatim, LONGEST_VERBATIM) }),
    ...(debut in cells && { beganAt: began }),
    ...(fin in cells && { endedAt: ended }),
    ...(auditorCode in cells && whoseCode(text(auditorCode, LONGEST_CODE), text(agency, LONGEST_CODE))),
  };
  return { testimony, faults };
}

const whoseCode = (auditorCode: string | null, agency: string | null) => ({
  ...{ auditorCode, agency: auditorCode && agency },
});
