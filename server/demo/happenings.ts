import type { RecordedEvent } from '../collect/content.rules.ts';
import { dayAfter, type Instant } from '../delay/calendar.rules.ts';
import type { EventKind } from '../delay/delay.rules.ts';
import { instantAt } from './calendar.ts';
import type { Measured } from './plan.ts';
import { type Outcomes, officeDay } from './quotas.ts';
import type { Chance } from './random.ts';

/** A request that is written: in how many days an answer comes, how often none does, and how many days it is waited for. */
interface Writing {
  readonly soonest: number;
  readonly latest: number;
  readonly silent: number;
  readonly patience: number;
}

const written: Readonly<Record<string, Writing>> = {
  EMAIL: { soonest: 0, latest: 4, silent: 0.12, patience: 11 },
  LETTER: { soonest: 5, latest: 12, silent: 0.2, patience: 20 },
  SOCIAL: { soonest: 0, latest: 2, silent: 0.25, patience: 6 },
};

/** Minutes that a test takes where nothing is waited for. */
const lasts: Readonly<Record<string, readonly [least: number, most: number]>> = {
  ...{ PHONE: [4, 9], WEBSITE: [9, 16], RECEPTION: [14, 28] },
};

/** Rings before a caller gives up. */
const PATIENCE = 10;
const SECOND = 1000;

export const isWritten = ({ channel }: Pick<Measured, 'channel'>): boolean => channel in written;

/** How each test turned out before anything is marked: the better the town, the likelier an answer. */
export function outcomesOf(tests: readonly Measured[], chance: Chance): Outcomes {
  const luck = ({ entrant }: Measured) => chance.next() < 0.35 + 0.6 * entrant.quality;
  const calls = tests.filter(({ channel }) => channel === 'PHONE').filter(() => !chance.happens(0.1));
  const sites = tests.filter(({ channel }) => channel === 'WEBSITE');
  const answered = tests.flatMap((test): [Measured, number][] => {
    const writing = written[test.channel];
    if (!writing || chance.happens(writing.silent)) return [];
    return [[test, officeDay(test, writing.soonest, writing.latest, chance)]];
  });
  return {
    days: new Map(answered),
    rings: new Map(calls.map((test) => [test, chance.whole(1, test.entrant.quality > 0.6 ? 4 : 8)])),
    ...{ onlineProcedures: new Set(sites.filter(luck)), digitalHelp: new Set(sites.filter(luck)) },
  };
}

/** What happened during a test, as a telephone records it. */
export function happenings(test: Measured, beganAt: Instant, outcomes: Outcomes): RecordedEvent[] {
  const told = isWritten(test)
    ? writtenEvents(test, beganAt, outcomes)
    : test.channel === 'PHONE'
      ? calledEvents(beganAt, outcomes.rings.get(test))
      : [];
  return told.map(([kind, at], i) => ({ id: `d${i}`, kind, at }));
}

type Told = readonly [kind: EventKind, at: Instant];

function calledEvents(beganAt: Instant, rings: number | undefined): Told[] {
  const later = (seconds: number) => new Date(Date.parse(beganAt) + seconds * SECOND).toISOString();
  const rang = Array.from({ length: rings ?? PATIENCE }, (_, i): Told => ['RANG', later(8 + 5 * i)]);
  const connected: Told[] = rings === undefined ? [] : [['CONNECTED', later(10 + 5 * rings)]];
  return [['ATTEMPTED', beganAt], ...rang, ...connected];
}

function writtenEvents(test: Measured, beganAt: Instant, { days }: Outcomes): Told[] {
  const answered = answeredAt(test, beganAt, days.get(test));
  const code = [...test.findings.keys()].find((each) => each.endsWith('.acknowledgement')) ?? '';
  const after = test.findings.get(code)?.value ?? null;
  const acknowledged = after === null ? null : acknowledgedAt(test, beganAt, Number(after));
  return [
    ['SENT', beganAt],
    ...(acknowledged ? [['ACKNOWLEDGED', answered && acknowledged > answered ? answered : acknowledged] as const] : []),
    ...(answered ? [['ANSWERED', answered] as const] : []),
  ];
}

const acknowledgedAt = ({ on }: Measured, beganAt: Instant, days: number): Instant =>
  days === 0 ? new Date(Date.parse(beganAt) + 90 * SECOND).toISOString() : instantAt(dayAfter(on, days), '09:10');

/** When an answer comes: the same day two hours later, or in the morning of another. */
function answeredAt({ on }: Measured, beganAt: Instant, days: number | undefined): Instant | null {
  if (days === undefined) return null;
  return days === 0
    ? new Date(Date.parse(beganAt) + 7200 * SECOND).toISOString()
    : instantAt(dayAfter(on, days), '10:20');
}

/** When it is sent: as soon as it is over, or once its answer came or was waited for long enough. */
export function sentAtOf(test: Measured, beganAt: Instant, { days }: Outcomes, chance: Chance): Instant {
  const [least, most] = lasts[test.channel] ?? [20, 90];
  const minutes = chance.whole(least, most);
  const patience = dayAfter(test.on, written[test.channel]?.patience ?? 0);
  const over = isWritten(test) ? (answeredAt(test, beganAt, days.get(test)) ?? instantAt(patience, '17:00')) : beganAt;
  return new Date(Date.parse(over) + minutes * 60 * SECOND).toISOString();
}
