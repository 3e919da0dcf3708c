import Fraction from 'fraction.js';
import { decimalOf, listed, ordinalOf } from '../report/french.rules.ts';
import { rounded } from '../score/exact.rules.ts';
import type { Options, Query } from './query.rules.ts';
import type { Figure, FigureUnit, Told } from './told.rules.ts';

/** What a query comes to: words, or why there are none. */
export type Said =
  | {
      readonly words: string;
      /** The figure alone, without what it is counted over; null for a name. */
      readonly figure: string | null;
      /** Which way it goes, for a change. */
      readonly sign?: -1 | 0 | 1;
    }
  | { readonly none: 'UNKNOWN' | 'WITHHELD' | 'MISSING' | 'BROKEN' };

/** What a query says of an edition. */
export function saidOf(query: Query, options: Options, told: Told): Said {
  switch (query.verb) {
    case 'FIGURE':
      return figureSaid(query.key, query.year, options, told);
    case 'CHANGE':
      return changeSaid(query.key, options, told);
    case 'HIGHEST':
    case 'LOWEST':
      return extremeSaid(query, told);
    case 'LAUREATES':
    case 'POINT':
      return awardSaid(query, told);
    case 'EDITION':
      return editionSaid(query.what, told);
    case 'NAME':
      return { words: query.text, figure: null };
  }
}

function figureSaid(key: string, year: number | null, options: Options, told: Told): Said {
  const own = year === null || year === told.edition.year;
  const figure = (own ? told.figures : told.earlier.get(year))?.get(key);
  const none = refusalOf(figure);
  if (none || !figure?.value) return none ?? { none: 'MISSING' };
  const words = amountIn(figure.unit, new Fraction(figure.value), options.decimals, figure.mean);
  return { figure: words, words: options.bare ? words : withBase(figure, words) };
}

/** Nothing is said of a figure that is not known of, is withheld, or has no value; the same whether data exists or not. */
function refusalOf(figure: Figure | undefined): { readonly none: 'UNKNOWN' | 'WITHHELD' | 'MISSING' } | null {
  if (!figure) return { none: 'UNKNOWN' };
  if (figure.withheld) return { none: 'WITHHELD' };
  return figure.value === null ? { none: 'MISSING' } : null;
}

/** "77 % de 622 appels passés"; "5,5 sonneries en moyenne (478 appels aboutis)"; "311 structures". */
function withBase({ unit, count, over }: Figure, words: string): string {
  if (unit === 'COUNT') return `${words} ${over}`;
  if (count === null) return `${words} (${over})`;
  return unit === 'SHARE' ? `${words} de ${grouped(count)} ${over}` : `${words} (${grouped(count)} ${over})`;
}

/** A value as it is printed, a share in hundredths. Rounded once from the exact one, half away from zero. */
export function numberIn(unit: FigureUnit, exact: Fraction, decimals: number | null): string {
  const places = decimals ?? (unit === 'SHARE' || unit === 'COUNT' ? 0 : 1);
  const [whole = '', fraction] = rounded(unit === 'SHARE' ? exact.mul(100) : exact, places).split('.');
  return decimalOf(fraction === undefined ? grouped(whole) : `${grouped(whole)}.${fraction}`);
}

/** A value in its unit. */
function amountIn(unit: FigureUnit, exact: Fraction, decimals: number | null, mean = false): string {
  const average = mean ? ' en moyenne' : '';
  const units = { SHARE: ' %', COUNT: '', RINGS: ` sonneries${average}`, DAYS: ` jours${average}`, SCORE: ' sur 100' };
  return `${numberIn(unit, exact, decimals)}${units[unit]}`;
}

/** "1 234". */
const grouped = (whole: number | string): string => String(whole).replace(/\B(?=(\d{3})+$)/g, ' ');

