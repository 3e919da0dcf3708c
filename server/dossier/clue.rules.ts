import { wordsOf } from '../territory/territory.rules.ts';

/** What an anonymous file must not say: all that is known of who a structure is. */
export interface Identity {
  /** Its name and those it goes by, those of its site and of the body it belongs to. */
  readonly names: readonly string[];
  /** Its commune, intercommunality, département, region. */
  readonly places: readonly string[];
  /** What its inhabitants are called, in the masculine singular: Strasbourgeois, Stéphanois. */
  readonly demonyms: readonly string[];
  /** Its domains, of mail and of the web: strasbourg.eu. */
  readonly domains: readonly string[];
  /** Its numbers, or how they begin: 03 88. */
  readonly phones: readonly string[];
  /** SIREN, SIRET, INSEE code, postcodes. */
  readonly numbers: readonly string[];
}

export type GiveawayKind = 'NAME' | 'PLACE' | 'DEMONYM' | 'ADDRESS' | 'PHONE' | 'NUMBER' | 'LOGO';

/** A pattern on the folded text, and what it betrays. */
export interface Clue {
  readonly kind: GiveawayKind;
  readonly pattern: RegExp;
  /** Only where it begins with a capital. */
  readonly capital?: boolean;
}

/** All that could betray a structure, as patterns on a folded text: see `bare`. */
export function cluesOf({ names, places, demonyms, domains, phones, numbers }: Identity): Clue[] {
  const [named, placed] = [names.map(tellingOf), places.map(tellingOf)];
  return [
    ...named.flatMap((name) => wordClues('NAME', name)),
    ...placed.flatMap((place) => wordClues('PLACE', place)),
    ...demonyms.flatMap((demonym) =>
      wordClues('DEMONYM', { words: wordsOf(demonym), article: null }, '(?:e?s?|x|nes?|tes?)'),
    ),
    ...[...named, ...placed].flatMap(addressClues),
    ...domains.flatMap(domainClues),
    ...phones.flatMap(phoneClues),
    ...numbers.flatMap(numberClues),
  ];
}

/** Words that many bodies bear before the name that is theirs alone. */
const generic = new Set(
  `ville mairie commune hotel departement departemental departementale conseil region regional collectivite territoriale
   communaute communes agglomeration urbaine metropole cc ca cu ccas cias centre communal intercommunal action sociale
   social maison solidarites solidarite france service services point accueil prefecture office
   de du des d l le la les et a au aux en`.split(/\s+/),
);

const articles = new Set(['l', 'le', 'la', 'les']);

/** A name as it is looked for. */
interface Telling {
  /** Its words from the first that tells it apart: "Ville de La Rochelle" → rochelle; none of "France Services". */
  readonly words: readonly string[];
  /** The article before them, which may melt (du Mans), or run into them (LHaÿ). */
  readonly article: string | null;
}

function tellingOf(name: string): Telling {
  const words = wordsOf(name);
  const first = words.findIndex((word) => !generic.has(word));
  if (first === -1) return { words: [], article: null };
  const before = words[first - 1] ?? '';
  return { words: words.slice(first), article: articles.has(before) ? before : null };
}

/** What may stand between two words of a name, and between two digits of a number. */
const BETWEEN = '[^a-z0-9]{0,3}';
const GAP = '[\\s.()/-]{0,2}';

const saints: Readonly<Record<string, string>> = {
  ...{ saint: '(?:saint|st)', st: '(?:saint|st)', saints: '(?:saints|sts)', sts: '(?:saints|sts)' },
  ...{ sainte: '(?:sainte|ste)', ste: '(?:sainte|ste)', saintes: '(?:saintes|stes)', stes: '(?:saintes|stes)' },
};
const spelt = (words: readonly string[], between = BETWEEN): string =>
  words.map((word) => saints[word] ?? word).join(between);

/** Fewer letters than these are a common word unless they begin with a capital, and are not looked for within others. */
const [SHORT, WITHIN] = [4, 5];

function wordClues(kind: GiveawayKind, { words, article }: Telling, ending = ''): Clue[] {
  const letters = words.join('');
  if (letters === '') return [];
  const melted = article === null ? '' : `(?:${article}${BETWEEN})?`;
  const edge = /\d$/.test(letters) ? '(?!\\d)' : '(?![a-z])';
  const pattern = new RegExp(`(?<![a-z])${melted}${spelt(words)}${ending}${edge}`, 'g');
  return [{ kind, pattern, capital: letters.length < SHORT }];
}

/** A name within an address, a handle or a hashtag, where words run together: @villedestrasbourg, mairie-angers.fr. */
function addressClues({ words }: Telling): Clue[] {
  if (words.join('').length < WITHIN) return [];
  const token = `(?<!\\S)(?=\\S*(?:[@#]|\\.[a-z]{2}))\\S*${spelt(words, '[-._]?')}`;
  return [{ kind: 'ADDRESS', pattern: new RegExp(`${token}(?:\\S*[a-z0-9/])?`, 'g') }];
}

/** A domain, with all that is written around it: the name of a mailbox, the path of a page. */
function domainClues(domain: string): Clue[] {
  const host = bare(domain)
    .replaceAll(/[^a-z0-9.-]/g, '')
    .replaceAll('.', '\\.');
  if (host === '') return [];
  const pattern = new RegExp(`(?<!\\S)(?:\\S*[^\\sa-z0-9-])?${host}(?![a-z0-9-])(?:\\S*[a-z0-9/])?`, 'g');
  return [{ kind: 'ADDRESS', pattern }];
}

/** A number that begins so, as people write it: 03 88 60 90 90, 03.88.60.90.90, +33 (0)3 88 60 90 90. */
function phoneClues(phone: string): Clue[] {
  const digits = phone
    .replaceAll(/\D/g, '')
    .replace(/^(?:00)?33/, '0')
    .replace(/^0/, '')
    .slice(0, 9);
  if (digits === '') return [];
  const rest = `(?:${GAP}\\d){${9 - digits.length}}(?!\\d)`;
  const lead = `(?<!\\d)(?:(?:\\+|00)${GAP}33${GAP}(?:\\(?0\\)?)?|0)${GAP}`;
  return [{ kind: 'PHONE', pattern: new RegExp(lead + [...digits].join(GAP) + rest, 'g') }];
}

/** A number, its digits in groups or not. A SIREN is also looked for within longer numbers: SIRET, VAT. */
function numberClues(number: string): Clue[] {
  const signs = bare(number).replaceAll(/[^a-z0-9]/g, '');
  if (signs === '') return [];
  const digits = [...signs].join(GAP);
  return [
    { kind: 'NUMBER', pattern: new RegExp(signs.length >= 9 ? digits : `(?<![a-z0-9])${digits}(?![a-z0-9])`, 'g') },
  ];
}

/** One character without accent or capital; nothing for accents alone and invisible signs. */
export const bare = (sign: string): string =>
  sign
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\p{M}\p{Cf}]/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae');
