import type { Content } from '../collect/content.rules.ts';
import type { Instant } from '../delay/calendar.rules.ts';
import type { Assignment } from '../plan/assignment.ts';
import type { Finding } from '../score/measure.rules.ts';
import { instantAt } from './calendar.ts';
import { gridOf } from './configuration.ts';
import { happenings, isWritten, outcomesOf, sentAtOf } from './happenings.ts';
import { measure } from './measure.ts';
import type { Measured } from './plan.ts';
import { type Chance, chanceOf } from './random.ts';
import { wordsOf } from './verbatims.ts';

/** One planned test as it was done. */
export interface Visit {
  readonly assignment: Assignment;
  readonly beganAt: Instant;
  /** When it is sent, which may be still to come: what is written waits for its answer. */
  readonly sentAt: Instant;
  readonly content: Content;
}

/** Minutes between the tests of one auditor on one day. */
const APART = 35;

/** How the tests of a plan turn out, in their order, but for a few of a moment that are forgotten. */
export function visitsTo(assignments: readonly Assignment[]): Visit[] {
  const chance = chanceOf('terrain 2027');
  const begun = begunAt(assignments, chance);
  const tests = testsOf(assignments, chance);
  const outcomes = outcomesOf(tests, chance);
  const grid = gridOf(2022);
  measure(2027, grid, tests, outcomes);
  const timed = grid.channels.flatMap(({ criteria }) => criteria.flatMap(({ code, delay }) => (delay ? [code] : [])));
  const words = wordsOf(chance);
  return assignments.flatMap((assignment, i) => {
    const [test, beganAt] = [tests[i] as Measured, begun[i] ?? ''];
    if (!isWritten(test) && chance.happens(0.12)) return [];
    const answers = [...test.findings.values()].filter(({ criterion }) => !timed.includes(criterion)).map(answerOf);
    const word = words(test);
    const content = {
      ...{ beganAt, answers: Object.fromEntries(answers), events: happenings(test, beganAt, outcomes), harmless: [] },
      verbatims: word ? { '': word } : {},
    };
    return { assignment, beganAt, sentAt: sentAtOf(test, beganAt, outcomes, chance), content };
  });
}

/** When each is begun: in its hours, those of one auditor on one day one after the other. */
function begunAt(assignments: readonly Assignment[], chance: Chance): Instant[] {
  const before = new Map<string, number>();
  return assignments.map(({ auditor, onDay, fromTime }) => {
    const key = `${auditor?.id} ${onDay} ${fromTime}`;
    const place = before.get(key) ?? 0;
    before.set(key, place + 1);
    return instantAt(onDay, fromTime, chance.whole(2, 12) + APART * place);
  });
}

/** The tests before anything is found: some towns are better than others, and stay so from test to test. */
function testsOf(assignments: readonly Assignment[], chance: Chance): Measured[] {
  const qualities = new Map<string, number>();
  return assignments.map(({ enrolment, channel, onDay: on }) => {
    const quality = qualities.get(enrolment.id) ?? 0.3 + 0.6 * chance.next();
    qualities.set(enrolment.id, quality);
    return { entrant: { quality, hasWebsite: true, hasSocial: true }, channel, on, findings: new Map() };
  });
}

const answerOf = ({ criterion, value, absence }: Finding) =>
  [criterion, value !== null ? { value } : { absence: absence ?? 'NOT_OBSERVED' }] as const;
