import type { Told } from './told.rules.ts';

/** What may be asked of an edition in the middle of a sentence, as it is written: what it can tell, then what it cannot. */
export const queriesOf = ({ figures, before, awards }: Told): string[] => [
  ...[...figures.keys()],
  ...[...figures.keys()].filter((key) => before?.figures.has(key)).map((key) => `change ${key.replace(/^mean /, '')}`),
  ...['highest channel', 'lowest channel', 'highest category', 'lowest category'],
  ...awards.flatMap(({ code }) => [`laureates ${code}`, `point ${code}`]),
  ...['edition year', 'edition ordinal', 'edition label', 'edition day', 'edition place'],
];

/** The query that a misspelt one comes nearest to; null when none is near. */
export function nearestOf(source: string, told: Told): string | null {
  const asked = source.replace(/\s+in\s+\d*.*$|\|.*$/, '').trim();
  const near = queriesOf(told)
    .map((query) => ({ query, distance: distanceOf(asked, query) }))
    .toSorted((a, b) => a.distance - b.distance)[0];
  return near && near.distance <= Math.max(2, asked.length / 4) ? near.query : null;
}

/** Letters to put in, take out or change to get from one text to the other (Levenshtein). */
function distanceOf(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...from].entries())
    row = [...to].reduce<number[]>(
      (next, other, j) => {
        const changed = (row[j] ?? 0) + (letter === other ? 0 : 1);
        next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
        return next;
      },
      [i + 1],
    );
  return row.at(-1) ?? 0;
}
