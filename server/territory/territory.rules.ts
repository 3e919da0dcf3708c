/** What a search needs to know of a territory. Texts are folded: see `wordsOf`. */
export interface Findable {
  readonly kind: string;
  readonly code: string;
  readonly siren: string | null;
  readonly postcodes: readonly string[];
  /** Codes of communes that became part of it, or that it had before. */
  readonly formerCodes: readonly string[];
  readonly population: number | null;
  /** Its name as it is compared, word by word and in one piece: see `keyOf`. */
  readonly key: string;
  readonly piece: string;
  /** The words of its name and of where it lies (its département and region, by name and code), each after a space. */
  readonly words: string;
}

/** What someone typed, understood once for all territories. */
export interface Query {
  readonly key: string;
  readonly piece: string;
  readonly words: readonly string[];
  /** The kind that its first words name, as in "département de la Loire". */
  readonly kind: string | null;
  /** Digits of a code, a postcode, a SIREN or a SIRET; null when it is a name. */
  readonly number: string | null;
}

const abbreviations: Readonly<Record<string, readonly string[]>> = {
  ...{ st: ['saint'], ste: ['sainte'], sts: ['saints'], stes: ['saintes'] },
  ...{ cc: ['communaute', 'de', 'communes'], ca: ['communaute', 'd', 'agglomeration'], cu: ['communaute', 'urbaine'] },
};
const kinds: Readonly<Record<string, string>> = {
  ...{ ville: 'COMMUNE', mairie: 'COMMUNE', commune: 'COMMUNE' },
  ...{ departement: 'DEPARTMENT', departemental: 'DEPARTMENT', region: 'REGION', regional: 'REGION' },
};
const article = /^(?:l|le|la|les) (?=.)/;
const linking = new Set(['conseil', 'hotel', 'de', 'du', 'des', 'd', 'l', 'le', 'la', 'les']);

/** The words of a name: neither accents nor capitals, hyphens and apostrophes apart, "œ" as "oe". */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .split(/[^a-z0-9]+/)
    .filter(Boolean);

/** A name as it is compared: "L’Haÿ-les-Roses" → "hay les roses". */
export const keyOf = (name: string): string => wordsOf(name).join(' ').replace(article, '');

/** Understands what someone typed. The last word may be unfinished: "st" is then as much Strasbourg as Saint. */
export function queryOf(text: string): Query {
  const all = wordsOf(text);
  const words = all.flatMap((word, i) => (i < all.length - 1 && abbreviations[word]) || [word]);
  const kind = kinds[words[0] ?? ''] ?? (words[0] === 'conseil' ? kinds[words[1] ?? ''] : undefined);
  let bare = words;
  while (kind && bare.length > 1 && (kinds[bare[0] ?? ''] || linking.has(bare[0] ?? ''))) bare = bare.slice(1);
  const compact = text.replaceAll(/[\s\u00a0\u202f.]/g, '').toUpperCase();
  const number = /^\d[\dAB]\d*$/.test(compact) ? compact.slice(0, compact.length === 14 ? 9 : undefined) : null;
  const key = bare.join(' ').replace(article, '');
  return { key, piece: key.replaceAll(' ', ''), words: bare, kind: kind ?? null, number };
}

/**
 * How well a territory answers a query, best first from 0; null when it does not. A name: the very same, then one that
 * begins with it, then the very same once what was said of where it lies is set aside, then one of which each word
 * typed begins a word, then one that contains it. A number: the code of the territory or a postcode of its own, then a
 * code it had before, then the beginning of one.
 */
export const rankOf = (query: Query, it: Findable): number | null =>
  query.number ? rankByNumber(query.number, it) : query.key === '' ? null : rankByName(query, it);

function rankByNumber(number: string, { code, siren, postcodes, formerCodes }: Findable): number | null {
  if (number.length > 5) return siren?.startsWith(number) ? 0 : null;
  if (code === number || postcodes.includes(number)) return 0;
  if (formerCodes.includes(number)) return 1;
  const begins = code.startsWith(number) || postcodes.some((postcode) => postcode.startsWith(number));
  return begins && code.length === 5 ? 2 : null;
}

