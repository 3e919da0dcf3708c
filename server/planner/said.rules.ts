import { type Channel, channels, type Rule, type RulesSaid } from './problem.rules.ts';

/** What is wrong with the rules of a plan: where, and why. */
export interface PlanFault {
  readonly path: string;
  readonly reason: 'OUT_OF_RANGE' | 'TWICE' | 'HOURS_DISORDERED' | 'NO_WEEKDAY' | 'NO_HOURS' | 'CATEGORY_UNKNOWN';
}

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

/** What tests cost, in cents: nothing a plan obeys, but a total staff keep an eye on. */
export interface Spending {
  readonly prices: readonly { readonly channel: Channel; readonly cents: number }[];
  /** What all may cost; null when unsaid. */
  readonly budget: number | null;
}

/** What tests cost together, by their channels; null when no price is said. A channel without a price costs nothing. */
export function costOf({ prices }: Pick<Spending, 'prices'>, tests: readonly { readonly channel: Channel }[]) {
  const of = new Map(prices.map(({ channel, cents }) => [channel, cents]));
  return prices.length === 0 ? null : tests.reduce((sum, { channel }) => sum + (of.get(channel) ?? 0), 0);
}

/** Ten million euros. */
const MOST_CENTS = 1_000_000_000;

/** The faults of rules, in the order of the form. */
export function planFaults(said: RulesSaid & Spending, categories: readonly string[]): PlanFault[] {
  const faults: PlanFault[] = [];
  const blame = (wrong: boolean, path: string, reason: PlanFault['reason']) =>
    void (wrong && faults.push({ path, reason }));
  const within = (field: keyof RulesSaid, least: number, most: number) => {
    const value = said[field] as number;
    blame(value < least || value > most, field, 'OUT_OF_RANGE');
  };
  for (const [i, { channel, categoryCode, tests }] of said.targets.entries()) {
    const twin = said.targets.findIndex((each) => each.channel === channel && each.categoryCode === categoryCode);
    blame(twin < i, `targets.${i}`, 'TWICE');
    blame(tests < 0 || tests > 20, `targets.${i}`, 'OUT_OF_RANGE');
    blame(categoryCode !== null && !categories.includes(categoryCode), `targets.${i}`, 'CATEGORY_UNKNOWN');
    blame(tests > 0 && !said.bands.some((band) => band.channel === channel), `targets.${i}`, 'NO_HOURS');
  }
  for (const [i, { weekdays, from, to }] of said.bands.entries()) {
    blame(!CLOCK.test(from) || !CLOCK.test(to) || from >= to, `bands.${i}`, 'HOURS_DISORDERED');
    blame(weekdays.length === 0 || weekdays.some((day) => day < 1 || day > 7), `bands.${i}`, 'NO_WEEKDAY');
  }
  within('weekMost', 1, 100);
  within('structureShare', 1, 20);
  within('structureGap', 0, 30);
  for (const field of ['auditorLockOut', 'scenarioLockOut', 'personaLockOut'] as const) within(field, 0, 9);
  if (said.weekExcess !== null) within('weekExcess', 0, 400);
  for (const [i, { rule, cost }] of said.costs.entries()) {
    blame(cost < 1 || cost > 1000, `costs.${i}`, 'OUT_OF_RANGE');
    blame(said.costs.findIndex((each) => each.rule === rule) < i, `costs.${i}`, 'TWICE');
  }
  for (const [i, { channel, cents }] of said.prices.entries()) {
    blame(cents < 0 || cents > MOST_CENTS, `prices.${i}`, 'OUT_OF_RANGE');
    blame(said.prices.findIndex((each) => each.channel === channel) < i, `prices.${i}`, 'TWICE');
  }
  blame(said.budget !== null && (said.budget < 0 || said.budget > MOST_CENTS), 'budget', 'OUT_OF_RANGE');
  return faults;
}

/** What rules are before staff say otherwise: one test a channel and what barometers do with calls and e-mails. */
export const customary: RulesSaid & Spending = {
  targets: channels.map((channel) => ({ channel, categoryCode: null, tests: customaryTests(channel) })),
  bands: channels.flatMap((channel) => [
    { channel, weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '12:00' },
    { channel, weekdays: [1, 2, 3, 4, 5], from: '14:00', to: '17:00' },
  ]),
  ...{ closedDays: [], weekMost: 12, structureShare: 4, structureGap: 2 },
  ...{ auditorLockOut: 1, scenarioLockOut: 1, personaLockOut: 1, weekExcess: 100, prices: [], budget: null },
  costs: (
    [
      ['WEEK_SPREAD', 1],
      ['AUDITOR_WEEK', 2],
      ['STRUCTURE_SHARE', 3],
      ['STRUCTURE_GAP', 4],
      ['SCENARIO_REUSE', 5],
      ['PERSONA_REUSE', 5],
      ['AUDITOR_ROTATION', 6],
      ['TARGET', 10],
    ] satisfies [Rule, number][]
  ).map(([rule, cost]) => ({ rule, cost })),
};

/** Thirteen tests a structure in 2020, over five channels; how they were shared out was not published. */
function customaryTests(channel: string): number {
  if (channel === 'PHONE' || channel === 'EMAIL') return 4;
  return channel === 'LETTER' || channel === 'WEBSITE' ? 2 : 1;
}
