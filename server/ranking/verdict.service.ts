import Fraction from 'fraction.js';
import type { Absence } from '../audit/audit.ts';
import type { Grid } from '../grid/grid.ts';
import { rounded } from '../score/exact.rules.ts';
import type { Kept } from './kept.service.ts';
import type { ExclusionReason, KnockOutLine, KnockOutScope, ScoreExclusion } from './verdict.ts';

/** The grid that names what is said, and whether criteria may be told. */
interface Told {
  readonly rules: { readonly grid: Grid };
  readonly detailed: boolean;
}

/** Why a structure is out of the ranking. Which criterion is not told where criteria are not. */
export function exclusionOf({ rules, detailed }: Told, { detail }: Pick<Kept, 'detail'>): ScoreExclusion | null {
  if (!detail?.exclusion) return null;
  const { reason, code, absence } = detail.exclusion;
  const label = code && (reason === 'CHANNEL' || detailed) ? labelIn(rules.grid, code) : null;
  return { reason: reason as ExclusionReason, label, absence: absence as Absence | null };
}

/** The thresholds a structure fell under; those of criteria without a word more where criteria are not told. */
export const knockOutsOf = ({ rules, detailed }: Told, { detail }: Pick<Kept, 'detail'>): KnockOutLine[] =>
  (detail?.knockOuts ?? []).map((knockOut) => {
    const scope = knockOut.scope as KnockOutScope;
    if (knockOut.scope === 'CRITERION' && !detailed) return { scope, label: null, minimum: null, score: null };
    const [minimum, score] = [knockOut.minimum, knockOut.score].map((each) => rounded(new Fraction(each), 2)) as [
      string,
      string,
    ];
    return { ...{ scope, minimum, score }, label: labelIn(rules.grid, knockOut.code) };
  });

/** The name of a channel or of a criterion; the steps of the grid need not be there. */
function labelIn({ channels }: Grid, code: string): string {
  const all = channels.getItems();
  const named =
    all.find((channel) => channel.code === code) ??
    all.flatMap(({ criteria }) => criteria.getItems()).find((criterion) => criterion.code === code);
  return named?.label ?? code;
}
