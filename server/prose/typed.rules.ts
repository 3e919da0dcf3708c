import { innocentWord, numberWords } from './numeral.rules.ts';

/** A figure that someone typed, where it stands in its line. */
export interface Typed {
  readonly text: string;
  /** Characters from the start of the line. */
  readonly at: number;
}

const MONTH = '(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)';
const BEFORE_A_YEAR = [
  ...['en', 'de', 'd[eè]s', 'depuis', 'avant', 'après', 'pour', 'entre', 'et', 'à', 'fin', 'début', 'courant'],
  ...['ans?', 'années?', 'éditions?', 'palmarès', 'baromètres?', 'trophées?', 'synthèse', 'rapport', 'communiqué'],
  ...['citoyen', 'spécificités?', 'nouveautés?', 'résultats?', 'campagne', 'rencontres', 'assises', 'bilan', 'usagers'],
  ...['printemps', 'été', 'automne', 'hiver', 'trimestre', 'semestre', 'nationale?', MONTH],
].join('|');
/** Words in -s or -x that a year may come before: after it, any other plural is a number of things. */
const NOT_THINGS =
  'les|des|ses|ces|nos|vos|leurs|mais|dans|sans|sous|plus|moins|très|pas|puis|depuis|vers|chez|ils|elles|nous|vous|aux';

