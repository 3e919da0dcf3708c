/** On which side of a figure structures are: how many have something found that raises it, and that lowers it. */
export interface Sides {
  readonly raising: number;
  readonly lowering: number;
}

/**
 * Whether a figure says what was found at each structure: all of them, or all but one who knows itself, are at the same
 * end of it. It counts structures, not tests: one at which all the tests that fail were made knows that all others pass.
 *
 * Source: Hundepool and others, Statistical Disclosure Control (2012), chapter 5 (group attribute disclosure).
 */
export const tellsEach = ({ raising, lowering }: Sides): boolean => Math.min(raising, lowering) < 2;
