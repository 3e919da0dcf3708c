import type { Estimate } from './crossed.rules.ts';

/** The difference between a first reading of a test and the second one, in points on 100. */
export interface Paired {
  readonly auditor: string;
  readonly difference: number;
}

/** Below how many second readings, beyond one an auditor, their noise is not known well enough to say anything. */
const FEWEST = 8;

/**
 * What each auditor adds, from tests that were read twice: the mean of their differences. Their noise is pooled over
 * auditors, since each has few. Second readers are taken to be even-handed together; what one of them adds is not told.
 */
export function pairedEffects(pairs: readonly Paired[]): (Estimate & { readonly freedom: number })[] {
  const byAuditor = [...Map.groupBy(pairs, ({ auditor }) => auditor)].map(([auditor, own]) => {
    const values = own.map(({ difference }) => difference);
    const points = values.reduce((sum, value) => sum + value, 0) / values.length;
    return {
      auditor,
      tests: values.length,
      points,
      rest: values.reduce((sum, value) => sum + (value - points) ** 2, 0),
    };
  });
  const freedom = pairs.length - byAuditor.length;
  if (freedom < FEWEST) return [];
  const variance = byAuditor.reduce((sum, { rest }) => sum + rest, 0) / freedom;
  return byAuditor.map(({ auditor, tests, points }) => ({
    ...{ auditor, tests, points, freedom },
    error: Math.sqrt(variance / tests),
  }));
}