/** Rounded as it is told, one figure from the other: what a reader finds who subtracts them. */
function changeSaid(key: string, options: Options, told: Told): Said {
  const figure = told.figures.get(key);
  const before = told.before?.figures.get(key);
  const none = refusalOf(figure) ?? (before ? refusalOf(before) : { none: 'MISSING' as const });
  if (none || !told.before || !figure?.value || !before?.value) return none ?? { none: 'MISSING' };
  if (told.broken.has(key) && !options.broken) return { none: 'BROKEN' };
  const moved = new Fraction(figure.value).sub(before.value);
  const amount = pointsIn(figure.unit, moved, options.decimals);
  const zero = /^[0,]+\D*$/.test(amount);
  const sign = zero ? 0 : moved.s < 0n ? -1 : 1;
  const words = `${options.unsigned || sign === 0 ? '' : sign < 0 ? '−' : '+'}${amount}`;
  const base = [
    ...(options.bare ? [] : [basesOf(figure, before, told.before.year)]),
    ...(told.broken.has(key) ? ['rupture de série'] : []),
  ].join(' ; ');
  return { figure: words, words: base ? `${words} (${base})` : words, sign };
}

const basesOf = (figure: Figure, before: Figure, year: number): string =>
  figure.count === null || figure.unit === 'COUNT'
    ? `depuis ${year}`
    : before.count === null
      ? `${grouped(figure.count)} ${figure.over}, depuis ${year}`
      : `${grouped(figure.count)} ${figure.over}, contre ${grouped(before.count)} en ${year}`;

/** How much something moved, without its sign: shares and scores move by points. */
function pointsIn(unit: FigureUnit, moved: Fraction, decimals: number | null): string {
  if (unit === 'RINGS' || unit === 'DAYS' || unit === 'COUNT') return amountIn(unit, moved.abs(), decimals);
  const points = numberIn(unit, moved.abs(), decimals);
  return `${points} ${Number(points.replace(',', '.').replaceAll(' ', '')) < 2 ? 'point' : 'points'}`;
}

/** Whether a figure is the mean of one category, or of one channel, over all that is measured. */
export const isMeanOf = (of: 'category' | 'channel', key: string): boolean => new RegExp(`^mean ${of} \\S+$`).test(key);

/** One that is withheld may be higher, or lower: what is said is then said of those that are told. */
function extremeSaid({ verb, of }: Extract<Query, { verb: 'HIGHEST' | 'LOWEST' }>, { figures }: Told): Said {
  const all = [...figures.values()].filter(({ key }) => isMeanOf(of, key));
  const order = verb === 'HIGHEST' ? -1 : 1;
  const sorted = all
    .filter(({ value, withheld }) => value !== null && !withheld)
    .toSorted((a, b) => order * new Fraction(a.value ?? 0).compare(b.value ?? 0));
  const [first] = sorted;
  if (!first) return { none: 'MISSING' };
  const equals = sorted.filter(({ value }) => new Fraction(value ?? 0).equals(first.value ?? 0));
  const names = listed(equals.map(({ label }) => `« ${label} »`));
  const among = all.some(({ withheld }) => withheld) ? ' (parmi les moyennes publiées)' : '';
  return { words: `${names}${among}`, figure: null };
}

function awardSaid({ verb, award: code }: Extract<Query, { verb: 'LAUREATES' | 'POINT' }>, { awards }: Told): Said {
  const award = awards.find((each) => each.code === code);
  if (!award) return { none: 'UNKNOWN' };
  if (verb === 'POINT') return award.point ? { words: award.point, figure: null } : { none: 'MISSING' };
  return { words: award.laureates.length > 0 ? listed(award.laureates) : 'pas de lauréat', figure: null };
}

function editionSaid(what: Extract<Query, { verb: 'EDITION' }>['what'], { edition }: Told): Said {
  const words = {
    ...{ year: String(edition.year), ordinal: ordinalOf(edition.ordinal), label: edition.label },
    ...{ day: edition.day, place: edition.place },
  }[what];
  return words === null ? { none: 'MISSING' } : { words, figure: null };
}
