/** Numbers that French writes in words. */
const CARDINAL = [
  ...['deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix', 'onze', 'douze', 'treize', 'quatorze'],
  ...['quinze', 'seize', 'vingts?', 'trente', 'quarante', 'cinquante', 'soixante', 'septante', 'huitante', 'octante'],
  ...['nonante', 'cents?', 'mille', 'millions?', 'milliards?'],
].join('|');
const COUNTED = [
  ...['dizaine', 'douzaine', 'quinzaine', 'vingtaine', 'trentaine', 'quarantaine', 'cinquantaine', 'soixantaine'],
  ...['centaine', 'millier'],
].join('|');
const PART = 'cinquième|sixième|septième|huitième|neuvième|dixième|vingtième|centième|millième';
const OF = "(?= (?:(?:des?|du)(?!\\p{L})|d'))";

/** Where a number may be written in words. Lower or upper case; a hyphen makes it part of another word. */
export const numberWords = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:${[
    `(?:${CARDINAL})(?:[ -](?:et[ -])?(?:${CARDINAL}|une?)(?![\\p{L}]))*(?: et demie?| tiers| quarts| (?:${PART})s)?`,
    `(?:${COUNTED})s?`,
    '(?<!à )moitié',
    `(?:un|une|le|la|du|au|d'un|d'une)(?: (?:bon|petit|gros|premier|dernier))? (?:tiers|quart|${PART})${OF}`,
    `d'un (?:tiers|quart|${PART})(?= *(?:[.,;:!?)]|$))`,
    '(?:a|ont|avait|avaient|aura|auront|été)(?: (?:presque|plus que|quasiment|plus|que)){0,2} (?:doublé|triplé|quadruplé|décuplé)e?s?',
    `(?:le|au|du) (?:double|triple|quadruple|décuple)${OF}`,
    'une? demi-\\p{L}+',
  ].join('|')})(?![\\p{L}\\p{N}-])`,
  'giu',
);

const MONTHS = 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre';

/** Turns of phrase in which what looks like a number counts nothing: by the word, what comes before, what comes after. */
const idioms: readonly (readonly [word: RegExp, before: RegExp, after: RegExp])[] = [
  [/^neuf$/i, /[\s\S]*/, /^(?! (?:\p{L}+[sx]|sur|fois|pour|mille|cent|des)(?!\p{L}))/u],
  [
    /^deux$/i,
    /(?<!\p{L})(?:les|ces|nos|vos|leurs|ses|tous|toutes|aux|des) $/iu,
    /^(?! (?:tiers|\p{L}+ièmes|sur|fois|mille|cents?)(?!\p{L}))/u,
  ],
  [/^(?:deux|tous deux)$/i, /(?<!\p{L})(?:tous|toutes) $/iu, /[\s\S]*/],
  [/^(?:deux|trois|quatre)$/i, /(?<!\p{L})(?:à|de|en) $/iu, /^ (?:mots|pas|voix|mains|vitesses)(?!\p{L})/u],
  [/^(?:quinzaine|quarantaine)$/i, /(?<!(?:une|d'une|quelque) )$/iu, /[\s\S]*/],
  [/ tiers$/i, /[\s\S]*/, /^ (?:de confiance|payant)/u],
  [/[\s\S]*/, /[\s\S]*/, new RegExp(`^ (?:${MONTHS})(?!\\p{L})`, 'u')],
  [/[\s\S]*/, /(?<!\p{L})(?:à|dès|vers|avant|après|jusqu'à) $/iu, /^ heures?(?! de)(?!\p{L})/u],
];

/** Whether a number word counts nothing where it stands: a name in capitals, an adjective, an idiom, a date. */
export function innocentWord(before: string, word: string, after: string): boolean {
  const inside = /[\p{L}\p{N}',)] $/u.test(before);
  if (inside && /^\p{Lu}/u.test(word)) return true;
  return idioms.some(([is, follows, precedes]) => is.test(word) && follows.test(before) && precedes.test(after));
}
