import {
  type Day,
  type Instant,
  instantsOf,
  type LocalTime,
  localDayOf,
  type Territory,
} from '../delay/calendar.rules.ts';
import { type ContactEvent, type Delay, type DelayRule, delayOf, type EventKind } from '../delay/delay.rules.ts';
import { dayOf, wordOf } from '../kernel/cell.rules.ts';
import type { FaultReason } from '../kernel/fault.ts';
import type { Absence } from './audit.ts';
import { type Asked, type Finding, readFinding, sayFinding } from './finding.rules.ts';

/** The columns in which field agencies write when things happened. */
export const eventColumns = {
  SENT: 'envoi',
  ACKNOWLEDGED: 'accuse',
  ANSWERED: 'reponse',
  ATTEMPTED: 'appel',
  RANG: 'sonnerie',
  CONNECTED: 'decroche',
} as const satisfies Record<EventKind, string>;

/** What has to happen first, and be told, before something can. */
const causes: Readonly<Partial<Record<EventKind, EventKind>>> = {
  ...{ ACKNOWLEDGED: 'SENT', ANSWERED: 'SENT', RANG: 'ATTEMPTED', CONNECTED: 'ATTEMPTED' },
};

/** What is wrong in one column. */
export interface EventFault {
  readonly column: string;
  readonly reason: keyof typeof FaultReason;
}

/** What a row tells of when things happened, in the order of time, with what is wrong in it. */
export function readEvents(
  cells: Readonly<Record<string, string>>,
  territory: Territory,
  performedOn: Day | null,
  now: Instant,
): { readonly events: readonly ContactEvent[]; readonly faults: readonly EventFault[] } {
  const faults: EventFault[] = [];
  const told = new Map<EventKind, Instant>();
  for (const [kind, column] of Object.entries(eventColumns) as [EventKind, string][]) {
    const cell = cells[column] ?? '';
    const read = cell === '' ? null : readInstant(cell, territory);
    if (read && 'reason' in read) faults.push({ column, reason: read.reason });
    else if (read) told.set(kind, read.at);
  }
  for (const [kind, at] of told) {
    const reason = faultOf(kind, at, told, { performedOn, now, territory });
    if (reason) faults.push({ column: eventColumns[kind], reason });
    const cause = causes[kind];
    const missing = cause && (cells[eventColumns[cause]] ?? '') === '' ? eventColumns[cause] : null;
    if (missing && !faults.some(({ column }) => column === missing))
      faults.push({ column: missing, reason: 'MISSING_VALUE' });
  }
  const events = [...told].map(([kind, at]) => ({ kind, at }));
  return { events: events.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)), faults };
}

/**
 * What is wrong with events that were recorded as they happened, several of a kind: rings, attempts. Each comes after one
 * of what has to happen first, and none in the future.
 */
export function faultsOfEvents(events: readonly ContactEvent[], now: Instant): EventFault[] {
  const firsts = new Map<EventKind, Instant>();
  for (const { kind, at } of events) if (at < (firsts.get(kind) ?? '\uffff')) firsts.set(kind, at);
  const faults = events.flatMap(({ kind, at }): EventFault[] => {
    const cause = causes[kind];
    if (at > now) return [{ column: eventColumns[kind], reason: 'EVENT_IN_FUTURE' }];
    if (!cause) return [];
    const first = firsts.get(cause);
    if (first === undefined) return [{ column: eventColumns[cause], reason: 'MISSING_VALUE' }];
    return at < first ? [{ column: eventColumns[kind], reason: 'EVENT_DISORDERED' }] : [];
  });
  return faults.filter(
    ({ column, reason }, i) => faults.findIndex((other) => other.column === column && other.reason === reason) === i,
  );
}

interface Circumstances {
  readonly performedOn: Day | null;
  readonly now: Instant;
  readonly territory: Territory;
}

function faultOf(
  kind: EventKind,
  at: Instant,
  told: ReadonlyMap<EventKind, Instant>,
  { performedOn, now, territory }: Circumstances,
): keyof typeof FaultReason | null {
  const cause = causes[kind];
  if (at > now) return 'EVENT_IN_FUTURE';
  if (cause) return at < (told.get(cause) ?? '') ? 'EVENT_DISORDERED' : null;
  return performedOn && localDayOf(at, territory) !== performedOn ? 'CONTRADICTORY_DATE' : null;
}

/**
 * The instant a cell tells, on the clock of the place; the earlier one of an hour lived twice. A day without an hour
 * is refused: an hour of our making would then pass for one that was observed.
 */
export function readInstant(
  cell: string,
  territory: Territory,
): { readonly at: Instant } | { readonly reason: 'NOT_A_LOCAL_TIME' | 'NO_SUCH_TIME' } {
  const local = localTimeIn(cell);
  if (!local) return { reason: 'NOT_A_LOCAL_TIME' };
  const [at] = instantsOf(local, territory);
  return at ? { at } : { reason: 'NO_SUCH_TIME' };
}

/** "12/05/2022 18:00", "12/05/2022 9h05" or "2022-05-12T18:00:30" → the same in ISO; null when it is none of them. */
function localTimeIn(cell: string): LocalTime | null {
  const [, date = '', hour = '', minute = '', second = '00'] =
    /^(\S{10})[\sT]+(\d{1,2})[:h](\d{2})(?::(\d{2}))?$/.exec(cell) ?? [];
  const day = dayOf(date);
  const exists = day && Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
  return exists ? `${day}T${hour.padStart(2, '0')}:${minute}:${second}` : null;
}

/** One test as its delays need it. */
export interface Contact {
  readonly events: readonly ContactEvent[];
  readonly territory: Territory;
  readonly closing: Day | null;
}

/** What was found of a delay: its value, or that it could not be observed, for want of an answer in time. */
export const findingOf = (delay: Delay): Finding =>
  'value' in delay
    ? { amount: delay.value, choice: null, absence: null }
    : { amount: null, choice: null, absence: 'NOT_OBSERVED' as Absence };

/**
 * What a row says of a criterion derived from events. Its own cell may be left empty; what it says must agree with the
 * events. Where nothing began, the cell says why; a number nobody can trace is refused.
 */
export function derivedFinding(
  asked: Asked & { readonly delay: DelayRule },
  cell: string,
  { events, closing, territory }: Contact,
): Finding | keyof typeof FaultReason {
  const typed = wordOf(cell) === '' ? null : readFinding(asked, cell);
  if (typeof typed === 'string') return typed;
  const delay = delayOf(asked.delay, events, closing, territory);
  if (!delay) return typed?.absence ? typed : 'MISSING_VALUE';
  const derived = findingOf(delay);
  return typed === null || sayFinding(typed) === sayFinding(derived) ? derived : 'CONTRADICTORY_DELAY';
}

/** The last day on which an answer counts. */
export const closingOf = (edition: {
  readonly answersUntil: Day | null;
  readonly fieldworkTo: Day | null;
}): Day | null => edition.answersUntil ?? edition.fieldworkTo;
