import { canonical, type Json } from '../kernel/canonical.rules.ts';
import type { Erratum } from '../partner/published.ts';
import type { Difference } from '../publication/difference.rules.ts';
import type { ChangeReason } from './release.ts';

/** A value as errata write it: a text as it is, what is none as canonical JSON, nothing for nothing. */
const textOf = (value: Json): string | null => (value === null || typeof value === 'string' ? value : canonical(value));

type Place = Pick<ChangeReason, 'table' | 'key' | 'field'>;

const same = (one: Place, other: Place): boolean =>
  one.table === other.table && one.key === other.key && one.field === other.field;

/** The reasons that speak of no change there is. */
export const strayIn = (reasons: readonly ChangeReason[], differences: readonly Difference[]): ChangeReason[] =>
  reasons.filter((reason) => !differences.some((each) => same(each, reason)));

/** The erratum of a correction: each change with its reason, its own or the one of them all. */
export const errataOf = (
  differences: readonly Difference[],
  { reason, reasons }: { readonly reason: string; readonly reasons: readonly ChangeReason[] },
): Erratum[] =>
  differences.map((change, i) => ({
    ...{ position: i + 1, table_name: change.table, key: change.key, field: change.field },
    ...{ old: textOf(change.before), new: textOf(change.after) },
    reason: reasons.find((own) => same(own, change))?.reason ?? reason,
  }));
