import { dayAfter, isWorkingDay, type LocalTime } from '../delay/calendar.rules.ts';
import type { EventKind } from '../delay/delay.rules.ts';
import { type DemoGrid, editionOf, type Year } from './configuration.ts';
import { type DemoTest, mainland } from './plan.ts';
import { type Chance, chanceOf } from './random.ts';

/** When things happened during a test, on the clock of the structure, to the minute. */
export type DemoEvents = ReadonlyMap<EventKind, LocalTime>;

/** How many requests of a channel were answered after all, too late for the answer to count: those sent last. */
const answeredTooLate: Readonly<Record<string, number>> = { EMAIL: 6, LETTER: 9 };

/** When what the tests found of delays came about: as many days apart as each delay says, at an hour of work. */
export function eventsOf(year: Year, grid: DemoGrid, tests: readonly DemoTest[]): ReadonlyMap<DemoTest, DemoEvents> {
  const chance = chanceOf(`events ${year}`);
  const { answersUntil } = editionOf(year);
  return new Map(
    grid.channels.flatMap(({ code: channel, criteria }) => {
      const timed = criteria.flatMap(({ code, delay }) => (delay ? [{ code, to: delay.to }] : []));
      const sent = tests.filter((test) => test.channel === channel && timed.some(({ code }) => wasAsked(test, code)));
      const silent = sent.filter((test) =>
        timed.some(({ code, to }) => to === 'ANSWERED' && daysOf(test, code) === null),
      );
      const late = new Set(silent.slice(silent.length - (answeredTooLate[channel] ?? 0)));
      return sent.map((test): [DemoTest, DemoEvents] => {
        const days = new Map(timed.map(({ code, to }) => [to, daysOf(test, code)]));
        const tooLate = late.has(test) ? workingDayFrom(dayAfter(answersUntil, chance.whole(3, 24))) : null;
        const answered = days.get('ANSWERED') ?? null;
        const on = { ACKNOWLEDGED: after(test, days.get('ACKNOWLEDGED')), ANSWERED: tooLate ?? after(test, answered) };
        return [test, hoursOf(test.on, on, chance)];
      });
    }),
  );
}

const wasAsked = ({ findings }: DemoTest, code: string): boolean =>
  !['NOT_APPLICABLE', 'NOT_OFFERED'].includes(findings.get(code)?.absence ?? '');

function daysOf({ findings }: DemoTest, code: string): number | null {
  const value = findings.get(code)?.value ?? null;
  return value === null ? null : Number(value);
}

const after = ({ on }: DemoTest, days: number | null | undefined): string | null =>
  days == null ? null : dayAfter(on, days);

const workingDayFrom = (day: string): string => (isWorkingDay(day, mainland) ? day : workingDayFrom(dayAfter(day, 1)));

/** Requests leave by day. What comes the same day comes after them; what comes later, while offices are open. */
function hoursOf(
  sentOn: string,
  on: { readonly ACKNOWLEDGED: string | null; readonly ANSWERED: string | null },
  chance: Chance,
): DemoEvents {
  const sent = chance.whole(510, 1080);
  const answered = on.ANSWERED === sentOn ? chance.whole(sent + 20, 1140) : chance.whole(510, 1050);
  const lastHour = on.ACKNOWLEDGED === on.ANSWERED ? answered : 1050;
  const acknowledged = on.ACKNOWLEDGED === sentOn ? sent + chance.whole(0, 3) : chance.whole(480, lastHour);
  const events = new Map<EventKind, LocalTime>([['SENT', at(sentOn, sent)]]);
  if (on.ACKNOWLEDGED) events.set('ACKNOWLEDGED', at(on.ACKNOWLEDGED, acknowledged));
  if (on.ANSWERED) events.set('ANSWERED', at(on.ANSWERED, answered));
  return events;
}

const at = (day: string, minutes: number): LocalTime =>
  `${day}T${[Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')}`;
