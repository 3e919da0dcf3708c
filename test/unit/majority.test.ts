import { describe, expect, test } from 'vitest';
import { gradeWords, judgmentOf, SEVEN_GRADES, SIX_GRADES } from '../../server/vote/majority.rules.ts';

/**
 * How many of 737 voters gave each of seven grades, the best first: the French presidential election of 2012, in Balinski
 * and Laraki, "Majority judgment vs majority rule" (2016), p. 14, as the R package HighestMedianRules prints it.
 */
const election: Readonly<Record<string, readonly number[]>> = {
  Hollande: [92, 119, 121, 86, 109, 105, 105],
  Bayrou: [19, 72, 160, 186, 148, 88, 64],
  Sarkozy: [71, 91, 120, 81, 82, 58, 234],
  Mélenchon: [40, 70, 95, 108, 126, 111, 187],
  'Dupont-Aignan': [4, 19, 44, 83, 149, 188, 250],
  Joly: [6, 22, 48, 87, 108, 182, 284],
  Poutou: [1, 10, 33, 57, 92, 207, 337],
  'Le Pen': [44, 54, 70, 69, 103, 46, 351],
  Arthaud: [0, 10, 28, 48, 97, 186, 368],
  Cheminade: [3, 6, 18, 43, 86, 198, 383],
};

/** Ballots that give those grades; who gave what to whom does not matter to the method. */
function ballotsOf(profiles: Readonly<Record<string, readonly number[]>>, scale: readonly string[]) {
  const columns = Object.entries(profiles).map(([candidate, profile]) =>
    profile.flatMap((count, i) => Array.from({ length: count }, () => ({ candidate, grade: scale[i] ?? '' }))),
  );
  return (columns[0] ?? []).map((_, voter) => columns.flatMap((column) => column[voter] ?? []));
}
const judged = (profiles: Readonly<Record<string, readonly number[]>>, scale: readonly string[] = SEVEN_GRADES) =>
  judgmentOf(Object.keys(profiles), scale, ballotsOf(profiles, scale));

describe('a published election', () => {
  const { places, merits } = judged(election);

  test('everybody votes on everybody', () => {
    for (const profile of Object.values(election)) expect(profile.reduce((a, b) => a + b)).toBe(737);
  });

  test('ten candidates in the order their authors print', () => {
    expect(places.map(({ candidate, place }) => `${place} ${candidate}`)).toEqual(
      Object.keys(election).map((candidate, i) => `${i + 1} ${candidate}`),
    );
  });

  test('majority grades with their signs, and those above and below them', () => {
    expect(merits.map(({ majorityGrade, sign }) => `${majorityGrade} ${sign}`)).toEqual([
      ...['FAIRLY_GOOD +', 'FAIRLY_GOOD -', 'PASSABLE +', 'PASSABLE +', 'INSUFFICIENT +'],
      ...['INSUFFICIENT -', 'INSUFFICIENT -', 'INSUFFICIENT -', 'INSUFFICIENT -', 'REJECT +'],
    ]);
    const [hollande] = merits;
    expect([hollande?.better, hollande?.worse]).toEqual([332, 319]); // 45.05 % and 43.28 %
  });
});

describe('small juries', () => {
  const value = (grades: readonly number[]) =>
    judged({ A: grades }, ['1', '2', '3', '4']).merits[0]?.majorityValue.join('');

  test('the medians are taken away one after the other; of two, the worse first', () => {
    expect(value([1, 1, 1, 0])).toBe('231');
    expect(value([1, 1, 1, 1])).toBe('3241');
    expect(value([2, 0, 1, 2])).toBe('34141');
  });

  test('two share a place only with the same grades', () => {
    const { places } = judged({ A: [1, 1, 1, 0], B: [1, 1, 1, 0], C: [1, 1, 0, 1] }, ['1', '2', '3', '4']);
    expect(places).toEqual([
      { candidate: 'A', place: 1 },
      { candidate: 'B', place: 1 },
      { candidate: 'C', place: 3 },
    ]);
  });

  test('who is left ungraded has the worst grade of that juror', () => {
    const { merits } = judgmentOf(['A', 'B'], ['1', '2'], [[{ candidate: 'A', grade: '1' }]]);
    expect(merits.map(({ candidate, majorityGrade }) => `${candidate} ${majorityGrade}`)).toEqual(['A 1', 'B 2']);
  });

  test('without a ballot there is no grade, and everybody is first', () => {
    const { merits, places } = judgmentOf(['A', 'B'], SIX_GRADES, []);
    expect(merits.map(({ majorityGrade }) => majorityGrade)).toEqual([null, null]);
    expect(places.map(({ place }) => place)).toEqual([1, 1]);
  });
});

test('the grades are those of the French ballots, six or seven', () => {
  expect(SIX_GRADES.map((grade) => gradeWords[grade])).toEqual([
    ...['Très bien', 'Bien', 'Assez bien', 'Passable', 'Insuffisant', 'À rejeter'],
  ]);
  expect(SEVEN_GRADES).toEqual(['EXCELLENT', ...SIX_GRADES]);
});
