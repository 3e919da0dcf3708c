import type { Channel, Problem, Rule, Tested } from '../../server/planner/problem.rules.ts';
import { apart, isHoliday, mondayOf, mostIn } from './planchecker.ts';

/**
 * Whether small problems have a plan under some rules, decided by going through everything: all ways in which each
 * structure may be tested alone, then all sums of what these take from auditors and weeks. Slow, and never wrong.
 */
export function isPossible(problem: Problem, rules: ReadonlySet<Rule>): boolean {
  const room = new Map<string, number>();
  for (const { auditor, day } of problem.fixed) spend(room, `a ${auditor} ${mondayOf(day)}`);
  for (const { channel, day } of problem.fixed) spend(room, `c ${channel} ${mondayOf(day)}`);
  const limitOf = (key: string): number => {
    const [kind, who = '', monday = ''] = key.split(' ');
    if (kind === 'c') return rules.has('WEEK_SPREAD') ? mostIn(problem, who as Channel, monday) : 1e9;
    const own = problem.auditors.find(({ id }) => id === who)?.weekMost ?? 1e9;
    return rules.has('AUDITOR_WEEK') ? Math.min(own, problem.rules.weekMost) : 1e9;
  };
  let states = new Map([['', room]]);
  for (const body of rules.has('TARGET') ? problem.structures : []) {
    const profiles = profilesOf(problem, rules, body);
    const next = new Map<string, Map<string, number>>();
    for (const state of states.values())
      for (const profile of profiles) {
        const sum = new Map(state);
        for (const [key, count] of profile) sum.set(key, (sum.get(key) ?? 0) + count);
        if (profile.every(([key]) => (sum.get(key) ?? 0) <= limitOf(key))) next.set(nameOf(sum), sum);
      }
    states = next;
  }
  return states.size > 0;
}

const spend = (room: Map<string, number>, key: string) => room.set(key, (room.get(key) ?? 0) + 1);
const nameOf = (state: ReadonlyMap<string, number>): string =>
  [...state]
    .map(([key, count]) => `${key}=${count}`)
    .sort()
    .join();

type Profile = readonly (readonly [string, number])[];

/** What each way of testing one structure takes from auditors and weeks, each once. */
function profilesOf(problem: Problem, rules: ReadonlySet<Rule>, body: Tested): Profile[] {
  const tests = testsOf(problem, body);
  if (tests.some((channel) => !hasRoles(problem, rules, body, channel, tests))) return [];
  const found = new Map<string, Profile>();
  for (const weeks of weeksFor(problem, rules, body, tests)) {
    const go = (i: number, who: readonly string[]) => {
      const channel = tests[i];
      if (channel === undefined) {
        const taken = new Map<string, number>();
        for (const [k, monday] of weeks.entries()) {
          spend(taken, `a ${who[k]} ${monday}`);
          spend(taken, `c ${tests[k]} ${monday}`);
        }
        found.set(nameOf(taken), [...taken]);
        return;
      }
      for (const { id } of problem.auditors)
        if (
          mayDo(problem, rules, body, channel, id) &&
          shareLeft(problem, rules, body, id) > who.filter((one) => one === id).length
        )
          go(i + 1, [...who, id]);
    };
    go(0, []);
  }
  return [...found.values()];
}

function testsOf(problem: Problem, body: Tested): Channel[] {
  const all = ['RECEPTION', 'PHONE', 'EMAIL', 'LETTER', 'WEBSITE', 'SOCIAL'] as const;
  return all.flatMap((channel) => {
    const lines = problem.rules.targets.filter((line) => line.channel === channel);
    const line =
      lines.find((one) => one.categoryCode === body.category) ?? lines.find((one) => one.categoryCode === null);
    const asked =
      channel === 'RECEPTION' && !body.reception
        ? 0
        : Math.max(0, (line?.tests ?? 0) - (problem.fewer?.[channel] ?? 0));
    const kept = problem.fixed.filter((test) => test.structure === body.id && test.channel === channel).length;
    return new Array<Channel>(Math.max(0, asked - kept)).fill(channel);
  });
}

