import type { Planned, Problem } from '../../server/planner/problem.rules.ts';

/**
 * Reads a plan against what staff asked for, and tells everything that is wrong with it. It shares nothing with the
 * planner but the words of the problem: holidays, weeks and targets are worked out here by other means.
 */
export function faultsOf(problem: Problem, plan: readonly Planned[]): string[] {
  const { rules } = problem;
  const all = [...problem.fixed, ...plan];
  const faults: string[] = [];
  const complain = (wrong: boolean, words: string) => void (wrong && faults.push(words));
  const count = (test: (planned: Planned) => boolean) => all.filter(test).length;
  const crowds = new Map<string, number>();
  const mostOn = (channel: Planned['channel'], week: string): number => {
    const most = crowds.get(`${channel} ${week}`) ?? mostIn(problem, channel, week);
    crowds.set(`${channel} ${week}`, most);
    return most;
  };

  for (const body of problem.structures)
    for (const channel of ['RECEPTION', 'PHONE', 'EMAIL', 'LETTER', 'WEBSITE', 'SOCIAL'] as const) {
      const lines = rules.targets.filter((line) => line.channel === channel);
      const line =
        lines.find((each) => each.categoryCode === body.category) ?? lines.find((each) => !each.categoryCode);
      const asked = channel === 'RECEPTION' && !body.reception ? 0 : (line?.tests ?? 0);
      const there = (planned: Planned) => planned.structure === body.id && planned.channel === channel;
      const kept = problem.fixed.filter(there).length;
      complain(count(there) !== Math.max(asked, kept), `${body.id} ${channel}: ${count(there)} for ${asked}`);
    }

  for (const test of plan) {
    const body = problem.structures.find(({ id }) => id === test.structure);
    const tester = problem.auditors.find(({ id }) => id === test.auditor);
    const name = `${test.structure} ${test.channel} ${test.day}`;
    if (!body || !tester) {
      complain(true, `${name}: nobody known`);
      continue;
    }
    complain(test.day < (problem.notBefore ?? problem.from) || test.day > problem.to, `${name}: out of fieldwork`);
    const date = new Date(`${test.day}T12:00:00Z`);
    const weekday = ((date.getUTCDay() + 6) % 7) + 1;
    const band = rules.bands.some(
      ({ channel, weekdays, from, to }) =>
        channel === test.channel && weekdays.includes(weekday) && from === test.from && to === test.to,
    );
    complain(!band, `${name}: no such hours`);
    complain(weekday > 5 || isHoliday(test.day, body.department), `${name}: not a working day`);
    complain(rules.closedDays.includes(test.day), `${name}: a closed day`);
    complain(!tester.channels.includes(test.channel), `${name}: not a channel of ${tester.id}`);
    const near = test.channel !== 'RECEPTION' || tester.departments.some((code) => code === body.department);
    complain(!near, `${name}: not a counter of ${tester.id}`);
    complain(tester.conflicts.includes(body.id), `${name}: ${tester.id} is tied to it`);
    for (const old of problem.past.filter(({ structure }) => structure === body.id)) {
      complain(old.auditor === tester.id && old.ago <= rules.auditorLockOut, `${name}: ${tester.id} comes back`);
      if (old.channel !== test.channel) continue;
      complain(old.scenario === test.scenario && old.ago < rules.scenarioLockOut, `${name}: scenario comes back`);
      complain(
        old.persona !== null && old.persona === test.persona && old.ago < rules.personaLockOut,
        `${name}: persona comes back`,
      );
    }
    const scenario = problem.scenarios.find(({ code }) => code === test.scenario);
    complain(scenario?.channel !== test.channel, `${name}: not a scenario of the channel`);
    const usable = problem.personas.filter(({ channels }) => channels.includes(test.channel));
    const cast = usable.length === 0 ? test.persona === null : usable.some(({ code }) => code === test.persona);
    complain(!cast, `${name}: not a persona of the channel`);
    const again = (other: Planned) =>
      other !== test && other.structure === test.structure && other.channel === test.channel;
    complain(
      rules.scenarioLockOut > 0 && all.some((other) => again(other) && other.scenario === test.scenario),
      `${name}: scenario twice`,
    );
    complain(
      rules.personaLockOut > 0 &&
        all.some((other) => again(other) && other.persona !== null && other.persona === test.persona),
      `${name}: persona twice`,
    );
    for (const other of all)
      if (other !== test && other.structure === test.structure)
        complain(apart(other.day, test.day) < rules.structureGap, `${name}: too near ${other.day}`);
    const week = mondayOf(test.day);
    const most = Math.min(tester.weekMost ?? Number.POSITIVE_INFINITY, rules.weekMost);
    const busy = count((other) => other.auditor === tester.id && mondayOf(other.day) === week);
    complain(busy > most, `${name}: ${tester.id} has ${busy} that week`);
    const share = count((other) => other.auditor === tester.id && other.structure === body.id);
    complain(share > rules.structureShare, `${name}: ${tester.id} does ${share} of it`);
    const crowd = count((other) => other.channel === test.channel && mondayOf(other.day) === week);
    complain(crowd > mostOn(test.channel, week), `${name}: ${crowd} on the channel that week`);
  }
  return faults;
}

