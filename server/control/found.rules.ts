import type { Absence } from '../audit/audit.ts';
import { type Finding, sayFinding } from '../audit/finding.rules.ts';
import { type Conditional, isAsked } from '../score/condition.rules.ts';
import { type CriterionKind, refusalOf, type Scale } from '../score/scale.rules.ts';

/** What a person says of a criterion. */
interface Said {
  readonly value?: string | null;
  readonly absence?: `${Absence}` | null;
}

/** Reads what a person says of a criterion: what was found, or why it cannot stand. */
export function findingIn(
  { kind, scale }: { readonly kind: `${CriterionKind}`; readonly scale: Scale },
  { value = null, absence = null }: Said,
): Finding | string {
  if ((value === null) === (absence === null)) return 'MISSING_VALUE';
  if (absence !== null) return { amount: null, choice: null, absence: absence as Absence };
  const text = (value ?? '').trim();
  const coded = kind === 'CHOICE';
  if (!coded && !/^-?\d{1,9}(\.\d{1,6})?$/.test(text)) return 'NOT_A_NUMBER';
  if (kind === 'YES_NO' && text !== '1' && text !== '0') return 'NOT_YES_OR_NO';
  const said = coded ? text : String(Number(text));
  return refusalOf(kind, scale, said) ?? { amount: coded ? null : said, choice: coded ? said : null, absence: null };
}

interface Line {
  readonly criterion: Pick<Conditional, 'code' | 'conditions'> & { readonly label: string };
  readonly before: Finding;
  readonly after: Finding;
}

/** The criteria that would not be asked any more, given the other answers, and yet would say something. */
export function unaskedIn(lines: readonly Line[]): Line['criterion'][] {
  const values = new Map(lines.map(({ criterion, after }) => [criterion.code, after.amount ?? after.choice]));
  return lines
    .filter(
      ({ criterion, after }) =>
        after.absence !== 'NOT_APPLICABLE' && !isAsked(criterion, (code) => values.get(code) ?? null),
    )
    .map(({ criterion }) => criterion);
}

/** The lines that say something else than before. */
export const changedIn = <Each extends Line>(lines: readonly Each[]): Each[] =>
  lines.filter(({ before, after }) => sayFinding(before) !== sayFinding(after));
