import type { Day } from '../delay/calendar.rules.ts';
import type { ChannelCode } from '../kernel/kinds.ts';

export type Channel = `${ChannelCode}`;

/** The rules of a plan, in the order in which they are named, and in which one tries to do without. */
export const allRules = [
  'PERSONA_REUSE',
  'SCENARIO_REUSE',
  'WEEK_SPREAD',
  'WORKING_DAYS',
  'STRUCTURE_GAP',
  'STRUCTURE_SHARE',
  'AUDITOR_ROTATION',
  'AUDITOR_CONFLICT',
  'AUDITOR_COVER',
  'AUDITOR_WEEK',
  'TARGET',
] as const;
export type Rule = (typeof allRules)[number];

/** How many tests a structure has on a channel: for one category, or for all others. */
export interface Target {
  readonly channel: Channel;
  readonly categoryCode: string | null;
  readonly tests: number;
}

/** When tests of a channel may be done: weekdays from 1 for Monday, hours as "09:00" on the clock of the structure. */
export interface Band {
  readonly channel: Channel;
  readonly weekdays: readonly number[];
  readonly from: string;
  readonly to: string;
}

/** What it costs to bend a rule by one step, from 1. */
export interface Cost {
  readonly rule: Rule;
  readonly cost: number;
}

/** What staff decided, as data. */
export interface RulesSaid {
  readonly targets: readonly Target[];
  readonly bands: readonly Band[];
  /** Days without tests, beside weekends and holidays. */
  readonly closedDays: readonly Day[];
  /** The most tests a week of an auditor who did not say otherwise. */
  readonly weekMost: number;
  /** The most tests of one structure that one auditor does. */
  readonly structureShare: number;
  /** Least days from one test of a structure to the next: 0 allows the same day. */
  readonly structureGap: number;
  /** Editions during which an auditor does not come back; during which a scenario, or a persona on a channel, comes once. */
  readonly auditorLockOut: number;
  readonly scenarioLockOut: number;
  readonly personaLockOut: number;
  /** By how many percent a week may exceed its share of the tests of a channel; null for no such rule. */
  readonly weekExcess: number | null;
  readonly costs: readonly Cost[];
}

/** A structure to test. */
export interface Tested {
  readonly id: string;
  /** Code of the département, for holidays and for who goes to its counter; null for mainland without more. */
  readonly department: string | null;
  readonly category: string;
  /** Whether it took the option of the counter. */
  readonly reception: boolean;
}

/** Someone who may test. */
export interface Tester {
  readonly id: string;
  readonly channels: readonly Channel[];
  readonly departments: readonly string[];
  readonly weekMost: number | null;
  /** The structures they never test. */
  readonly conflicts: readonly string[];
}

/** A test of an earlier edition, `ago` editions before this one, from 1. */
export interface Past {
  readonly ago: number;
  readonly structure: string;
  readonly channel: Channel;
  readonly auditor: string | null;
  readonly scenario: string;
  readonly persona: string | null;
}

/** A planned test: whom, how, when, by whom. `id` names one that is recorded already. */
export interface Planned {
  readonly id: string | null;
  readonly structure: string;
  readonly channel: Channel;
  readonly day: Day;
  readonly from: string;
  readonly to: string;
  /** Null only for a recorded test that nobody does, before it is planned again. */
  readonly auditor: string | null;
  readonly scenario: string;
  readonly persona: string | null;
  /** Whether another test does it again: it then counts for what it took, and not as done. */
  readonly redone?: boolean;
  /** Whether it was put there by hand against rules: it counts as done, stays, and weighs on no other test. */
  readonly byHand?: boolean;
}

/** All that a plan is drawn from. The same problem and the same seed give the same plan. */
export interface Problem {
  readonly rules: RulesSaid;
  /** First and last day of fieldwork. */
  readonly from: Day;
  readonly to: Day;
  /** The first day on which a test can still be placed; null for the first of fieldwork. */
  readonly notBefore: Day | null;
  readonly structures: readonly Tested[];
  readonly auditors: readonly Tester[];
  readonly scenarios: readonly { readonly code: string; readonly channel: Channel }[];
  readonly personas: readonly { readonly code: string; readonly channels: readonly Channel[] }[];
  readonly past: readonly Past[];
  /** Tests that stay as they are: begun, done, or of days gone by. */
  readonly fixed: readonly Planned[];
  /** Structures that are left out: only what stays as it is weighs. */
  readonly untested?: readonly string[];
  /** By how many tests the targets of a channel are bent. */
  readonly fewer?: Readonly<Partial<Record<Channel, number>>>;
}

/** How many tests a structure has on a channel: those of its category, else those of all. */
export function targetOf(
  { rules, fewer }: Pick<Problem, 'rules' | 'fewer'>,
  structure: Tested,
  channel: Channel,
): number {
  if (channel === 'RECEPTION' && !structure.reception) return 0;
  const said = rules.targets.filter((target) => target.channel === channel);
  const own = said.find(({ categoryCode }) => categoryCode === structure.category);
  const target = own ?? said.find(({ categoryCode }) => categoryCode === null);
  return Math.max(0, (target?.tests ?? 0) - (fewer?.[channel] ?? 0));
}

export const channels = [
  'RECEPTION',
  'PHONE',
  'EMAIL',
  'LETTER',
  'WEBSITE',
  'SOCIAL',
] as const satisfies readonly Channel[];
