import Fraction from 'fraction.js';
import { wilsonOf } from '../quotation/interval.rules.ts';
import type { Block, Options } from '../quotation/query.rules.ts';
import { isMeanOf, numberIn, saidOf } from '../quotation/said.rules.ts';
import type { Figure, Told } from '../quotation/told.rules.ts';
import { tenthOf, typeset } from '../report/french.rules.ts';
import type { Built, BuiltLine } from './build.rules.ts';

/** A part of a document, as its template takes it. */
export type Part =
  | { readonly kind: 'heading' | 'item' | 'paragraph'; readonly runs: readonly { text: string; strong: boolean }[] }
  | {
      readonly kind: 'bars';
      readonly alt: string;
      readonly before: string;
      readonly first: string;
      readonly rows: readonly Bar[];
    }
  | { readonly kind: 'indicators'; readonly rows: readonly (readonly string[])[] }
  | {
      readonly kind: 'palmares';
      readonly awards: readonly { label: string; laureates: string; point: string | null }[];
    }
  | { readonly kind: 'method'; readonly sentences: readonly string[] };

/** One line of a chart, and of the table behind it. */
interface Bar {
  readonly label: string;
  /** From 0 to 100; null when it is not told. */
  readonly value: number | null;
  readonly words: string;
  readonly count: string;
  readonly before: string;
  readonly moved: string;
  /** Whether the series goes on. */
  readonly series: string;
}

/** The title of a text: its first line of that kind. */
export const titleOf = ({ lines }: Built): string =>
  lines
    .find(({ kind }) => kind === 'TITLE')
    ?.runs.map(({ text }) => text)
    .join('') ?? '';

/** What a text is made of, after its title. */
export const partsOf = ({ lines }: Built, told: Told): Part[] =>
  lines.filter(({ kind }) => kind !== 'TITLE').map((line) => (line.block ? blockOf(line.block, told) : wordsOf(line)));

const kinds = { HEADING: 'heading', ITEM: 'item', PARAGRAPH: 'paragraph', TITLE: 'heading' } as const;
const wordsOf = ({ kind, runs }: BuiltLine): Part => ({
  kind: kinds[kind],
  runs: runs.map(({ text, strong }) => ({ text, strong })),
});

function blockOf(block: Block, told: Told): Part {
  switch (block) {
    case 'CHANNELS':
      return barsOf('channel', 'Canal', 'Note moyenne de chaque canal, de 0 à 100', told);
    case 'CATEGORIES':
      return barsOf('category', 'Catégorie', 'Note moyenne de chaque catégorie, de 0 à 100', told);
    case 'INDICATORS':
      return { kind: 'indicators', rows: indicatorRows(told) };
    case 'PALMARES':
      return { kind: 'palmares', awards: told.awards.map(awardWords) };
    case 'METHOD':
      return { kind: 'method', sentences: told.method };
  }
}

const awardWords = ({ label, laureates, point }: Told['awards'][number]) => ({
  ...{ label, point },
  laureates: laureates.length > 0 ? laureates.join(' ; ') : 'Pas de lauréat cette année',
});

const BARE: Options = { bare: true, decimals: null, broken: true, unsigned: false };

function barsOf(of: 'channel' | 'category', first: string, alt: string, told: Told): Part {
  const shown = [...told.figures.values()].filter(({ key }) => isMeanOf(of, key));
  return {
    ...{ kind: 'bars', first, before: told.before ? `Note en ${told.before.year}` : 'Note précédente' },
    ...{
      alt: `${alt} ; le tableau qui suit donne les mêmes chiffres.`,
      rows: shown.map((figure) => barOf(figure, told)),
    },
  };
}

function barOf({ key, label, value, count }: Figure, told: Told): Bar {
  const moved = saidOf({ verb: 'CHANGE', key }, BARE, told);
  return {
    ...{ label, value: value === null ? null : Number(value), words: scoreWords(value) },
    count: count === null ? '–' : String(count),
    before: scoreWords(told.before?.figures.get(key)?.value ?? null, '–'),
    ...('figure' in moved && moved.figure !== null
      ? { moved: moved.figure, series: told.broken.has(key) ? 'rupture' : 'continue' }
      : { moved: '–', series: '–' }),
  };
}

const scoreWords = (value: string | null, none = 'non publiée'): string =>
  value === null ? none : numberIn('SCORE', new Fraction(value), null);

/** What is counted, its value, what it is counted over, and for a rate where it may lie. */
const indicatorRows = (told: Told): string[][] =>
  [...told.figures.values()]
    .filter(({ key }) => key.startsWith('indicator '))
    .map((figure) => indicatorRow(figure, told));

function indicatorRow(figure: Figure, told: Told): string[] {
  const said = saidOf({ verb: 'FIGURE', key: figure.key, year: null }, BARE, told);
  return [
    figure.label,
    'words' in said ? said.words.replace(' en moyenne', '') : 'non publié',
    figure.count === null || figure.unit === 'COUNT' ? figure.over : `${figure.count} ${figure.over}`,
    intervalOf(figure),
  ];
}

function intervalOf({ unit, value, count }: Figure): string {
  if (unit !== 'SHARE' || value === null || !count) return '–';
  const [low, high] = wilsonOf(Math.round(new Fraction(value).mul(count).valueOf()), count);
  return `${tenthOf(low * 100)} à ${tenthOf(high * 100)} %`;
}

/** A document in plain text, to be pasted elsewhere: one paragraph a line, a blank line between two. */
export const plainOf = (title: string, parts: readonly Part[]): string =>
  typeset(`${[title, ...parts.map(plainPart)].join('\n\n')}\n`);

function plainPart(part: Part): string {
  switch (part.kind) {
    case 'bars':
      return part.rows.map(({ label, words, count }) => `- ${label} : ${words} (${count} structures)`).join('\n');
    case 'indicators':
      return part.rows.map(([label, value, base]) => `- ${label} : ${value} (${base})`).join('\n');
    case 'palmares':
      return part.awards
        .map(({ label, laureates, point }) => `- ${label} : ${laureates}${point ? `\n  ${point}` : ''}`)
        .join('\n');
    case 'method':
      return part.sentences.join('\n\n');
    default:
      return `${part.kind === 'item' ? '- ' : ''}${part.runs.map(({ text }) => text).join('')}`;
  }
}
