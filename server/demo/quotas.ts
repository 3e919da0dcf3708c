import { dayAfter, isWorkingDay } from '../delay/calendar.rules.ts';
import type { Year } from './configuration.ts';
import { type DemoTest, type Measured, mainland } from './plan.ts';
import { type Chance, chanceOf } from './random.ts';

/** Of the requests of one channel: how many are answered in time, and how many at all. */
interface Answers {
  readonly inTime: number;
  readonly answered: number;
}

/** What an edition must come to, in tests. The 2022 counts give the shares of AFNOR's release of 10 November 2022. */
interface Quota {
  readonly connected: number;
  /** Over all connected calls: 5.5 rings a call in 2022, 2.2 in 2021. */
  readonly rings: number;
  readonly email: Answers;
  readonly letter: Answers;
  readonly social: Answers;
  readonly onlineProcedures: number;
  readonly digitalHelp: number;
}

const quotas: Readonly<Record<Year, Quota>> = {
  2021: {
    connected: 720,
    rings: 1584,
    email: { inTime: 406, answered: 622 },
    letter: { inTime: 157, answered: 262 },
    social: { inTime: 134, answered: 158 },
    onlineProcedures: 223,
    digitalHelp: 54,
  },
  2022: {
    connected: 616,
    rings: 3388,
    email: { inTime: 352, answered: 566 },
    letter: { inTime: 128, answered: 238 },
    social: { inTime: 144, answered: 160 },
    onlineProcedures: 222,
    digitalHelp: 60,
  },
};

/** How a request turned out before anything is marked. Days are calendar days; nothing when no answer came in time to count. */
export interface Outcomes {
  readonly days: ReadonlyMap<Measured, number>;
  readonly rings: ReadonlyMap<Measured, number>;
  readonly onlineProcedures: ReadonlySet<Measured>;
  readonly digitalHelp: ReadonlySet<Measured>;
}

/** Shares out what the edition must come to: the better a structure, the likelier its tests are among the good ones. */
export function outcomesOf(year: Year, tests: readonly DemoTest[]): Outcomes {
  const chance = chanceOf(`outcomes ${year}`);
  const quota = quotas[year];
  const bestOf = (channel: string, applies: (test: DemoTest) => boolean = () => true) =>
    bestFirst(
      tests.filter((test) => test.channel === channel && applies(test)),
      chance,
    );
  const sites = ({ entrant }: DemoTest) => entrant.hasWebsite;
  return {
    rings: ringsOf(bestOf('PHONE').slice(0, quota.connected), quota.rings, chance),
    days: new Map([
      ...daysOf(bestOf('EMAIL'), quota.email, { soonest: 0, limit: 10, latest: 28 }, chance),
      ...daysOf(bestOf('LETTER'), quota.letter, { soonest: 2, limit: 15, latest: 44 }, chance),
      ...daysOf(
        bestOf('SOCIAL', ({ entrant }) => entrant.hasSocial),
        quota.social,
        { soonest: 0, limit: 3, latest: 12 },
        chance,
      ),
    ]),
    onlineProcedures: new Set(bestOf('WEBSITE', sites).slice(0, quota.onlineProcedures)),
    digitalHelp: new Set(bestOf('WEBSITE', sites).slice(0, quota.digitalHelp)),
  };
}

/** The likeliest good ones first; laureates leave less to chance. */
function bestFirst(tests: readonly DemoTest[], chance: Chance): DemoTest[] {
  const marked = tests.map((test) => ({
    test,
    mark: test.entrant.quality + 0.75 * chance.spread() * (test.entrant.laureate ? 0.4 : 1),
  }));
  return marked.sort((a, b) => b.mark - a.mark).map(({ test }) => test);
}

interface Pace {
  readonly soonest: number;
  readonly limit: number;
  readonly latest: number;
}

/** Days to answer: below the limit for those in time, from the limit on for the late ones; nobody works on a Sunday. */
function daysOf(
  tests: readonly DemoTest[],
  { inTime, answered }: Answers,
  { soonest, limit, latest }: Pace,
  chance: Chance,
): [DemoTest, number][] {
  return tests.slice(0, answered).map((test, i) => {
    const slowest = Math.max(soonest, Math.ceil((limit - 1) * (0.35 + (0.65 * i) / inTime)));
    const [from, to] = i < inTime ? [soonest, slowest] : [limit, latest];
    return [test, officeDay(test, from, to, chance)];
  });
}

/** So many days after a test, within bounds that hold a day when offices are open. */
export function officeDay({ on }: Pick<DemoTest, 'on'>, from: number, to: number, chance: Chance): number {
  const days = Array.from({ length: to - from + 1 }, (_, more) => from + more);
  const open = days.filter((after) => isWorkingDay(dayAfter(on, after), mainland));
  const chosen = open[chance.whole(0, open.length - 1)];
  if (chosen === undefined) throw new RangeError(`Offices are closed from ${from} to ${to} days after ${on}`);
  return chosen;
}

/** Rings before an answer, 1 to 14, more for the less good, then one more or less here and there until the sum is right. */
function ringsOf(calls: readonly DemoTest[], sum: number, chance: Chance): Map<DemoTest, number> {
  const mean = sum / calls.length;
  const rings = new Map(
    calls.map((call) => {
      const slowness = 0.35 + 1.1 * chance.next() + 0.5 * (0.5 - call.entrant.quality);
      return [call, within(Math.round(mean * slowness), 1, 14)];
    }),
  );
  let missing = sum - [...rings.values()].reduce((total, count) => total + count, 0);
  while (missing !== 0) {
    const call = calls[chance.whole(0, calls.length - 1)] as DemoTest;
    const before = rings.get(call) ?? 1;
    const after = within(before + Math.sign(missing), 1, 14);
    rings.set(call, after);
    missing -= after - before;
  }
  return rings;
}

export const within = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
