import type { Json } from '../kernel/canonical.rules.ts';
import type { DocumentRow, DocumentTables } from '../partner/document.rules.ts';
import { decimalOf, listed } from '../report/french.rules.ts';

/** The palmarès and the figures of a version, as a document prints them: plain texts in French. */
export interface PressWords {
  readonly trophies: readonly { readonly award: string; readonly laureates: string; readonly point: string | null }[];
  readonly indicators: readonly { readonly label: string; readonly value: string; readonly base: string }[];
  readonly means: readonly { readonly label: string; readonly mean: string; readonly count: string }[];
}

const WITHHELD = 'valeur retenue';

/** What the press reads, in words. */
export function pressOf({ trophy = [], laureate = [], indicator = [], mean = [] }: DocumentTables): PressWords {
  return {
    trophies: inOrder(trophy).map(({ position, category_label, prize_label, point_remarquable }) => ({
      award: said(category_label ?? prize_label) || 'Trophée sans catégorie connue',
      laureates: listed(laureate.filter((one) => one.trophy === position).map(nameOf)) || 'Sans lauréat',
      point: point_remarquable == null ? null : said(point_remarquable),
    })),
    indicators: inOrder(indicator).map((one) => ({ label: said(one.label), value: figureOf(one), base: baseOf(one) })),
    means: inOrder(mean)
      .filter(({ scope, measure }) => scope === 'CATEGORY' && measure === 'OVERALL')
      .map(({ label, value, structure_count, withheld }) => ({
        label: said(label),
        mean: withheld ? WITHHELD : `${decimalOf(said(value))} sur 100`,
        count: structure_count == null ? '–' : `${said(structure_count)} structures`,
      })),
  };
}

/** As they are read: rows of documents stand in the order of their keys. */
const inOrder = (rows: readonly DocumentRow[]): DocumentRow[] =>
  rows.toSorted((a, b) => Number(a.position) - Number(b.position));

const said = (value: Json | undefined): string => (value == null ? '' : String(value));

const nameOf = ({ name, parent_name }: DocumentRow): string =>
  parent_name ? `${said(name)} (${said(parent_name)})` : said(name);

/** "77 %", "5,5 sonneries", "62 sur 100". */
function figureOf({ value, unit, withheld }: DocumentRow): string {
  if (withheld) return WITHHELD;
  if (value == null) return '–';
  const number = Number(value);
  const words = (digits: number, of = number) => decimalOf(String(Number(of.toFixed(digits))));
  const figures: Readonly<Record<string, string>> = {
    ...{ SHARE: `${words(0, number * 100)} %`, RINGS: `${words(1)} sonneries`, DAYS: `${words(1)} jours` },
    ...{ SCORE: `${words(1)} sur 100`, COUNT: words(0) },
  };
  return figures[said(unit)] ?? words(2);
}

const baseOf = ({ base, denominator }: DocumentRow): string =>
  denominator == null ? said(base) : `${said(denominator)} ${said(base)}`;
