import Fraction from 'fraction.js';
import type { Conditional } from '../score/condition.rules.ts';
import { fractionOf } from '../score/exact.rules.ts';
import type { Absence } from '../score/measure.rules.ts';

/** A criterion of one version, as far as the fate of its measurements goes. */
export interface Versioned extends Conditional {
  readonly channel: string;
  readonly unit: string | null;
}

/** What a test recorded earlier counts on a criterion it never had: it must not pass for a zero by itself. */
export type DeclaredAbsence = Extract<Absence, 'NOT_APPLICABLE' | 'NOT_OBSERVED'>;

/** What one answer of the old criterion becomes: an answer of the new one, or an absence. */
export interface AnswerFate {
  readonly from: string;
  readonly to: string | null;
  readonly absence: Absence | null;
}

/** What becomes of the measurements of one criterion when a version follows another, by codes. */
export interface Fate {
  /** The criterion of the earlier version; null for one that is new. */
  readonly source: string | null;
  /** The criterion of the new version; null for measurements that are set aside. */
  readonly target: string | null;
  /** Answer by answer, where the answers are not the same. */
  readonly answers: readonly AnswerFate[] | null;
  /** By what an amount is multiplied, such as "24" or "1/60", where the unit is not the same. */
  readonly factor: string | null;
  /** What earlier tests count on a new criterion. */
  readonly absence: DeclaredAbsence | null;
  /** Why measurements are set aside. */
  readonly motive: string | null;
}

export type FateKind = 'KEPT' | 'CONVERTED' | 'SET_ASIDE' | 'NEW';

/** What a fate comes to, in one word. */
export function fateKindOf({ source, target, answers, factor }: Fate): FateKind {
  if (source === null) return 'NEW';
  if (target === null) return 'SET_ASIDE';
  return answers || factor ? 'CONVERTED' : 'KEPT';
}

const plain = { answers: null, factor: null, absence: null, motive: null } as const;

/**
 * The fate of every criterion: as it was declared, where the two versions still have what it names; otherwise kept when
 * the new version asks the same question in the same way, set aside when it does not. A question nobody was asked is
 * not applicable, unless said otherwise: it neither earns nor costs anything.
 */
export function fatesBetween(
  before: readonly Versioned[],
  after: readonly Versioned[],
  declared: readonly Fate[],
): Fate[] {
  const codes = (criteria: readonly Versioned[]) => new Set(criteria.map(({ code }) => code));
  const [old, now] = [codes(before), codes(after)];
  const said = new Map(
    declared.flatMap((fate) =>
      fate.source !== null && old.has(fate.source) && (fate.target === null || now.has(fate.target))
        ? [[fate.source, fate] as const]
        : [],
    ),
  );
  const claimed = new Set([...said.values()].map(({ target }) => target));
  const carried = before.map((criterion): Fate => {
    const { code: source } = criterion;
    const own = said.get(source);
    if (own) return own;
    const same = after.find(({ code }) => code === source);
    const fits = same && !claimed.has(source) && isSameQuestion(criterion, same);
    return { ...plain, source, target: fits ? source : null };
  });
  const taken = new Set(carried.map(({ target }) => target));
  const fresh = after.flatMap(({ code: target }): Fate[] => {
    if (taken.has(target)) return [];
    const own = declared.find((fate) => fate.source === null && fate.target === target);
    return [own ?? { ...plain, source: null, target, absence: 'NOT_APPLICABLE' }];
  });
  return [...carried, ...fresh];
}

/** Whether two criteria take the same values, found in the same way: points, weights and words may differ. */
export const isSameQuestion = (a: Versioned, b: Versioned): boolean =>
  a.channel === b.channel &&
  a.kind === b.kind &&
  a.unit === b.unit &&
  JSON.stringify(a.delay ?? null) === JSON.stringify(b.delay ?? null) &&
  answersOf(a).every((answer) => answersOf(b).includes(answer));

/** The answers a criterion may have, where they can be listed. */
export function answersOf({ kind, scale }: Pick<Versioned, 'kind' | 'scale'>): string[] {
  if (kind === 'YES_NO') return ['1', '0'];
  return scale.type === 'CHOICE' ? scale.choices.map(({ code }) => code) : [];
}

/** Whether its values are answers that can be listed, not amounts. */
export const isListed = ({ kind }: Pick<Versioned, 'kind'>): boolean => kind === 'CHOICE' || kind === 'YES_NO';

/** "24", "0.5" or "1/60" as two whole numbers; null for anything else, for 0, and for more than a million. */
export function factorOf(text: string): { readonly times: number; readonly per: number } | null {
  const [, above, below] = /^(\d{1,7}(?:\.\d{1,6})?)(?:\/(\d{1,7}))?$/.exec(text.trim()) ?? [];
  if (!above || (below !== undefined && Number(below) === 0)) return null;
  return fitting(fractionOf(above).div(below ?? 1));
}

function fitting(factor: Fraction): { readonly times: number; readonly per: number } | null {
  const [times, per] = [Number(factor.n), Number(factor.d)];
  return factor.s > 0n && times <= MOST && per <= MOST ? { times, per } : null;
}
const MOST = 1_000_000;

/** The product of two factors; null when it can no longer be written. */
export const factorAfter = (
  first: { readonly times: number; readonly per: number },
  then: { readonly times: number; readonly per: number },
) => fitting(new Fraction(first.times, first.per).mul(new Fraction(then.times, then.per)));
