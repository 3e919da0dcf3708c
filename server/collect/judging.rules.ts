import { type Question, readAnswers } from '../audit/answer.rules.ts';
import { closingOf, faultsOfEvents } from '../audit/event.rules.ts';
import { type Finding, wordForAbsence } from '../audit/finding.rules.ts';
import type { Testimony } from '../audit/testimony.rules.ts';
import { type Day, localDayOf } from '../delay/calendar.rules.ts';
import type { ContactEvent } from '../delay/delay.rules.ts';
import { placeOf } from '../delay/place.rules.ts';
import { correctedAt } from './clock.rules.ts';
import { type Content, readContent } from './content.rules.ts';
import type { Submission, SubmissionFault } from './submission.ts';
import { saidIn } from './verbatim.rules.ts';

/** What a device sent, as far as it is judged. */
export type Kept = Pick<Submission, 'content' | 'events' | 'sentAt' | 'receivedAt' | 'skew' | 'roundTrip'>;

/** A question of a version of the grid. */
export interface Ask extends Question {
  readonly id: string;
  readonly label: string;
}

/** Where and when the tests of an edition are done, and what is asked in them. */
export interface Setting<Q extends Ask> {
  readonly edition: {
    readonly fieldworkFrom: Day | null;
    readonly fieldworkTo: Day | null;
    readonly answersUntil: Day | null;
  };
  readonly structure: Parameters<typeof placeOf>[0];
  /** In the order of the form. */
  readonly questions: readonly Q[];
}

/** What a sending says of a test. */
export interface Judged<Q extends Ask> {
  readonly performedOn: Day;
  readonly events: readonly ContactEvent[];
  readonly findings: ReadonlyMap<Q, Finding>;
  readonly testimony: Testimony;
}

/** What a sending says on the questions of a channel, by the rules that read files; or what cannot stand in it. */
export function readOn<Q extends Ask>(
  kept: Kept,
  { edition, structure, questions }: Setting<Q>,
  now: Date,
): Judged<Q> | SubmissionFault[] {
  const territory = placeOf(structure);
  const { content, unread } = readContent(kept.content);
  const events = kept.events.map(({ kind, at }) => ({ kind, at }));
  const first =
    events.map(({ at }) => at).toSorted()[0] ?? correctedFor(kept, content.beganAt ?? kept.sentAt.toISOString());
  const performedOn = localDayOf(first, territory);
  const { fieldworkFrom, fieldworkTo } = edition;
  const outside = (fieldworkFrom && performedOn < fieldworkFrom) || (fieldworkTo && performedOn > fieldworkTo);
  const contact = { events, territory, closing: closingOf(edition) };
  const { findings, faults } = readAnswers(questions, cellsOf(content), contact);
  const known = new Set(questions.map(({ code }) => code));
  const found = [
    ...unread.map((place) => ({ place, reason: 'UNKNOWN_VALUE' })),
    ...(outside ? [{ place: 'date', reason: 'OUTSIDE_FIELDWORK' }] : []),
    ...Object.keys(content.answers)
      .filter((code) => !known.has(code))
      .map((place) => ({ place, reason: 'UNEXPECTED_VALUE' })),
    ...[...faultsOfEvents(events, now.toISOString()), ...faults].map(({ column, reason }) => ({
      place: column,
      reason,
    })),
  ] as SubmissionFault[];
  return found.length > 0 ? found : { performedOn, events, findings, testimony: testimonyOf(kept, content, questions) };
}

/** What a sending tells beside its findings. */
const testimonyOf = (kept: Kept, { verbatims, beganAt }: Content, questions: readonly Ask[]): Testimony => ({
  verbatim: saidIn(verbatims, questions),
  beganAt: beganAt && correctedFor(kept, beganAt),
  endedAt: correctedFor(kept, kept.sentAt.toISOString()),
});

const correctedFor = ({ skew, roundTrip, receivedAt }: Kept, at: string): string =>
  correctedAt(at, skew, roundTrip, receivedAt.toISOString());

/** Answers as cells of a file, which the rules of files read: a value as it is, an absence by its word. */
const cellsOf = ({ answers }: Content): Record<string, string> =>
  Object.fromEntries(
    Object.entries(answers).map(([code, answer]) => [
      code,
      'value' in answer ? answer.value : wordForAbsence(answer.absence),
    ]),
  );