/** The most tests of a channel in a week that begins on a Monday. */
export function mostIn({ rules, structures, from, to }: Problem, channel: Planned['channel'], monday: string): number {
  if (rules.weekExcess === null) return Number.POSITIVE_INFINITY;
  const weekdays = rules.bands.filter((band) => band.channel === channel).flatMap((band) => band.weekdays);
  const open: string[] = [];
  for (let time = Date.parse(from); time <= Date.parse(to); time += 86_400_000) {
    const day = new Date(time).toISOString().slice(0, 10);
    const weekday = new Date(time).getUTCDay();
    const works = weekday > 0 && weekday < 6 && !isHoliday(day, null) && !rules.closedDays.includes(day);
    if (works && weekdays.includes(weekday)) open.push(day);
  }
  const own = open.filter((day) => mondayOf(day) === monday).length;
  const lines = rules.targets.filter((line) => line.channel === channel);
  const asked = structures.reduce((sum, { category, reception }) => {
    const line =
      lines.find(({ categoryCode }) => categoryCode === category) ?? lines.find(({ categoryCode }) => !categoryCode);
    return sum + (channel === 'RECEPTION' && !reception ? 0 : (line?.tests ?? 0));
  }, 0);
  if (open.length === 0) return Number.POSITIVE_INFINITY;
  const exact = asked * own * (100 + rules.weekExcess);
  return (exact - (exact % (100 * open.length))) / (100 * open.length) + (exact % (100 * open.length) > 0 ? 1 : 0);
}

/** The Monday of the week of a day. */
export function mondayOf(day: string): string {
  const known = mondays.get(day);
  if (known) return known;
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  const monday = date.toISOString().slice(0, 10);
  mondays.set(day, monday);
  return monday;
}

/** Those that were worked out: a plan of thousands of tests asks for each of them as often. */
const mondays = new Map<string, string>();

/** How many days lie between two, whichever comes first. */
export const apart = (one: string, other: string): number =>
  Math.abs(Math.round((new Date(one).getTime() - new Date(other).getTime()) / 86_400_000));

/** Easter Mondays, from a printed table: the Ascension and Whit Monday follow them by 38 and 49 days. */
const easterMondays: Readonly<Record<string, string>> = {
  ...{ 2021: '2021-04-05', 2022: '2022-04-18', 2023: '2023-04-10', 2024: '2024-04-01', 2025: '2025-04-21' },
  ...{ 2026: '2026-04-06', 2027: '2027-03-29', 2028: '2028-04-17' },
};

/** Whether a day is a public holiday in a département: those that the tests go through. */
export function isHoliday(day: string, department: string | null): boolean {
  if (/-(01-01|05-01|05-08|07-14|08-15|11-01|11-11|12-25)$/.test(day)) return true;
  const monday = easterMondays[day.slice(0, 4)];
  if (!monday) throw new Error(`No table of holidays for ${day}.`);
  const from = (new Date(day).getTime() - new Date(monday).getTime()) / 86_400_000;
  if (from === 0 || from === 38 || from === 49) return true;
  if (department === '67' || department === '68' || department === '57') return from === -3 || day.endsWith('-12-26');
  return department === '974' && day.endsWith('-12-20');
}