/** What has digits or number words, and is no figure: a date, an hour, an ordinal, a name, an address. In this order. */
const allowed: readonly RegExp[] = [
  /https?:\/\/\S+|\S+@\S+\.\p{L}+/giu,
  /^[#\s]*\d+(?:\.\d+)*[.)]\s/gu,
  new RegExp(
    `\\d{1,2}(?:er)?(?:(?: et | au |, | ?[-–] ?)\\d{1,2}(?:er)?)*(?: ${MONTH})(?: (?:au|et) \\d{1,2}(?:er)? ${MONTH})?(?: \\d{4})?`,
    'giu',
  ),
  /\d{1,2}[/.]\d{1,2}[/.]\d{4}|\d{4}-\d{2}-\d{2}/gu,
  new RegExp(`\\d{1,2}-${MONTH}(?:-\\d{4})?`, 'giu'),
  /24 ?h(?:eures)? ?(?:\/|sur) ?24|7 ?j(?:ours)? ?(?:\/|sur) ?7|vingt-quatre heures sur vingt-quatre|sept jours sur sept/giu,
  /(?<![\p{L}\p{N}])(?:[01]?\d|2[0-3]) ?h ?[0-5]\d(?!\d)/giu,
  /(?<=(?<!\p{L})(?:à|dès|vers|avant|après|et|jusqu'à|de|entre) )(?<!(?:plus|moins|près|délai) de )(?:[01]?\d|2[0-3]) ?h(?:eures)?(?!\p{L})/giu,
  /\d+(?:ers?|ère|res?|es?|[eè]mes?|nde?|ᵉʳ|ᵉ|ʳᵉ)(?!\p{L})/giu,
  /(?<!\d)(?:19|20)\d\d\.\d{1,2}(?!\d)/gu,
  /(?<!\d)(?:19|20)\d\d ?[-–/] ?(?:19|20)?\d\d(?!\d)/gu,
  /(?<!\p{L})(?:villes?|communes?|collectivités|territoires|agglomérations|structures) (?:de |entre |d'|comptant )(?:plus de |moins de )?\d[\d ]*(?: (?:et|à) \d[\d ]*)? habitants/giu,
  /(?<!\p{L})(?:plan|agenda|horizon|france|vision) (?:\p{L}+ )?20\d\d/giu,
  /(?<!\p{L})(?:articles?|art\.|loi|décret|ordonnance|arrêté|version|annexes?|figure|tableau|page|chapitre|partie|formulaire|numéro|n[º°])(?: n[º°])? ?[LRD]?\.? ?\d[\d./-]*/giu,
  /(?<!\p{L})(?:ISO|NF|EN|RGAA|WCAG|Cerfa)(?:[ /-](?:EN|ISO))* ?[\d.:-]*\d/gu,
  /(?<![\p{L}\p{N}])\p{Lu}\p{L}*-?\d+(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])\d{1,2}\p{Lu}(?![\p{L}\p{N}])/gu,
  /(?:\+33 ?[1-9]|0[1-9])(?:[ .]?\d{2}){4}(?!\d)/gu,
  /(?<!\d)\d{5} (?=\p{Lu})/gu,
  /\d+(?: ?(?:bis|ter))?,? (?=(?:rue|avenue|boulevard|place|quai|allée|chemin|cours|impasse) )/giu,
  /(?<=\p{Lu}[\p{L}'-]* )\((?:\d{2,3}|2[AB])\)/gu,
  /(?<=(?:notée?s?|notes?|scores?|points?|moyennes?|échelle|barème|exprimée?s?|\uFFFC) )sur (?:10|20|100)(?!\d)/giu,
];

/** What makes a year a number of things: "2000 structures". */
const THINGS = `(?! (?!(?:${NOT_THINGS})(?!\\p{L}))\\p{L}+[sx](?!\\p{L}))`;

const year = new RegExp(`(?<=(?:(?<!\\p{L})(?:${BEFORE_A_YEAR})) )(?:19|20)\\d\\d(?!\\d| \\d| ?%)${THINGS}`, 'giu');

/** After a name, as in "Marianne 2016"; not after a word that only begins a sentence. */
const named = new RegExp(
  `(?<=(?<!\\p{L})(?!(?:Les?|La|Des|Ces|Sur|Plus|Environ|Quelque|Seuls|Seules|Près|Moins) )\\p{Lu}[\\p{L}'-]+ )(?:19|20)\\d\\d(?!\\d| \\d| ?%)${THINGS}`,
  'gu',
);

const digits = /(?:[+−–-] ?)?\d(?:[\d., /]*\d)?(?: ?[%‰])?|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞%‰]|(?<!\p{L})pour ?cent(?!\p{L})/giu;

const MASK = '\u0001';
const masked = (text: string, pattern: RegExp): string => text.replace(pattern, (found) => MASK.repeat(found.length));

/**
 * The figures typed by hand in a line whose queries stand as U+FFFC: digits, percentages, and number words ("deux
 * tiers", "la moitié", "trois sur quatre"). Dates, hours, ordinals, addresses and references are none; nor are the names
 * given, such as that of a category, nor the bounds that they name ("moins de 10 jours").
 */
export function typedIn(line: string, names: readonly string[] = []): Typed[] {
  const plain = line.replace(/[\u00a0\u202f\u2009]/g, ' ').replace(/’/g, "'");
  const known = [...names.map(plainOf), ...names.flatMap((name) => plainOf(name).match(BOUND) ?? [])];
  let rest = known.filter((name) => /\d/.test(name) || name.length > 3).reduce(withoutName, plain);
  for (const pattern of allowed) rest = masked(rest, pattern);
  rest = masked(masked(rest, year), named);
  const found = [...rest.matchAll(digits)].map(({ 0: text, index }) => ({ text, at: index }));
  const spelt = [...rest.matchAll(numberWords)]
    .filter(({ 0: text, index }) => !innocentWord(rest.slice(0, index), text, rest.slice(index + text.length)))
    .map(({ 0: text, index }) => ({ text, at: index }));
  return joined([...found, ...spelt], plain, line);
}

const BOUND = /(?:moins|plus) de \d+ \p{L}+/giu;
const plainOf = (name: string): string => name.replace(/[\u00a0\u202f\u2009]/g, ' ').replace(/’/g, "'");

function withoutName(text: string, name: string): string {
  const from = text.toLowerCase().indexOf(name.toLowerCase());
  if (from === -1) return text;
  const until = from + name.length;
  return text.slice(0, from) + MASK.repeat(name.length) + withoutName(text.slice(until), name);
}

/** What overlaps, or stands side by side ("77 pour cent"), is one figure. */
function joined(found: readonly Typed[], plain: string, line: string): Typed[] {
  const all: Typed[] = [];
  for (const { text, at } of found.toSorted((a, b) => a.at - b.at)) {
    const last = all.at(-1);
    const end = last ? last.at + last.text.length : -1;
    if (last && at <= end + 1 && /^\s?$/.test(plain.slice(end, at)))
      all[all.length - 1] = { at: last.at, text: line.slice(last.at, Math.max(end, at + text.length)) };
    else all.push({ at, text: line.slice(at, at + text.length) });
  }
  return all;
}
