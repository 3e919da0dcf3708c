import type { Instant } from '../delay/calendar.rules.ts';
import type { EventKind } from '../delay/delay.rules.ts';
import { type Absence, absences } from '../score/measure.rules.ts';

/** What was answered to a question: a value as the rules write it, or why there is none. */
export type Answer = { readonly value: string } | { readonly absence: Absence };

/** Something that happened during a test, as its device recorded it. */
export interface RecordedEvent {
  readonly id: string;
  readonly kind: EventKind;
  /** When it happened: on the clock of the device, or as the auditor corrected it. */
  readonly at: Instant;
  /** What the device had recorded before it was corrected by hand; absent when it never was. */
  readonly recordedAt?: Instant;
  /** Why it was corrected by hand. */
  readonly motive?: string;
}

/** All that an auditor typed in one test. */
export interface Content {
  /** When the auditor began, on the clock of the device; null before. */
  readonly beganAt: Instant | null;
  /** By the code of the criterion. */
  readonly answers: Readonly<Record<string, Answer>>;
  readonly events: readonly RecordedEvent[];
  /** In their own words, by the code of the criterion they are about; "" for the test as a whole. */
  readonly verbatims: Readonly<Record<string, string>>;
  /** Spans of the verbatims that the auditor says name nobody, as they stand in the text. */
  readonly harmless: readonly string[];
}

export const emptyContent: Content = { beganAt: null, answers: {}, events: [], verbatims: {}, harmless: [] };

const eventKinds: readonly EventKind[] = ['SENT', 'ACKNOWLEDGED', 'ANSWERED', 'ATTEMPTED', 'RANG', 'CONNECTED'];

/** Longest verbatim that is read, in characters. */
export const LONGEST_VERBATIM = 5000;

/**
 * What a device sent, as far as it can be understood, and the places that cannot: whoever sent it may be an older
 * version of the app, or no app at all. What was sent is kept beside it in any case.
 */
export function readContent(sent: unknown): { readonly content: Content; readonly unread: readonly string[] } {
  const unread: string[] = [];
  const { beganAt, answers, events, verbatims, harmless } = objectIn(sent);
  const kept = <T>(place: string, value: T | null): T[] => {
    if (value === null) unread.push(place);
    return value === null ? [] : [value];
  };
  const content: Content = {
    beganAt: isInstant(beganAt) ? beganAt : null,
    answers: Object.fromEntries(
      Object.entries(objectIn(answers)).flatMap(([code, answer]) =>
        kept(code, answerIn(answer)).map((read) => [code, read]),
      ),
    ),
    events: (Array.isArray(events) ? events : []).flatMap((event) => kept('events', eventIn(event))),
    verbatims: Object.fromEntries(
      Object.entries(objectIn(verbatims)).flatMap(([code, text]) =>
        kept(code, typeof text === 'string' && text.length <= LONGEST_VERBATIM ? text : null).map((read) => [
          code,
          read,
        ]),
      ),
    ),
    harmless: (Array.isArray(harmless) ? harmless : []).filter((each) => typeof each === 'string'),
  };
  return { content, unread };
}

const objectIn = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

function answerIn(sent: unknown): Answer | null {
  const { value, absence } = objectIn(sent);
  if (typeof value === 'string' && value.length <= 200) return { value };
  const known = absences.find((each) => each === absence);
  return known ? { absence: known } : null;
}

function eventIn(sent: unknown): RecordedEvent | null {
  const { id, kind, at, recordedAt, motive } = objectIn(sent);
  const known = eventKinds.find((each) => each === kind);
  if (typeof id !== 'string' || !known || !isInstant(at)) return null;
  return {
    ...{ id, kind: known, at: new Date(at).toISOString() },
    ...(isInstant(recordedAt) ? { recordedAt: new Date(recordedAt).toISOString() } : {}),
    ...(typeof motive === 'string' ? { motive } : {}),
  };
}

const isInstant = (value: unknown): value is Instant =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value));

/** The same, without what no text of PostgreSQL can hold: a NUL, half a character. */
export function storable<T>(value: T): T {
  if (typeof value === 'string') return value.replaceAll('\0', '\ufffd').toWellFormed() as T;
  if (Array.isArray(value)) return value.map(storable) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [storable(key), storable(each)])) as T;
}
