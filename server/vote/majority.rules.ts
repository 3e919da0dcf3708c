import type { Graded } from './ballot.rules.ts';
import { type Place, placesOf } from './place.rules.ts';

/** The grades a jury may give, the best first, in the words of their authors; a scale of six leaves out the first. */
export const gradeWords = {
  EXCELLENT: 'Excellent',
  VERY_GOOD: 'Très bien',
  GOOD: 'Bien',
  FAIRLY_GOOD: 'Assez bien',
  PASSABLE: 'Passable',
  INSUFFICIENT: 'Insuffisant',
  REJECT: 'À rejeter',
} as const;

export type Grade = keyof typeof gradeWords;

/** Seven grades (Balinski and Laraki, 2012), or the six of the experiment of Orsay (2007). */
export const SEVEN_GRADES = Object.keys(gradeWords) as readonly Grade[];
export const SIX_GRADES = SEVEN_GRADES.slice(1);

/** What a jury thinks of one candidate. */
export interface Merit {
  readonly candidate: string;
  /** How many jurors gave each grade of the scale, the best first. */
  readonly profile: readonly number[];
  /** The highest grade that more than half of the jurors give or exceed; null without a ballot. */
  readonly majorityGrade: string | null;
  /** The majority gauge: how many gave a better grade, how many a worse one, and which of the two are more. */
  readonly better: number;
  readonly worse: number;
  readonly sign: '+' | '-';
  /** The majority grade, then that of the grades left once it is taken away, and so on to the last: parts all ties. */
  readonly majorityValue: readonly string[];
}

/** An election by majority judgment. */
export interface JudgmentCount {
  readonly merits: readonly Merit[];
  readonly places: readonly Place[];
}

/**
 * Elects by majority judgment: candidates are ordered by their majority values, compared grade by grade. Two share a
 * place only when they received exactly the same grades. Who was left ungraded by a juror has the worst grade of that
 * juror.
 *
 * Source: Michel Balinski and Rida Laraki, "A theory of measuring, electing, and ranking", PNAS 104 (2007), 8720–8725;
 * Majority Judgment, MIT Press (2010), chapters 1 (ballot, scale) and 13 (majority-value). The gauge decides in large
 * electorates and is shown; in a jury of seven it leaves ties, so that the value alone decides.
 */
export function judgmentOf(
  candidates: readonly string[],
  scale: readonly string[],
  ballots: readonly (readonly Graded[])[],
): JudgmentCount {
  const values = new Map(
    candidates.map((candidate) => [candidate, majorityValueOf(levelsOf(candidate, scale, ballots))]),
  );
  const worthOf = (candidate: string) => values.get(candidate) ?? [];
  const places = placesOf(candidates, (one, other) => precedes(worthOf(one), worthOf(other)));
  return { places, merits: places.map(({ candidate }) => meritOf(candidate, scale, worthOf(candidate))) };
}

/** The grades one candidate received, as places on the scale: 0 is the best. */
const levelsOf = (candidate: string, scale: readonly string[], ballots: readonly (readonly Graded[])[]): number[] =>
  ballots.map((ballot) => {
    const given = ballot.find((graded) => graded.candidate === candidate);
    return given ? scale.indexOf(given.grade) : scale.length - 1;
  });

/** The median grade, taken away again and again; of two medians, the worse: the most that a majority agrees to. */
function majorityValueOf(levels: readonly number[]): readonly number[] {
  const left = levels.toSorted((a, b) => a - b);
  const value: number[] = [];
  while (left.length > 0) value.push(...left.splice(Math.floor(left.length / 2), 1));
  return value;
}

function precedes(one: readonly number[], other: readonly number[]): boolean {
  const differing = one.findIndex((level, i) => level !== other[i]);
  return differing !== -1 && (one[differing] ?? 0) < (other[differing] ?? 0);
}

function meritOf(candidate: string, scale: readonly string[], value: readonly number[]): Merit {
  const median = value[0] ?? 0;
  const better = value.filter((level) => level < median).length;
  const worse = value.filter((level) => level > median).length;
  return {
    candidate,
    profile: scale.map((_, grade) => value.filter((level) => level === grade).length),
    majorityGrade: value.length === 0 ? null : (scale[median] ?? null),
    ...{ better, worse, sign: better > worse ? '+' : '-' },
    majorityValue: value.map((level) => scale[level] ?? ''),
  };
}
