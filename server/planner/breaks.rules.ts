import { type Channel, channels, type Planned, type Problem, type Rule } from './problem.rules.ts';
import { covers, openDays, type Terms, termsOf } from './terms.rules.ts';

/** A place for one test: a day and an auditor, both known to the problem. */
export interface Place {
  readonly structure: string;
  readonly channel: Channel;
  readonly day: string;
  readonly auditor: string | null;
}

/** Reads what a test would break in a place, rule by rule, while all others stay where they are. */
export type BreaksIn = (place: Place) => Rule[];

const RULES: ReadonlySet<Rule> = new Set<Rule>([
  ...(['WORKING_DAYS', 'WEEK_SPREAD', 'STRUCTURE_GAP', 'STRUCTURE_SHARE'] as const),
  ...(['AUDITOR_ROTATION', 'AUDITOR_CONFLICT', 'AUDITOR_COVER', 'AUDITOR_WEEK'] as const),
]);

/** What a place breaks of a problem whose other tests are all given. Days before today are nobody's business here. */
export function breaksAmong(problem: Problem, others: readonly Planned[]): BreaksIn {
  const standing: Problem = { ...problem, notBefore: null, fixed: others };
  const terms = termsOf(standing, RULES);
  return (place) => [...ofDay(terms, standing, place), ...ofAuditor(terms, standing, place)];
}

/** What is wrong with the day, whoever does it. */
function ofDay({ days, weekOf, weeks, spreadRoom, gap }: Terms, problem: Problem, place: Place): Rule[] {
  const { structure, channel, day } = place;
  const body = problem.structures.find(({ id }) => id === structure);
  const at = days.indexOf(day);
  const room = spreadRoom[channels.indexOf(channel) * weeks + (weekOf[at] ?? 0)] ?? 0;
  const near = problem.fixed.some((test) => test.structure === structure && apart(test.day, day) < gap);
  return [
    ...(body && openDays(problem, RULES, body, channel, days).includes(at) ? [] : ['WORKING_DAYS' as const]),
    ...(room > 0 ? [] : ['WEEK_SPREAD' as const]),
    ...(near ? ['STRUCTURE_GAP' as const] : []),
  ];
}

/** What is wrong with who does it. */
function ofAuditor({ days, weekOf, weeks, weekRoom, shareRoom }: Terms, problem: Problem, place: Place): Rule[] {
  const { auditors, structures, past, rules } = problem;
  const who = auditors.findIndex(({ id }) => id === place.auditor);
  const whom = structures.findIndex(({ id }) => id === place.structure);
  const [auditor, body] = [auditors[who], structures[whom]];
  if (!auditor || !body) return [];
  const comesBack = past.some(
    ({ ago, structure, auditor }) =>
      ago <= rules.auditorLockOut && structure === place.structure && auditor === place.auditor,
  );
  const week = weekOf[days.indexOf(place.day)] ?? 0;
  return [
    ...((shareRoom[whom * auditors.length + who] ?? 0) > 0 ? [] : ['STRUCTURE_SHARE' as const]),
    ...(comesBack ? ['AUDITOR_ROTATION' as const] : []),
    ...(auditor.conflicts.includes(body.id) ? ['AUDITOR_CONFLICT' as const] : []),
    ...(covers(auditor, body, place.channel) ? [] : ['AUDITOR_COVER' as const]),
    ...((weekRoom[who * weeks + week] ?? 0) > 0 ? [] : ['AUDITOR_WEEK' as const]),
  ];
}

const apart = (one: string, other: string): number => Math.abs(Date.parse(one) - Date.parse(other)) / 86_400_000;