/** What another kind than the one typed costs: "département de la Loire" is not first of all a commune named Loiré. */
const OTHER_KIND = 1.25;

function rankByName({ piece, words, kind }: Query, it: Findable): number | null {
  const cost = kind !== null && kind !== it.kind ? OTHER_KIND : 0;
  if (it.piece === piece) return cost;
  if (it.piece.startsWith(piece)) return 1 + cost;
  if (words.every((word) => it.words.includes(` ${word}`))) {
    const named = words.filter((word) => ` ${it.key}`.includes(` ${word}`));
    if (named.join(' ') === it.key) return 1.5 + cost;
    if (named.length > 0) return (named.length === words.length ? 2 : 3) + cost;
  }
  return it.piece.includes(piece) ? 4 + cost : null;
}

/** The territories that answer a query, best first; the population breaks ties, then the order they came in. */
export function found<T extends Findable>(all: readonly T[], text: string, first: number): T[] {
  const query = queryOf(text);
  return all
    .flatMap((it) => {
      const rank = rankOf(query, it);
      return rank === null ? [] : [{ it, rank }];
    })
    .sort((a, b) => a.rank - b.rank || (b.it.population ?? -1) - (a.it.population ?? -1))
    .slice(0, first)
    .map(({ it }) => it);
}

/** The words before a name, by INSEE's type of liaison (TNCC): "Ville d’Angers", "Ville du Mans", "Ville des Lilas". */
const liaisons = ['de ', 'd’', 'du ', 'de La ', 'des ', 'de L’', 'des ', 'de Las ', 'de Los '];
const articles = /^(?:Le|La|Les|L['’]|Aux|Las|Los)(?:\s+|(?<=['’]))/;

/** Territories that no département or region of that name runs, and the body that does. */
const bodies: Readonly<Record<string, string>> = {
  'DEPARTMENT 75': 'Ville de Paris',
  ...{ 'DEPARTMENT 67': 'Collectivité européenne d’Alsace', 'DEPARTMENT 68': 'Collectivité européenne d’Alsace' },
  ...{ 'DEPARTMENT 2A': 'Collectivité de Corse', 'DEPARTMENT 2B': 'Collectivité de Corse' },
  'REGION 94': 'Collectivité de Corse',
  'DEPARTMENT 972': 'Collectivité territoriale de Martinique',
  'REGION 02': 'Collectivité territoriale de Martinique',
  'DEPARTMENT 973': 'Collectivité territoriale de Guyane',
  'REGION 03': 'Collectivité territoriale de Guyane',
  'REGION 06': 'Département de Mayotte',
  'DEPARTMENT 975': 'Collectivité territoriale de Saint-Pierre-et-Miquelon',
  'DEPARTMENT 977': 'Collectivité de Saint-Barthélemy',
  'DEPARTMENT 978': 'Collectivité de Saint-Martin',
  ...{ 'DEPARTMENT 986': 'Wallis-et-Futuna', 'DEPARTMENT 987': 'Polynésie française' },
  'DEPARTMENT 988': 'Nouvelle-Calédonie',
};

/** The name of the body that runs a territory, as it is printed. `name` bears its article, as INSEE writes it. */
export function bodyName(kind: string, code: string, name: string, liaison: number): string {
  const typeset = name.replaceAll("'", '’');
  const of = `${liaisons[liaison] ?? 'de '}${liaison >= 2 ? typeset.replace(articles, '') : typeset}`;
  if (kind === 'COMMUNE') return `Ville ${of}`;
  if (kind === 'DEPARTMENT') return bodies[`${kind} ${code}`] ?? `Département ${of.replace(/^de L/, 'de l')}`;
  return kind === 'REGION' ? (bodies[`${kind} ${code}`] ?? `Région ${typeset}`) : typeset;
}

const groups = { CC: 'Communauté de communes', CA: 'Communauté d’agglomération', CU: 'Communauté urbaine' } as const;

/** The name of an intercommunality in full: "CC du Val de Vienne" → "Communauté de communes du Val de Vienne". */
export const groupName = (name: string): string =>
  name.replace(/^(CC|CA|CU) (?=\S)/, (_, short: keyof typeof groups) => `${groups[short]} `);
