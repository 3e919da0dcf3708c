/** Figures and sentences of a public document, as French prints them. Plain texts in, plain texts out. */

/** "78.40" → "78,40"; a dash for nothing. */
export const decimalOf = (text: string | null): string => text?.replace('.', ',').replace('-', '−') ?? '–';

/** A floating-point figure that is not official, to one decimal. */
export const tenthOf = (value: number): string => decimalOf(value.toFixed(1));

/** "1ᵉʳ", "3ᵉ". */
export const ordinalOf = (rank: number): string => `${rank}${rank === 1 ? 'ᵉʳ' : 'ᵉ'}`;

/** "entre 2ᵉ et 6ᵉ", or "2ᵉ" when both are one. */
export const rankSpanOf = (low: number, high: number): string =>
  low === high ? ordinalOf(low) : `${ordinalOf(low)} à ${ordinalOf(high)}`;

/** "10 novembre 2022", "1ᵉʳ juillet 2022", in Paris. */
export const dayOf = (date: Date): string =>
  new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'Europe/Paris' }).format(date).replace(/^1 /, '1ᵉʳ ');

/** "14 h 05", in Paris. */
export function timeOf(date: Date): string {
  const parts = new Intl.DateTimeFormat('fr-FR', { hour: 'numeric', minute: '2-digit', timeZone: 'Europe/Paris' });
  const of = (type: string) => parts.formatToParts(date).find((part) => part.type === type)?.value ?? '';
  return `${Number(of('hour'))} h ${of('minute')}`;
}

/**
 * A text with the spaces that must not break: thin before ; ! ? and within "2 000", full before : % » € and after «, within "14 h 05".
 * Source: Lexique des règles typographiques en usage à l’Imprimerie nationale.
 */
export const typeset = (text: string): string =>
  text
    .replace(/ (?=[;!?])|(?<=\d) (?=\d{3}(?!\d))/g, '\u202f')
    .replace(/ (?=[:%»€])|(?<=«) |(?<=\d) (?=h\b)|(?<=\d h) (?=\d)|(?<=nº) /g, '\u00a0');

/** "A", "A et B", "A, B et C". */
export const listed = (all: readonly string[]): string =>
  new Intl.ListFormat('fr-FR', { type: 'conjunction' }).format(all);

/** "1 membre", "5 membres": the plural begins at two. */
export const counted = (n: number, one: string, several = `${one}s`): string => `${n}\u00a0${n < 2 ? one : several}`;

/** What became of a channel, in words. */
export const outcomeWords = {
  SCORED: '',
  NOT_COMPARED: 'en option, hors de la note',
  NOT_APPLICABLE: 'sans objet',
  RENORMALISED: 'sans note, hors du calcul',
  ZERO: 'sans note, compte zéro',
  FLOOR: 'sans note, compte son plancher',
  EXCLUDED: 'sans note, exclut la structure',
} as const;

/** Where each part of a score begins and ends on the way from 0 to the score. */
export function stepsOf(
  parts: readonly { readonly label: string; readonly value: number; readonly words: string }[],
  total: { readonly label: string; readonly value: number; readonly words: string },
) {
  let at = 0;
  const steps = parts.map(({ label, value, words }) => {
    const from = at;
    at += value;
    return { label, words, from: Math.min(from, at), to: Math.max(from, at), total: false };
  });
  return [...steps, { label: total.label, words: total.words, from: 0, to: total.value, total: true }];
}
