/** Words that say that something went up, or down, by their stems. */
const up =
  /(?<!\p{L})(?:progress\p{L}*|augment\p{L}*|gagn\p{L}*|hauss?e|amélior\p{L}*|croît|croiss\p{L}*|mont(?:e|ent|ée)(?!\p{L})|grimp\p{L}*|bondi\p{L}*|avanc(?:e|ent)(?!\p{L}))/giu;
const down =
  /(?<!\p{L})(?:recul\p{L}*|baiss\p{L}*|perd\p{L}*|régress\p{L}*|dimin\p{L}*|chut\p{L}*|dégrad\p{L}*|décroî\p{L}*|décroiss\p{L}*|fléchi\p{L}*|tombe\p{L}*|repli\p{L}*|cèd\p{L}*|descen\p{L}*)/giu;

/**
 * Which way the words around a character say that something went: 1 up, −1 down, 0 when they say nothing. The nearest
 * word before it in the sentence decides, or else the nearest after.
 */
export function wayIn(source: string, at: number): -1 | 0 | 1 {
  const words = [
    ...[...source.matchAll(up)].map(({ index }) => ({ at: index, way: 1 as const })),
    ...[...source.matchAll(down)].map(({ index }) => ({ at: index, way: -1 as const })),
  ].filter((word) => sameClause(source, word.at, at));
  const before = words.filter((word) => word.at < at).toSorted((a, b) => b.at - a.at);
  const after = words.filter((word) => word.at > at).toSorted((a, b) => a.at - b.at);
  return (before[0] ?? after[0])?.way ?? 0;
}

const sameClause = (source: string, one: number, other: number): boolean =>
  !/[.!?…;]\s/.test(source.slice(Math.min(one, other), Math.max(one, other)));
