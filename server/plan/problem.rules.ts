import type { Day } from '../delay/calendar.rules.ts';
import type { ChannelCode } from '../kernel/kinds.ts';
import type { HourBand, PlanRule, PlanRules, RuleCost, TestTarget } from './plan.ts';

export type Channel = `${ChannelCode}`;
export type Rule = `${PlanRule}`;

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
] as const satisfies readonly Rule[];

/** What staff decided, as data: see `PlanRules`. */
export interface RulesSaid
  extends Pick<
    PlanRules,
    | 'closedDays'
    | 'weekMost'
    | 'structureShare'
    | 'structureGap'
    | 'auditorLockOut'
    | 'scenarioLockOut'
    | 'personaLockOut'
    | 'weekExcess'
  > {
  readonly targets: readonly (Omit<TestTarget, 'channel'> & { readonly channel: Channel })[];
  readonly bands: readonly (Omit<HourBand, 'channel'> & { readonly channel: Channel })[];
  readonly costs: readonly (Omit<RuleCost, 'rule'> & { readonly rule: Rule })[];
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
