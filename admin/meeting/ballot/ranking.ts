/** Candidates from the best down; those that are equal stand together. */
export type Ranking = readonly (readonly string[])[];

const without = (ranking: Ranking, code: string): string[][] =>
  ranking.map((equals) => equals.filter((each) => each !== code)).filter(({ length }) => length > 0);

const tierOf = (ranking: Ranking, code: string): number => ranking.findIndex((equals) => equals.includes(code));

/** Puts a candidate last. */
export const placed = (ranking: Ranking, code: string): Ranking => [...without(ranking, code), [code]];

/** Takes a candidate out. */
export const dropped = (ranking: Ranking, code: string): Ranking => without(ranking, code);

/** One place up (-1) or down (1). Out of equals first, then past the next ones. */
export function moved(ranking: Ranking, code: string, by: -1 | 1): Ranking {
  const tier = tierOf(ranking, code);
  if (tier === -1) return ranking;
  const alone = ranking[tier]?.length === 1;
  const rest = without(ranking, code);
  const at = alone ? tier + by : by === -1 ? tier : tier + 1;
  return at < 0 || at > rest.length ? ranking : [...rest.slice(0, at), [code], ...rest.slice(at)];
}

/** Before the equals that another candidate is among. */
export function movedTo(ranking: Ranking, code: string, other: string): Ranking {
  if (code === other) return ranking;
  const down = tierOf(ranking, code) !== -1 && tierOf(ranking, code) < tierOf(ranking, other);
  const rest = without(ranking, code);
  const at = tierOf(rest, other) + (down ? 1 : 0);
  return [...rest.slice(0, at), [code], ...rest.slice(at)];
}

/** Makes a candidate the equal of those just before it; one that is, stands after them again. */
export function joined(ranking: Ranking, code: string): Ranking {
  const tier = tierOf(ranking, code);
  if (tier === -1) return ranking;
  const rest = without(ranking, code);
  if ((ranking[tier]?.length ?? 0) > 1) return [...rest.slice(0, tier + 1), [code], ...rest.slice(tier + 1)];
  return tier === 0 ? ranking : rest.map((equals, i) => (i === tier - 1 ? [...equals, code] : equals));
}

/** The place of each candidate, from 1: equals share it and the next one skips. */
export function placesIn(ranking: Ranking): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const equals of ranking) {
    const place = places.size + 1;
    for (const code of equals) places.set(code, place);
  }
  return places;
}
