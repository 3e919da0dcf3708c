import {
  answersOf,
  type Fate,
  factorOf,
  fateKindOf,
  isListed,
  isSameQuestion,
  type Versioned,
} from './version.rules.ts';

/** Why a fate cannot be adopted. */
export type FateFaultReason =
  | 'UNKNOWN_SOURCE'
  | 'UNKNOWN_TARGET'
  | 'SOURCE_TWICE'
  | 'TARGET_TWICE'
  | 'OTHER_CHANNEL'
  | 'OTHER_QUESTION'
  | 'OTHER_KIND'
  | 'ANSWER_MISSING'
  | 'ANSWER_UNKNOWN'
  | 'FACTOR_INVALID'
  | 'FACTOR_TOO_LONG'
  | 'MOTIVE_MISSING'
  | 'ABSENCE_MISSING'
  | 'OUTSIDE_SCALE'
  | 'POLICY';

/** One thing wrong with the fates of a version: where, why, and what exactly. */
export interface FateFault {
  readonly reason: FateFaultReason;
  /** The criterion, by its code: of the earlier version, or of the new one when it is new. */
  readonly criterion: string | null;
  readonly value: string | null;
  /** How many measurements are concerned. */
  readonly count: number | null;
}

export const fateFault = (
  reason: FateFaultReason,
  criterion: string | null,
  value: string | null = null,
  count: number | null = null,
): FateFault => ({ reason, criterion, value, count });

/** What declared fates name that does not exist, or name twice. */
export function nameFaults(
  before: readonly Versioned[],
  after: readonly Versioned[],
  declared: readonly Fate[],
): FateFault[] {
  const [old, now] = [before, after].map((criteria) => new Set(criteria.map(({ code }) => code)));
  const sources = declared.flatMap(({ source }) => source ?? []);
  return [
    ...sources.filter((code) => !old?.has(code)).map((code) => fateFault('UNKNOWN_SOURCE', code)),
    ...declared.flatMap(({ source, target }) =>
      target !== null && !now?.has(target) ? [fateFault('UNKNOWN_TARGET', source ?? target, target)] : [],
    ),
    ...repeated(sources).map((code) => fateFault('SOURCE_TWICE', code)),
  ];
}

/** All that keeps the fates of two versions from being adopted, but for what was measured. */
export function fateFaults(
  before: readonly Versioned[],
  after: readonly Versioned[],
  fates: readonly Fate[],
): FateFault[] {
  const [old, now] = [before, after].map((criteria) => new Map(criteria.map((each) => [each.code, each])));
  const twice = new Set(repeated(fates.flatMap(({ target }) => target ?? [])));
  return fates.flatMap((fate): FateFault[] => {
    const { source, target, motive, absence } = fate;
    const code = source ?? target;
    if (fateKindOf(fate) === 'SET_ASIDE') return motive?.trim() ? [] : [fateFault('MOTIVE_MISSING', code)];
    if (target !== null && twice.has(target)) return [fateFault('TARGET_TWICE', code, target)];
    if (source === null) return absence ? [] : [fateFault('ABSENCE_MISSING', code)];
    const [from, to] = [old?.get(source), now?.get(target ?? '')];
    return from && to ? carriedFaults(fate, from, to) : [];
  });
}

function carriedFaults(fate: Fate, from: Versioned, to: Versioned): FateFault[] {
  const { code } = from;
  if (from.channel !== to.channel) return [fateFault('OTHER_CHANNEL', code, to.code)];
  if (fateKindOf(fate) === 'KEPT') return isSameQuestion(from, to) ? [] : [fateFault('OTHER_QUESTION', code, to.code)];
  if (isListed(from) !== isListed(to) || isListed(from) !== (fate.answers !== null))
    return [fateFault('OTHER_KIND', code, to.code)];
  if (fate.answers === null) return factorOf(fate.factor ?? '') ? [] : [fateFault('FACTOR_INVALID', code, fate.factor)];
  return answerFaults(fate, from, to);
}

function answerFaults({ answers }: Fate, from: Versioned, to: Versioned): FateFault[] {
  const known = new Set(answersOf(to));
  const said = new Map((answers ?? []).map((answer) => [answer.from, answer]));
  return answersOf(from).flatMap((answer) => {
    const { to: becomes = null, absence = null } = said.get(answer) ?? {};
    if ((becomes === null) === (absence === null)) return [fateFault('ANSWER_MISSING', from.code, answer)];
    return becomes !== null && !known.has(becomes) ? [fateFault('ANSWER_UNKNOWN', from.code, becomes)] : [];
  });
}

const repeated = (codes: readonly string[]): string[] => [...new Set(codes.filter((c, i) => codes.indexOf(c) !== i))];
