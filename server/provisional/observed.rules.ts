import type { DelayRule } from '../delay/delay.rules.ts';
import type { Absence } from '../score/measure.rules.ts';
import type { CriterionKind, Scale } from '../score/scale.rules.ts';

/** What a finding is told by: the criterion it was made on. */
export interface Observable {
  readonly kind: `${CriterionKind}`;
  readonly unit: string | null;
  readonly scale: Scale;
  readonly delay: DelayRule | null;
}

/** What one test found on a criterion. */
export interface Observed {
  readonly value: string | null;
  readonly absence: Absence | null;
}

const absences: Readonly<Record<Absence, string>> = {
  NOT_APPLICABLE: 'Sans objet',
  NOT_OFFERED: 'Non proposé',
  NOT_OBSERVED: 'Non observé',
  REFUSED: 'Refusé',
};

const units: Readonly<Record<string, readonly [one: string, many: string]>> = {
  RINGS: ['sonnerie', 'sonneries'],
  DAYS: ['jour', 'jours'],
  MINUTES: ['minute', 'minutes'],
  SECONDS: ['seconde', 'secondes'],
};

/**
 * What a structure is told of a finding, in French: never when it was made. The time an answer took is told by the hour
 * or by the day that it stayed under: to the minute, it would lead to the one message in a mailbox, and to who was there.
 */
export function observationOf(criterion: Observable, { value, absence }: Observed): string {
  if (value === null) return absences[absence ?? 'NOT_OBSERVED'];
  const { kind, unit, scale, delay } = criterion;
  if (kind === 'YES_NO') return value === '1' ? 'Oui' : 'Non';
  if (scale.type === 'CHOICE') return scale.choices.find(({ code }) => code === value)?.label ?? value;
  if (kind === 'SHARE') return `${french(Number(value) * 100)} %`;
  const seconds = delay ? secondsIn(delay.count, Number(value)) : null;
  if (delay && seconds !== null && (delay.to === 'ANSWERED' || delay.to === 'ACKNOWLEDGED')) return bandOf(seconds);
  return withUnit(Number(value), unit);
}

const secondsIn = (count: DelayRule['count'], value: number): number | null =>
  count === 'MINUTES' ? value * 60 : count === 'SECONDS' ? value : null;

/** "Moins d’une heure", "moins de 3 heures", "moins de 2 jours". */
function bandOf(seconds: number): string {
  const hours = Math.floor(seconds / 3600) + 1;
  if (hours === 1) return 'Moins d’une heure';
  return hours <= 24 ? `Moins de ${hours} heures` : `Moins de ${Math.floor(hours / 24) + 1} jours`;
}

function withUnit(value: number, unit: string | null): string {
  const [one, many] = units[unit ?? ''] ?? ['', ''];
  return `${french(value)} ${value < 2 ? one : many}`.trim();
}

const french = (value: number): string => String(Number(value.toFixed(6))).replace('.', ',');

/** The same findings, each told once with how often it was made, in an order that says nothing of time. */
export function tellAll(criterion: Observable, all: readonly Observed[]): { said: string; count: number }[] {
  const groups = Map.groupBy(all, (each) => observationOf(criterion, each));
  return [...groups]
    .map(([said, own]) => ({ said, count: own.length }))
    .sort((a, b) => b.count - a.count || (a.said < b.said ? -1 : 1));
}
