import Fraction from 'fraction.js';
import { type Condition, isAsked } from '../score/condition.rules.ts';
import { fractionOf } from '../score/exact.rules.ts';
import type { Absence } from '../score/measure.rules.ts';
import { type DeclaredAbsence, type Fate, factorAfter, factorOf, type Versioned } from './version.rules.ts';

/** What a measurement says: a value as text, or why there is none. */
export interface Said {
  readonly value: string | null;
  readonly absence: Absence | null;
}

/** One answer as a measurement holds it. */
export interface Carried {
  readonly amount?: string;
  readonly choice?: string;
  readonly absence?: Absence;
}

/** How a value of one criterion becomes a value of another; null for no change at all. */
export type Conversion =
  | { readonly answers: Readonly<Record<string, Carried>> }
  | { readonly times: number; readonly per: number }
  | null;

/**
 * Where the measurements of one earlier criterion go on a version (`source`), or what every earlier test of a channel
 * counts on a criterion it never had (`channel`). All by identifiers, of whatever earlier version.
 */
export interface FateRow {
  readonly source: string | null;
  readonly channel: string | null;
  readonly target: string | null;
  readonly conversion: Conversion;
  readonly absence: DeclaredAbsence | null;
  /** The answers the test must have on the criteria of the version, by identifier; otherwise it was not asked. */
  readonly conditions: readonly Condition[] | null;
}

/** How a declared fate turns values into those of its new criterion. */
export function conversionOf({ answers, factor }: Fate, target: Versioned): Conversion {
  if (answers) {
    const field = target.kind === 'CHOICE' ? 'choice' : 'amount';
    return {
      answers: Object.fromEntries(
        answers.map(({ from, to, absence }) => [from, to === null ? { absence: absence as Absence } : { [field]: to }]),
      ),
    };
  }
  return factor ? factorOf(factor) : null;
}

/** One conversion after another; undefined when the two together can no longer be written. */
export function conversionAfter(first: Conversion, then: Conversion): Conversion | undefined {
  if (first === null || then === null) return first ?? then;
  if ('times' in first) return 'times' in then ? (factorAfter(first, then) ?? undefined) : undefined;
  if (!('answers' in then)) return undefined;
  const answers = Object.entries(first.answers).map(([from, carried]) => {
    const value = carried.choice ?? carried.amount;
    return [from, value === undefined ? carried : (then.answers[value] ?? carried)] as const;
  });
  return { answers: Object.fromEntries(answers) };
}

/** What a measurement says once converted; undefined when that cannot be written with six decimals. */
export function converted(conversion: Conversion, said: Said): Said | undefined {
  if (conversion === null || said.value === null) return said;
  if ('answers' in conversion) {
    const found = conversion.answers[said.value];
    return found && { value: found.choice ?? found.amount ?? null, absence: found.absence ?? null };
  }
  const amount = fractionOf(said.value).mul(new Fraction(conversion.times, conversion.per));
  const shifted = amount.mul(1_000_000);
  if (shifted.d !== 1n) return undefined;
  return { value: decimalOf(shifted.s * shifted.n), absence: null };
}

/** A number of millionths as a decimal: 1500000 → "1.5". */
function decimalOf(millionths: bigint): string {
  const digits = String(millionths < 0n ? -millionths : millionths).padStart(7, '0');
  const text = `${digits.slice(0, -6)}.${digits.slice(-6)}`.replace(/\.?0+$/, '');
  return millionths < 0n ? `-${text}` : text;
}

/** One declared fate, by identifiers. */
export interface Line {
  readonly source: string;
  readonly target: string | null;
  readonly conversion: Conversion;
}

/**
 * The rows of a version from those of the one before and from what was declared between the two, so that a measurement
 * of any age goes where it goes in one step. Undefined when a chain of conversions can no longer be written.
 */
export function rowsAfter(
  earlier: readonly FateRow[],
  lines: readonly Line[],
  fresh: readonly {
    readonly target: string;
    readonly absence: DeclaredAbsence;
    readonly channels: readonly string[];
  }[],
): FateRow[] | undefined {
  const next = new Map(lines.map((line) => [line.source, line]));
  const rows: FateRow[] = [];
  for (const row of earlier) {
    const line = row.target === null ? undefined : next.get(row.target);
    const target = line?.target ?? null;
    const conversion = target === null ? null : conversionAfter(row.conversion, line?.conversion ?? null);
    if (conversion === undefined) return undefined;
    // A test that counts an absence on what is set aside counts nothing at all: there is no measurement to speak of.
    if (row.source !== null || target !== null) rows.push({ ...row, target, conversion });
  }
  const bare = { channel: null, absence: null, conditions: null };
  return [
    ...rows,
    ...lines.map(({ source, target, conversion }) => ({ ...bare, source, target, conversion })),
    ...fresh.flatMap(({ target, absence, channels }) =>
      channels.map((channel) => ({ ...bare, source: null, channel, target, conversion: null, absence })),
    ),
  ];
}

/** What one earlier test counts on a version, criterion by criterion: the rule that the database follows. */
export function countedOf(
  rows: readonly FateRow[],
  channel: string,
  found: ReadonlyMap<string, Said>,
): ReadonlyMap<string, Said> {
  const counted = new Map<string, { said: Said; conditions: readonly Condition[] }>();
  for (const row of rows) {
    const said = row.source === null ? null : (found.get(row.source) ?? null);
    const own = row.channel === channel ? { value: null, absence: row.absence } : null;
    const after = said ? converted(row.conversion, said) : own;
    if (row.target !== null && after) counted.set(row.target, { said: after, conditions: row.conditions ?? [] });
  }
  const value = (criterion: string) => counted.get(criterion)?.said.value ?? null;
  return new Map(
    [...counted].map(([target, { said, conditions }]) => [
      target,
      isAsked({ conditions }, value) ? said : { value: null, absence: 'NOT_APPLICABLE' as const },
    ]),
  );
}