/** All sequences of weeks, one a test, that some choice of days comes to. */
function weeksFor(problem: Problem, rules: ReadonlySet<Rule>, body: Tested, tests: readonly Channel[]): string[][] {
  const gap = rules.has('STRUCTURE_GAP') ? problem.rules.structureGap : 0;
  const kept = problem.fixed.filter(({ structure }) => structure === body.id).map(({ day }) => day);
  const found = new Map<string, string[]>();
  const go = (days: readonly string[]) => {
    const channel = tests[days.length];
    if (channel === undefined) {
      const weeks = days.map(mondayOf);
      found.set(weeks.join(), weeks);
      return;
    }
    for (const day of openOn(problem, rules, body, channel))
      if ([...kept, ...days].every((other) => apart(other, day) >= gap)) go([...days, day]);
  };
  go([]);
  return [...found.values()];
}

function openOn(problem: Problem, rules: ReadonlySet<Rule>, body: Tested, channel: Channel): string[] {
  const days: string[] = [];
  for (let time = Date.parse(problem.from); time <= Date.parse(problem.to); time += 86_400_000) {
    const day = new Date(time).toISOString().slice(0, 10);
    const weekday = new Date(time).getUTCDay() || 7;
    const hours = problem.rules.bands.some((band) => band.channel === channel && band.weekdays.includes(weekday));
    const works = weekday < 6 && !isHoliday(day, body.department) && !problem.rules.closedDays.includes(day);
    if (day >= (problem.notBefore ?? '') && hours && (works || !rules.has('WORKING_DAYS'))) days.push(day);
  }
  return days;
}

function mayDo(problem: Problem, rules: ReadonlySet<Rule>, body: Tested, channel: Channel, id: string): boolean {
  const one = problem.auditors.find((auditor) => auditor.id === id);
  if (!one || (rules.has('AUDITOR_CONFLICT') && one.conflicts.includes(body.id))) return false;
  const back = problem.past.some(
    (test) => test.auditor === id && test.structure === body.id && test.ago <= problem.rules.auditorLockOut,
  );
  if (rules.has('AUDITOR_ROTATION') && back) return false;
  if (!rules.has('AUDITOR_COVER')) return true;
  const near = channel !== 'RECEPTION' || one.departments.some((code) => code === body.department);
  return one.channels.includes(channel) && near;
}

const shareLeft = ({ rules: said, fixed }: Problem, rules: ReadonlySet<Rule>, body: Tested, id: string): number =>
  rules.has('STRUCTURE_SHARE')
    ? said.structureShare - fixed.filter((test) => test.structure === body.id && test.auditor === id).length
    : 1e9;

/** Whether there are scenarios and personas enough for the tests of a structure on a channel. */
function hasRoles(
  problem: Problem,
  rules: ReadonlySet<Rule>,
  body: Tested,
  channel: Channel,
  tests: readonly Channel[],
) {
  const wanted = tests.filter((one) => one === channel).length;
  const enough = (all: readonly string[], lockOut: number, rule: Rule, of: 'scenario' | 'persona') => {
    if (!rules.has(rule) || lockOut === 0) return all.length > 0;
    const here = (test: { structure: string; channel: Channel }) =>
      test.structure === body.id && test.channel === channel;
    const had = [...problem.past.filter(({ ago }) => ago < lockOut), ...problem.fixed]
      .filter(here)
      .map((test) => test[of]);
    return all.filter((code) => !had.includes(code)).length >= wanted;
  };
  const plays = problem.scenarios.filter((one) => one.channel === channel).map(({ code }) => code);
  const people = problem.personas.filter((one) => one.channels.includes(channel)).map(({ code }) => code);
  return (
    enough(plays, problem.rules.scenarioLockOut, 'SCENARIO_REUSE', 'scenario') &&
    (people.length === 0 || enough(people, problem.rules.personaLockOut, 'PERSONA_REUSE', 'persona'))
  );
}
