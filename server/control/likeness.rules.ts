/** A text that someone wrote of a test. */
export interface Written {
  readonly id: string;
  readonly text: string;
}

/** Two things that are too much alike. */
export interface Pair {
  readonly a: string;
  readonly b: string;
  /** From 0 to 1: 1 is the same. */
  readonly likeness: number;
}

/** How many words follow one another in a piece that is compared. */
const WORDS = 3;
/** Texts with fewer pieces say too little to be compared: "Accueil très aimable." is written by everyone. */
const FEWEST = 6;
/** From which share of common pieces two texts are told to be alike. */
export const ALIKE = 0.5;
/** A piece found in more texts than this is a turn of phrase. */
const COMMON = 40;

/** The words of a text, without accents, case and punctuation. */
export const wordsIn = (text: string): string[] =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);

/** The pieces of a text: each three words in a row, once. */
export function piecesOf(text: string): Set<string> {
  const words = wordsIn(text);
  return new Set(words.slice(WORDS - 1).map((_, at) => words.slice(at, at + WORDS).join(' ')));
}

/**
 * The texts that are too much alike, the most alike first: what they have in common over what they have together.
 * Source: Broder, On the resemblance and containment of documents (1997). Only texts that share a piece are compared.
 */
export function likePairs(all: readonly Written[]): Pair[] {
  const texts = all
    .map(({ id, text }) => ({ id, pieces: piecesOf(text) }))
    .filter(({ pieces }) => pieces.size >= FEWEST);
  const holders = new Map<string, number[]>();
  for (const [at, { pieces }] of texts.entries())
    for (const piece of pieces) {
      const held = holders.get(piece);
      if (!held) holders.set(piece, [at]);
      else if (held.length <= COMMON) held.push(at); // one more than are compared: the rest would not change that
    }
  const seen = new Set<number>();
  const pairs: Pair[] = [];
  for (const at of [...holders.values()].filter(({ length }) => length > 1 && length <= COMMON))
    for (const [place, i] of at.entries())
      for (const j of at.slice(place + 1)) {
        const key = i * texts.length + j;
        if (seen.has(key)) continue;
        seen.add(key);
        const [a, b] = [texts[i], texts[j]];
        const likeness = a && b ? likenessOf(a.pieces, b.pieces) : 0;
        if (a && b && likeness >= ALIKE) pairs.push({ a: a.id, b: b.id, likeness });
      }
  return pairs.sort(mostAlikeFirst);
}

/**
 * Of these pairs, those of one text: the same as among all of them, without comparing the others with one another. Each
 * other text is read once, to know which turns of phrase are everyone's.
 */
export function likePairsOf(all: readonly Written[], id: string): Pair[] {
  const place = all.findIndex((each) => each.id === id);
  const mine = piecesOf(all[place]?.text ?? '');
  if (mine.size < FEWEST) return [];
  const holders = new Map<string, number>();
  const sharing = all.flatMap(({ id, text }, at) => {
    const pieces = at === place ? new Set<string>() : piecesOf(text);
    if (pieces.size < FEWEST) return [];
    const shared = [...pieces].filter((piece) => mine.has(piece));
    for (const piece of shared) holders.set(piece, (holders.get(piece) ?? 1) + 1);
    return shared.length > 0 ? [{ id, at, pieces, shared }] : [];
  });
  return sharing
    .filter(({ shared }) => shared.some((piece) => (holders.get(piece) ?? 0) <= COMMON))
    .map(({ id: other, at, pieces }) => {
      const [a, b] = at < place ? [other, id] : [id, other];
      return { a, b, likeness: likenessOf(mine, pieces) };
    })
    .filter(({ likeness }) => likeness >= ALIKE)
    .sort(mostAlikeFirst);
}

/** The most alike first; equals by their names. */
export const mostAlikeFirst = (x: Pair, y: Pair): number =>
  y.likeness - x.likeness || (`${x.a} ${x.b}` < `${y.a} ${y.b}` ? -1 : 1);

function likenessOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((piece) => b.has(piece)).length;
  return common / (a.size + b.size - common);
}
