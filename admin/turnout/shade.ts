import type { Territory } from './turnout.graphql.ts';

/** What the map tells: how many structures take part, or what part of the inhabitants their communes are. */
export type Measure = 'enrolled' | 'share';

/** The upper bounds of the shades of each measure, inclusive; what lies above the last has the darkest. */
const bounds: Readonly<Record<Measure, readonly number[]>> = {
  enrolled: [0, 1, 3, 6, 10],
  share: [0, 0.05, 0.1, 0.2, 0.4],
};

/** From 0, nothing at all, to 5. */
export const shadeOf = (measure: Measure, territory: Territory | undefined): number => {
  const value = territory?.[measure] ?? 0;
  const at = bounds[measure].findIndex((bound) => value <= bound);
  return at === -1 ? bounds[measure].length : at;
};

/** The values of a shade, both ends: from above the bound before it to its own; open above for the darkest. */
export const rangeOf = (measure: Measure, shade: number): readonly [from: number, to: number | null] => [
  (bounds[measure][shade - 1] ?? 0) + (shade > 0 && measure === 'enrolled' ? 1 : 0),
  bounds[measure][shade] ?? null,
];
