import { useMemo } from 'react';
import { useLocale } from 'react-admin';

/** How figures and dates are written in one language. Always through Intl, never string glue. */
export interface Format {
  /** 1 234,5. Absent values are an em dash: never an empty cell that might be a zero. */
  number(value: number | string | null | undefined, digits?: number): string;
  /** A share from 0 to 1: 77 %. */
  percent(share: number | string | null | undefined, digits?: number): string;
  /** A score on 100, always to one decimal: 62,1. */
  score(value: string | null | undefined): string;
  /** 10 novembre 2022, from 2022-11-10. */
  day(day: string | null | undefined): string;
  /** 10 nov. 2022, for tables. */
  shortDay(day: string | null | undefined): string;
  /** du 4 avril au 30 juin 2022, from two days. */
  period(from: string | null | undefined, to: string | null | undefined): string;
  /** 10 novembre 2022 à 14 h 05, from an instant. */
  instant(instant: string | null | undefined): string;
  /** 10 novembre 2022 à 14 h 05, on the clock of a place, by its IANA time zone. */
  instantIn(instant: string, zone: string): string;
  /** hier à 14 h 05, for a history. */
  ago(instant: string, now: Date): string;
  /** 10ᵉ, 1ʳᵉ for an edition. */
  ordinal(value: number): string;
  /** a, b et c. */
  list(words: readonly string[]): string;
  /** 1 234,50 €, from cents. */
  euros(cents: number | null | undefined): string;
  /** 1,2 Mo. */
  bytes(size: number): string;
}

const NONE = '—';
const DAY_MS = 86_400_000;

export function formatOf(locale: string): Format {
  const french = locale === 'fr';
  const tag = french ? 'fr-FR' : 'en-GB';
  const dayOf = (day: string) => new Date(day.length === 10 ? `${day}T12:00:00` : day);
  const timeOf = (date: Date, zone: object = {}) => {
    const time = new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit', ...zone }).format(date);
    return french ? time.replace(':', '\u00a0h\u00a0') : time;
  };
  const at = (day: string, date: Date, zone?: object) => `${day}${french ? ' à ' : ' at '}${timeOf(date, zone)}`;
  const longDay = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long', year: 'numeric' });
  const dayName = (date: Date, days = longDay) =>
    days
      .formatToParts(date)
      .map(({ type, value }) => (french && type === 'day' && value === '1' ? '1ᵉʳ' : value))
      .join('');
  const dayNameOr = (day: string | null | undefined) => (day ? dayName(dayOf(day)) : NONE);
  const decimals = (value: number | string, digits: number | undefined, style: 'decimal' | 'percent') => {
    const fixed = digits === undefined ? { maximumFractionDigits: 2 } : { minimumFractionDigits: digits };
    return new Intl.NumberFormat(tag, { style, maximumFractionDigits: digits ?? 2, ...fixed }).format(Number(value));
  };
  return {
    number: (value, digits) => (value == null || value === '' ? NONE : decimals(value, digits, 'decimal')),
    percent: (share, digits = 0) => (share == null || share === '' ? NONE : decimals(share, digits, 'percent')),
    score: (value) => (value == null ? NONE : decimals(value, 1, 'decimal')),
    day: dayNameOr,
    shortDay: (day) =>
      day ? new Intl.DateTimeFormat(tag, { day: '2-digit', month: 'short', year: 'numeric' }).format(dayOf(day)) : NONE,
    period: (from, to) =>
      from && to
        ? new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', year: 'numeric' }).formatRange(
            dayOf(from),
            dayOf(to),
          )
        : dayNameOr(from ?? to),
    instant: (instant) => (instant ? at(dayName(new Date(instant)), new Date(instant)) : NONE),
    instantIn(instant, zone) {
      const there = { timeZone: zone };
      const days = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long', year: 'numeric', ...there });
      return at(dayName(new Date(instant), days), new Date(instant), there);
    },
    ago(instant, now) {
      const date = new Date(instant);
      const days = Math.round((startOf(now) - startOf(date)) / DAY_MS);
      if (days < 0 || days > 6) return at(dayName(date), date);
      return at(new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }).format(-days, 'day'), date);
    },
    ordinal: (value) => (french ? `${value}${value === 1 ? 'ʳᵉ' : 'ᵉ'}` : `${value}${suffixOf(value)}`),
    list: (words) => new Intl.ListFormat(tag, { type: 'conjunction' }).format(words),
    euros: (cents) =>
      cents == null ? NONE : new Intl.NumberFormat(tag, { style: 'currency', currency: 'EUR' }).format(cents / 100),
    bytes: (size) =>
      size < 1_000_000
        ? `${decimals(size / 1_000, size < 10_000 ? 1 : 0, 'decimal')}\u00a0${french ? 'ko' : 'kB'}`
        : `${decimals(size / 1_000_000, 1, 'decimal')}\u00a0${french ? 'Mo' : 'MB'}`,
  };
}

/** 123 456 789: the groups in which a SIREN or a SIRET is read. */
export const sirenInGroups = (number: string | null): string =>
  number?.replace(/^(\d{3})(\d{3})(\d{3})(\d*)$/, '$1\u00a0$2\u00a0$3\u00a0$4').trim() ?? NONE;

/** The format of the language in use. */
export function useFormat(): Format {
  const locale = useLocale();
  return useMemo(() => formatOf(locale), [locale]);
}

const startOf = (date: Date): number => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();

const suffixOf = (value: number): string =>
  ({ one: 'st', two: 'nd', few: 'rd', many: 'th', zero: 'th', other: 'th' })[
    new Intl.PluralRules('en-GB', { type: 'ordinal' }).select(value)
  ];
