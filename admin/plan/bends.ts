import type { Draw, Rules } from './plan.graphql.ts';

/** Rules that can be bent by a step at a time; the others hold or do not. */
export const BENDABLE = [
  ...(['WEEK_SPREAD', 'AUDITOR_WEEK', 'STRUCTURE_SHARE', 'STRUCTURE_GAP'] as const),
  ...(['SCENARIO_REUSE', 'PERSONA_REUSE', 'AUDITOR_ROTATION', 'TARGET'] as const),
];

/** The number of each rule that has one of its own. */
const NUMBER = {
  WEEK_SPREAD: 'weekExcess',
  AUDITOR_WEEK: 'weekMost',
  STRUCTURE_SHARE: 'structureShare',
  STRUCTURE_GAP: 'structureGap',
  SCENARIO_REUSE: 'scenarioLockOut',
  PERSONA_REUSE: 'personaLockOut',
  AUDITOR_ROTATION: 'auditorLockOut',
} as const;

/** How a relaxation bends rules. */
export type Bends = NonNullable<NonNullable<Draw['report']>['relaxation']>['bends'];

/** The rules as a relaxation bends them; null when they are no longer those it was looked for on. */
export function bent(rules: Rules, bends: Bends): Rules | null {
  return bends.reduce<Rules | null>((said, bend) => said && bentOnce(said, bend), rules);
}

function bentOnce(rules: Rules, { rule, channel, from, to }: Bends[number]): Rules | null {
  if (rule !== 'TARGET') {
    const field = NUMBER[rule as keyof typeof NUMBER];
    return rules[field] === from ? { ...rules, [field]: to } : null;
  }
  const own = rules.targets.filter((line) => line.channel === channel);
  if (Math.max(0, ...own.map(({ tests }) => tests)) !== from) return null;
  const fewer = (tests: number) => Math.max(0, tests - (from - to));
  const targets = rules.targets.map((line) => (own.includes(line) ? { ...line, tests: fewer(line.tests) } : line));
  return { ...rules, targets };
}
