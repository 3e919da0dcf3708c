import { type Day, dayAfter, isWorkingDay, territoryOf } from '../delay/calendar.rules.ts';
import {
  type Channel,
  channels,
  type Problem,
  type Rule,
  type Tested,
  type Tester,
  targetOf,
} from './problem.rules.ts';

/** The tests of one structure on one channel, with what is open to them. */
export interface Cell {
  /** Indices into the structures and channels of the problem. */
  readonly structure: number;
  readonly channel: number;
  /** How many tests are to be placed, from 1. */
  readonly tests: number;
  /** The days and the auditors one of them may have, as indices, ascending. */
  readonly days: readonly number[];
  readonly auditors: readonly number[];
}

/** Whether nothing is open to a cell: no day is left, or nobody may do its tests. No model has a word for it. */
export const isShut = ({ days, auditors }: Cell): boolean => days.length === 0 || auditors.length === 0;

/** A problem under some of its rules, in numbers. What stays as it is has been taken off every capacity. */
export interface Terms {
  readonly problem: Problem;
  readonly rules: ReadonlySet<Rule>;
  readonly cells: readonly Cell[];
  readonly days: readonly Day[];
  /** The week of each day: from 0, Monday to Sunday. */
  readonly weekOf: readonly number[];
  readonly weeks: number;
  /** Least days from one test of a structure to the next. */
  readonly gap: number;
  /** How many tests an auditor can still have in a week, by auditor × weeks + week. */
  readonly weekRoom: readonly number[];
  /** How many tests of a structure an auditor can still have, by structure × auditors + auditor. */
  readonly shareRoom: readonly number[];
  /** How many tests of a channel a week can still have, by channel × weeks + week. */
  readonly spreadRoom: readonly number[];
}

/** More than any plan has: a rule that does not hold. */
export const ENDLESS = 1_000_000;

/** A problem in numbers, under some of its rules. */
export function termsOf(problem: Problem, rules: ReadonlySet<Rule>): Terms {
  const { structures, auditors } = problem;
  const days = daysFrom(problem.from, problem.to);
  const base = Math.min(...days.map(weekNumber));
  const weekOf = days.map((day) => weekNumber(day) - base);
  const weeks = Math.max(...weekOf) + 1;
  const gap = rules.has('STRUCTURE_GAP') ? problem.rules.structureGap : 0;
  const rooms = roomsOf(problem, rules, days, weekOf, weeks);
  const fixedBy = Map.groupBy(problem.fixed, ({ structure }) => structure);
  const rotated = recentBy(problem);
  const cells = structures.flatMap((structure, s) => {
    const fixed = fixedBy.get(structure.id) ?? [];
    const near = fixed.flatMap(({ day, byHand }) => (byHand ? [] : [dayNumber(day) - dayNumber(problem.from)]));
    return channels.flatMap((channel, c): Cell[] => {
      const done = fixed.filter((test) => test.channel === channel && !test.redone).length;
      const wanted = rules.has('TARGET') && !problem.untested?.includes(structure.id);
      const tests = wanted ? targetOf(problem, structure, channel) - done : 0;
      if (tests <= 0) return [];
      const free = openDays(problem, rules, structure, channel, days).filter(
        (day) => gap === 0 || near.every((other) => Math.abs(other - day) >= gap),
      );
      const able = auditors.flatMap((auditor, a) => (mayTest(rules, rotated, auditor, structure, channel) ? [a] : []));
      return [{ structure: s, channel: c, tests, days: free, auditors: able }];
    });
  });
  return { problem, rules, cells, days, weekOf, weeks, gap, ...rooms };
}

/** The days of fieldwork, both ends included. */
export function daysFrom(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = dayAfter(day, 1)) days.push(day);
  return days;
}

/** Days since 1 January 1970, a Thursday. */
const dayNumber = (day: Day): number => Date.parse(day) / 86_400_000;
const weekNumber = (day: Day): number => Math.floor((dayNumber(day) + 3) / 7);
/** From 1 for Monday to 7. */
export const weekdayOf = (day: Day): number => ((dayNumber(day) + 3) % 7) + 1;

/** The days on which a structure may be tested on a channel, as indices. */
export function openDays(
  { rules: said, notBefore }: Problem,
  rules: ReadonlySet<Rule>,
  { department }: Tested,
  channel: Channel,
  days: readonly Day[],
): number[] {
  const weekdays = new Set(said.bands.flatMap((band) => (band.channel === channel ? band.weekdays : [])));
  const territory = territoryOf(department);
  const closed = new Set(said.closedDays);
  return days.flatMap((day, i) => {
    if (!weekdays.has(weekdayOf(day)) || (notBefore !== null && day < notBefore)) return [];
    return rules.has('WORKING_DAYS') && (closed.has(day) || !isWorkingDay(day, territory)) ? [] : [i];
  });
}

