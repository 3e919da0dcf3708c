import { type Part, parts, placeOf } from './configuration.rules.ts';
import type { Comparison } from './configuration.service.ts';
import type { ConfigurationComparison, ConfigurationDifference, ConfigurationPart } from './configuration.ts';
import type { Difference } from './difference.rules.ts';
import type { DocumentFault } from './reading.rules.ts';

/** A comparison as it is shown: whole items by their name, fields with what they were and would be. */
export function comparisonOf(
  compared: Comparison | { readonly faults: readonly DocumentFault[] },
): ConfigurationComparison {
  const faults = compared.faults.map((each) => ({ ...each }));
  if (!('differences' in compared)) return { faults, differences: [], refusals: [], hash: null, year: null };
  const { differences, refusals, hash, year } = compared;
  return { faults, differences: differences.map(shown), refusals: [...refusals], hash, year };
}

/** The part of the file that a difference is in. */
export const partOf = ({ path }: Difference): Part => parts.find((part) => placeOf[part] === path[0]) ?? 'EDITION';

/** A field that only says where an item stands, or the whole of one. */
function shown(difference: Difference): ConfigurationDifference {
  const { kind, path, subject, before, after } = difference;
  const whole = kind === 'ADDED' || kind === 'REMOVED' || path.length === 1;
  // A whole part that was not there, or would no longer be.
  const alone = path.length > 1 ? null : before === null ? 'ADDED' : after === null ? 'REMOVED' : null;
  return {
    ...{ kind: (alone ?? kind) as ConfigurationDifference['kind'], path, subject },
    part: partOf(difference) as ConfigurationPart,
    field: whole ? null : (path.at(-1) ?? null),
    before: whole ? null : before,
    after: whole ? null : after,
  };
}
