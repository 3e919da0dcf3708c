/** What a figure is of: the key it is known by in what an edition tells. */
export type FigureKey = string;

/** What a text may ask for in the middle of a sentence. */
export type Query =
  /** One figure, of the edition or of an earlier one. */
  | { readonly verb: 'FIGURE'; readonly key: FigureKey; readonly year: number | null }
  /** What moved since the edition before. */
  | { readonly verb: 'CHANGE'; readonly key: FigureKey }
  /** The name of the category or channel whose mean is highest, or lowest. */
  | { readonly verb: 'HIGHEST' | 'LOWEST'; readonly of: 'category' | 'channel' }
  | { readonly verb: 'LAUREATES' | 'POINT'; readonly award: string }
  | { readonly verb: 'EDITION'; readonly what: EditionWord }
  /** A name that holds a number, and is no figure: kept as it is, and listed for whoever approves. */
  | { readonly verb: 'NAME'; readonly text: string };

/** What a text may ask for on a line of its own. */
export type Block = 'CHANNELS' | 'CATEGORIES' | 'INDICATORS' | 'PALMARES' | 'METHOD';

const editionWords = ['year', 'ordinal', 'label', 'day', 'place'] as const;
export type EditionWord = (typeof editionWords)[number];

/** How a figure is to be said, where it is not said whole. */
export interface Options {
  /** Without what it is counted over. */
  readonly bare: boolean;
  /** How many decimals: by default none for a share, one otherwise. */
  readonly decimals: number | null;
  /** A change told across a break in series: the sentence then says so. */
  readonly broken: boolean;
  /** A change without its sign: the sentence says which way. */
  readonly unsigned: boolean;
}

/** A placeholder as it was read: what it asks, or why it asks nothing. */
export type Asked =
  | { readonly kind: 'QUERY'; readonly query: Query; readonly options: Options; readonly name: string }
  | { readonly kind: 'BLOCK'; readonly block: Block }
  | { readonly kind: 'UNREADABLE' };

const blocks: Readonly<Record<string, Block>> = {
  'chart channels': 'CHANNELS',
  'chart categories': 'CATEGORIES',
  indicators: 'INDICATORS',
  palmares: 'PALMARES',
  method: 'METHOD',
};

/**
 * What stands between {{ and }}:
 *
 *     structures | indicator CODE | mean global | mean channel CODE | mean step CODE | mean region CODE |
 *     mean category CODE | mean category CODE channel CODE            figures; then  in YEAR
 *     change FIGURE                                                                             since the edition before
 *     highest channel | lowest channel | highest category | lowest category                    a name
 *     laureates CODE | point CODE | edition year|ordinal|label|day|place | name "TEXT"
 *     options, each after a bar:  bare   decimals 0|1|2   broken   unsigned
 *     on a line of its own:  chart channels | chart categories | indicators | palmares | method
 */
export function askedIn(source: string): Asked {
  const [said = '', ...more] = partsOf(source);
  const block = blocks[said];
  if (block) return more.length === 0 ? { kind: 'BLOCK', block } : { kind: 'UNREADABLE' };
  const query = queryIn(said);
  const options = optionsIn(more);
  return query && options ? { kind: 'QUERY', query, options, name: said } : { kind: 'UNREADABLE' };
}

/** Cut at bars, but those within quotes. */
const partsOf = (source: string): string[] =>
  (source.match(/(?:"[^"]*"|[^|"])+/g) ?? []).map((part) => part.trim().replace(/\s+/g, ' '));

const CODE = '[A-Za-z0-9][\\w.-]*';
const MEAN = `global|(?:channel|step|region) ${CODE}|category ${CODE}(?: channel ${CODE})?`;
const FIGURE = `structures|indicator ${CODE}|mean (?:${MEAN})`;
const figure = new RegExp(`^(${FIGURE})(?: in ((?:19|20)\\d\\d))?$`);
const change = new RegExp(`^change (?:(${FIGURE})|(${MEAN}))$`);

function queryIn(said: string): Query | null {
  const [, key, year] = figure.exec(said) ?? [];
  if (key) return { verb: 'FIGURE', key, year: year ? Number(year) : null };
  const [moved, whole, mean] = change.exec(said) ?? [];
  if (moved) return { verb: 'CHANGE', key: whole ?? `mean ${mean}` };
  const [, end, of] = /^(highest|lowest) (channel|category)$/.exec(said) ?? [];
  if (end && of) return { verb: end === 'highest' ? 'HIGHEST' : 'LOWEST', of: of as 'category' | 'channel' };
  const [, whose, award] = new RegExp(`^(laureates|point) (${CODE})$`).exec(said) ?? [];
  if (whose && award) return { verb: whose === 'point' ? 'POINT' : 'LAUREATES', award };
  const [, what] = /^edition (\w+)$/.exec(said) ?? [];
  if (what && isEditionWord(what)) return { verb: 'EDITION', what };
  const [, text] = /^name "([^"]+)"$/.exec(said) ?? [];
  return text ? { verb: 'NAME', text } : null;
}

const isEditionWord = (word: string): word is EditionWord => (editionWords as readonly string[]).includes(word);

function optionsIn(all: readonly string[]): Options | null {
  let options: Options = { bare: false, decimals: null, broken: false, unsigned: false };
  for (const option of all) {
    const [, decimals] = /^decimals ([012])$/.exec(option) ?? [];
    if (decimals) options = { ...options, decimals: Number(decimals) };
    else if (option === 'bare' || option === 'broken' || option === 'unsigned')
      options = { ...options, [option]: true };
    else return null;
  }
  return options;
}
