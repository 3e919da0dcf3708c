import type { Contributor } from './contributor.rules.ts';
import { joined, type Side, type Sum } from './sum.rules.ts';

/** What the palmarès tells of one award: whom it ranks, on what, and who is named. */
export interface Honour {
  /** The score it ranks on, by its measure: `overall`, `channel.PHONE`, or one of its own. */
  readonly measure: string;
  /** Those it ranks. */
  readonly field: readonly Contributor[];
  /** Those whose place in it is told; nobody when it is left without a laureate. */
  readonly named: readonly Contributor[];
  /** Least score of a laureate, on 100; null when none is asked for. */
  readonly least: number | null;
}

/** What follows from the palmarès: sums that are nothing, sums on one side of a line, lines that do not move. */
export interface Palmares {
  readonly equal: Sum[];
  readonly sides: Side[];
  readonly still: number[];
}

/** Scores that are told as equal differ by less than this, in points. */
const EQUAL = 1e-9;
/** A least score so near an end says by itself what means could not keep. */
const [LOWEST, HIGHEST] = [10, 90];

/**
 * What readers know from the palmarès, as sides of lines that are added to the marks. Between those who are named and
 * those who are not lies a line that nobody knows: who is above it, and who under it, is held as it is. That is more
 * than readers are told where a place above a laureate is nobody's, and all that they are told of a first. A laureate
 * has the least score that its award asks for; where nobody is one, it is taken for known that nobody has it.
 */
export function palmaresOf(
  honours: readonly Honour[],
  marks: number[],
  scoreOf: (each: Contributor, measure: string) => Sum,
  ownerOf: (each: Contributor) => number,
): Palmares {
  const told: Palmares = { equal: [], sides: [], still: [] };
  for (const { measure, field, named, least } of honours) {
    const worthOf = ({ scores }: Contributor): number => scores.get(measure) ?? 0;
    const beside = (each: Contributor, line: number, under: boolean) =>
      told.sides.push({ sum: scoreOf(each, measure), owner: ownerOf(each), line, under });
    const ranked = field.filter(({ scores }) => scores.has(measure));
    const groups = named.length > 0 ? groupsOf(ranked, new Set(named), worthOf) : [];
    for (const [i, above] of groups.entries()) {
      const [best, ...same] = above;
      if (best && named.includes(best))
        for (const each of same)
          told.equal.push(
            joined([
              [scoreOf(best, measure), 1],
              [scoreOf(each, measure), -1],
            ]),
          );
      const under = groups[i + 1];
      if (!under) continue;
      const line = marks.push((worthOf(above.at(-1) as Contributor) + worthOf(under[0] as Contributor)) / 2) - 1;
      for (const each of above) beside(each, line, false);
      for (const each of under) beside(each, line, true);
    }
    if (least === null) continue;
    const asked = Math.min(HIGHEST, Math.max(LOWEST, least));
    const line = marks.push(asked) - 1;
    told.still.push(line);
    for (const each of named.length > 0 ? ranked.filter((one) => named.includes(one)) : ranked)
      if (worthOf(each) >= asked === named.length > 0) beside(each, line, named.length === 0);
  }
  return told;
}

/** A field from its best to its last, cut around each who is named; those who are named as equals stay together. */
function groupsOf(
  field: readonly Contributor[],
  named: ReadonlySet<Contributor>,
  worthOf: (each: Contributor) => number,
): Contributor[][] {
  const order = field.toSorted((a, b) => worthOf(b) - worthOf(a) || Number(named.has(b)) - Number(named.has(a)));
  const groups: Contributor[][] = [];
  for (const each of order) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    const alike = before && named.has(before) === named.has(each);
    if (alike && (!named.has(each) || worthOf(before) - worthOf(each) < EQUAL)) last?.push(each);
    else groups.push([each]);
  }
  return groups;
}
