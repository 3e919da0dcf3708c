import type { Compared } from './comparison.graphql.ts';

/** The parts of a change, in the order they are told. */
export const partNames = ['likeForLike', 'grid', 'panel', 'coverage'] as const;
export type PartName = (typeof partNames)[number];

/** One step of the waterfall, on 100: from where to where it goes; a mean stands at one place. */
export interface Step {
  readonly name: 'before' | PartName | 'after';
  readonly points: string;
  readonly from: number;
  readonly to: number;
}

/** From the mean before to the mean after, each part starting where the one above ended; empty without parts. */
export function stepsOf(mean: Compared): Step[] {
  const { before, after } = mean;
  if (!before || !after || mean.unsplit) return [];
  let at = Number(before.value);
  const parts = partNames.map((name): Step => {
    const points = mean[name]?.value ?? '0';
    const from = at;
    at += Number(points);
    return { name, points, from, to: at };
  });
  const still = (name: 'before' | 'after', value: string): Step => ({
    ...{ name, points: value, from: Number(value), to: Number(value) },
  });
  return [still('before', before.value), ...parts, still('after', after.value)];
}

/** The ends of the axis: all steps with some air, on whole points, never outside 0 to 100. */
export function axisOf(steps: readonly Step[]): { readonly low: number; readonly high: number } {
  const all = steps.flatMap(({ from, to }) => [from, to]);
  return { low: Math.max(0, Math.floor(Math.min(...all) - 1)), high: Math.min(100, Math.ceil(Math.max(...all) + 1)) };
}