/** The structures each auditor tested in editions that still count, as `auditor structure`. */
const recentBy = ({ past, rules }: Problem): ReadonlySet<string> =>
  new Set(past.flatMap((test) => (test.ago <= rules.auditorLockOut ? [`${test.auditor} ${test.structure}`] : [])));

function mayTest(
  rules: ReadonlySet<Rule>,
  rotated: ReadonlySet<string>,
  auditor: Tester,
  structure: Tested,
  channel: Channel,
): boolean {
  if (rules.has('AUDITOR_CONFLICT') && auditor.conflicts.includes(structure.id)) return false;
  if (rules.has('AUDITOR_ROTATION') && rotated.has(`${auditor.id} ${structure.id}`)) return false;
  return !rules.has('AUDITOR_COVER') || covers(auditor, structure, channel);
}

/** Whether an auditor tests a channel, and, at the counter, goes to the département of the structure. */
export const covers = (auditor: Tester, { department }: Tested, channel: Channel): boolean =>
  auditor.channels.includes(channel) &&
  (channel !== 'RECEPTION' || (department !== null && auditor.departments.includes(department)));

function roomsOf(
  problem: Problem,
  rules: ReadonlySet<Rule>,
  days: readonly Day[],
  weekOf: readonly number[],
  weeks: number,
): Pick<Terms, 'weekRoom' | 'shareRoom' | 'spreadRoom'> {
  const { auditors, structures, rules: said } = problem;
  const most = ({ weekMost }: Tester) =>
    rules.has('AUDITOR_WEEK') ? Math.min(weekMost ?? ENDLESS, said.weekMost) : ENDLESS;
  const weekRoom = auditors.flatMap((auditor) => new Array<number>(weeks).fill(most(auditor)));
  const share = rules.has('STRUCTURE_SHARE') ? said.structureShare : ENDLESS;
  const shareRoom = new Array<number>(structures.length * auditors.length).fill(share);
  const spreadRoom = channels.flatMap((channel) => spreadOf(problem, rules, channel, days, weekOf, weeks));
  const auditorIndex = new Map(auditors.map(({ id }, i) => [id, i]));
  const structureIndex = new Map(structures.map(({ id }, i) => [id, i]));
  const base = Math.min(...days.map(weekNumber));
  for (const test of problem.fixed) {
    if (test.byHand) continue;
    const a = auditorIndex.get(test.auditor ?? '');
    const s = structureIndex.get(test.structure);
    const week = weekNumber(test.day) - base;
    if (a !== undefined && s !== undefined) take(shareRoom, s * auditors.length + a);
    if (week < 0 || week >= weeks) continue;
    if (a !== undefined) take(weekRoom, a * weeks + week);
    take(spreadRoom, channels.indexOf(test.channel) * weeks + week);
  }
  return { weekRoom, shareRoom, spreadRoom };
}

/** What stays as it is may exceed what would be given today: there is then no room left, and not less than none. */
function take(rooms: number[], at: number): void {
  rooms[at] = Math.max(0, (rooms[at] ?? 0) - 1);
}

/**
 * The most tests of a channel in each week: its share by working days of the mainland, and so many percent above,
 * rounded up. It rests on the targets as they were said, and on all other rules as they stand.
 */
function spreadOf(
  { rules: said, structures }: Problem,
  rules: ReadonlySet<Rule>,
  channel: Channel,
  days: readonly Day[],
  weekOf: readonly number[],
  weeks: number,
): number[] {
  if (!rules.has('WEEK_SPREAD') || said.weekExcess === null) return new Array<number>(weeks).fill(ENDLESS);
  const weekdays = new Set(said.bands.flatMap((band) => (band.channel === channel ? band.weekdays : [])));
  const mainland = territoryOf(null);
  const open = new Array<number>(weeks).fill(0);
  for (const [i, day] of days.entries())
    if (weekdays.has(weekdayOf(day)) && !said.closedDays.includes(day) && isWorkingDay(day, mainland))
      open[weekOf[i] ?? 0] = (open[weekOf[i] ?? 0] ?? 0) + 1;
  const all = open.reduce((sum, count) => sum + count, 0);
  const tests = structures.reduce((sum, structure) => sum + targetOf({ rules: said }, structure, channel), 0);
  const factor = 100 + said.weekExcess;
  return open.map((count) => (all === 0 ? ENDLESS : Math.ceil((tests * count * factor) / (100 * all))));
}
